import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* The two digits to choose in the app. */
ActingPage {
    id: page

    /** What was found out about the card's chip: "verified", "not_verified", or "" if no card was read. */
    property string card
    required property string number

    //: Help: how to confirm in the app
    help: qsTr("Open the Nafath app on your phone and choose this number.")
    //: Instruction
    title: qsTr("Confirm on your phone")

    ScrollColumn {
        anchors.fill: parent
        spacing: Theme.space40
        Pill {
            kind: page.card === "verified" ? Pill.Kind.Success : Pill.Kind.Neutral
            objectName: "challenge.card"
            text: page.card === "verified"
                  //: State of the card that was read: its issuer signed what is in its chip, and nothing was changed
                  ? qsTr("Card verified")
                  //: State of the card that was read: it could not be told whether its issuer signed what is in its chip
                  : qsTr("Card read, but not verified")
            visible: page.card !== ""
        }
        Card {
            Layout.fillWidth: true
            padding: page.height < 800 ? Theme.space24 : Theme.space64 // a panel that lies is low
            raised: true
            KioskText {
                Layout.fillWidth: true
                color: Theme.colours.primaryText
                font.pixelSize: 200
                horizontalAlignment: Text.AlignHCenter
                lineHeight: 240
                objectName: "challenge.number"
                strong: true
                text: Theme.ltr(page.number)
            }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space32
            Drawing {
                //: Description of a drawing
                label: qsTr("A phone")
                scene: "phone"
                size: 220
            }
            KioskText {
                Layout.fillWidth: true
                color: Theme.colours.textSecondary
                //: The page goes on by itself
                text: qsTr("We go on by ourselves as soon as you have confirmed.")
            }
        }
        KioskButton {
            Layout.fillWidth: true
            iconName: "message"
            kind: KioskButton.Kind.Secondary
            objectName: "challenge.sms"
            //: Button: get a code by text message instead
            text: qsTr("Send me a text message instead")
            onClicked: page.act("sendSms", undefined)
        }
    }
}
