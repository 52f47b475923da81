import QtQuick
import Kiosk.Ink

/* A square button with an icon only; its words are in `label`. */
Pressable {
    id: root

    property string iconName
    property int iconSize: 40
    property color ink: enabled ? Theme.colours.text : Theme.colours.textDisabled
    property color ground: Theme.colours.card
    property color pressedGround: Theme.colours.quiet
    property color borderColor: Theme.colours.borderInput

    Plate {
        anchors.fill: parent
        borderColor: root.borderColor
        borderWidth: Theme.colours.borderWidth
        color: root.pressed ? root.pressedGround : root.ground
        radius: Theme.radiusControl
    }
    Icon {
        anchors.centerIn: parent
        color: root.ink
        name: root.iconName
        size: root.iconSize
    }
}
