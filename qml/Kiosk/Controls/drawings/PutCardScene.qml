import QtQuick
import Kiosk.Controls

/* A card comes down onto the reader; the reader answers with waves. */
Scene {
    id: root

    Sketch {
        // the reader
        fill: Theme.colours.card
        path: "M92 282h216a18 18 0 0 1 18 18v24a18 18 0 0 1-18 18H92a18 18 0 0 1-18-18v-24a18 18 0 0 1 18-18z"
    }
    Sketch {
        ink: Theme.colours.drawingAccent
        path: "M170 312h60"
    }
    Item {
        y: -96 + 96 * root.part(0.05, 0.55)
        CardSketch {
            y: 122
            x: 95
        }
    }
    Sketch {
        ink: Theme.colours.drawingAccent
        opacity: root.part(0.6, 0.72)
        path: "M328 236c14 14 14 38 0 52M66 236c-14 14-14 38 0 52"
    }
    Sketch {
        ink: Theme.colours.drawingAccent
        opacity: root.part(0.74, 0.86)
        path: "M348 218c24 24 24 64 0 88M46 218c-24 24-24 64 0 88"
    }
}
