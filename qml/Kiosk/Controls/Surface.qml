import QtQuick

/* A card's ground: rounded, bordered, with the one soft shadow when raised. */
Rectangle {
    id: root

    property color borderColor: Theme.colours.borderQuiet
    property int borderWidth: Theme.colours.borderWidth
    /** Lies above the page; only on the page's own ground, whose colour the shadow is mixed with. */
    property bool raised: false

    border.color: borderColor
    border.width: borderWidth
    color: Theme.colours.card
    radius: Theme.radiusCard

    // Two opaque rims stand for a blur. Each paints only its own line: what is translucent or covers the whole card
    // costs the software scene graph more than all else on the page.
    Rectangle {
        anchors {
            bottomMargin: -9
            fill: parent
            leftMargin: -2
            rightMargin: -2
            topMargin: 4
        }
        border.color: Theme.colours.shadowFar
        border.width: 12
        color: "transparent"
        radius: root.radius + 2
        visible: root.raised && Theme.colours.shadows
        z: -2
    }
    Rectangle {
        anchors {
            bottomMargin: -5
            fill: parent
            leftMargin: -1
            rightMargin: -1
            topMargin: 2
        }
        border.color: Theme.colours.shadowNear
        border.width: 12
        color: "transparent"
        radius: root.radius + 1
        visible: root.raised && Theme.colours.shadows
        z: -1
    }
}
