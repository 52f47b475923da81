import QtQuick
import Kiosk.Controls

/* Paper comes out of the slot and waits to be taken. */
Scene {
    id: root

    Item {
        // below the slot only
        clip: true
        height: 260
        width: 400
        y: 122
        Item {
            y: -210 + 210 * root.part(0.05, 0.65)
            Sketch {
                fill: Theme.colours.card
                path: "M128 -20h144v208l-18-14-18 14-18-14-18 14-18-14-18 14-18-14-18 14z"
            }
            Sketch {
                ink: Theme.colours.drawingAccent
                path: "M156 42h88M156 74h88M156 106h52"
            }
        }
    }
    Sketch {
        // the slot
        fill: Theme.colours.card
        path: "M88 82h224a14 14 0 0 1 14 14v18a14 14 0 0 1-14 14H88a14 14 0 0 1-14-14V96a14 14 0 0 1 14-14z"
    }
    Sketch {
        path: "M108 108h184"
    }
    Item {
        opacity: root.part(0.66, 0.76)
        y: 10 * root.part(0.76, 0.88) - 10 * root.part(0.9, 1)
        Sketch {
            ink: Theme.colours.drawingAccent
            path: "M312 196v74M290 250l22 24 22-24"
            thickness: 9
        }
    }
}
