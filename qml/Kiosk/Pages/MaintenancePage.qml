pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* A technician's one page: what stands about each device and what to do, the receipt roll, a paper that proves the repair. */
ActingPage {
    id: page

    required property var devices
    /** Left on the roll; -1: not known. */
    required property int rollMetres
    /** For so many hours, at last week's pace; -1: not known. */
    required property int rollHours
    required property bool newRoll
    /** The list of withdrawn badges is not of today: this badge was believed all the same. */
    required property bool listIsOld
    required property bool printing
    /** What became of the test receipt: "", "sent", "completed", "not_printed", "unknown". */
    required property string test
    required property string terminalId
    required property string programVersion

    function icon(device: string): string {
        return ({
                "catalogue": "list",
                "document_camera": "camera",
                "document_printer": "printer",
                "identity_reader": "card",
                "network": "network",
                "outbox": "send",
                "receipt_printer": "receipt"
            })[device] ?? "document";
    }
    function rollWords(): string {
        if (rollMetres < 0)
            //: Technician's page, about the receipt roll
            return qsTr("How much paper is left is not counted at this terminal.");
        //: Technician's page, about the receipt roll; %1 is a number of metres
        const metres = qsTr("About %1 m of paper are left.").arg(Theme.ltr(String(rollMetres)));
        if (rollHours < 0)
            return metres;
        //: Technician's page, about the receipt roll; %1 is a number of hours
        return metres + " " + qsTr("At last week's pace they last %1 hours.").arg(Theme.ltr(String(rollHours)));
    }
    function facts(): var {
        //: Technician's page: a label
        const terminal = qsTr("Terminal");
        //: Technician's page: a label
        const version = qsTr("Program version");
        return [fact(terminal, terminalId), fact(version, programVersion)];
    }
    function fact(label: string, value: string): var {
        return {
            "label": label,
            "value": value,
            "ltr": true
        };
    }
    function testWords(): string {
        switch (test) {
        //: Technician's page, what became of the test receipt
        case "completed":
            return qsTr("It is out: the printer said so.");
        //: Technician's page, what became of the test receipt
        case "sent":
            return qsTr("The printer took it. Look whether it came out.");
        //: Technician's page, what became of the test receipt
        case "not_printed":
            return qsTr("Nothing was printed. The list above says why, a few seconds later at most.");
        //: Technician's page, what became of the test receipt
        case "unknown":
            return qsTr("The printer does not say whether it came out. Look for it, also inside.");
        default:
            return "";
        }
    }

    backVisible: false
    cancelVisible: false
    //: Help of the technician's page
    help: qsTr("Take the badge out when you are done: then the terminal serves citizens again.")
    primaryIcon: "exit"
    //: Button of the technician's page: the work is done
    primaryText: qsTr("Finish maintenance")
    tall: true
    //: Title of the technician's page
    title: qsTr("Maintenance")
    onPrimary: act("next", undefined)

    ScrollColumn {
        anchors.fill: parent
        spacing: Theme.space32

        Notice {
            Layout.fillWidth: true
            //: Technician's page: what follows from an old list of withdrawn badges
            body: qsTr("Badges that were withdrawn since are still let in. Bring a new list (badgeRevocations in the settings), or look at the terminal's clock.")
            kind: Notice.Kind.Warning
            objectName: "maintenance.listIsOld"
            //: Technician's page: the list of withdrawn badges is not of today
            title: qsTr("The list of withdrawn badges is old")
            visible: page.listIsOld
        }
        Card {
            Layout.fillWidth: true
            objectName: "maintenance.devices"
            spacing: Theme.space24
            //: Technician's page: heading of the list of devices
            title: qsTr("Devices")
            Repeater {
                model: page.devices.length
                RowLayout {
                    id: line
                    required property int index
                    readonly property var device: page.devices[index] ?? {
                        "id": "",
                        "name": "",
                        "state": "",
                        "advice": "",
                        "kind": "good"
                    }
                    Layout.fillWidth: true
                    spacing: Theme.space24
                    Icon {
                        Layout.alignment: Qt.AlignTop
                        color: Theme.colours.primaryText
                        name: page.icon(line.device.id)
                        size: 44
                    }
                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 0
                        KioskText {
                            Layout.fillWidth: true
                            strong: line.device.kind !== "good"
                            text: line.device.name
                        }
                        KioskText {
                            Layout.fillWidth: true
                            color: Theme.colours.textSecondary
                            kind: KioskText.Kind.Secondary
                            objectName: "maintenance.advice." + line.device.id
                            text: line.device.advice
                            visible: text !== ""
                        }
                    }
                    Pill {
                        Layout.alignment: Qt.AlignTop
                        kind: line.device.kind === "good" ? Pill.Kind.Success : line.device.kind === "notice" ? Pill.Kind.Warning : Pill.Kind.Error
                        objectName: "maintenance." + line.device.id
                        text: line.device.state
                    }
                }
            }
        }
        Card {
            Layout.fillWidth: true
            //: Technician's page: heading
            title: qsTr("Receipt paper")
            KioskText {
                Layout.fillWidth: true
                objectName: "maintenance.roll"
                text: page.rollWords()
            }
            KioskText {
                Layout.fillWidth: true
                color: Theme.colours.success
                //: Technician's page, after "a new roll is in" was touched
                text: qsTr("Counted from a new roll.")
                visible: page.newRoll
            }
            KioskButton {
                Layout.fillWidth: true
                iconName: "renew"
                kind: KioskButton.Kind.Secondary
                objectName: "maintenance.newRoll"
                //: Button of the technician's page: the counter of metres begins anew
                text: qsTr("A new roll is in")
                onClicked: page.act("newRoll", undefined)
            }
        }
        Card {
            Layout.fillWidth: true
            //: Technician's page: heading
            title: qsTr("Prove the repair")
            KioskText {
                Layout.fillWidth: true
                objectName: "maintenance.test"
                text: page.testWords()
                visible: text !== ""
            }
            KioskButton {
                Layout.fillWidth: true
                busy: page.printing
                iconName: "printer"
                kind: KioskButton.Kind.Secondary
                objectName: "maintenance.print"
                //: Button of the technician's page
                text: qsTr("Print a test receipt")
                onClicked: page.act("printTest", undefined)
            }
        }
        KeyValueList {
            Layout.fillWidth: true
            objectName: "maintenance.facts"
            rows: page.facts()
        }
    }
}
