pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

/* A simulated device that follows one word in its control file. */
DockSection {
    id: root

    /** The words that its file may hold. */
    property var words: []
    /** What its file holds; "" when it is empty or absent. */
    property string word
    /** The word that stands for an empty file. */
    property string normal: "ok"
    readonly property string current: word === "" ? normal : word
    signal chosen(string word)

    status: current
    statusKind: current === normal ? Pill.Kind.Success : Pill.Kind.Warning

    ChipFlow {
        Repeater {
            model: root.words
            Chip {
                required property string modelData
                checkable: true
                checked: modelData === root.current
                text: modelData
                onClicked: root.chosen(modelData)
            }
        }
    }
}
