pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* The citizen's telephone: the identity app's challenges, and the text messages. */
DockSection {
    id: root

    property var challenges: []
    property var messages: []
    /** The app approves by itself. */
    property bool automatic: false
    readonly property var pending: challenges.filter(one => one.kind === "app" && one.state === "pending")
    /** decision: "approve" or "refuse". */
    signal decided(string id, string decision)
    signal automaticWanted(bool on)

    iconName: "phone"
    name: "Telephone"
    status: pending.length > 0 ? `${pending.length} waiting` : ""
    statusKind: Pill.Kind.Info

    ChipFlow {
        Chip {
            checkable: true
            checked: root.automatic
            text: "approve by itself"
            onClicked: root.automaticWanted(!root.automatic)
        }
    }
    Repeater {
        model: root.pending
        RowLayout {
            id: challenge
            required property var modelData
            Layout.fillWidth: true
            spacing: Theme.space12

            KioskText {
                kind: KioskText.Kind.Heading
                text: challenge.modelData.number
            }
            KioskText {
                Layout.fillWidth: true
                kind: KioskText.Kind.Secondary
                text: challenge.modelData.identity
            }
            Chip {
                text: "approve"
                onClicked: root.decided(challenge.modelData.id, "approve")
            }
            Chip {
                dangerous: true
                text: "refuse"
                onClicked: root.decided(challenge.modelData.id, "refuse")
            }
        }
    }
    Repeater {
        model: root.messages.slice(0, 3)
        ColumnLayout {
            id: message
            required property var modelData
            Layout.fillWidth: true
            spacing: 0

            KioskText {
                kind: KioskText.Kind.Secondary
                text: message.modelData.mobile
            }
            KioskText {
                Layout.fillWidth: true
                text: message.modelData.en || message.modelData.ar
            }
        }
    }
    KioskText {
        kind: KioskText.Kind.Secondary
        text: "no message yet"
        visible: root.messages.length === 0
    }
}
