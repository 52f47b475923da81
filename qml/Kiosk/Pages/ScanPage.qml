import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* A printed licence's code under the camera. */
ActingPage {
    id: page

    required property bool handScanner
    required property string problem
    property string previewSource

    //: Help of the scan page
    help: qsTr("It is checked here, without a network. Nothing is kept.")
    tall: true
    //: Instruction of the scan page
    title: qsTr("Hold the licence's code under the camera")

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space24
        Notice {
            Layout.fillWidth: true
            //: Button that tries again
            actionText: qsTr("Try again")
            body: sentences.sentence(page.problem).body
            kind: Notice.Kind.Warning
            objectName: "scan.problem"
            title: sentences.sentence(page.problem).title
            visible: page.problem !== ""
            onAction: page.act("tryAgain", undefined)
        }
        ImageView {
            Layout.fillHeight: true
            Layout.fillWidth: true
            emptyIcon: "qr"
            //: In the place of the camera's picture
            emptyText: qsTr("The camera is waking up")
            //: Description of the camera's picture
            label: qsTr("What the camera sees now")
            objectName: "scan.view"
            source: page.previewSource
        }
        KioskText {
            Layout.fillWidth: true
            color: Theme.colours.textSecondary
            horizontalAlignment: Text.AlignHCenter
            objectName: "scan.hint"
            text: page.handScanner
                  //: Instruction under the camera's picture where there is also a scanner held in the hand
                  ? qsTr("Hold it still; we read it by ourselves. Or read it with the hand scanner.")
                  //: Instruction under the camera's picture
                  : qsTr("Hold it still; we read it by ourselves.")
        }
    }
    Sentences {
        id: sentences
    }
}
