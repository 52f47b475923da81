pragma ComponentBehavior: Bound
import QtQuick

/*
 * What the letter keyboards share: the letter rows and a last row with switch, marks, space, erase and done. Keys are
 * never narrower than 80 px on a 1080 px panel. Nothing typed is kept here.
 */
KeySet {
    id: root

    property var rows: []
    property list<string> marks: []
    property bool canShift: false
    property bool shiftOn: false
    readonly property int gap: 8
    readonly property int keyHeight: 88
    signal shift

    implicitHeight: letters.implicitHeight + gap + keyHeight
    implicitWidth: 1048

    LetterRows {
        id: letters
        capitals: root.shiftOn
        gap: root.gap
        keyHeight: root.keyHeight
        rows: root.rows
        width: root.width
        onKey: text => root.key(text)
    }
    Row {
        id: last
        anchors {
            bottom: parent.bottom
            left: parent.left
            right: parent.right
        }
        spacing: root.gap
        readonly property real unit: (width - 11 * root.gap) / 12
        readonly property int taken: (root.switchText !== "" ? 1 : 0) + (root.canShift ? 1 : 0)

        KeyCap {
            fontSize: 28
            height: root.keyHeight
            label: root.switchText
            objectName: "key.switch"
            text: root.switchText
            visible: text !== ""
            width: last.unit * 1.5
            onStruck: root.switchScript()
        }
        KeyCap {
            height: root.keyHeight
            iconName: "shift"
            //: Key for one capital letter
            label: qsTr("Capital letter")
            objectName: "key.shift"
            on: root.shiftOn
            visible: root.canShift
            width: last.unit
            onStruck: root.shift()
        }
        Repeater {
            model: root.marks
            KeyCap {
                required property string modelData
                height: root.keyHeight
                objectName: "key." + modelData
                text: modelData
                width: last.unit
                onStruck: root.key(modelData)
            }
        }
        KeyCap {
            height: root.keyHeight
            iconName: "space"
            //: The space key
            label: qsTr("Space")
            objectName: "key.space"
            width: last.width - last.unit * ((root.switchText !== "" ? 1.5 : 0) + (root.canShift ? 1 : 0) + root.marks.length + 1.5 + 2) - root.gap * (last.taken + root.marks.length + 2)
            onStruck: root.key(" ")
        }
        KeyCap {
            height: root.keyHeight
            iconName: "backspace"
            //: Key that removes the last letter
            label: qsTr("Erase")
            objectName: "key.backspace"
            repeats: true
            width: last.unit * 1.5
            onStruck: root.backspace()
        }
        KeyCap {
            fontSize: 30
            height: root.keyHeight
            label: root.doneText
            objectName: "key.done"
            strong: true
            text: root.doneText
            width: last.unit * 2
            onStruck: root.done()
        }
    }
}
