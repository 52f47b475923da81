pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* The municipality's desk: what waits for a person there. */
DockSection {
    id: root

    property var requests: []
    readonly property var waiting: requests.filter(one => one.state === "under-review" || one.state === "approved")
    /** decision: "approve", "reject" or "close". */
    signal decided(string number, string decision)

    /** What a person there can do with it: a report is only closed, and so is what was approved without a paper. */
    function decisions(request: var): var {
        return request.state === "approved" || request.kind === "report" ? ["close"] : ["approve", "reject"];
    }

    iconName: "building"
    name: "Municipality"
    status: waiting.length > 0 ? `${waiting.length} waiting` : "nothing to decide"

    Repeater {
        model: root.waiting
        RowLayout {
            id: row
            required property var modelData
            Layout.fillWidth: true
            spacing: Theme.space12

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0
                KioskText {
                    text: row.modelData.number
                }
                KioskText {
                    Layout.fillWidth: true
                    elide: Text.ElideRight
                    kind: KioskText.Kind.Secondary
                    text: (row.modelData.late ? "late · " : "") + (row.modelData.service?.en ?? row.modelData.serviceId)
                    wrapMode: Text.NoWrap
                }
            }
            Repeater {
                model: root.decisions(row.modelData)
                Chip {
                    required property string modelData
                    dangerous: modelData === "reject"
                    text: modelData
                    onClicked: root.decided(row.modelData.number, modelData)
                }
            }
        }
    }
}
