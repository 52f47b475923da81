import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* Card or number? */
ActingPage {
    id: page

    //: Help under the question how to sign in
    help: qsTr("Then you confirm it on your phone. Nothing stays on this terminal when you leave.")
    //: Question: how to sign in
    title: qsTr("How would you like to tell us who you are?")

    ColumnLayout {
        anchors {
            left: parent.left
            right: parent.right
            top: parent.top
        }
        spacing: Theme.space24
        ChoiceCard {
            Layout.fillWidth: true
            iconName: "card"
            //: What using a chip card means
            note: qsTr("A card with a chip; put it on the reader")
            objectName: "identify.card"
            //: Way to sign in
            title: qsTr("With my card")
            onClicked: page.act("useCard", undefined)
        }
        ChoiceCard {
            Layout.fillWidth: true
            iconName: "keypad"
            //: What typing the number means
            note: qsTr("National ID, residence or border number")
            objectName: "identify.number"
            //: Way to sign in
            title: qsTr("By typing my ID number")
            onClicked: page.act("typeNumber", undefined)
        }
    }
}
