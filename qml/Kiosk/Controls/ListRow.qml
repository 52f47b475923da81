import QtQuick
import QtQuick.Layouts

/* One row of a list: icon, title, note, a value at the end. Flat, so that long lists stay calm. */
Pressable {
    id: root

    property string iconName
    property string title
    property string note
    /** At the end side: a state, a count, a date. */
    property string value
    property bool chevron: true
    property bool divider: true

    touchInset: Theme.touchGap / 2
    label: [title, note, value].filter(s => s !== "").join(". ")
    implicitHeight: Math.max(104, row.implicitHeight + 2 * Theme.space16)
    implicitWidth: 600

    Rectangle {
        anchors.fill: parent
        color: root.pressed ? Theme.colours.quiet : root.checked ? Theme.colours.tint : Theme.colours.card
    }
    Rectangle {
        anchors {
            bottom: parent.bottom
            left: parent.left
            right: parent.right
        }
        color: Theme.colours.borderQuiet
        height: Theme.colours.borderWidth
        visible: root.divider
    }
    RowLayout {
        id: row
        anchors.fill: parent
        anchors.leftMargin: Theme.space24
        anchors.rightMargin: Theme.space24
        spacing: Theme.space24

        Icon {
            color: root.enabled ? Theme.colours.primaryText : Theme.colours.textDisabled
            name: root.iconName
            size: 44
            visible: name !== ""
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0
            KioskText {
                Layout.fillWidth: true
                color: root.enabled ? Theme.colours.text : Theme.colours.textDisabled
                font.weight: Font.Medium
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
        KioskText {
            Layout.maximumWidth: root.width * 0.4
            color: Theme.colours.textSecondary
            kind: KioskText.Kind.Secondary
            text: root.value
            visible: text !== ""
            Accessible.ignored: true
        }
        Icon {
            color: root.checked ? Theme.colours.primary : Theme.colours.textTertiary
            name: root.checked ? "success" : "chevron"
            size: 36
            visible: root.checked || root.chevron
        }
    }
}
