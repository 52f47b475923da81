import QtQuick
import Kiosk.Ink

/* An icon on a tinted round square: the face of a service, a section or a meaning. */
Plate {
    id: root

    property string name
    property int size: 80
    property color ink: Theme.colours.primaryText

    borderColor: Theme.colours.tintBorder
    borderWidth: Theme.colours.shadows ? 0 : Theme.colours.borderWidth
    color: enabled ? Theme.colours.tint : Theme.colours.quiet
    implicitHeight: size
    implicitWidth: size
    radius: Theme.radiusCard * size / 96

    Icon {
        anchors.centerIn: parent
        color: root.enabled ? root.ink : Theme.colours.textDisabled
        name: root.name
        size: Math.round(root.size * 0.55)
    }
}
