import QtQuick
import QtTest
import Kiosk.Controls
import "tree.js" as Tree

/* Arabic pages must be the mirror image of English ones, except what never mirrors. */
Item {
    id: root
    height: 1920
    width: 1080

    PageFrame {
        id: frame
        LayoutMirroring.childrenInherit: true
        amanaName: "A"
        anchors.fill: parent
        languageText: "L"
        page: page

        KioskPage {
            id: page
            anchors.fill: parent
            primaryText: "P"
            stepCount: 3
            stepIndex: 1
            stepText: "S"
            title: "T"

            ScrollColumn {
                anchors.fill: parent
                DigitsField {
                    id: digits
                    objectName: "digits"
                    text: "0512345678"
                }
                CodeField {
                    id: code
                    objectName: "code"
                    length: 4
                    text: "12"
                }
                TextField {
                    id: latin
                    leftToRight: true
                    objectName: "latin"
                    text: "DWFA2911"
                }
                TextField {
                    id: words
                    objectName: "words"
                    text: "W"
                }
                ChoiceCard {
                    objectName: "card"
                    iconName: "storefront"
                    title: "C"
                }
            }
        }
    }

    TestCase {
        name: "mirroring"
        when: windowShown

        function place(name) {
            const item = Tree.named(root, name);
            verify(item, "no " + name);
            return Tree.box(item, root);
        }
        function direct(mirrored) {
            frame.LayoutMirroring.enabled = mirrored;
            grabImage(frame); // a picture settles all layouts
        }

        function test_layout_not_mirrored_data() {
            return ["frame.back", "frame.primary", "frame.cancel", "frame.language", "frame.accessibility"].map(n => ({
                            "tag": n
                        }));
        }
        function test_layout_not_mirrored(row) {
            direct(false);
            const ltr = place(row.tag);
            direct(true);
            const rtl = place(row.tag);
            fuzzyCompare(rtl.x, root.width - ltr.x - ltr.width, 1, row.tag);
            verify(Math.abs(rtl.x - ltr.x) > 100, row.tag + " did not move");
        }

        function test_back_not_at_start() {
            direct(false);
            verify(place("frame.back").x < place("frame.primary").x);
            direct(true);
            verify(place("frame.back").x > place("frame.primary").x);
        }

        function test_digits_follow_the_page() {
            for (const mirrored of [false, true]) {
                direct(mirrored);
                const shown = place("digits.shown");
                verify(shown.x < root.width / 2, "the number starts at the left in every direction");
                for (let i = 0; i < 3; ++i)
                    verify(place("code.box" + i).x < place("code.box" + (i + 1)).x, "code boxes run left to right");
            }
        }

        function test_clear_button_stands_before_the_text() {
            direct(true);
            verify(place("latin.clear").x > root.width / 2, "what is written from the left ends at the right");
            verify(place("words.clear").x < root.width / 2, "Arabic ends at the left");
            direct(false);
            verify(place("words.clear").x > root.width / 2);
        }

        function test_directional_icons() {
            const probe = Qt.createQmlObject('import QtQuick; import Kiosk.Controls; Item { LayoutMirroring.enabled: true; LayoutMirroring.childrenInherit: true; property alias back: a; property alias clock: b; Icon { id: a; name: "back" } Icon { id: b; name: "clock" } }', root);
            verify(probe.back.flipped, "an arrow points the other way in Arabic");
            verify(!probe.clock.flipped, "a clock stays a clock");
            probe.destroy();
        }
    }
}
