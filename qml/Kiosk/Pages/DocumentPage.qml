import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* One document under the camera: aim, take, look, use. */
ActingPage {
    id: page

    required property int index
    required property int count
    required property string documentName
    required property string documentHelp
    required property bool optional
    required property string phase
    required property string problem
    required property string sentence
    required property bool usable
    property string previewSource
    property string stillSource

    readonly property bool judging: phase === "judge"
    readonly property bool cameraGone: problem === "camera_gone"

    help: documentHelp
    primaryEnabled: judging ? usable : phase === "aim" && !cameraGone && previewSource !== ""
    primaryIcon: judging ? "check" : "camera"
    //: Button: the picture is good
    primaryText: judging ? qsTr("Use this picture") :
    //: Button: take the picture
    qsTr("Take the picture")
    tall: true
    //: Title: which document is shown to the camera; %1 is its name, %2 of %3 its number
    title: count > 1 ? qsTr("%1 (%2 of %3)").arg(documentName).arg(Theme.ltr(String(index + 1))).arg(Theme.ltr(String(count))) : documentName
    onPrimary: act(judging ? "next" : "takePicture", undefined)

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space24

        Notice {
            Layout.fillWidth: true
            //: Button that tries again
            actionText: page.cameraGone ? qsTr("Try again") : ""
            body: page.sentence !== "" ? page.sentence : sentences.sentence(page.problem).body
            kind: page.usable && page.judging ? Notice.Kind.Warning : Notice.Kind.Error
            objectName: "document.problem"
            title: sentences.sentence(page.problem).title
            visible: page.problem !== ""
            onAction: page.act("tryAgain", undefined)
        }
        ImageView {
            Layout.fillHeight: true
            Layout.fillWidth: true
            //: In the place of the camera's picture
            emptyText: page.cameraGone ? qsTr("The camera shows nothing") :
            //: In the place of the camera's picture, for a moment
            qsTr("The camera is waking up")
            emptyIcon: "camera"
            good: page.judging && page.problem === ""
            //: Description of the camera's picture
            label: page.judging ? qsTr("The picture that you took") :
            //: Description of the camera's live picture
            qsTr("What the camera sees now")
            objectName: "document.view"
            source: page.judging ? page.stillSource : page.previewSource
        }
        KioskText {
            Layout.fillWidth: true
            color: Theme.colours.textSecondary
            horizontalAlignment: Text.AlignHCenter
            //: Instruction beside the taken picture
            text: page.judging ? qsTr("Is everything in the picture and easy to read?") :
            //: Instruction under the camera's picture
            qsTr("Hold it still under the camera until it fills the frame.")
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.touchGap
            KioskButton {
                Layout.fillWidth: true
                iconName: "camera"
                kind: KioskButton.Kind.Secondary
                objectName: "document.retake"
                //: Button: take the picture once more
                text: qsTr("Take it again")
                visible: page.judging
                onClicked: page.act("retake", undefined)
            }
            KioskButton {
                Layout.fillWidth: true
                kind: KioskButton.Kind.Secondary
                objectName: "document.skip"
                //: Button: go on without an optional document
                text: qsTr("I don't have it")
                visible: page.optional && !page.judging
                onClicked: page.act("skip", undefined)
            }
        }
    }
    Sentences {
        id: sentences
    }
}
