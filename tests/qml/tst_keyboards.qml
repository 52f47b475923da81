import QtQuick
import QtTest
import Kiosk.Controls
import "tree.js" as Tree

/* A key must type what it shows, and nothing else. */
Item {
    id: root
    height: 700
    width: 1080

    TextField {
        id: words
        objectName: "words"
        visible: false
        width: 800
    }
    DigitsField {
        id: number
        maximumLength: 20
        objectName: "number"
        visible: false
        width: 800
    }
    KioskKeyboard {
        id: keyboard
        width: root.width
    }
    NoteField {
        id: second
        visible: false
        width: 800
    }
    SignalSpy {
        id: away
        target: keyboard
        signalName: "done"
    }
    SignalSpy {
        id: accepted
        target: words
        signalName: "accepted"
    }

    TestCase {
        name: "keyboards"
        when: windowShown

        function init() {
            Theme.digits = "latin";
            keyboard.target = null;
            words.text = "";
            number.text = "";
            accepted.clear();
        }
        function keys() {
            return Tree.all(keyboard, item => item instanceof KeyCap);
        }
        function press(name) {
            const key = Tree.named(keyboard, "key." + name);
            verify(key, "no key " + name);
            mouseClick(key);
            wait(0); // a keyboard that was replaced goes with the next turn of the event loop
        }
        function open(layout, field) {
            field.keyboard = layout;
            keyboard.target = null;
            keyboard.target = field;
            compare(keyboard.layout, layout);
            wait(0);
        }

        function test_key_types_something_else_data() {
            return [{
                    "tag": "arabic",
                    "least": 45
                }, {
                    "tag": "latin",
                    "least": 40
                }];
        }
        function test_key_types_something_else(row) {
            open(row.tag, words);
            const typing = keys().filter(key => key.iconName === "" && ["key.switch", "key.done"].indexOf(key.objectName) < 0);
            verify(typing.length >= row.least, "only " + typing.length + " keys");
            for (const name of typing.map(key => key.objectName)) {
                const key = Tree.named(keyboard, name);
                words.text = "";
                mouseClick(key);
                compare(words.text, key.text);
            }
        }
        function test_digits_type_something_else_data() {
            return [{
                    "tag": "latin"
                }, {
                    "tag": "arabic"
                }];
        }
        function test_digits_type_something_else(row) {
            Theme.digits = row.tag;
            open("digits", number);
            for (const digit of "1234567890")
                press(digit);
            compare(number.text, "1234567890"); // kept in Latin digits, shown as the session wants them
            compare(Tree.named(keyboard, "key.5").text, row.tag === "arabic" ? "٥" : "5");
        }
        function test_letters_missing() {
            open("arabic", words);
            const shown = keys().map(key => key.text).join("");
            for (const letter of "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي")
                verify(shown.indexOf(letter) >= 0, letter);
        }
        function test_shift_stays_on() {
            open("latin", words);
            press("shift");
            press("A");
            press("b");
            compare(words.text, "Ab");
        }
        function test_key_after_a_capital_types_its_neighbour() {
            open("latin", words);
            press("shift");
            for (const name of ["L", "4", "1"]) // no frame in between
                mouseClick(Tree.named(keyboard, "key." + name));
            compare(words.text, "L41");
        }
        function test_switch_key_leads_nowhere() {
            open("arabic", words);
            press("switch");
            compare(keyboard.layout, "latin");
            press("switch");
            compare(keyboard.layout, "arabic");
        }
        function test_erase_removes_the_wrong_letter() {
            open("arabic", words);
            press("ب");
            press("ل");
            press("د");
            press("backspace");
            compare(words.text, "بل");
        }
        function test_done_is_not_told() {
            open("arabic", words);
            press("done");
            compare(accepted.count, 1);
        }
        function test_key_too_small_data() {
            return [{
                    "tag": "arabic"
                }, {
                    "tag": "latin"
                }, {
                    "tag": "digits"
                }];
        }
        function test_key_too_small(row) {
            open(row.tag, words);
            for (const key of keys()) {
                verify(key.width >= Theme.touchMin - 0.01, key.objectName + " is " + key.width + " px wide");
                verify(key.height >= Theme.touchMin, key.objectName + " is " + key.height + " px high");
                const box = Tree.box(key, keyboard);
                verify(box.x >= 0 && box.x + box.width <= keyboard.width, key.objectName + " sticks out");
            }
        }
        function test_typing_without_a_field() {
            open("arabic", words);
            keyboard.target = null;
            press("ب");
            compare(words.text, "");
        }
        function test_done_puts_the_next_field_s_keyboard_away() {
            open("latin", words);
            const onward = () => keyboard.target = second;
            words.accepted.connect(onward);
            away.clear();
            press("done");
            words.accepted.disconnect(onward);
            compare(away.count, 0);
            compare(keyboard.target, second);
            press("done");
            compare(away.count, 1);
        }
        function test_last_key_does_not_say_what_it_does() {
            words.doneText = "Next";
            open("latin", words);
            compare(Tree.named(keyboard, "key.done").text, "Next");
            keyboard.target = second;
            wait(0);
            compare(Tree.named(keyboard, "key.done").text, keyboard.doneText);
            verify(keyboard.doneText !== "Next");
            words.doneText = "";
        }
    }
}
