import QtQuick
import "drawings"

/* A line drawing that shows what to do without a word; it moves gently unless motion is reduced. */
Item {
    id: root

    /** "put-card", "scan-code", "take-paper", "hold-still", "under-camera", "phone", "printing", "paper-jam",
     *  "success", "no-network" or "touch". */
    property string scene
    /** What it shows, for those who can't see it. */
    property string label
    property int size: 400
    /** Stops the motion when something else should have the eye. */
    property bool playing: true

    readonly property Scene current: loader.item as Scene

    implicitHeight: size
    implicitWidth: size
    Accessible.role: Accessible.Graphic
    Accessible.name: label

    Loader {
        id: loader
        anchors.centerIn: parent
        scale: root.size / 400
        sourceComponent: ({
                "put-card": putCard,
                "scan-code": scanCode,
                "take-paper": takePaper,
                "hold-still": holdStill,
                "under-camera": underCamera,
                "phone": phone,
                "printing": printing,
                "paper-jam": paperJam,
                "success": success,
                "no-network": noNetwork,
                "touch": touch
            })[root.scene] ?? null
    }
    Binding {
        property: "playing"
        target: root.current
        value: root.playing && root.visible && !Theme.reducedMotion
    }
    Component {
        id: putCard
        PutCardScene {
        }
    }
    Component {
        id: scanCode
        ScanCodeScene {
        }
    }
    Component {
        id: takePaper
        TakePaperScene {
        }
    }
    Component {
        id: holdStill
        HoldStillScene {
        }
    }
    Component {
        id: underCamera
        UnderCameraScene {
        }
    }
    Component {
        id: phone
        PhoneScene {
        }
    }
    Component {
        id: printing
        PrintingScene {
        }
    }
    Component {
        id: paperJam
        PaperJamScene {
        }
    }
    Component {
        id: success
        SuccessScene {
        }
    }
    Component {
        id: noNetwork
        NoNetworkScene {
        }
    }
    Component {
        id: touch
        TouchScene {
        }
    }
}
