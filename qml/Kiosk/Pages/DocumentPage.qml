import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/*
 * One document under the camera, or somebody's portrait: aim, take, look, use. A page of paper is taken by itself when it
 * lies still, and so is a face.
 */
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
    required property bool more
    required property int pageNumber
    required property bool paper
    required property bool portrait
    /** The document may come from the citizen's own phone instead. */
    property bool phoneOffered: false
    property var pageCue: ({})
    property string previewSource
    property string stillSource

    readonly property bool judging: phase === "judge"
    readonly property bool cameraGone: problem === "camera_gone"
    readonly property bool phoneFirst: cameraGone && phoneOffered && !judging
    readonly property bool doubtful: judging && problem !== ""
    readonly property var words: portrait ? sentences.portrait(problem) : sentences.sentence(phoneFirst ? "camera_gone_phone" : problem)
    readonly property string hint: phase === "shooting" ? "taking" : phase === "aim" && !cameraGone ? pageCue.hint ?? "" : ""
    /** The button was touched: nothing comes as a surprise. */
    property bool byHand: false

    help: documentHelp
    primaryEnabled: judging ? !surprise.running : phoneFirst || phase === "aim" && !cameraGone && previewSource !== ""
    primaryIcon: judging && !doubtful ? "check" : phoneFirst ? "phone" : "camera"
    //: Button: take the picture once more
    primaryText: doubtful ? qsTr("Take it again") :
    //: Button: the picture is good
    judging ? qsTr("Use this picture") :
    //: Button: send the document from one's own phone
    phoneFirst ? qsTr("Send it from my phone") :
    //: Button: take the picture
    qsTr("Take the picture")
    tall: true
    readonly property string paged: pageNumber < 2 ? documentName :
    //: Title: a document's name, and which of its pages is shown to the camera
    qsTr("%1, page %2").arg(documentName).arg(Theme.ltr(String(pageNumber)))

    //: Title: which document is shown to the camera; %1 is its name, %2 of %3 its number
    title: count > 1 ? qsTr("%1 (%2 of %3)").arg(paged).arg(Theme.ltr(String(index + 1))).arg(Theme.ltr(String(count))) : paged
    onPhaseChanged: {
        if (phase !== "judge") // `judging` may not have followed yet
            surprise.stop();
        else if (!byHand)
            surprise.restart();
        if (phase !== "shooting")
            byHand = false;
    }
    onPrimary: {
        byHand = !judging;
        act(phoneFirst ? "usePhone" : doubtful ? "retake" : judging ? "next" : "takePicture", undefined);
    }

    // A finger that was on its way to "take the picture" must not use the one that was taken meanwhile.
    Timer {
        id: surprise
        interval: 800
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space24

        Notice {
            Layout.fillWidth: true
            //: Button that tries again
            actionText: page.cameraGone ? qsTr("Try again") : ""
            body: page.sentence !== "" ? page.sentence : page.words.body
            kind: page.usable && page.judging ? Notice.Kind.Warning : Notice.Kind.Error
            objectName: "document.problem"
            title: page.words.title
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
            // Of a person the middle is enough, and larger; never cut above and below.
            fillMode: page.portrait && !page.judging && width < 1.5 * height ? Image.PreserveAspectCrop : Image.PreserveAspectFit
            good: page.judging && page.problem === ""
            //: Description of the camera's picture
            label: page.judging ? qsTr("The picture that you took") :
            //: Description of the camera's live picture
            qsTr("What the camera sees now")
            mirrored: page.portrait && !page.judging
            objectName: "document.view"
            source: page.judging ? page.stillSource : page.previewSource
            PageOutline {
                anchors.fill: parent
                corners: !page.portrait && page.hint !== "" && page.hint !== "taken" ? page.pageCue.corners ?? [] : []
                good: ["hold_still", "taking"].includes(page.hint)
                objectName: "document.outline"
                progress: page.phase === "aim" ? page.pageCue.progress ?? 0 : 0
            }
            FaceOval {
                anchors.fill: parent
                good: ["hold_still", "taking"].includes(page.hint)
                objectName: "document.oval"
                progress: page.phase === "aim" ? page.pageCue.progress ?? 0 : 0
                visible: page.portrait && !page.judging
            }
        }
        KioskText {
            Layout.fillWidth: true
            Layout.minimumHeight: page.paper || page.portrait ? 2 * lineHeight : 0 // or the picture would move with each sentence
            color: page.hint !== "" ? Theme.colours.text : Theme.colours.textSecondary
            horizontalAlignment: Text.AlignHCenter
            objectName: "document.hint"
            visible: !page.cameraGone || page.judging
            strong: page.hint !== ""
            //: Instruction beside the taken portrait
            text: page.judging && page.portrait ? qsTr("Are both eyes open, and the whole face in the picture?") : page.judging ?
            //: Instruction beside the taken picture
            qsTr("Is everything in the picture and easy to read?") : page.hint !== "" && page.portrait ? sentences.portraitHint(page.hint) : page.hint !== "" ? sentences.hint(page.hint) : page.portrait ?
            //: Instruction under the camera's picture, for a portrait
            qsTr("Look straight into the camera, with your face in the oval. We take the picture by ourselves.") : page.paper ?
            //: Instruction under the camera's picture, for a page of paper
            qsTr("Lay it flat under the camera. When it lies still, we take the picture by ourselves.") :
            //: Instruction under the camera's picture
            qsTr("Hold it still under the camera until it fills the frame.")
            verticalAlignment: Text.AlignVCenter
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.touchGap
            KioskButton {
                Layout.fillWidth: true
                iconName: "camera"
                kind: KioskButton.Kind.Secondary
                enabled: !surprise.running
                objectName: "document.retake"
                //: Button: take the picture once more
                text: qsTr("Take it again")
                visible: page.judging && !page.doubtful
                onClicked: page.act("retake", undefined)
            }
            KioskButton {
                Layout.fillWidth: true
                iconName: "check"
                kind: KioskButton.Kind.Secondary
                objectName: "document.useAnyway"
                //: Button: use a picture that is not quite good
                text: qsTr("Use it all the same")
                visible: page.doubtful && page.usable
                onClicked: page.act("next", undefined)
            }
            KioskButton {
                Layout.fillWidth: true
                iconName: "phone"
                kind: KioskButton.Kind.Secondary
                objectName: "document.phone"
                //: Button: send the document from one's own phone instead of the terminal's camera
                text: qsTr("Use my phone instead")
                visible: page.phoneOffered && !page.phoneFirst && (!page.judging || page.doubtful)
                onClicked: page.act("usePhone", undefined)
            }
            KioskButton {
                Layout.fillWidth: true
                iconName: "plus"
                kind: KioskButton.Kind.Secondary
                enabled: !surprise.running
                objectName: "document.more"
                //: Button: the picture is good, and the document has another page
                text: qsTr("Add another page")
                visible: page.more
                onClicked: page.act("anotherPage", undefined)
            }
            KioskButton {
                Layout.fillWidth: true
                kind: KioskButton.Kind.Secondary
                enabled: page.phase === "aim"
                objectName: "document.enough"
                //: Button: the document has no page after the one before
                text: qsTr("That was the last page")
                visible: page.pageNumber > 1 && !page.judging
                onClicked: page.act("next", undefined)
            }
            KioskButton {
                Layout.fillWidth: true
                kind: KioskButton.Kind.Secondary
                objectName: "document.skip"
                //: Button: no portrait at the terminal
                text: page.portrait ? qsTr("At the counter instead") :
                //: Button: go on without an optional document
                qsTr("I don't have it")
                visible: page.optional && !page.judging && page.pageNumber === 1
                onClicked: page.act("skip", undefined)
            }
        }
    }
    Sentences {
        id: sentences
    }
}
