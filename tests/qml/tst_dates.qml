import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Testing
import "tree.js" as Tree

/* A day that does not exist must never leave the field. */
Item {
    id: root
    height: 1200
    width: 1000

    DateField {
        id: field
        firstYear: 1990
        // A small Hijri calendar that is good enough here: Muharram 1448 began on 16 June 2026 and has 29 days.
        fromHijri: hijri => {
            const parts = hijri.split("-").map(Number);
            if (parts[0] !== 1448 || parts[1] !== 1 || parts[2] > 29)
                return "";
            return new Date(Date.UTC(2026, 5, 15 + parts[2])).toISOString().slice(0, 10);
        }
        lastYear: 2030
        objectName: "date"
        toHijri: iso => {
            const day = Math.round((Date.parse(iso) - Date.UTC(2026, 5, 16)) / 864e5) + 1;
            return "1448-01-" + String(Math.max(1, Math.min(29, day))).padStart(2, "0");
        }
        width: 900
    }
    Component {
        id: fresh
        DateField {
            firstYear: 1900
            lastYear: 2041
            objectName: "fresh"
            width: 900
        }
    }
    SignalSpy {
        id: edited
        target: field
        signalName: "edited"
    }

    TestCase {
        name: "dates"
        when: windowShown

        function init() {
            field.hijri = false;
            field.wheels = true;
            field.error = "";
            for (const box of ["day", "month", "year"])
                Tree.named(root, "date." + box + "Box").text = "";
            field.iso = "";
            field.iso = "2024-01-31";
            edited.clear();
        }
        function nothingChosen() {
            for (const box of ["day", "month", "year"])
                Tree.named(root, "date." + box + "Box").text = "";
            field.iso = "";
            edited.clear();
        }
        /** Types as people do: into the first box, and on where the focus goes by itself. */
        function type(digits) {
            field.begin();
            for (const digit of digits)
                root.Window.activeFocusItem.insert(digit);
        }
        function boxes() {
            return ["day", "month", "year"].map(box => Tree.named(root, "date." + box + "Box").text).join("-");
        }
        function test_birth_date_takes_more_than_eight_keys() {
            nothingChosen();
            type("31121990");
            compare(field.iso, "1990-12-31");
            nothingChosen();
            type("441991"); // no month has a fortieth day, no year a fortieth month
            compare(field.iso, "1991-04-04");
            nothingChosen();
            type("٠١٠٢١٩٩٢");
            compare(field.iso, "1992-02-01");
        }
        function test_today_cannot_be_chosen_untouched() {
            nothingChosen();
            mouseClick(Tree.named(root, "date.take"));
            compare(field.iso, new Date(Date.now() + 3 * 3600 * 1000).toISOString().slice(0, 10));
            compare(edited.count, 1);
        }
        function test_touched_value_of_a_wheel_is_not_taken() {
            nothingChosen();
            const days = Tree.named(root, "date.day.list");
            mouseClick(days, days.width / 2, days.height / 2);
            compare(field.iso, field.start);
            mouseClick(days, days.width / 2, days.height / 2 + (field.parts[2] < field.daysInMonth ? 80 : -80));
            verify(field.iso !== "" && field.iso !== field.start);
        }
        function test_year_of_the_other_calendar_is_refused() {
            nothingChosen();
            type("05011448");
            compare(field.hijri, true);
            compare(field.iso, "2026-06-20");
            nothingChosen();
            type("20062026");
            compare(field.hijri, false);
            compare(field.iso, "2026-06-20");
        }
        function test_impossible_day_is_lost_or_unexplained_data() {
            return [{
                    "tag": "31 February",
                    "typed": "31022023"
                }, {
                    "tag": "month 13",
                    "typed": "0113"
                }, {
                    "tag": "day 32",
                    "typed": "32"
                }, {
                    "tag": "day 0",
                    "typed": "00"
                }, {
                    "tag": "30 Muharram of 29 days",
                    "typed": "30011448"
                }, {
                    "tag": "a year that nobody offers",
                    "typed": "01011800"
                }];
        }
        function test_impossible_day_is_lost_or_unexplained(row) {
            nothingChosen();
            type(row.typed);
            compare(field.iso, "");
            compare(edited.count, 0);
            verify(Tree.named(root, "date.sentence").text.length > 10, "no sentence");
            compare(boxes().replace(/-/g, ""), row.typed);
        }
        function test_valid_day_stays_after_it_became_impossible() {
            type("31");
            Tree.named(root, "date.monthBox").forceActiveFocus();
            root.Window.activeFocusItem.insert("0");
            root.Window.activeFocusItem.insert("2");
            compare(field.iso, "");
            compare(edited.signalArguments[edited.count - 1][0], "");
            compare(boxes(), "31-02-2024");
        }
        function test_half_a_date_is_told_as_nothing() {
            nothingChosen();
            field.error = "answer this";
            compare(Tree.named(root, "date.sentence").text, "answer this");
            type("0502");
            verify(Tree.named(root, "date.sentence").text !== "answer this");
        }
        function test_wheels_of_one_row_stand_at_different_heights() {
            nothingChosen();
            field.wheels = false;
            field.wheels = true;
            grabImage(field);
            const tops = ["day", "month", "year"].map(part => Tree.named(root, "date." + part).mapToItem(field, 0, 0).y);
            const bottoms = ["day", "month", "year"].map(part => Tree.box(Tree.named(root, "date." + part + ".later"), field)).map(b => b.y + b.height);
            compare(tops[0], tops[1]);
            compare(tops[0], tops[2]);
            compare(bottoms[0], bottoms[1]);
            compare(bottoms[0], bottoms[2]);
            verify(bottoms[0] < Tree.box(Tree.named(root, "date.take"), field).y);
        }
        function test_erasing_stops_at_the_edge_of_a_box() {
            nothingChosen();
            type("0502");
            for (let i = 0; i < 5; ++i)
                root.Window.activeFocusItem.erase();
            compare(boxes(), "0--");
        }
        function test_thirty_first_of_february() {
            field.choose(2024, 2, 31);
            compare(field.iso, "2024-02-29");
            field.choose(2023, 2, 29);
            compare(field.iso, "2023-02-28");
            compare(edited.count, 2);
        }
        function test_month_of_29_days_has_a_thirtieth() {
            field.iso = "2026-06-20";
            field.hijri = true;
            compare(field.daysInMonth, 29);
            field.choose(1448, 1, 30);
            compare(field.iso, "2026-07-14");
        }
        function test_wheel_forgets_the_day_when_names_change() {
            field.iso = "2026-06-20";
            const month = Tree.named(root, "date.month.list");
            compare(month.currentIndex, 5);
            Theme.digits = "arabic";
            field.hijri = true;
            field.hijri = false;
            Theme.digits = "latin";
            tryCompare(month, "currentIndex", 5);
            tryCompare(Tree.named(root, "date.year.list"), "currentIndex", 36);
        }
        function test_wheel_shows_another_month_than_chosen() {
            field.iso = "2026-06-20";
            const month = Tree.named(root, "date.month.list");
            for (const language of ["ar", "en"]) {
                Testbed.speak(language);
                compare(month.currentIndex, 5);
                wait(0);
                const middle = month.itemAt(month.width / 2, month.contentY + month.height / 2);
                verify(middle, "nothing in the middle");
                compare(middle.modelData, field.gregorianMonths[5]);
            }
        }
        function test_new_wheels_stand_elsewhere() {
            for (const late of [false, true]) {
                const date = createTemporaryObject(fresh, root, {
                        "wheels": !late
                    });
                date.wheels = true;
                wait(50);
                grabImage(date);
                const parts = {
                    "day": date.parts[2],
                    "month": date.gregorianMonths[date.parts[1] - 1],
                    "year": date.parts[0]
                };
                for (const part in parts) {
                    const list = Tree.named(date, "fresh." + part + ".list");
                    tryVerify(() => list.itemAt(list.width / 2, list.contentY + list.height / 2)?.modelData === String(parts[part]), 2000, part);
                }
                date.destroy();
                wait(0);
            }
        }
        function test_same_day_told_again() {
            field.choose(2024, 1, 31);
            compare(edited.count, 0);
        }
        function test_one_calendar_only() {
            field.hijri = true;
            field.iso = "2026-06-16";
            verify(field.words(field.toHijri(field.iso), true).indexOf("1448") > 0);
            verify(field.words(field.iso, false).indexOf("2026") > 0);
        }
    }
}
