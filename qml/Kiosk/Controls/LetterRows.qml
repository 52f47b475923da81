pragma ComponentBehavior: Bound
import QtQuick

/* Rows of keys of equal width, centred: the body of a letter keyboard. Never mirrored: keys stand where they stand. */
Column {
    id: root

    /** Each row is a list of the characters on its keys. */
    property var rows: []
    /** The keys stay where they are and change what they write: a quick second finger still meets its key. */
    property bool capitals: false
    property int keyHeight: 88
    property int gap: 8
    /** Keys of the longest row; every key is as wide as these. */
    readonly property int longest: Math.max(1, ...rows.map(row => row.length))
    readonly property real keyWidth: (width - (longest - 1) * gap) / longest
    signal key(string text)

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
    spacing: gap

    Repeater {
        model: root.rows
        Row {
            id: line
            required property var modelData
            anchors.horizontalCenter: parent?.horizontalCenter
            spacing: root.gap
            Repeater {
                model: line.modelData
                KeyCap {
                    required property string modelData
                    height: root.keyHeight
                    objectName: "key." + text
                    text: root.capitals ? modelData.toUpperCase() : modelData
                    width: root.keyWidth
                    onStruck: root.key(text)
                }
            }
        }
    }
}
