import QtQuick

/*
 * What every field that a keyboard fills has in common: a value, a label, help, and one sentence when something must
 * be put right. It holds the focus itself, so the frame can find it and show the keyboard that it asks for.
 * No system input method is involved: keys call insert() and erase(); nothing is learned or remembered.
 */
FocusScope {
    id: root

    property string label
    property string help
    /** What to put right; empty when nothing is wrong. */
    property string error
    property string text
    property string placeholder
    /** "arabic", "latin" or "digits": the keyboard that comes up first. */
    property string keyboard: LayoutMirroring.enabled ? "arabic" : "latin"
    /** Most characters; 0 means no limit. */
    property int maximumLength: 0
    property bool required: true
    /** What the keyboard's last key says while this field is typed into; empty for the keyboard's own word. */
    property string doneText
    /** The person changed the value (not the program). */
    signal edited(string text)
    /** The person pressed the keyboard's "done" key. */
    signal accepted

    /** Types `characters` where the cursor is. Subclasses with a cursor override this. */
    function insert(characters: string) {
        replaceText(text + characters);
    }
    /** Removes the character before the cursor. */
    function erase() {
        replaceText(text.slice(0, -1));
    }
    function clear() {
        replaceText("");
    }
    function replaceText(value: string) {
        const shortened = maximumLength > 0 ? value.slice(0, maximumLength) : value;
        if (shortened === text)
            return;
        text = shortened;
        edited(shortened);
    }

    activeFocusOnTab: enabled
    Accessible.role: Accessible.EditableText
    Accessible.name: label !== "" ? label : placeholder
    Accessible.description: error !== "" ? error : help
    Accessible.focusable: enabled
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace) {
            erase();
        } else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) {
            accepted();
        } else if (event.text !== "" && event.text.charCodeAt(0) >= 32 && event.text.charCodeAt(0) !== 127) {
            insert(event.text);
        } else {
            return;
        }
        event.accepted = true;
    }
}
