import QtQuick

/* The ring around what a key would press. */
Rectangle {
    property bool shown: false

    anchors.fill: parent
    anchors.margins: -6
    border.color: Theme.colours.focus
    border.width: 4
    color: "transparent"
    radius: Theme.radiusControl + 6
    visible: shown
    z: 10
}
