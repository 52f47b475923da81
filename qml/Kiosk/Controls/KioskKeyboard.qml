import QtQuick

/*
 * The keyboard that a field asks for. Give it the field as `target`: it shows the right keys and types into it; without
 * a target nothing is typed. The frame keeps one of these; a page needs none.
 */
FocusScope {
    id: root

    property FieldBase target: null
    /**
     * "arabic", "latin" or "digits"; starts as the target asks and changes with the switch key. Without a target the last
     * one stays, so that leaving a field makes no keys; "" before the first.
     */
    property string layout: ""
    //: Key that closes the on-screen keyboard
    property string doneText: target && target.doneText !== "" ? target.doneText : qsTr("Done")
    signal done

    readonly property KeySet keys: loader.item as KeySet
    //: Key that changes the keyboard to Arabic; in Arabic script in every language
    readonly property string arabicWord: qsTr("عربي")
    //: Key that changes the keyboard to Latin; in Latin script in every language
    readonly property string latinWord: qsTr("ABC")

    onTargetChanged: if (target)
        layout = target.keyboard
    implicitHeight: (keys?.implicitHeight ?? 0) + 2 * Theme.space16
    implicitWidth: 1080
    Accessible.role: Accessible.Grouping
    //: Spoken name of the on-screen keyboard
    Accessible.name: qsTr("Keyboard")

    Rectangle {
        anchors.fill: parent
        color: Theme.colours.quiet
        Rectangle {
            color: Theme.colours.border
            height: Theme.colours.borderWidth
            width: parent.width
        }
        // Presses between the keys must not reach the page below.
        MouseArea {
            anchors.fill: parent
        }
    }
    Loader {
        id: loader
        anchors {
            fill: parent
            margins: Theme.space16
        }
        sourceComponent: root.layout === "digits" ? digits : root.layout === "latin" ? latin : root.layout === "arabic" ? arabic : null
    }
    Component {
        id: digits
        DigitsKeyboard {
        }
    }
    Component {
        id: latin
        LatinKeyboard {
        }
    }
    Component {
        id: arabic
        ArabicKeyboard {
        }
    }

    Binding {
        target: root.keys
        property: "doneText"
        value: root.doneText
    }
    Binding {
        target: root.keys
        property: "switchText"
        value: root.layout === "latin" ? root.arabicWord : root.latinWord
    }
    Connections {
        target: root.keys
        function onKey(text: string) {
            root.target?.insert(text);
        }
        function onBackspace() {
            root.target?.erase();
        }
        function onSwitchScript() {
            root.layout = root.layout === "latin" ? "arabic" : "latin";
        }
        function onDone() {
            const typed = root.target;
            typed?.accepted();
            if (root.target === typed) // otherwise another field has asked for the keyboard meanwhile
                root.done();
        }
    }
}
