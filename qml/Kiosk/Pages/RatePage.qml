import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* One tap. */
ActingPage {
    id: page

    required property string serviceName

    //: Help of the rating page
    help: qsTr("One touch is enough. It is anonymous.")
    //: Question; %1 is a service's name
    title: qsTr("How was “%1”?").arg(serviceName)

    ColumnLayout {
        anchors {
            left: parent.left
            right: parent.right
            top: parent.top
        }
        spacing: Theme.space64
        Stars {
            Layout.alignment: Qt.AlignHCenter
            //: Description of the stars
            label: qsTr("Rating from one to five")
            objectName: "rate"
            size: 144
            onEdited: value => page.act("stars", value)
        }
        KioskButton {
            Layout.fillWidth: true
            kind: KioskButton.Kind.Quiet
            objectName: "rate.skip"
            //: Button: no rating
            text: qsTr("Not now")
            onClicked: page.act("skip", undefined)
        }
    }
}
