import QtQuick
import QtQuick.Layouts
import QtQuick.Window
import Kiosk.Controls
import Kiosk.Surroundings

/* The dock: everything that happens around a kiosk, in one narrow window beside it. */
Window {
    id: window

    required property string controlFolder
    required property url adminAddress
    required property string scenesFolder
    required property string documentsFolder
    /** The names of the cards that can be laid on the reader. */
    required property list<string> cards

    readonly property int designWidth: 920 // the controls are made for fingers; at half their size they suit a mouse
    readonly property string noCard: "no card"
    readonly property string badge: "badge (PIN 123456)" // the technician's, as it stands in the cards' folder

    color: Theme.colours.page
    height: Math.min(Screen.desktopAvailableHeight, 1920)
    minimumWidth: 320
    title: "Balady dock"
    visible: true
    width: 460
    x: Screen.desktopAvailableWidth - width
    y: 0

    ControlFiles {
        id: files
        folder: window.controlFolder
    }
    AdminClient {
        id: admin
        address: window.adminAddress
    }
    Scenes {
        id: scenes
        documents: window.documentsFolder
        folder: window.scenesFolder
        onPhotographed: scene => files.put("camera", scene)
        onNotPhotographed: reason => console.warn("dock:", reason)
    }
    Timer {
        interval: 1000
        repeat: true
        running: true
        onTriggered: {
            files.refresh();
            scenes.refresh();
            admin.refresh();
        }
    }

    ScrollColumn {
        id: column
        readonly property bool served: admin.state.now !== undefined

        height: (window.height - 2 * y) / scale
        scale: window.width / window.designWidth
        spacing: Theme.space16
        transformOrigin: Item.TopLeft
        width: window.designWidth - 2 * Theme.space24
        x: Theme.space24 * scale
        y: Theme.space16 * scale

        Notice {
            Layout.fillWidth: true
            kind: Notice.Kind.Error
            title: admin.trouble !== "" ? admin.trouble : "The sandbox does not answer"
            visible: admin.trouble !== "" || column.served && !admin.reachable
        }
        DeviceSection {
            iconName: "card"
            name: "Card"
            normal: window.noCard
            word: files.words["card"] === "badge" ? window.badge : files.words["card"] ?? ""
            words: [window.noCard, ...window.cards.map(card => card === "badge" ? window.badge : card)]
            onChosen: word => files.put("card", word === normal ? "" : word === window.badge ? "badge" : word)
        }
        PhoneSection {
            automatic: admin.state.settings?.autoApproveChallenges ?? false
            challenges: admin.challenges
            messages: admin.messages
            visible: column.served
            onAutomaticWanted: on => admin.post("settings", {
                        "autoApproveChallenges": on
                    })
            onDecided: (id, decision) => admin.post(`challenges/${id}/${decision}`)
        }
        DeviceSection {
            id: camera
            iconName: "camera"
            name: "Camera"
            normal: "default"
            visible: window.scenesFolder !== ""
            word: files.words["camera"] ?? ""
            words: [...scenes.names, "unplugged"]
            onChosen: word => files.put("camera", word)

            ChipFlow {
                visible: scenes.licencePrinted
                Chip {
                    text: "lay the licence that was printed last"
                    onClicked: scenes.photographLicence()
                }
            }
        }
        DeviceSection {
            iconName: "receipt"
            name: "Receipt printer"
            word: files.words["receipt-printer"] ?? ""
            words: ["ok", "paper-low", "paper-out", "cover-open", "jam", "offline", "silent", "garbage", "unplug"]
            onChosen: word => files.put("receipt-printer", word)
        }
        DeviceSection {
            iconName: "printer"
            name: "Licence printer"
            word: files.words["document-printer"] ?? ""
            words: ["ok", "media-jam", "media-empty", "door-open", "toner-empty", "toner-low", "offline", "cancel"]
            onChosen: word => files.put("document-printer", word)
        }
        NetworkSection {
            faults: admin.state.faults ?? ({})
            visible: column.served
            onWanted: change => admin.post("faults", change)
        }
        BankSection {
            automatic: admin.state.settings?.autoPayBills ?? false
            requests: admin.requests
            visible: column.served
            onAutomaticWanted: on => admin.post("settings", {
                        "autoPayBills": on
                    })
            onPaid: bill => admin.post(`bills/${bill}/pay`)
        }
        MunicipalitySection {
            requests: admin.requests
            visible: column.served
            onDecided: (number, decision) => admin.post(`requests/${number}/${decision}`)
        }
        ClockSection {
            hoursAhead: admin.state.clockAheadHours ?? 0
            now: admin.state.now ?? ""
            visible: column.served
            onAdvanced: days => admin.post("clock/advance", {
                        "days": days
                    })
        }
    }
}
