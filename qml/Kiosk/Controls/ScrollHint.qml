import QtQuick

/* Shows that there is more above or below: a thin bar at the end side and a fade at the cut. */
Item {
    id: root

    required property Flickable view

    anchors.fill: view
    visible: view.contentHeight > view.height + 1

    Rectangle {
        anchors { right: parent.right; rightMargin: 4 }
        color: Theme.colours.textTertiary
        height: Math.max(64, root.height * root.view.visibleArea.heightRatio)
        opacity: 0.55
        radius: 4
        width: 8
        y: root.view.visibleArea.yPosition * root.height
    }
    Rectangle {
        anchors { bottom: parent.bottom; left: parent.left; right: parent.right }
        height: 64
        visible: !root.view.atYEnd
        gradient: Gradient {
            GradientStop { position: 0; color: Qt.alpha(Theme.colours.card, 0) }
            GradientStop { position: 1; color: Theme.colours.card }
        }
    }
}
