import QtQuick

/* A preview in a frame: what the camera sees, a page to be printed, a photo taken. */
Item {
    id: root

    property alias source: image.source
    property string label
    /** Shown in the middle while there is no picture. */
    property string emptyText
    property string emptyIcon: "image"
    property alias fillMode: image.fillMode
    /** As in a mirror: whoever looks at themselves moves the right way. */
    property alias mirrored: image.mirror
    /** A green frame: what is seen is good. */
    property bool good: false
    /** Drawn over the picture, as large as it is shown. */
    default property alias over: overlay.data

    implicitHeight: 480
    implicitWidth: 640
    Accessible.role: Accessible.Graphic
    Accessible.name: label

    Surface {
        anchors.fill: parent
        borderColor: root.good ? Theme.colours.primary : Theme.colours.border
        borderWidth: root.good ? 6 : Theme.colours.borderWidth
        color: Theme.colours.quiet
    }
    Image {
        id: image
        anchors.fill: parent
        anchors.margins: 8
        cache: false // a citizen's picture stays in memory no longer than it is on screen
        fillMode: Image.PreserveAspectFit
    }
    Item {
        id: overlay
        anchors.centerIn: image
        height: image.paintedHeight
        visible: image.status === Image.Ready
        width: image.paintedWidth
    }
    Column {
        anchors.centerIn: parent
        spacing: Theme.space16
        visible: image.status !== Image.Ready
        width: parent.width - 2 * Theme.space48
        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.colours.textTertiary
            name: root.emptyIcon
            size: 96
        }
        KioskText {
            color: Theme.colours.textSecondary
            horizontalAlignment: Text.AlignHCenter
            text: root.emptyText
            width: parent.width
        }
    }
}
