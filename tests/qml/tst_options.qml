import QtQuick
import QtTest
import Kiosk.Controls
import "tree.js" as Tree

/* A search finds what is meant, however it is spelt. */
Item {
    id: root
    height: 1200
    width: 1000

    OptionList {
        id: list
        anchors.fill: parent
        objectName: "list"
        options: ["أحمد", "إيمان", "مكتبة", "مستشفى", "Bakery", "شارع 12", "حديقة", "مسجد", "مدرسة"].map((label, i) => ({
                        "code": "c" + i,
                        "label": label
                    }))
    }
    Component {
        id: longPage
        ScrollColumn {
            anchors.fill: parent
            OptionList {
                implicitHeight: 900
                implicitWidth: 900
                objectName: "long"
                options: Array.from({
                    length: 24
                }, (_, n) => ({
                            "code": "c" + n,
                            "label": "Option " + n
                        }))
            }
            Item {
                implicitHeight: 1500
            }
        }
    }
    SignalSpy {
        id: edited
        target: list
        signalName: "edited"
    }

    TestCase {
        name: "options"
        when: windowShown

        function search(words) {
            const field = Tree.named(root, "list.search");
            field.clear();
            field.insert(words);
            return list.shown.map(o => o.label);
        }
        function test_spelling_hides_an_option_data() {
            return [{
                    "tag": "hamza",
                    "words": "احمد",
                    "found": "أحمد"
                }, {
                    "tag": "other hamza",
                    "words": "أيمان",
                    "found": "إيمان"
                }, {
                    "tag": "ta marbuta",
                    "words": "مكتبه",
                    "found": "مكتبة"
                }, {
                    "tag": "alif maqsura",
                    "words": "مستشفي",
                    "found": "مستشفى"
                }, {
                    "tag": "case",
                    "words": "bAK",
                    "found": "Bakery"
                }, {
                    "tag": "arabic-indic digits",
                    "words": "١٢",
                    "found": "شارع 12"
                }, {
                    "tag": "tashkeel",
                    "words": "مَسْجد",
                    "found": "مسجد"
                }];
        }
        function test_spelling_hides_an_option(row) {
            compare(search(row.words), [row.found]);
        }
        function test_nothing_found_says_nothing() {
            compare(search("xyz").length, 0);
            const words = Tree.all(list, item => item instanceof Text && item.text === "Nothing matches. Try fewer letters.");
            compare(words.length, 1);
        }
        function test_finger_between_two_rows_moves_the_page_instead_of_the_list() {
            const page = createTemporaryObject(longPage, root);
            waitForRendering(page);
            const view = Tree.all(page, item => item instanceof ListView)[0];
            const below = Tree.named(page, "long.c4").mapToItem(root, 0, 0);
            const finger = touchEvent(root);
            finger.press(0, root, 500, below.y).commit();
            for (let by = 20; by <= 300; by += 20)
                finger.move(0, root, 500, below.y - by).commit();
            finger.release(0, root, 500, below.y - 300).commit();
            compare(page.contentY, 0);
            verify(view.contentY > 0);
        }
        function test_wrong_option_chosen() {
            search("مدرسة");
            edited.clear();
            mouseClick(Tree.named(list, "list.c8"));
            compare(list.value, "c8");
            compare(edited.count, 1);
        }
    }
}
