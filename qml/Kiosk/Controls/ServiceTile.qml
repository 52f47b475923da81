import QtQuick
import QtQuick.Layouts

/* A square face of a service or a family on the home screen: icon above, title and note below. Two or three stand in a row. */
Pressable {
    id: root

    property string iconName
    property string title
    property string note
    /** Drawn on the primary colour: the one that most people came for. */
    property bool emphasised: false

    readonly property color ink: !enabled ? Theme.colours.textDisabled : emphasised ? Theme.colours.primaryInk : Theme.colours.text

    label: note === "" ? title : title + ". " + note
    implicitHeight: Math.max(280, column.implicitHeight + 2 * Theme.space32)
    implicitWidth: 312

    Surface {
        anchors.fill: parent
        borderColor: root.emphasised ? Theme.colours.primary : Theme.colours.border
        color: root.emphasised && root.enabled ? (root.pressed ? Theme.colours.primaryPressed : Theme.colours.primary) : root.pressed ? Theme.colours.quiet : Theme.colours.card
        raised: root.enabled && !root.pressed
    }
    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: Theme.space32
        spacing: Theme.space12

        IconBadge {
            Layout.bottomMargin: Theme.space12
            enabled: root.enabled
            name: root.iconName
            size: 88
        }
        KioskText {
            Layout.fillWidth: true
            color: root.ink
            font.pixelSize: Theme.bodySize + 2
            strong: true
            text: root.title
            Accessible.ignored: true
        }
        KioskText {
            Layout.fillWidth: true
            color: root.emphasised || !root.enabled ? root.ink : Theme.colours.textSecondary
            kind: KioskText.Kind.Secondary
            text: root.note
            visible: text !== ""
            Accessible.ignored: true
        }
        Item {
            Layout.fillHeight: true
        }
    }
}
