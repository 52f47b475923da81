import QtQuick
import Kiosk.Controls

/* The control for one question of the catalogue. It keeps what is being typed; the flow hears of every change. */
FocusScope {
    id: root

    property var field
    property var toHijri
    property var fromHijri
    /** The only question of its page: a long list may take all the height. */
    property bool alone: false
    /** The last question of its page: the keyboard's last key goes on to the next page. */
    property bool last: false
    //: Key of the keyboard that goes to the next page
    readonly property string doneText: last ? qsTr("Continue") :
    //: Key of the keyboard that goes to the next question of the page
    qsTr("Next")
    readonly property string fieldId: field?.id ?? ""
    readonly property string problem: sentences.brief(field?.problem ?? "")
    //: Label of a question that may be left out; %1 is the question
    readonly property string label: field ? (field.required ? field.label : qsTr("%1 (optional)").arg(field.label)) : ""

    signal edited(string id, string text)
    signal done

    implicitHeight: loader.item?.implicitHeight ?? 0

    /** Comes here from the question before: a field that is typed into gets the keyboard, others come into sight. */
    function begin() {
        const date = loader.item as DateField;
        if (date)
            date.begin();
        else
            (loader.item ?? root).forceActiveFocus();
    }
    function control(type: string): Component {
        switch (type) {
        case "choice":
            return (field.options.length > 6) ? longChoice : shortChoice;
        case "yesNo":
            return yesNo;
        case "date":
            return date;
        case "number":
        case "digits":
        case "identity":
        case "establishment":
        case "mobile":
            return digits;
        case "note":
            return note;
        default:
            return words;
        }
    }

    Loader {
        id: loader
        anchors.fill: parent
        sourceComponent: root.fieldId === "" ? null : root.control(root.field.type)
    }
    Sentences {
        id: sentences
    }

    // A Loader of Qt 6.4 cannot make what `pragma ComponentBehavior: Bound` ties to its file; untied, qmllint finds no root.
    // qmllint disable unqualified
    Component {
        id: longChoice
        LongChoice {
            alone: root.alone
            error: root.problem
            help: root.field.help
            label: root.label
            objectName: "field." + root.fieldId
            options: root.field.options
            Component.onCompleted: value = root.field.value
            onEdited: code => root.edited(root.fieldId, code)
        }
    }
    Component {
        id: shortChoice
        ShortChoice {
            error: root.problem
            help: root.field.help
            label: root.label
            objectName: "field." + root.fieldId
            options: root.field.options
            Component.onCompleted: value = root.field.value
            onEdited: code => root.edited(root.fieldId, code)
        }
    }
    Component {
        id: yesNo
        YesNo {
            error: root.problem
            help: root.field.help
            label: root.label
            objectName: "field." + root.fieldId
            Component.onCompleted: value = root.field.value
            onEdited: answer => root.edited(root.fieldId, answer)
        }
    }
    Component {
        id: date
        DateField {
            doneText: root.doneText
            error: root.problem
            fromHijri: root.fromHijri
            help: root.field.help
            label: root.label
            lastYear: new Date().getFullYear() + 15
            objectName: "field." + root.fieldId
            toHijri: root.toHijri
            wheels: root.alone
            Component.onCompleted: iso = root.field.value
            onAccepted: root.done()
            onEdited: value => root.edited(root.fieldId, value)
        }
    }
    Component {
        id: digits
        DigitsField {
            doneText: root.doneText
            error: root.problem
            groups: root.field.type === "mobile" ? [3, 3, 4] : root.field.type === "identity" || root.field.type === "establishment" ? [1, 3, 3, 3] : []
            help: root.field.help
            label: root.field.label
            maximumLength: root.field.type === "number" ? 9 : root.field.maximum > 0 ? root.field.maximum : root.field.type === "digits" ? 20 : 10
            objectName: "field." + root.fieldId
            required: root.field.required
            Component.onCompleted: text = root.field.value
            onAccepted: root.done()
            onEdited: value => root.edited(root.fieldId, value)
        }
    }
    Component {
        id: words
        TextField {
            doneText: root.doneText
            error: root.problem
            help: root.field.help
            keyboard: root.field.type === "address" || root.field.type === "reference" || !LayoutMirroring.enabled ? "latin" : "arabic"
            label: root.field.label
            leftToRight: root.field.type === "address" || root.field.type === "reference"
            maximumLength: root.field.maximum > 0 ? root.field.maximum : root.field.type === "address" ? 8 : 120
            objectName: "field." + root.fieldId
            required: root.field.required
            Component.onCompleted: text = root.field.value
            onAccepted: root.done()
            onEdited: value => root.edited(root.fieldId, value)
        }
    }
    Component {
        id: note
        NoteField {
            doneText: root.doneText
            error: root.problem
            help: root.field.help
            label: root.field.label
            maximumLength: root.field.maximum > 0 ? root.field.maximum : 500
            objectName: "field." + root.fieldId
            required: root.field.required
            Component.onCompleted: text = root.field.value
            onAccepted: root.done()
            onEdited: value => root.edited(root.fieldId, value)
        }
    }
}
