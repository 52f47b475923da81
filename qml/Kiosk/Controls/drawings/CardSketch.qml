import QtQuick
import Kiosk.Controls

/* An identity card, 210 x 134. Its face never mirrors: cards look the same on every page. */
Item {
    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
    height: 134
    width: 210

    Sketch {
        fill: Theme.colours.card
        path: "M18 4h174a14 14 0 0 1 14 14v98a14 14 0 0 1-14 14H18a14 14 0 0 1-14-14V18A14 14 0 0 1 18 4z"
    }
    Sketch {
        fill: Theme.colours.accent
        path: "M24 36h42v34H24z M24 53h42M45 36v34"
        thickness: 4
    }
    Sketch {
        path: "M152 58a15 15 0 1 0 .1 0zM128 106c2-28 46-28 48 0"
        thickness: 5
    }
    Sketch {
        ink: Theme.colours.drawingAccent
        path: "M24 92h72M24 110h48"
        thickness: 6
    }
}
