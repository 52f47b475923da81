import QtQuick
import QtTest
import Kiosk.Controls
import "tree.js" as Tree

/* Fields must keep exactly what was typed where it was typed. */
Item {
    id: root
    height: 1200
    width: 1000

    Column {
        spacing: 16
        TextField {
            id: words
            objectName: "words"
            maximumLength: 12
            width: 800
        }
        NoteField {
            id: note
            objectName: "note"
            maximumLength: 30
            width: 800
        }
        DigitsField {
            id: number
            objectName: "number"
            maximumLength: 10
            groups: [3, 3, 4]
            width: 800
        }
        CodeField {
            id: code
            objectName: "code"
            length: 4
            width: 800
        }
        NumberStepper {
            id: stepper
            objectName: "stepper"
            maximum: 3
            minimum: 1
            width: 600
        }
        YesNo {
            id: yesNo
            objectName: "yesno"
            width: 800
        }
    }
    SignalSpy {
        id: edited
        target: words
        signalName: "edited"
    }
    SignalSpy {
        id: filled
        target: code
        signalName: "filled"
    }

    TestCase {
        name: "fields"
        when: windowShown

        function init() {
            Theme.tapGuard = 0;
            words.text = "";
            note.text = "";
            number.text = "";
            code.text = "";
            stepper.value = 1;
            edited.clear();
            filled.clear();
        }

        function test_text_too_long() {
            words.insert("0123456789");
            words.insert("abcdef");
            compare(words.text, "0123456789ab");
        }
        function test_program_change_looks_like_typing() {
            words.text = "بلدي";
            compare(edited.count, 0);
            words.insert("ة");
            compare(words.text, "بلدية");
            compare(edited.count, 1);
        }
        function test_erase_on_empty_field() {
            words.erase();
            note.erase();
            number.erase();
            compare(words.text + note.text + number.text, "");
            compare(edited.count, 0);
        }
        function test_physical_key_ignored() {
            words.forceActiveFocus();
            keyClick("a");
            keyClick("b");
            keyClick(Qt.Key_Backspace);
            compare(words.text, "a");
        }
        function test_line_too_long_for_note() {
            note.insert("كلمة ".repeat(20));
            compare(note.text.length, 30);
        }
        function test_arabic_digits_lost_data() {
            return [{
                    "tag": "arabic-indic",
                    "typed": "٠٥١٢٣٤٥٦٧٨"
                }, {
                    "tag": "persian",
                    "typed": "۰۵۱۲۳۴۵۶۷۸"
                }, {
                    "tag": "latin with noise",
                    "typed": "05-12 34/5678"
                }];
        }
        function test_arabic_digits_lost(row) {
            number.insert(row.typed);
            compare(number.text, "0512345678");
        }
        function test_letters_in_a_number() {
            number.insert("abc");
            compare(number.text, "");
        }
        function test_code_told_too_early_or_twice() {
            code.insert("12");
            code.insert("3");
            compare(filled.count, 0);
            code.insert("4");
            compare(filled.count, 1);
            compare(filled.signalArguments[0][0], "1234");
            code.insert("5");
            compare(code.text, "1234");
            compare(filled.count, 1);
        }
        function test_clear_key_leaves_text() {
            words.insert("بلدي");
            mouseClick(Tree.named(root, "words.clear"));
            compare(words.text, "");
            verify(words.activeFocus);
        }
        function test_stepper_leaves_its_range() {
            stepper.step(-1);
            compare(stepper.value, 1);
            for (let i = 0; i < 9; ++i)
                stepper.step(1);
            compare(stepper.value, 3);
            verify(!Tree.named(root, "stepper.more").enabled);
        }
        function test_yes_and_no_swapped() {
            mouseClick(Tree.named(root, "yesno.no"));
            compare(yesNo.value, "no");
            mouseClick(Tree.named(root, "yesno.yes"));
            compare(yesNo.value, "yes");
        }
    }
}
