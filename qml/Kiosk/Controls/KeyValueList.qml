pragma ComponentBehavior: Bound
import QtQuick

/* What is known, in two columns. Each row is {label, value, ltr?}; `ltr` keeps a number, date or Latin run in its own order.
   A positioner and no layout: a layout misses that a row grows when its words wrap while the layout is at work. */
Column {
    id: root

    property var rows: []

    Accessible.role: Accessible.List
    //: Spoken name of a table of facts
    Accessible.name: qsTr("Details")

    Repeater {
        model: root.rows
        Item {
            id: row
            required property int index
            required property var modelData
            implicitHeight: Math.max(name.implicitHeight, value.implicitHeight) + 2 * Theme.space16
            width: root.width

            Rectangle {
                color: Theme.colours.borderQuiet
                height: 2
                visible: row.index > 0
                width: parent.width
            }
            KioskText {
                id: name
                anchors {
                    left: parent.left
                    top: parent.top
                    topMargin: Theme.space16
                }
                color: Theme.colours.textSecondary
                text: row.modelData.label
                width: Math.round(parent.width * 0.36)
            }
            KioskText {
                id: value
                anchors {
                    left: name.right
                    leftMargin: Theme.space24
                    right: parent.right
                    top: parent.top
                    topMargin: Theme.space16
                }
                font.weight: Font.Medium
                text: row.modelData.ltr ? Theme.ltr(row.modelData.value) : row.modelData.value
            }
        }
    }
}
