import QtQuick

/* Latin letters, QWERTY. Shift holds for one letter. */
Keyboard {
    id: root

    property bool shifted: false
    readonly property var lower: [["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"], ["q", "w", "e", "r", "t", "y", "u", "i", "o", "p"], ["a", "s", "d", "f", "g", "h", "j", "k", "l"], ["z", "x", "c", "v", "b", "n", "m", "_"]]

    canShift: true
    marks: ["@", ".", "-", "/"]
    rows: shifted ? lower.map(row => row.map(key => key.toUpperCase())) : lower
    shiftOn: shifted
    onShift: shifted = !shifted
    onKey: shifted = false
}
