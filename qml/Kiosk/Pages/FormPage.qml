pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* One page of a service's form, made of what the catalogue asks. */
ActingPage {
    id: page

    required property string pageTitle
    required property var fields
    required property string sentence
    required property string loadProblem
    property var toHijri: iso => ""
    property var fromHijri: hijri => ""

    readonly property bool loading: fields.some(field => field.loading)
    /** One long list takes the whole height; everything else stands in a column that scrolls. */
    readonly property bool single: fields.length === 1 && fields[0].type === "choice"

    /** The question without which nothing goes on and for which there is nothing to choose. */
    readonly property var barren: loading || loadProblem !== "" ? null : fields.find(field => field.type === "choice" && field.required && field.options.length === 0) ?? null
    /** Asked to go on, and not gone yet: an answer may have been refused. */
    property bool asked: false

    function goOn() {
        if (barren !== null) {
            act("anotherService", undefined);
            return;
        }
        asked = true;
        act("next", undefined);
    }
    /** The keyboard's last key: on to the next question, and from the last one to the next page. */
    function finished(index: int) {
        if (index + 1 < fields.length)
            (questions.itemAt(index + 1) as FieldInput).begin();
        else
            goOn();
    }
    function barrenTitle(source: string): string {
        switch (source) {
        //: Nothing to choose from: the citizen has no establishment
        case "establishments":
            return qsTr("No establishment is registered in your name");
        //: Nothing to choose from: the citizen has no such licence
        case "licences":
            return qsTr("There is no licence in your name that this service needs");
        //: Nothing to choose from: no appointment is free
        case "slots":
            return qsTr("No appointment is free here in the coming days");
        //: Nothing to choose from
        default:
            return qsTr("There is nothing to choose from at the moment");
        }
    }
    function barrenBody(source: string): string {
        switch (source) {
        //: The citizen has no establishment: where one is registered, and what to do here
        case "establishments":
            return qsTr("It is registered with the Ministry of Commerce first, and appears here by itself. Until then choose another service, or ask at the counter.");
        //: The citizen has no such licence: what to do
        case "licences":
            return qsTr("If you have one, it may stand under another ID number. Choose another service, or ask at the counter.");
        //: No appointment is free: what to do
        case "slots":
            return qsTr("Go back to choose another municipality or subject, or choose another service.");
        //: Nothing to choose from: what to do
        default:
            return qsTr("Choose another service, or ask at the counter.");
        }
    }

    // A refused answer may be far above what is in sight.
    onFieldsChanged: {
        const refused = fields.findIndex(field => field.problem !== "");
        if (asked && refused >= 0 && !single)
            Qt.callLater(column.reveal, questions.itemAt(refused));
        asked = false;
    }
    busy: loading
    //: While the backend's choices are loaded
    busyText: qsTr("Bringing your choices")
    primaryEnabled: loadProblem === ""
    //: Primary button where there is nothing to choose from
    primaryText: barren !== null ? qsTr("Choose another service") :
    //: Primary button that goes to the next page
    qsTr("Continue")
    tall: (single && fields[0].options.length > 6) || fields.length > 2
    title: pageTitle
    onPrimary: goOn()

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space24

        Notice {
            Layout.alignment: Qt.AlignTop // also where nothing else is on the page
            Layout.fillWidth: true
            //: Button that tries again
            actionText: qsTr("Try again")
            body: sentences.sentence(page.loadProblem).body
            kind: Notice.Kind.Warning
            objectName: "form.loadProblem"
            title: sentences.sentence(page.loadProblem).title
            visible: page.loadProblem !== ""
            onAction: page.act("tryAgain", undefined)
        }
        Notice {
            Layout.alignment: Qt.AlignTop // also where nothing else is on the page
            Layout.fillWidth: true
            body: page.sentence
            kind: Notice.Kind.Error
            objectName: "form.sentence"
            //: The municipality refused an answer of the form
            title: qsTr("Please look at this answer again")
            visible: page.sentence !== ""
        }
        Notice {
            Layout.alignment: Qt.AlignTop // also where nothing else is on the page
            Layout.fillWidth: true
            body: page.barren === null ? "" : page.barrenBody(page.barren.source)
            kind: Notice.Kind.Info
            objectName: "form.nothingToChoose"
            title: page.barren === null ? "" : page.barrenTitle(page.barren.source)
            visible: page.barren !== null
        }
        FieldInput {
            Layout.fillHeight: true
            Layout.fillWidth: true
            alone: true
            last: true
            field: page.single ? page.fields[0] : null
            fromHijri: page.fromHijri
            toHijri: page.toHijri
            visible: page.single && page.fields[0].options.length > 0
            onEdited: (id, text) => page.act("typed", {
                        "field": id,
                        "text": text
                    })
        }
        ScrollColumn {
            id: column
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: Theme.space40
            visible: !page.single
            // By number, not by value: a new answer must not take the field from under the finger.
            Repeater {
                id: questions
                model: page.single ? 0 : page.fields.length
                FieldInput {
                    required property int index
                    Layout.fillWidth: true
                    alone: page.fields.length === 1
                    field: page.fields[index] ?? null
                    fromHijri: page.fromHijri
                    last: index === page.fields.length - 1
                    toHijri: page.toHijri
                    onDone: page.finished(index)
                    onEdited: (id, text) => page.act("typed", {
                                "field": id,
                                "text": text
                            })
                }
            }
            Item {
                implicitHeight: Theme.space24
            }
        }
    }
    Sentences {
        id: sentences
    }
}
