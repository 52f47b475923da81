import QtQuick
import Kiosk.Ink

/* A square key that steps once a tap and goes on stepping while it is held. */
FocusScope {
    id: root

    property string iconName
    property string label
    property int size: 96
    signal stepped

    activeFocusOnTab: enabled
    implicitHeight: size
    implicitWidth: size
    Accessible.role: Accessible.Button
    Accessible.name: label
    Accessible.focusable: enabled
    Accessible.onPressAction: stepped()
    Keys.onReturnPressed: stepped()
    Keys.onSpacePressed: stepped()

    Plate {
        anchors.fill: parent
        borderColor: root.enabled ? Theme.colours.borderInput : Theme.colours.border
        borderWidth: Theme.colours.borderWidth
        color: area.pressed ? Theme.colours.quiet : Theme.colours.card
        radius: Theme.radiusControl
    }
    Icon {
        anchors.centerIn: parent
        color: root.enabled ? Theme.colours.text : Theme.colours.textDisabled
        name: root.iconName
    }
    MouseArea {
        id: area
        anchors.fill: parent
        enabled: root.enabled
        onPressed: {
            root.parent.forceActiveFocus(); // a keyboard that is still up goes away; no ring for a touch
            root.stepped();
        }
        onPressedChanged: hold.held = false
    }
    Timer {
        interval: 140
        repeat: true
        running: area.pressed && hold.held
        onTriggered: root.stepped()
    }
    Timer {
        id: hold
        property bool held: false
        interval: 500
        running: area.pressed
        onTriggered: held = true
    }
    FocusRing {
        shown: root.activeFocus
    }
}
