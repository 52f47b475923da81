import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Pages
import "tree.js" as Tree

/* One wish is one press, and a page gets exactly what was pressed on the frame. */
Item {
    id: root
    height: 1920
    width: 1080

    PageFrame {
        id: frame
        anchors.fill: parent
        page: page
        KioskPage {
            id: page
            anchors.fill: parent
            primaryText: "Continue"
            title: "T"
            TextField {
                id: field
                objectName: "field"
                width: 600
            }
        }
    }
    Dialog {
        id: dialog
        objectName: "dialog"
        primaryText: "Yes"
        title: "Sure?"
    }
    Component {
        id: reviewing
        ReviewPage {
            anchors.fill: parent
            citizenName: "A"
            documents: []
            groups: []
            maskedIdentity: "1"
        }
    }
    SignalSpy {
        id: sent
        signalName: "act"
    }
    SignalSpy {
        id: primary
        target: page
        signalName: "primary"
    }
    SignalSpy {
        id: cancel
        target: page
        signalName: "cancel"
    }
    SignalSpy {
        id: back
        target: page
        signalName: "back"
    }

    TestCase {
        name: "presses"
        when: windowShown

        function init() {
            Theme.tapGuard = 0;
            page.busy = false;
            page.primaryEnabled = true;
            dialog.open = false;
            frame.putKeyboardAway();
            for (const spy of [primary, cancel, back])
                spy.clear();
        }
        function tap(name) {
            mouseClick(Tree.named(root, name));
        }

        function test_press_lost() {
            tap("frame.primary");
            tap("frame.back");
            tap("frame.cancel");
            compare([primary.count, back.count, cancel.count].join(), "1,1,1");
        }
        function test_shaking_hand_presses_twice() {
            Theme.tapGuard = 250;
            Tree.named(root, "frame.primary").lastPress = 0;
            tap("frame.primary");
            tap("frame.primary");
            compare(primary.count, 1);
        }
        function test_hasty_touch_sends_what_was_not_read() {
            const review = createTemporaryObject(reviewing, frame);
            sent.target = review;
            frame.page = review;
            review.arrived();
            tap("frame.primary");
            compare(sent.count, 0);
            tryVerify(() => Tree.named(root, "frame.primary").enabled);
            tap("frame.primary");
            compare(sent.signalArguments[0][0], "next");
            sent.target = null;
            frame.page = page;
        }
        function test_disabled_button_answers() {
            page.primaryEnabled = false;
            tap("frame.primary");
            compare(primary.count, 0);
        }
        function test_busy_page_takes_presses() {
            page.busy = true;
            tap("frame.primary");
            tap("frame.back");
            compare(primary.count + back.count, 0);
        }
        function test_finger_slides_off() {
            const button = Tree.named(root, "frame.primary");
            mousePress(button);
            mouseMove(button, 20, -300);
            mouseRelease(button, 20, -300);
            compare(primary.count, 0);
        }
        function test_keyboard_stays_away_or_stays_up() {
            const keyboard = () => Tree.named(root, "frame.keyboard");
            verify(!keyboard());
            field.forceActiveFocus();
            verify(keyboard());
            mouseClick(root, 540, 320); // the ground beside the fields
            verify(!keyboard());
        }
        function test_press_goes_through_the_dialog() {
            dialog.open = true;
            tryCompare(dialog, "opacity", 1);
            tap("frame.primary");
            compare(primary.count, 0);
        }
        function test_enter_key_on_focused_button() {
            const button = Tree.named(root, "frame.back");
            button.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Return);
            compare(back.count, 1);
        }
    }
}
