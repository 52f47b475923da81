import QtQuick
import QtQuick.Layouts

/*
 * A day, chosen in either calendar and shown in both. QML has no Umm al-Qura calendar, so the shell lends two
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
    /** Offered range, Gregorian years. */
    property int firstYear: 1930
    property int lastYear: 2030
    property var toHijri: iso => ""
    property var fromHijri: hijri => ""
    signal edited(string iso)

    //: Months of the Gregorian calendar, in order, separated by "|"
    readonly property list<string> gregorianMonths: qsTr("January|February|March|April|May|June|July|August|September|October|November|December").split("|")
    //: Months of the Hijri calendar, in order, separated by "|"
    readonly property list<string> hijriMonths: qsTr("Muharram|Safar|Rabi al-Awwal|Rabi al-Thani|Jumada al-Ula|Jumada al-Akhirah|Rajab|Sha'ban|Ramadan|Shawwal|Dhu al-Qi'dah|Dhu al-Hijjah").split("|")

    readonly property bool canHijri: toHijri("2024-01-01") !== ""
    /** Where the wheels stand before a day is chosen: near today, not in the last century. */
    readonly property string start: Math.min(lastYear, new Date().getFullYear()) + "-01-01"
    readonly property string shown: iso === "" ? start : iso
    readonly property list<int> parts: partsOf(hijri ? toHijri(shown) : shown)
    readonly property int firstShownYear: hijri ? partsOf(toHijri(firstYear + "-01-01"))[0] : firstYear
    readonly property int lastShownYear: hijri ? partsOf(toHijri(lastYear + "-12-31"))[0] : lastYear
    readonly property int daysInMonth: hijri ? hijriDaysInMonth : new Date(parts[0], parts[1], 0).getDate()
    readonly property int hijriDaysInMonth: fromHijri(isoOf(parts[0], parts[1], 30)) !== "" ? 30 : 29

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
        edited(date);
    }

    implicitHeight: column.implicitHeight
    implicitWidth: 900
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
            visible: root.canHijri
            ChoiceCard {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                checkable: true
                checked: root.hijri
                implicitHeight: Theme.touchMin + 16
                objectName: root.objectName + ".hijri"
                //: Choice of calendar
                title: qsTr("Hijri")
                onClicked: root.hijri = true
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
                onClicked: root.hijri = false
            }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.touchGap
            Wheel {
                Layout.alignment: Qt.AlignTop
                Layout.fillHeight: false // a taller row must not pull the wheel's parts apart
                Layout.fillWidth: true
                Layout.preferredWidth: 2
                currentIndex: root.parts[2] - 1
                //: Part of a date
                label: qsTr("Day")
                names: root.numbers(1, root.daysInMonth)
                objectName: root.objectName + ".day"
                onPicked: index => root.choose(root.parts[0], root.parts[1], index + 1)
            }
            Wheel {
                Layout.alignment: Qt.AlignTop
                Layout.fillHeight: false // a taller row must not pull the wheel's parts apart
                Layout.fillWidth: true
                Layout.preferredWidth: 4
                currentIndex: root.parts[1] - 1
                //: Part of a date
                label: qsTr("Month")
                names: root.hijri ? root.hijriMonths : root.gregorianMonths
                objectName: root.objectName + ".month"
                onPicked: index => root.choose(root.parts[0], index + 1, root.parts[2])
            }
            Wheel {
                Layout.alignment: Qt.AlignTop
                Layout.fillHeight: false // a taller row must not pull the wheel's parts apart
                Layout.fillWidth: true
                Layout.preferredWidth: 3
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
        KioskText {
            Layout.fillWidth: true
            color: root.error !== "" ? Theme.colours.error : Theme.colours.textSecondary
            kind: KioskText.Kind.Secondary
            text: root.error !== "" ? root.error : root.help
            visible: text !== ""
        }
    }
}
