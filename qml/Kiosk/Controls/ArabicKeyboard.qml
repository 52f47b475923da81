import QtQuick

/* Arabic letters where the usual Arabic keyboard has them; the hamza forms have keys of their own, so no shift is needed. */
Keyboard {
    id: root

    // Rows are written from the left edge of the keyboard.
    readonly property var letterRows: [["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"].map(Theme.shownDigits), ["ض", "ص", "ث", "ق", "ف", "غ", "ع", "ه", "خ", "ح", "ج", "د"], ["ش", "س", "ي", "ب", "ل", "ا", "ت", "ن", "م", "ك", "ط", "ذ"], ["ئ", "ء", "ؤ", "ر", "ى", "ة", "و", "ز", "ظ", "أ", "إ", "آ"]]

    marks: ["،", ".", "-", "/"]
    rows: letterRows
}
