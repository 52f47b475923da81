import QtQuick
import QtQuick.Layouts

/* A turning mark, with the word that says what we wait for. In reduced motion it stands still and the word remains. */
ColumnLayout {
    id: root

    property string text
    property bool running: true
    property int size: 96
    property color color: Theme.colours.primary

    spacing: Theme.space24
    Accessible.role: Accessible.Indicator
    Accessible.name: text

    Ring {
        id: mark
        Layout.alignment: Qt.AlignHCenter
        color: root.color
        size: root.size
        sweep: 100
        track: Theme.colours.border
        // Eleven steps a second: the eye sees motion and the processor paints only as many frames.
        Timer {
            interval: 90
            repeat: true
            running: root.running && root.visible && !Theme.reducedMotion
            onTriggered: mark.from = (mark.from + 30) % 360
        }
    }
    KioskText {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        text: root.text
        visible: text !== ""
    }
}
