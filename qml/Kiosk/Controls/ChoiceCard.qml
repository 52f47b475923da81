import QtQuick
import QtQuick.Layouts

/* One of a few big choices: icon, title, a line of explanation. `checked` marks the chosen one where a choice stays. */
Pressable {
    id: root

    property string iconName
    property string title
    property string note
    /** A short word in a pill at the end: "New", "3". */
    property string badge

    label: note === "" ? title : title + ". " + note
    implicitHeight: Math.max(136, row.implicitHeight + 2 * Theme.space24)
    implicitWidth: 400

    Surface {
        anchors.fill: parent
        borderColor: root.checked ? Theme.colours.primary : Theme.colours.border
        borderWidth: root.checked ? 4 : Theme.colours.borderWidth
        color: root.pressed ? Theme.colours.quiet : root.checked ? Theme.colours.tint : Theme.colours.card
        raised: root.enabled && !root.pressed
    }
    RowLayout {
        id: row
        anchors.fill: parent
        anchors.leftMargin: Theme.space32
        anchors.rightMargin: Theme.space32
        spacing: Theme.space24

        IconBadge {
            enabled: root.enabled
            name: root.iconName
            visible: root.iconName !== ""
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0
            KioskText {
                Layout.fillWidth: true
                color: root.enabled ? Theme.colours.text : Theme.colours.textDisabled
                font.pixelSize: Theme.bodySize + 2
                strong: true
                text: root.title
                Accessible.ignored: true
            }
            KioskText {
                Layout.fillWidth: true
                color: root.enabled ? Theme.colours.textSecondary : Theme.colours.textDisabled
                kind: KioskText.Kind.Secondary
                text: root.note
                visible: text !== ""
                Accessible.ignored: true
            }
        }
        Pill {
            text: root.badge
            visible: text !== ""
        }
        Icon {
            color: root.checked ? Theme.colours.primary : root.enabled ? Theme.colours.textTertiary : Theme.colours.textDisabled
            name: root.checked ? "success" : root.checkable ? "" : "chevron"
            size: 36
            visible: name !== ""
        }
    }
}
