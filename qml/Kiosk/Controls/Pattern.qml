import QtQuick
import Kiosk.Ink

/* Eight-pointed stars side by side, very faint: the only ornament, for large calm grounds. */
Item {
    id: root

    property color ink: Theme.colours.bandInk
    property int cell: 180

    clip: true
    Accessible.ignored: true

    /** SVG path data of all stars on a grid as wide as the item. */
    function stars(): string {
        let data = "";
        const r = cell * 0.36;
        for (let y = cell / 2; y - cell < height; y += cell) {
            for (let x = cell / 2; x - cell < width; x += cell) {
                const d = r * Math.SQRT2;
                data += "M" + [x - r, y - r] + "h" + 2 * r + "v" + 2 * r + "h" + -2 * r + "z" + "M" + [x, y - d] + "l" + [d, d] + "l" + [-d, d] + "l" + [-d, -d] + "z" + "M" + [x + d, y] + "H" + (x + cell - d) + "M" + [x, y + d] + "V" + (y + cell - d);
            }
        }
        return data;
    }

    StrokePath {
        anchors.fill: parent
        ink: root.ink
        opacity: Theme.highContrast ? 0 : 0.07
        path: root.stars()
        thickness: 3
        units: Math.max(1, width)
    }
}
