pragma ComponentBehavior: Bound
import QtQuick

/* Digits as on a phone: 1 at the top left on every page. */
KeySet {
    id: root

    readonly property int gap: 12
    readonly property int keyHeight: 104
    readonly property real keyWidth: (grid.width - 2 * gap) / 3

    implicitHeight: grid.implicitHeight
    implicitWidth: 720

    Grid {
        id: grid
        anchors.horizontalCenter: parent.horizontalCenter
        columns: 3
        spacing: root.gap
        width: Math.min(parent.width, 720)

        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]
            KeyCap {
                required property string modelData
                fontSize: 48
                height: root.keyHeight
                objectName: "key." + modelData
                text: Theme.shownDigits(modelData)
                width: root.keyWidth
                onStruck: root.key(text)
            }
        }
        KeyCap {
            height: root.keyHeight
            iconName: "backspace"
            //: Key that removes the last digit
            label: qsTr("Erase")
            objectName: "key.backspace"
            repeats: true
            width: root.keyWidth
            onStruck: root.backspace()
        }
        KeyCap {
            fontSize: 48
            height: root.keyHeight
            objectName: "key.0"
            text: Theme.shownDigits("0")
            width: root.keyWidth
            onStruck: root.key(text)
        }
        KeyCap {
            fontSize: 32
            height: root.keyHeight
            label: root.doneText
            objectName: "key.done"
            strong: true
            text: root.doneText
            width: root.keyWidth
            onStruck: root.done()
        }
    }
}
