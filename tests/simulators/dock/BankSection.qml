pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* The citizen's bank: SADAD bills that are not paid yet. */
DockSection {
    id: root

    property var requests: []
    /** Bills are paid as soon as they are there. */
    property bool automatic: false
    readonly property var unpaid: requests.filter(one => one.state === "awaiting-payment")
    signal paid(string bill)
    signal automaticWanted(bool on)

    iconName: "payment"
    name: "Bank"
    status: unpaid.length > 0 ? `${unpaid.length} unpaid` : ""

    ChipFlow {
        Chip {
            checkable: true
            checked: root.automatic
            text: "pay by itself"
            onClicked: root.automaticWanted(!root.automatic)
        }
    }
    Repeater {
        model: root.unpaid
        RowLayout {
            id: row
            required property var modelData
            Layout.fillWidth: true
            spacing: Theme.space12

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0
                KioskText {
                    Layout.fillWidth: true
                    text: `${row.modelData.bill.number}  ·  ${(row.modelData.bill.amountHalalas / 100).toFixed(2)} SAR`
                }
                KioskText {
                    Layout.fillWidth: true
                    kind: KioskText.Kind.Secondary
                    text: row.modelData.number
                }
            }
            Chip {
                text: "mark paid"
                onClicked: root.paid(row.modelData.bill.number)
            }
        }
    }
}
