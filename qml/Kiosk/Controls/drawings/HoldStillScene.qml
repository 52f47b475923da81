import QtQuick
import Kiosk.Controls

/* A document inside the corners of a viewfinder; a line reads it from top to bottom. */
Scene {
    id: root
    still: 0.5

    Sketch {
        ink: Theme.colours.drawingAccent
        path: "M84 136V96a16 16 0 0 1 16-16h44M256 80h44a16 16 0 0 1 16 16v40M316 264v40a16 16 0 0 1-16 16h-44M144 320h-44a16 16 0 0 1-16-16v-40"
        thickness: 9
    }
    Sketch {
        fill: Theme.colours.card
        path: "M132 116h136a8 8 0 0 1 8 8v152a8 8 0 0 1-8 8H132a8 8 0 0 1-8-8V124a8 8 0 0 1 8-8z"
    }
    Sketch {
        path: "M166 146a14 14 0 1 0 .1 0zM148 196c2-24 34-24 36 0M208 156h44M208 182h44"
        thickness: 6
    }
    Sketch {
        path: "M146 232l10 0M168 232l10 0M190 232l10 0M212 232l10 0M234 232l18 0M146 256l18 0M176 256l10 0M198 256l18 0M228 256l24 0"
        thickness: 6
    }
    Sketch {
        ink: Theme.colours.drawingAccent
        opacity: 0.85
        path: "M104 0h192"
        thickness: 6
        y: 108 + 186 * root.part(0, 1)
    }
}
