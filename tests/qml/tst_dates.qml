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
            field.iso = "2024-01-31";
            edited.clear();
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
