import QtQuick

/* Where the next letter goes. It blinks slowly, and stands still in reduced motion. */
Rectangle {
    id: root

    property bool blinking: false

    color: Theme.colours.primary
    visible: blinking
    width: 4

    Timer {
        interval: 600
        repeat: true
        running: root.blinking && !Theme.reducedMotion
        onRunningChanged: root.opacity = 1
        onTriggered: root.opacity = 1 - root.opacity
    }
}
