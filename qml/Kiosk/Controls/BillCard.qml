import QtQuick
import QtQuick.Layouts

/* A SADAD bill: what is paid for, how much, the two numbers that a bank asks for, and whether it is paid. */
Card {
    id: root

    property string purpose
    property string amount
    property string biller
    property string billerName
    property string billNumber
    property string dueText
    /** "due", "paid" or "late". */
    property string status: "due"

    //: State of a bill
    readonly property string paidText: qsTr("Paid")
    //: State of a bill
    readonly property string lateText: qsTr("Overdue")
    //: State of a bill
    readonly property string dueStateText: qsTr("Not paid yet")

    //: Heading of a bill for the SADAD payment system
    title: qsTr("SADAD bill")
    spacing: Theme.space16

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space24
        KioskText {
            Layout.fillWidth: true
            text: root.purpose
        }
        Pill {
            kind: root.status === "paid" ? Pill.Kind.Success : root.status === "late" ? Pill.Kind.Error : Pill.Kind.Warning
            text: ({
                    "paid": root.paidText,
                    "late": root.lateText
                })[root.status] ?? root.dueStateText
        }
    }
    KioskText {
        Layout.fillWidth: true
        color: Theme.colours.primaryText
        kind: KioskText.Kind.Display
        font.pixelSize: Theme.titleSize + 8
        text: root.amount
    }
    KeyValueList {
        Layout.fillWidth: true
        rows: [
            //: Who is paid through SADAD
            {
                "label": qsTr("Biller"),
                "value": root.billerName === "" ? Theme.ltr(root.biller) : root.billerName + " " + Theme.ltr("(" + root.biller + ")"),
                "ltr": false
            },
            //: Number of a SADAD bill
            {
                "label": qsTr("Bill number"),
                "value": root.billNumber,
                "ltr": true
            },
            //: Last day to pay a bill
            {
                "label": qsTr("Pay before"),
                "value": root.dueText,
                "ltr": false
            }].filter(row => row.value !== "")
    }
}
