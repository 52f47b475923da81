pragma ComponentBehavior: Bound
import QtQuick

/* A card's ground: rounded, bordered, with the one soft shadow when raised. */
Item {
    id: root

    property color color: Theme.colours.card
    property color borderColor: Theme.colours.borderQuiet
    property int borderWidth: Theme.colours.borderWidth
    property int radius: Theme.radiusCard
    property bool raised: false

    // Four faint layers stand for a blur, which the software scene graph cannot draw.
    Repeater {
        model: root.raised && Theme.colours.shadow > 0 ? 4 : 0
        Rectangle {
            required property int index
            anchors.fill: root
            anchors.topMargin: 2 + index
            anchors.bottomMargin: -2 - 3 * index
            anchors.leftMargin: -index
            anchors.rightMargin: -index
            color: "#0D121C"
            opacity: 0.022 * Theme.colours.shadow
            radius: root.radius + index
        }
    }
    Rectangle {
        anchors.fill: parent
        border.color: root.borderColor
        border.width: root.borderWidth
        color: root.color
        radius: root.radius
    }
}
