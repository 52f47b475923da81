import QtQuick
import Kiosk.Controls

/* A printer at work: the page comes out at the front. */
Scene {
    id: root

    Sketch {
        // paper in the back
        fill: Theme.colours.card
        path: "M136 76h128v84H136z"
    }
    Sketch {
        // the body
        fill: Theme.colours.card
        path: "M88 152h224a20 20 0 0 1 20 20v88a16 16 0 0 1-16 16H84a16 16 0 0 1-16-16v-88a20 20 0 0 1 20-20z"
    }
    Sketch {
        path: "M116 232h168"
    }
    Rectangle {
        color: Theme.colours.drawingAccent
        height: 16
        opacity: 0.35 + 0.65 * Math.abs(Math.sin(root.beat * Math.PI * 4))
        radius: 8
        width: 16
        x: 288
        y: 178
    }
    Item {
        clip: true
        height: 140
        width: 400
        y: 234
        Item {
            y: -112 + 112 * root.part(0.05, 0.9)
            Sketch {
                fill: Theme.colours.card
                path: "M132 -8h136v116H132z"
            }
            Sketch {
                ink: Theme.colours.drawingAccent
                path: "M156 28h88M156 54h88M156 80h48"
            }
        }
    }
}
