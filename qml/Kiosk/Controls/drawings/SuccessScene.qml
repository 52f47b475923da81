import QtQuick
import Kiosk.Controls

/* A large mark that says: done. */
Scene {
    id: root
    span: 900

    Rectangle {
        anchors.centerIn: parent
        color: Theme.colours.primary
        height: 240
        radius: 120
        scale: 0.8 + 0.2 * root.part(0, 0.6)
        width: 240
        Sketch {
            ink: Theme.colours.primaryInk
            path: "M68 124l36 36 70-76"
            thickness: 18
        }
    }
}
