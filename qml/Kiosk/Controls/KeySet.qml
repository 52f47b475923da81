import QtQuick

/* What all keyboards say: a character, erase, change of script, done. Never mirrored: keys stand where they stand. */
FocusScope {
    //: Key that closes the on-screen keyboard
    property string doneText: qsTr("Done")
    /** Words on the key that changes to the other script; empty hides it. */
    property string switchText
    signal key(string text)
    signal backspace
    signal switchScript
    signal done

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
}
