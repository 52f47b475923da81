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
        function test_wrong_option_chosen() {
            search("مدرسة");
            edited.clear();
            mouseClick(Tree.named(list, "list.c8"));
            compare(list.value, "c8");
            compare(edited.count, 1);
        }
    }
}
