import QtQuick

/* Latin letters, QWERTY. Shift holds for one letter. */
Keyboard {
    canShift: true
    marks: ["@", ".", "-", "/"]
    rows: [["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"], ["q", "w", "e", "r", "t", "y", "u", "i", "o", "p"], ["a", "s", "d", "f", "g", "h", "j", "k", "l"], ["z", "x", "c", "v", "b", "n", "m", "_"]]
    onShift: shiftOn = !shiftOn
    onKey: shiftOn = false
}
