import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* "Put your card here." */
ActingPage {
    id: page

    /** What is printed on it has been read or typed. */
    required property bool known

    //: Help: how to put the card
    help: qsTr("Leave it there until we say you can take it.")
    title: known
           //: Instruction, after what is printed on the card was read by the camera
           ? qsTr("Now put your card on the reader")
           //: Instruction
           : qsTr("Put your card on the reader")

    ScrollColumn {
        anchors.fill: parent
        spacing: Theme.space48
        Drawing {
            Layout.alignment: Qt.AlignHCenter
            //: Description of a drawing
            label: qsTr("A hand puts a card on the reader")
            scene: "put-card"
            size: Math.min(480, page.height * 0.45) // a panel that lies is low
        }
        KioskButton {
            Layout.fillWidth: true
            iconName: "keypad"
            kind: KioskButton.Kind.Secondary
            objectName: "insertCard.typeNumber"
            //: Button: sign in without the card
            text: qsTr("Type my number instead")
            onClicked: page.act("typeNumber", undefined)
        }
    }
}
