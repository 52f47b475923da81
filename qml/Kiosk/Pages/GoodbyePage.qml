import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* Thank you; take everything; what is erased, what is kept and why, as it was on this visit. */
ActingPage {
    id: page

    required property bool cardPresent
    required property string citizenName
    /** What this terminal knew: keys of erasedWords(). */
    required property list<string> erased
    /** What stays: keys of keptWords(). */
    required property list<string> kept
    readonly property bool listing: erased.length + kept.length > 0

    function erasedWords(key: string): string {
        switch (key) {
        //: Last page: one of the things that are erased
        case "identity":
            return qsTr("Your identity and your card's details");
        //: Last page: one of the things that are erased
        case "answers":
            return qsTr("Your answers");
        //: Last page: one of the things that are erased
        case "pictures":
            return qsTr("Your pictures");
        default:
            return "";
        }
    }
    function keptWords(key: string): string {
        switch (key) {
        //: Last page: one of the things that stay; who has it, how long and why
        case "request":
            return qsTr("Your request, with the municipality, as long as the law says, so that it can answer you. Here stays a number without your name, for 90 days, so that nothing is sent twice.");
        //: Last page: one of the things that stay; who has it, how long and why
        case "unconfirmed":
            return qsTr("A number without your name, here, until we know that your request arrived.");
        //: Last page: one of the things that stay; where, how long and why
        case "kept_here":
            return qsTr("Your report, encrypted here until the municipality has it; if it cannot take it, for 90 days at most. Then only a number without your name stays, so that nothing is sent twice.");
        //: Last page: one of the things that stay; who has it
        case "paper":
            return qsTr("Your paper, with you alone. There is no copy of it here.");
        default:
            return "";
        }
    }

    backVisible: false
    cancelVisible: false
    //: Help of the last page, after a report was accepted without a network
    help: kept.includes("kept_here") ? qsTr("Your report stays here until we have sent it.") :
    //: Help of the last page, above a list of what was erased and one of what stays
    erased.length > 0 ? qsTr("What you showed and typed here is erased.") :
    //: Help of the last page
    qsTr("Nothing of yours stays on this terminal.")
    primaryIcon: "check"
    //: Button: finished, ends the session
    primaryText: qsTr("Finish")
    //: Last page
    title: cardPresent ? qsTr("Take your card, please") :
    //: Last page
    qsTr("Thank you for coming")
    onPrimary: act("next", undefined)

    ScrollColumn {
        anchors.fill: parent
        spacing: page.listing ? Theme.space32 : Theme.space48
        Drawing {
            Layout.alignment: Qt.AlignHCenter
            label: page.title
            scene: page.cardPresent ? "put-card" : "success"
            size: Math.min(page.listing ? 200 : 420, page.height * 0.45) // a panel that lies is low
        }
        Card {
            Layout.fillWidth: true
            objectName: "goodbye.erased"
            //: Last page: heading of the things that are erased
            title: qsTr("Erased from here now")
            visible: page.erased.length > 0
            Repeater {
                model: page.erased
                Bullet {
                    required property string modelData
                    iconName: "check"
                    text: page.erasedWords(modelData)
                }
            }
        }
        Card {
            Layout.fillWidth: true
            objectName: "goodbye.kept"
            //: Last page: heading of the things that stay
            title: qsTr("What stays, and why")
            visible: page.kept.length > 0
            Repeater {
                model: page.kept
                Bullet {
                    required property string modelData
                    iconName: ({"paper": "receipt", "request": "send"})[modelData] ?? "clock"
                    text: page.keptWords(modelData)
                }
            }
        }
        KioskText {
            Layout.fillWidth: true
            color: Theme.colours.textSecondary
            objectName: "goodbye.law"
            //: Last page: by which law things are erased and kept
            text: qsTr("So the Personal Data Protection Law asks.")
            visible: page.listing
        }
        KioskButton {
            Layout.fillWidth: true
            iconName: "home"
            kind: KioskButton.Kind.Secondary
            objectName: "goodbye.another"
            //: Button that goes to the home page
            text: qsTr("Do something else")
            onClicked: page.act("anotherService", undefined)
        }
    }
}
