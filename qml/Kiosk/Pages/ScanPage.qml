import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* A printed licence's code under the camera: any licence, or the one that has just come out. */
ActingPage {
    id: page

    readonly property bool byHandOnly: handScanner && cameraGone
    readonly property bool cameraGone: problem === "camera_gone"
    readonly property string lacks: problem === "" ? sentences.handHint(pageCue.hint ?? "") : ""
    /** The licence has just come out: can its code be read? */
    required property bool fresh
    required property bool handScanner
    /** What stands about the picture: its `hint` (Sentences.handHint). */
    property var pageCue: ({})
    /** On numbered paper, what was not read yet: "both", "licence" or "sheet"; else "". */
    required property string missing
    property string previewSource
    required property string problem

    help: missing !== ""
          //: Help of the page that reads a fresh licence's code and the number of its paper
          ? qsTr("Each sheet of paper has a number. We note that yours bears your licence, so that nobody else can use it. No picture is kept.") : fresh
          //: Help of the page that reads a fresh licence's code
          ? qsTr("Everyone who checks your licence reads this code. It is checked here, and no picture is kept.")
          //: Help of the scan page
          : qsTr("It is checked here, without a network. Nothing is kept.")
    tall: true
    title: byHandOnly
           //: Instruction of the scan page where only a scanner held in the hand works
           ? qsTr("Read the licence's code with the hand scanner") : missing !== ""
           //: Instruction: a licence that has just been printed on numbered paper
           ? qsTr("Show your licence to the camera") : fresh
           //: Instruction: a licence that has just been printed
           ? qsTr("Hold your licence's code under the camera")
           //: Instruction of the scan page
           : qsTr("Hold the licence's code under the camera")

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
            visible: page.problem !== "" && !page.byHandOnly
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
            objectName: "scan.view"
            source: page.problem === "" ? page.previewSource : ""
        }
        // What was read already stays ticked: the two may be shown one after the other.
        RowLayout {
            Layout.alignment: Qt.AlignHCenter
            spacing: Theme.space24
            visible: page.missing !== "" && page.problem === ""
            Pill {
                kind: page.missing === "sheet" ? Pill.Kind.Success : Pill.Kind.Neutral
                objectName: "scan.licence"
                text: page.missing === "sheet"
                      //: The square code on the paper was read
                      ? qsTr("Square code: read")
                      //: The square code on the paper was not read yet
                      : qsTr("Square code: not yet")
            }
            Pill {
                kind: page.missing === "licence" ? Pill.Kind.Success : Pill.Kind.Neutral
                objectName: "scan.sheet"
                text: page.missing === "licence"
                      //: The bar code with the paper's number was read
                      ? qsTr("Paper's number: read")
                      //: The bar code with the paper's number was not read yet
                      : qsTr("Paper's number: not yet")
            }
        }
        KioskText {
            Layout.fillWidth: true
            Layout.minimumHeight: 2 * lineHeight // or the picture would move with each sentence
            color: page.lacks !== "" ? Theme.colours.text : Theme.colours.textSecondary
            horizontalAlignment: Text.AlignHCenter
            objectName: "scan.hint"
            strong: page.lacks !== ""
            visible: page.problem === "" || page.byHandOnly
            text: page.lacks !== "" ? page.lacks : page.byHandOnly
                  //: Instruction under the camera's picture where only a scanner held in the hand works
                  ? qsTr("Point the scanner at the code until it beeps.")
                  : page.missing === "sheet"
                  //: Instruction under the camera's picture: one code is left to read
                  ? qsTr("Now the paper's number: the lines of the bar code on the same sheet.")
                  : page.missing === "licence"
                  //: Instruction under the camera's picture: one code is left to read
                  ? qsTr("Now the square code on the same sheet.")
                  : page.missing === "both"
                  //: Instruction under the camera's picture: two codes of one sheet
                  ? qsTr("The square code and the bar code, together or one after the other. Hold it still; we read it by ourselves.")
                  : page.handScanner
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
