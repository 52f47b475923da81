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
    /** An answer may take away the question after it: its control reads this until it is gone, too. */
    readonly property var question: field ?? ({
            "help": "",
            "label": "",
            "maximum": 0,
            "options": [],
            "required": false,
            "type": "",
            "value": ""
        })
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
            (loader.item as Item ?? root).forceActiveFocus();
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
            help: root.question.help
            label: root.label
            objectName: "field." + root.fieldId
            options: root.question.options
            Component.onCompleted: value = root.question.value
            onEdited: code => root.edited(root.fieldId, code)
        }
    }
    Component {
        id: shortChoice
        ShortChoice {
            error: root.problem
            help: root.question.help
            label: root.label
            objectName: "field." + root.fieldId
            options: root.question.options
            Component.onCompleted: value = root.question.value
            onEdited: code => root.edited(root.fieldId, code)
        }
    }
    Component {
        id: yesNo
        YesNo {
            error: root.problem
            help: root.question.help
            label: root.label
            objectName: "field." + root.fieldId
            Component.onCompleted: value = root.question.value
            onEdited: answer => root.edited(root.fieldId, answer)
        }
    }
    Component {
        id: date
        DateField {
            doneText: root.doneText
            error: root.problem
            fromHijri: root.fromHijri
            help: root.question.help
            label: root.label
            lastYear: new Date().getFullYear() + 15
            objectName: "field." + root.fieldId
            toHijri: root.toHijri
            wheels: root.alone
            Component.onCompleted: iso = root.question.value
            onAccepted: root.done()
            onEdited: value => root.edited(root.fieldId, value)
        }
    }
    Component {
        id: digits
        DigitsField {
            doneText: root.doneText
            error: root.problem
            groups: root.question.type === "mobile" ? [3, 3, 4] : root.question.type === "identity" || root.question.type === "establishment" ? [1, 3, 3, 3] : []
            help: root.question.help
            label: root.question.label
            maximumLength: root.question.type === "number" ? 9 : root.question.maximum > 0 ? root.question.maximum : root.question.type === "digits" ? 20 : 10
            objectName: "field." + root.fieldId
            required: root.question.required
            Component.onCompleted: text = root.question.value
            onAccepted: root.done()
            onEdited: value => root.edited(root.fieldId, value)
        }
    }
    Component {
        id: words
        TextField {
            doneText: root.doneText
            error: root.problem
            help: root.question.help
            keyboard: root.question.type === "address" || root.question.type === "reference" || !LayoutMirroring.enabled ? "latin" : "arabic"
            label: root.question.label
            leftToRight: root.question.type === "address" || root.question.type === "reference"
            maximumLength: root.question.maximum > 0 ? root.question.maximum : root.question.type === "address" ? 8 : 120
            objectName: "field." + root.fieldId
            required: root.question.required
            Component.onCompleted: text = root.question.value
            onAccepted: root.done()
            onEdited: value => root.edited(root.fieldId, value)
        }
    }
    Component {
        id: note
        NoteField {
            doneText: root.doneText
            error: root.problem
            help: root.question.help
            label: root.question.label
            maximumLength: root.question.maximum > 0 ? root.question.maximum : 500
            objectName: "field." + root.fieldId
            required: root.question.required
            Component.onCompleted: text = root.question.value
            onAccepted: root.done()
            onEdited: value => root.edited(root.fieldId, value)
        }
    }
}
