pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

/* Faults between the kiosk and its backend; each chip switches one on, and shows how often it is still to come. */
DockSection {
    id: root

    /** As `GET /admin/faults` answers. */
    property var faults: ({})
    readonly property bool cut: faults.refuseConnections === true
    readonly property bool disturbed: faults.latencyMs > 0 || faults.failNext?.count > 0 || faults.dropAfterCommit > 0 || faults.garbageNext > 0 || faults.wrongShapeNext > 0
    signal wanted(var change)

    /** "503 to the next", and while it is still to come how often. */
    function counted(words: string, count: var): string {
        return count > 0 ? `${words} (${count})` : words;
    }

    iconName: cut ? "network-off" : "network"
    name: "Network"
    status: cut ? "cut" : disturbed ? "disturbed" : "ok"
    statusKind: cut ? Pill.Kind.Error : disturbed ? Pill.Kind.Warning : Pill.Kind.Success

    ChipFlow {
        Chip {
            checkable: true
            checked: root.cut
            text: root.cut ? "restore" : "cut"
            onClicked: root.wanted({
                    "refuseConnections": !root.cut
                })
        }
        Repeater {
            model: [0, 500, 2000, 10000]
            Chip {
                required property int modelData
                checkable: true
                checked: root.faults.latencyMs === modelData
                text: modelData === 0 ? "no delay" : `${modelData} ms`
                onClicked: root.wanted({
                        "latencyMs": modelData
                    })
            }
        }
        Chip {
            checked: root.faults.failNext?.count > 0
            text: root.counted("503 to the next", root.faults.failNext?.count)
            onClicked: root.wanted({
                    "failNext": {
                        "status": 503,
                        "count": (root.faults.failNext?.count ?? 0) + 1
                    }
                })
        }
        Chip {
            checked: root.faults.dropAfterCommit > 0
            text: root.counted("drop after commit", root.faults.dropAfterCommit)
            onClicked: root.wanted({
                    "dropAfterCommit": (root.faults.dropAfterCommit ?? 0) + 1
                })
        }
        Chip {
            checked: root.faults.garbageNext > 0
            text: root.counted("garbage next", root.faults.garbageNext)
            onClicked: root.wanted({
                    "garbageNext": (root.faults.garbageNext ?? 0) + 1
                })
        }
        Chip {
            checked: root.faults.wrongShapeNext > 0
            text: root.counted("wrong shape next", root.faults.wrongShapeNext)
            onClicked: root.wanted({
                    "wrongShapeNext": (root.faults.wrongShapeNext ?? 0) + 1
                })
        }
        Chip {
            enabled: root.cut || root.disturbed
            text: "no faults"
            onClicked: root.wanted({
                    "latencyMs": 0,
                    "failNext": {
                        "status": 503,
                        "count": 0
                    },
                    "dropAfterCommit": 0,
                    "garbageNext": 0,
                    "wrongShapeNext": 0,
                    "refuseConnections": false
                })
        }
    }
}
