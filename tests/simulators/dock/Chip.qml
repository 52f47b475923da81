import QtQuick
import Kiosk.Controls

/* A small button for a mouse: a word that can be chosen, or something that can be done once. */
Pressable {
    id: root

    property string text
    property bool dangerous: false

    label: text
    implicitHeight: 64
    implicitWidth: words.implicitWidth + 2 * Theme.space24

    Rectangle {
        anchors.fill: parent
        border.color: root.checked ? Theme.colours.primary : root.dangerous ? Theme.colours.danger : Theme.colours.borderInput
        border.width: Theme.colours.borderWidth
        color: root.checked ? Theme.colours.primary : root.pressed ? Theme.colours.quiet : Theme.colours.card
        opacity: root.enabled ? 1 : 0.4
        radius: Theme.radiusControl
    }
    KioskText {
        id: words
        anchors.centerIn: parent
        color: root.checked ? Theme.colours.primaryInk : root.dangerous ? Theme.colours.danger : Theme.colours.text
        font.weight: Font.Medium
        kind: KioskText.Kind.Secondary
        opacity: root.enabled ? 1 : 0.4
        text: root.text
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
