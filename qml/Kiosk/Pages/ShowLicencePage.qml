import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* The licence that came out just now, under the camera: can its code be read? */
ActingPage {
    id: page

    property string previewSource
    required property string problem

    //: Help of the page that reads a fresh licence's code
    help: qsTr("Everyone who checks your licence reads this code. It is checked here, and no picture is kept.")
    tall: true
    //: Instruction: a licence that has just been printed
    title: qsTr("Hold your licence's code under the camera")

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space24
        Notice {
            Layout.fillWidth: true
            //: Button that tries again
            actionText: qsTr("Try again")
            body: sentences.sentence(page.problem).body
            kind: Notice.Kind.Warning
            objectName: "showLicence.problem"
            title: sentences.sentence(page.problem).title
            visible: page.problem !== ""
            onAction: page.act("tryAgain", undefined)
        }
        ImageView {
            Layout.fillHeight: true
            Layout.fillWidth: true
            emptyIcon: "qr"
            emptyText: page.problem !== ""
                       //: In the place of the camera's picture
                       ? qsTr("The camera is resting")
                       //: In the place of the camera's picture
                       : qsTr("The camera is waking up")
            //: Description of the camera's picture
            label: qsTr("What the camera sees now")
            objectName: "showLicence.view"
            source: page.problem === "" ? page.previewSource : ""
        }
        KioskText {
            Layout.fillWidth: true
            color: Theme.colours.textSecondary
            horizontalAlignment: Text.AlignHCenter
            //: Instruction under the camera's picture
            text: qsTr("Hold it still; we read it by ourselves.")
            visible: page.problem === ""
        }
    }
    Sentences {
        id: sentences
    }
}
