import QtQuick
import Kiosk.Controls

/* A printer whose paper is caught. */
Scene {
    id: root

    Item {
        x: 4 * Math.sin(root.beat * Math.PI * 8) * (1 - root.part(0.5, 0.7))
        Sketch {
            fill: Theme.colours.card
            path: "M136 156v-52l22-22 18 20 24-28 20 30 22-20 22 22v50z"
        }
        Sketch {
            ink: Theme.colours.drawingAccent
            path: "M158 126l20-8 22 12 24-10 18 8"
            thickness: 6
        }
    }
    Sketch {
        fill: Theme.colours.card
        path: "M88 152h224a20 20 0 0 1 20 20v88a16 16 0 0 1-16 16H84a16 16 0 0 1-16-16v-88a20 20 0 0 1 20-20z"
    }
    Sketch {
        path: "M116 232h168"
    }
    Sketch {
        fill: Theme.colours.card
        ink: Theme.colours.warning
        path: "M288 232l62 108H226z"
        thickness: 9
    }
    Sketch {
        ink: Theme.colours.warning
        path: "M288 272v28M288 320v.1"
        thickness: 10
    }
}
