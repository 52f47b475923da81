import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* Thank you; take everything; nothing stays. */
ActingPage {
    id: page

    required property bool cardPresent
    required property string citizenName

    backVisible: false
    cancelVisible: false
    //: Help of the last page
    help: qsTr("Nothing of yours stays on this terminal.")
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
        spacing: Theme.space64
        Drawing {
            Layout.alignment: Qt.AlignHCenter
            label: page.title
            scene: page.cardPresent ? "put-card" : "success"
            size: Math.min(420, page.height * 0.45) // a panel that lies is low
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
