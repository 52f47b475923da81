import QtQuick

/* Shows that there is more above or below: a thin bar at the end side and a fade at the cut. */
Item {
    id: root

    required property Flickable view
    property color ground: Theme.colours.card
    /** How far outside the view the bar stands, px. */
    property int aside: -Theme.space16

    anchors.fill: view
    visible: view.contentHeight > view.height + Theme.space16

    Rectangle {
        anchors {
            right: parent.right
            rightMargin: -root.aside
        }
        // Mixed with the ground once, not by a translucent painter: that hands tall rectangles to a pool of threads, row by
        // row, and waits for them.
        color: Qt.tint(root.ground, Qt.alpha(Theme.colours.textTertiary, 0.6))
        height: Math.max(64, root.height * root.view.visibleArea.heightRatio)
        radius: 4
        width: 8
        y: Math.min(root.height - height, root.view.visibleArea.yPosition * root.height)
    }
    Rectangle {
        anchors {
            bottom: parent.bottom
            left: parent.left
            right: parent.right
        }
        height: 48
        visible: !root.view.atYEnd
        gradient: Gradient {
            GradientStop {
                position: 0
                color: Qt.alpha(root.ground, 0)
            }
            GradientStop {
                position: 1
                color: root.ground
            }
        }
    }
}
