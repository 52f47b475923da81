import QtQuick
import Kiosk.Controls

/* A barcode or a phone's square code held before the reader's light. */
Scene {
    id: root
    still: 0.6

    Sketch {
        // the reader
        fill: Theme.colours.card
        path: "M112 292h176a16 16 0 0 1 16 16v22a16 16 0 0 1-16 16H112a16 16 0 0 1-16-16v-22a16 16 0 0 1 16-16z"
    }
    Sketch {
        ink: Theme.colours.error
        opacity: 0.35 + 0.65 * root.part(0.5, 0.65)
        path: "M150 292h100"
    }
    Sketch {
        fill: Qt.alpha(Theme.colours.errorBorder, 0.7)
        ink: "transparent"
        opacity: root.part(0.4, 0.6)
        path: "M150 290h100l40-86H110z"
        thickness: 0
    }
    Item {
        y: -40 + 40 * root.part(0.05, 0.5)
        Sketch {
            fill: Theme.colours.card
            path: "M112 84h176a12 12 0 0 1 12 12v100a12 12 0 0 1-12 12H112a12 12 0 0 1-12-12V96a12 12 0 0 1 12-12z"
        }
        Sketch {
            path: "M132 112v68M178 112v68M224 112v68M268 112v68"
            thickness: 8
        }
        Sketch {
            path: "M148 112v68M162 112v68M196 112v68M208 112v68M240 112v68M254 112v68"
            thickness: 4
        }
    }
}
