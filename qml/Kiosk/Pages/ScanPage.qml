import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* A printed licence's code under the camera. */
ActingPage {
    id: page

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
            //: Instruction under the camera's picture
            text: qsTr("Hold it still; we read it by ourselves.")
        }
    }
    Sentences {
        id: sentences
    }
}
