import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Pages
import "tree.js" as Tree

/* A page of questions is no dead end: the keyboard leads through it, and an empty list says so. */
Item {
    id: root
    height: 1920
    width: 1080

    PageFrame {
        anchors.fill: parent
        page: loader.item as KioskPage
        Loader {
            id: loader
            anchors.fill: parent
        }
    }
    SignalSpy {
        id: acts
        target: loader.item
        signalName: "act"
    }

    TestCase {
        name: "forms"
        when: windowShown

        function initTestCase() {
            Theme.tapGuard = 0;
        }
        function cleanupTestCase() {
            loader.source = "";
        }
        function question(id, type, more) {
            return Object.assign({
                    "id": id,
                    "type": type,
                    "label": id,
                    "help": "",
                    "required": true,
                    "options": [],
                    "source": "",
                    "minimum": 0,
                    "maximum": 0,
                    "value": "",
                    "problem": "",
                    "loading": false
                }, more ?? {});
        }
        function ask(fields) {
            loader.source = "";
            loader.setSource("qrc:/qt/qml/Kiosk/Pages/FormPage.qml", {
                    "fields": fields,
                    "loadProblem": "",
                    "pageTitle": "Questions",
                    "sentence": ""
                });
            acts.clear();
            wait(0);
        }
        function test_question_taken_away_breaks_its_control_data() {
            return ["choice", "yesNo", "date", "digits", "text", "note"].map(type => ({
                        "tag": type
                    }));
        }
        function test_question_taken_away_breaks_its_control(row) {
            failOnWarning(/TypeError/);
            const few = ["a", "b"].map(code => ({
                        "code": code,
                        "label": code
                    }));
            ask([question("one", "yesNo"), question("two", row.tag, {
                        "options": few
                    })]);
            verify(Tree.named(root, "field.two"));
            loader.item.fields = [question("one", "yesNo")];
            tryVerify(() => !Tree.named(root, "field.two"));
        }
        function focused() {
            return root.Window.activeFocusItem.objectName;
        }
        function done() {
            mouseClick(Tree.named(root, "key.done"));
            wait(0);
        }
        function asked(name) {
            return acts.signalArguments.filter(a => a[0] === name).length;
        }

        function test_done_leaves_a_page_with_open_questions() {
            ask([question("name", "text"), question("area", "number"), question("changes", "note")]);
            Tree.named(root, "field.name").forceActiveFocus();
            done();
            compare(focused(), "field.area");
            compare(asked("next"), 0);
            done();
            compare(focused(), "field.changes");
            done();
            compare(asked("next"), 1);
        }
        function test_done_types_into_a_question_that_is_not_typed() {
            ask([question("name", "text"), question("sign", "yesNo"), question("born", "date")]);
            Tree.named(root, "field.name").forceActiveFocus();
            done();
            compare(asked("next"), 0);
            verify(!Tree.named(root, "frame.keyboard"), "the keyboard hides the question");
        }
        function test_done_skips_a_date() {
            ask([question("name", "text"), question("born", "date")]);
            Tree.named(root, "field.name").forceActiveFocus();
            done();
            compare(focused(), "field.born.dayBox");
            done();
            done();
            compare(focused(), "field.born.yearBox");
            compare(asked("next"), 0);
            done();
            compare(asked("next"), 1);
        }
        function test_wheels_of_a_new_page_stand_elsewhere() {
            ask([question("born", "date")]);
            grabImage(root);
            const date = Tree.named(root, "field.born");
            for (const part of ["day", "month", "year"]) {
                const wheel = Tree.named(date, "field.born." + part);
                const list = Tree.named(wheel, "field.born." + part + ".list");
                const middle = () => list.itemAt(list.width / 2, list.contentY + list.height / 2);
                tryVerify(() => middle()?.index === wheel.currentIndex, 2000, part + ": the view");
                compare(list.currentIndex, wheel.currentIndex);
                compare(list.currentItem, middle());
            }
        }
        function test_empty_list_is_a_dead_end_data() {
            return ["establishments", "licences", "slots", "other"].map(source => ({
                            "tag": source,
                            "source": source
                        }));
        }
        function test_empty_list_is_a_dead_end(row) {
            for (const more of [[], [question("name", "text")]]) {
                ask([question("choice", "choice", {
                                "source": row.source
                            })].concat(more));
                const notice = Tree.named(root, "form.nothingToChoose");
                verify(notice && notice.title !== "" && notice.body !== "");
                const primary = Tree.named(root, "frame.primary");
                verify(primary.enabled);
                mouseClick(primary);
                compare(asked("anotherService"), 1);
                compare(asked("next"), 0);
            }
        }
        function test_list_that_is_still_coming_is_called_empty() {
            ask([question("choice", "choice", {
                            "loading": true
                        })]);
            verify(!Tree.named(root, "form.nothingToChoose"));
        }
        function test_refused_answer_is_out_of_sight() {
            const many = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"].map(id => question(id, "text"));
            ask(many);
            const last = Tree.named(root, "field.j");
            last.forceActiveFocus();
            tryVerify(() => Tree.shownBox(last, root) !== null);
            done();
            loader.item.fields = many.map((field, i) => i === 0 ? Object.assign({}, field, {
                            "problem": "empty"
                        }) : field);
            tryVerify(() => (Tree.shownBox(Tree.named(root, "field.a"), root)?.height ?? 0) > 150);
        }
    }
}
