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

    busy: loading
    //: While the backend's choices are loaded
    busyText: qsTr("Bringing your choices")
    primaryEnabled: loadProblem === "" && !(single && fields[0].options.length === 0)
    //: Primary button that goes to the next page
    primaryText: qsTr("Continue")
    tall: (single && fields[0].options.length > 6) || fields.length > 2
    title: pageTitle
    onPrimary: act("next", undefined)

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space24

        Notice {
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
            Layout.fillWidth: true
            body: page.sentence
            kind: Notice.Kind.Error
            objectName: "form.sentence"
            //: The municipality refused an answer of the form
            title: qsTr("Please look at this answer again")
            visible: page.sentence !== ""
        }
        Notice {
            Layout.fillWidth: true
            //: The list of choices that the platform gave is empty
            body: qsTr("Go back to choose another service, or ask at the counter.")
            kind: Notice.Kind.Info
            objectName: "form.nothingToChoose"
            //: The list of choices that the platform gave is empty
            title: qsTr("We found nothing in your name to choose from")
            visible: page.single && !page.loading && page.loadProblem === "" && page.fields[0].options.length === 0
        }
        FieldInput {
            Layout.fillHeight: true
            Layout.fillWidth: true
            alone: true
            field: page.single ? page.fields[0] : null
            fromHijri: page.fromHijri
            toHijri: page.toHijri
            visible: page.single && page.fields[0].options.length > 0
            onEdited: (id, text) => page.act("typed", { field: id, text: text })
        }
        ScrollColumn {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: Theme.space40
            visible: !page.single
            // By number, not by value: a new answer must not take the field from under the finger.
            Repeater {
                model: page.single ? 0 : page.fields.length
                FieldInput {
                    required property int index
                    Layout.fillWidth: true
                    field: page.fields[index] ?? null
                    fromHijri: page.fromHijri
                    toHijri: page.toHijri
                    onDone: page.act("next", undefined)
                    onEdited: (id, text) => page.act("typed", { field: id, text: text })
                }
            }
            Item { implicitHeight: Theme.space24 }
        }
    }
    Sentences { id: sentences }
}
