import QtQuick
import Kiosk.Controls

/* A page slides under the camera's light. */
Scene {
    id: root

    Sketch {
        // the light
        fill: Qt.alpha(Theme.colours.accent, Theme.highContrast ? 0.35 : 0.22)
        ink: "transparent"
        opacity: 0.4 + 0.6 * root.part(0.55, 0.7)
        path: "M176 124h48l76 172H100z"
        thickness: 0
    }
    Sketch {
        // the camera
        fill: Theme.colours.card
        path: "M146 62h108a12 12 0 0 1 12 12v36a12 12 0 0 1-12 12H146a12 12 0 0 1-12-12V74a12 12 0 0 1 12-12zM200 76a16 16 0 1 0 .1 0zM200 62V40"
    }
    Sketch {
        path: "M64 330h272"
        thickness: 9
    } // the tray
    Item {
        x: 170 * (1 - root.part(0.05, 0.55)) * (root.LayoutMirroring.enabled ? -1 : 1)
        opacity: root.part(0, 0.15)
        Sketch {
            fill: Theme.colours.card
            path: "M138 262h124l30 58H108z"
        }
        Sketch {
            ink: Theme.colours.drawingAccent
            path: "M152 280h76M144 298h100"
            thickness: 6
        }
    }
    Sketch {
        ink: Theme.colours.drawingAccent
        opacity: root.part(0.74, 0.84)
        path: "M300 196l16 16 30-34"
        thickness: 10
    }
}
