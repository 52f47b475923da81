pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

/* The sandbox's clock. It only goes forward, and stays there. */
DockSection {
    id: root

    /** Now, as the sandbox says it (ISO 8601, UTC). */
    property string now
    property int hoursAhead: 0
    signal advanced(int days)

    iconName: "clock"
    name: "Clock"
    status: now === "" ? "" : now.slice(0, 16).replace("T", " ") + " UTC"
    statusKind: hoursAhead > 0 ? Pill.Kind.Warning : Pill.Kind.Neutral

    ChipFlow {
        Repeater {
            model: [1, 5, 15, 30, 365]
            Chip {
                required property int modelData
                text: modelData === 1 ? "+1 day" : `+${modelData} days`
                onClicked: root.advanced(modelData)
            }
        }
    }
}
