import QtQuick
import Kiosk.Controls
import Kiosk.Ink

/* One stroke of a drawing: SVG path data on the drawing's 400-unit sheet. */
StrokePath {
    fill: "transparent"
    height: 400
    ink: Theme.colours.drawingInk
    thickness: 7
    units: 400
    width: 400
}
