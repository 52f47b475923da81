import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* The back of the card under the camera: what is printed there opens its chip. */
ActingPage {
    id: page

    readonly property bool byHandOnly: handScanner && cameraGone
    required property bool cameraGone
    required property bool handScanner
    readonly property string lacks: cameraGone ? "" : sentences.handHint(pageCue.hint ?? "")
    /** What stands about the picture: its `hint` (Sentences.handHint). */
    property var pageCue: ({})
    property string previewSource

    //: Help of the page that reads the card by the camera
    help: qsTr("The side with lines of capital letters and arrows. It is read here, and no picture is kept.")
    tall: true
    title: byHandOnly
           //: Instruction where only a scanner held in the hand reads the card's machine readable zone
           ? qsTr("Read the back of your card with the hand scanner")
           //: Instruction: the camera reads the card's machine readable zone
           : qsTr("Show the back of your card to the camera")

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space24
        ImageView {
            Layout.fillHeight: true
            Layout.fillWidth: true
            emptyIcon: "card"
            emptyText: page.cameraGone
                       //: In the place of the camera's picture
                       ? qsTr("The camera is resting")
                       //: In the place of the camera's picture
                       : qsTr("The camera is waking up")
            //: Description of the camera's picture
            label: qsTr("What the camera sees now")
            objectName: "showCard.view"
            source: page.cameraGone ? "" : page.previewSource
        }
        KioskText {
            Layout.fillWidth: true
            Layout.minimumHeight: 2 * lineHeight // or the picture would move with each sentence
            color: page.lacks !== "" ? Theme.colours.text : Theme.colours.textSecondary
            horizontalAlignment: Text.AlignHCenter
            objectName: "showCard.hint"
            strong: page.lacks !== ""
            text: page.lacks !== "" ? page.lacks : page.byHandOnly
                  //: Instruction where only a scanner held in the hand works: the lines are those of the card's back
                  ? qsTr("Point the scanner at each line of letters until it beeps.") : page.handScanner
                  //: Instruction under the camera's picture where there is also a scanner held in the hand
                  ? qsTr("Hold it close and still; we read it by ourselves. Or read it with the hand scanner.")
                  //: Instruction under the camera's picture
                  : qsTr("Hold it close and still; we read it by ourselves.")
        }
        KioskButton {
            Layout.fillWidth: true
            iconName: "keypad"
            kind: KioskButton.Kind.Secondary
            objectName: "showCard.typeDetails"
            //: Button: type what is printed on the card instead of showing it to the camera
            text: qsTr("Type what is on the card instead")
            onClicked: page.act("typeDetails", undefined)
        }
    }
    Sentences {
        id: sentences
    }
}
