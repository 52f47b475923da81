import QtQuick
import QtQuick.Layouts

/*
 * A day, typed or chosen on wheels, in either calendar, and shown in both. A year tells by itself which calendar it is
 * of. What was typed stays in its boxes until it is right. QML has no Umm al-Qura calendar, so the shell lends two
 * functions: toHijri("2026-10-23") is "1448-05-12", fromHijri("1448-05-12") is "2026-10-23" ("" where no such day is).
 * `iso` is always Gregorian, ISO 8601.
 */
FocusScope {
    id: root

    property string label
    property string help
    property string error
    property string iso
    property bool hijri: false
    /** The wheels are shown; without them the days are typed, and a button brings them. */
    property bool wheels: true
    property string doneText
    /** Offered range, Gregorian years; a living person's birth lies in it. */
    property int firstYear: 1900
    property int lastYear: 2030
    property var toHijri: iso => ""
    property var fromHijri: hijri => ""
    /** "" while what is typed is no day of the range. */
    signal edited(string iso)
    /** The person pressed the keyboard's last key in the last box. */
    signal accepted

    //: Months of the Gregorian calendar, in order, separated by "|"
    readonly property list<string> gregorianMonths: qsTr("January|February|March|April|May|June|July|August|September|October|November|December").split("|")
    //: Months of the Hijri calendar, in order, separated by "|"
    readonly property list<string> hijriMonths: qsTr("Muharram|Safar|Rabi al-Awwal|Rabi al-Thani|Jumada al-Ula|Jumada al-Akhirah|Rajab|Sha'ban|Ramadan|Shawwal|Dhu al-Qi'dah|Dhu al-Hijjah").split("|")

    readonly property bool canHijri: toHijri("2024-01-01") !== ""
    /** Where the wheels stand before a day is chosen: today, or the end of the range. */
    readonly property string start: {
        const riyadh = new Date(Date.now() + 3 * 3600 * 1000).toISOString().slice(0, 10); // UTC+3 all the year
        return riyadh > lastYear + "-12-31" ? lastYear + "-12-31" : riyadh;
    }
    readonly property string shown: iso === "" ? start : iso
    readonly property list<int> parts: partsOf(hijri ? toHijri(shown) : shown)
    readonly property int firstShownYear: hijri ? partsOf(toHijri(firstYear + "-01-01"))[0] : firstYear
    readonly property int lastShownYear: hijri ? partsOf(toHijri(lastYear + "-12-31"))[0] : lastYear
    readonly property int daysInMonth: daysOf(parts[0], parts[1])

    /** Day, month and year are two, four and three ninths wide, boxes and wheels alike. */
    readonly property real ninth: (width - 2 * Theme.touchGap) / 9
    readonly property bool anyTyped: dayBox.text !== "" || monthBox.text !== "" || yearBox.text !== ""
    /** What is wrong with what was typed, in words; "" while it may still become a day. */
    readonly property string mistake: {
        const day = Number(dayBox.text);
        const month = Number(monthBox.text);
        const year = Number(yearBox.text);
        if (monthBox.full && (month < 1 || month > 12)) {
            //: What is wrong with a typed date
            return qsTr("Months go from %1 to %2").arg(Theme.shownDigits("1")).arg(Theme.shownDigits("12"));
        }
        if (dayBox.full && (day < 1 || day > (hijri ? 30 : 31))) {
            //: What is wrong with a typed date; %2 is the last day that a month can have
            return qsTr("Days go from %1 to %2").arg(Theme.shownDigits("1")).arg(Theme.shownDigits(hijri ? "30" : "31"));
        }
        if (yearBox.full && (year < firstShownYear || year > lastShownYear)) {
            //: What is wrong with a typed date; %1 and %2 are years
            return qsTr("Years go from %1 to %2").arg(Theme.shownDigits(String(firstShownYear))).arg(Theme.shownDigits(String(lastShownYear)));
        }
        if (dayBox.text !== "" && day > 0 && month > 0 && yearBox.full && typedDay() === "") {
            //: What is wrong with a typed date; %1 is a month's name, %2 a year, %3 its number of days
            return qsTr("%1 %2 has only %3 days").arg((hijri ? hijriMonths : gregorianMonths)[month - 1]).arg(Theme.shownDigits(yearBox.text)).arg(Theme.shownDigits(String(daysOf(year, month))));
        }
        //: The page was left too early: a part of the typed date is missing
        return error !== "" && anyTyped && iso === "" ? qsTr("Day, month and year, please; the year in four digits") : error;
    }

    /** The keyboard comes for the first box. */
    function begin() {
        dayBox.forceActiveFocus();
    }
    function partsOf(date: string): list<int> {
        const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
        return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : [firstYear, 1, 1];
    }
    function isoOf(year: int, month: int, day: int): string {
        return String(year).padStart(4, "0") + "-" + String(month).padStart(2, "0") + "-" + String(day).padStart(2, "0");
    }
    function numbers(from: int, to: int): list<string> {
        const names = [];
        for (let n = from; n <= to; ++n)
            names.push(Theme.shownDigits(String(n)));
        return names;
    }
    function daysOf(year: int, month: int): int {
        if (hijri)
            return fromHijri(isoOf(year, month, 30)) !== "" ? 30 : 29;
        return new Date(year, month, 0).getDate();
    }
    /** The typed day, Gregorian; "" when it is incomplete, does not exist or lies outside the range. */
    function typedDay(): string {
        const day = Number(dayBox.text);
        const month = Number(monthBox.text);
        const year = Number(yearBox.text);
        if (day < 1 || month < 1 || month > 12 || year < firstShownYear || year > lastShownYear || day > daysOf(year, month))
            return "";
        return hijri ? fromHijri(isoOf(year, month, day)) : isoOf(year, month, day);
    }
    function readBoxes() {
        const year = Number(yearBox.text);
        if (canHijri && yearBox.full && (year >= 1300 && year < 1600) !== hijri && year >= 1300 && year < 2200)
            hijri = !hijri; // no calendar has both: 1377 is Hijri, 1957 Gregorian
        const day = typedDay();
        if (day === iso)
            return;
        iso = day;
        edited(day);
    }
    function fillBoxes() {
        if (iso === "")
            return;
        const p = partsOf(hijri ? toHijri(iso) : iso);
        dayBox.text = String(p[2]);
        monthBox.text = String(p[1]);
        yearBox.text = String(p[0]);
    }
    function changeCalendar(wanted: bool) {
        hijri = wanted;
        fillBoxes();
    }

    /** "12 Jumada al-Ula 1448 AH" or "23 October 2026". */
    function words(date: string, isHijri: bool): string {
        const p = partsOf(date);
        const month = (isHijri ? hijriMonths : gregorianMonths)[p[1] - 1];
        const run = Theme.shownDigits(p[2] + " " + month + " " + p[0]);
        if (isHijri) {
            //: A date of the Hijri calendar; %1 is day, month and year
            return qsTr("%1 AH").arg(run);
        }
        //: A date of the Gregorian calendar; %1 is day, month and year
        return qsTr("%1 CE").arg(run);
    }
    function choose(year: int, month: int, day: int) {
        let date = "";
        // The 30th of a 29-day month, 29 February: the last day that there is.
        for (let d = day; d > 0 && date === ""; --d) {
            const candidate = isoOf(year, month, d);
            if (hijri)
                date = fromHijri(candidate);
            else if (d <= new Date(year, month, 0).getDate())
                date = candidate;
        }
        if (date === "" || date === iso)
            return;
        iso = date;
        fillBoxes();
        edited(date);
    }

    implicitHeight: column.implicitHeight
    implicitWidth: 900
    // Given from outside: the boxes show it, whatever they hold.
    onIsoChanged: {
        if (iso !== typedDay())
            fillBoxes();
    }
    Accessible.role: Accessible.Grouping
    Accessible.name: label

    ColumnLayout {
        id: column
        spacing: Theme.space16
        width: root.width

        KioskText {
            Layout.fillWidth: true
            font.weight: Font.Medium
            text: root.label
            visible: text !== ""
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.touchGap
            ChoiceCard {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                checkable: true
                checked: root.hijri
                implicitHeight: Theme.touchMin + 16
                objectName: root.objectName + ".hijri"
                //: Choice of calendar
                title: qsTr("Hijri")
                visible: root.canHijri
                onClicked: root.changeCalendar(true)
            }
            ChoiceCard {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                checkable: true
                checked: !root.hijri
                implicitHeight: Theme.touchMin + 16
                objectName: root.objectName + ".gregorian"
                //: Choice of calendar
                title: qsTr("Gregorian")
                visible: root.canHijri
                onClicked: root.changeCalendar(false)
            }
            IconButton {
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.touchPrimary
                borderColor: root.wheels ? Theme.colours.primary : Theme.colours.borderInput
                ground: root.wheels ? Theme.colours.tint : Theme.colours.card
                iconName: "calendar"
                //: Button that shows or hides the wheels of a date
                label: qsTr("Choose the day on wheels")
                objectName: root.objectName + ".wheels"
                onClicked: root.wheels = !root.wheels
            }
        }
        // Positioners with widths of their own: a layout that becomes visible later keeps its first, empty size.
        Row {
            Layout.fillWidth: true
            spacing: Theme.touchGap
            DatePart {
                id: dayBox
                width: 2 * root.ninth
                //: Key of the keyboard that goes to the next box of a date
                doneText: qsTr("Next")
                greatest: 31
                //: Part of a date
                label: qsTr("Day")
                maximumLength: 2
                objectName: root.objectName + ".dayBox"
                wrong: root.mistake !== ""
                onAccepted: monthBox.forceActiveFocus()
                onEdited: root.readBoxes()
                onFilled: monthBox.forceActiveFocus()
            }
            DatePart {
                id: monthBox
                width: 4 * root.ninth
                //: Key of the keyboard that goes to the next box of a date
                doneText: qsTr("Next")
                greatest: 12
                //: Part of a date
                label: qsTr("Month")
                maximumLength: 2
                objectName: root.objectName + ".monthBox"
                wrong: root.mistake !== ""
                onAccepted: yearBox.forceActiveFocus()
                onEdited: root.readBoxes()
                onEmptied: dayBox.forceActiveFocus()
                onFilled: yearBox.forceActiveFocus()
            }
            DatePart {
                id: yearBox
                width: 3 * root.ninth
                doneText: root.doneText
                //: Part of a date
                label: qsTr("Year")
                maximumLength: 4
                objectName: root.objectName + ".yearBox"
                wrong: root.mistake !== ""
                onAccepted: root.accepted()
                onEdited: root.readBoxes()
                onEmptied: monthBox.forceActiveFocus()
            }
        }
        KioskText {
            Layout.fillWidth: true
            color: root.mistake !== "" ? Theme.colours.error : Theme.colours.textSecondary
            kind: KioskText.Kind.Secondary
            objectName: root.objectName + ".sentence"
            text: root.mistake !== "" ? root.mistake : root.help
            visible: text !== ""
        }
        Row {
            Layout.fillWidth: true
            spacing: Theme.touchGap
            visible: root.wheels
            Wheel {
                width: 2 * root.ninth
                currentIndex: root.parts[2] - 1
                //: Part of a date
                label: qsTr("Day")
                names: root.numbers(1, root.daysInMonth)
                objectName: root.objectName + ".day"
                onPicked: index => root.choose(root.parts[0], root.parts[1], index + 1)
            }
            Wheel {
                width: 4 * root.ninth
                currentIndex: root.parts[1] - 1
                //: Part of a date
                label: qsTr("Month")
                names: root.hijri ? root.hijriMonths : root.gregorianMonths
                objectName: root.objectName + ".month"
                onPicked: index => root.choose(root.parts[0], index + 1, root.parts[2])
            }
            Wheel {
                width: 3 * root.ninth
                currentIndex: root.parts[0] - root.firstShownYear
                //: Part of a date
                label: qsTr("Year")
                names: root.numbers(root.firstShownYear, root.lastShownYear)
                objectName: root.objectName + ".year"
                onPicked: index => root.choose(root.firstShownYear + index, root.parts[1], root.parts[2])
            }
        }
        Notice {
            Layout.fillWidth: true
            body: root.iso === "" ? "" : root.canHijri ? root.words(root.toHijri(root.iso), true) + " - " + root.words(root.iso, false) : root.words(root.iso, false)
            kind: Notice.Kind.Info
            iconName: "calendar"
            visible: root.iso !== ""
        }
        KioskButton {
            Layout.fillWidth: true
            iconName: "check"
            kind: KioskButton.Kind.Secondary
            objectName: root.objectName + ".take"
            //: Button under the wheels of a date: takes the day at which they stand; %1 is that day
            text: qsTr("Choose %1").arg(root.words(root.hijri ? root.toHijri(root.start) : root.start, root.hijri))
            visible: root.wheels && root.iso === "" && !root.anyTyped
            onClicked: root.choose(root.parts[0], root.parts[1], root.parts[2])
        }
    }
}
