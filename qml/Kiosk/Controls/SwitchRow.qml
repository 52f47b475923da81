import QtQuick
import QtQuick.Layouts

/* One thing that is on or off. */
Pressable {
    id: root

    property string iconName
    property string title
    property string note

    checkable: true
    label: note === "" ? title : title + ". " + note
    implicitHeight: Math.max(112, row.implicitHeight + 2 * Theme.space16)
    implicitWidth: 600
    Accessible.role: Accessible.CheckBox

    Surface {
        anchors.fill: parent
        borderColor: root.checked ? Theme.colours.primary : Theme.colours.border
        color: root.pressed ? Theme.colours.quiet : root.checked ? Theme.colours.tint : Theme.colours.card
    }
    RowLayout {
        id: row
        anchors {
            fill: parent
            leftMargin: Theme.space24
            rightMargin: Theme.space24
        }
        spacing: Theme.space24
        Icon {
            color: Theme.colours.primaryText
            name: root.iconName
            size: 48
            visible: name !== ""
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0
            KioskText {
                Layout.fillWidth: true
                font.weight: Font.Medium
                text: root.title
                Accessible.ignored: true
            }
            KioskText {
                Layout.fillWidth: true
                kind: KioskText.Kind.Secondary
                text: root.note
                visible: text !== ""
                Accessible.ignored: true
            }
        }
        Rectangle {
            border.color: root.checked ? Theme.colours.primary : Theme.colours.textTertiary
            border.width: 3
            color: root.checked ? Theme.colours.primary : Theme.colours.card
            implicitHeight: 48
            implicitWidth: 88
            radius: 24
            Rectangle {
                // On is at the end side, whichever side that is.
                x: root.checked !== root.LayoutMirroring.enabled ? parent.width - width - 8 : 8
                y: 8
                color: root.checked ? Theme.colours.primaryInk : Theme.colours.textTertiary
                height: 32
                radius: 16
                width: 32
            }
        }
    }
}
