import QtQuick
import QtQuick.Layouts
import Kiosk.Controls
import Kiosk.Ink

/*
 * A document from the citizen's own telephone: a code to point its camera at, the same address to type, and, when the file
 * has come, what it is. The terminal only shows the address, and never sees the file.
 */
ActingPage {
    id: page

    required property int index
    required property int count
    required property string documentName
    required property bool paper
    /** "asking", "waiting", "came" or "stuck". */
    required property string phase
    required property string problem
    required property string sentence
    required property string address
    /** SVG path data of the address's QR code on a square grid of `codeUnits`; "" is none. */
    required property string codePath
    required property int codeUnits
    required property int kilobytes
    /** 0 where nobody could count them. */
    required property int pages
    /** The digits that the telephone shows too. */
    required property string mark

    readonly property bool came: phase === "came"
    readonly property bool stuck: phase === "stuck"
    readonly property var words: sentences.sentence(problem)

    //: Help on the page that waits for a document from the citizen's phone
    help: came ? "" : qsTr("Your phone's camera reads the square and opens a page of the municipality. There you photograph the document or choose its file, and send it.")
    primaryEnabled: came || stuck
    primaryIcon: came ? "check" : stuck ? "renew" : ""
    //: Button: the file that came from the phone is the right one
    primaryText: came ? qsTr("The numbers match") :
    //: Button: another address for the phone
    stuck ? qsTr("Get a new code") : ""
    //: Title: which document is sent from the phone; %1 is its name
    title: came ? qsTr("%1 has arrived").arg(documentName) :
    //: Title: which document is sent from the phone; %1 is its name
    qsTr("%1: from your phone").arg(documentName)
    onPrimary: act(came ? "next" : "tryAgain", undefined)

    ScrollColumn {
        anchors.fill: parent
        spacing: Theme.space32

        Notice {
            Layout.fillWidth: true
            body: page.sentence !== "" ? page.sentence : page.words.body
            kind: page.stuck ? Notice.Kind.Error : Notice.Kind.Warning
            objectName: "phone.problem"
            title: page.words.title
            visible: page.problem !== ""
        }
        // Dark on light whatever the colours are: cameras look for that.
        Rectangle {
            //: Description of a QR code
            Accessible.name: qsTr("A code for your phone's camera")
            Accessible.role: Accessible.Graphic
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredHeight: code.height
            Layout.preferredWidth: code.width
            color: "white"
            objectName: "phone.code"
            radius: Theme.space16
            visible: page.phase === "waiting" && page.codePath !== ""
            StrokePath {
                id: code
                // Whole pixels a module: no edge is blurred.
                readonly property int module: Math.max(4, Math.floor(Math.min(520, page.height * 0.45) / page.codeUnits))
                fill: "black"
                height: width
                path: page.codePath
                thickness: 0
                units: page.codeUnits
                width: module * page.codeUnits
            }
        }
        Drawing {
            Layout.alignment: Qt.AlignHCenter
            //: Description of a drawing
            label: qsTr("A phone")
            scene: "phone"
            size: Math.min(300, page.height * 0.35)
            visible: page.phase === "asking" || page.stuck
        }
        KioskText {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            kind: KioskText.Kind.Heading
            objectName: "phone.hint"
            //: While the address is asked for
            text: page.phase === "asking" ? qsTr("One moment: we are preparing a code for your phone.") :
            //: Instruction under a QR code
            qsTr("Point your phone's camera at the square and send the document from the page that opens.")
            visible: page.phase === "asking" || page.phase === "waiting"
        }
        KioskText {
            Layout.fillWidth: true
            color: Theme.colours.textSecondary
            horizontalAlignment: Text.AlignHCenter
            //: Above an address; for phones that read no codes
            text: qsTr("Or type this address in your phone's browser:")
            visible: page.phase === "waiting"
        }
        KioskText {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            objectName: "phone.address"
            strong: true
            text: Theme.ltr(page.address)
            visible: page.phase === "waiting"
            wrapMode: Text.WrapAnywhere
        }
        KioskText {
            Layout.fillWidth: true
            color: Theme.colours.textSecondary
            horizontalAlignment: Text.AlignHCenter
            objectName: "phone.once"
            //: What the address is good for
            text: qsTr("The address takes one file, and only for the next ten minutes. We go on by ourselves when it has come.")
            visible: page.phase === "waiting" && page.problem === "" // what is wrong comes first, and all fits
        }
        Card {
            Layout.fillWidth: true
            raised: true
            visible: page.came
            KioskText {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                //: Above a number
                text: qsTr("Your phone shows this number too:")
            }
            KioskText {
                Layout.fillWidth: true
                color: Theme.colours.primaryText
                font.pixelSize: 140
                horizontalAlignment: Text.AlignHCenter
                lineHeight: 180
                objectName: "phone.mark"
                strong: true
                text: Theme.ltr(page.mark)
            }
            KioskText {
                Layout.fillWidth: true
                color: Theme.colours.textSecondary
                horizontalAlignment: Text.AlignHCenter
                objectName: "phone.file"
                //: What came from the phone; %1 is its size in kilobytes
                text: page.paper && page.pages > 0 ? qsTr("%1 KB, pages: %2").arg(Theme.ltr(String(page.kilobytes))).arg(Theme.ltr(String(page.pages))) :
                //: What came from the phone; %1 is its size in kilobytes
                qsTr("%1 KB").arg(Theme.ltr(String(page.kilobytes)))
            }
        }
        KioskText {
            Layout.fillWidth: true
            //: Under the number; somebody else's file has another one
            text: qsTr("If your phone shows another number or nothing, the file is not yours: send yours again.")
            visible: page.came
        }
        KioskButton {
            Layout.fillWidth: true
            iconName: "renew"
            kind: KioskButton.Kind.Secondary
            objectName: "phone.again"
            //: Button: the file is wrong or somebody else's
            text: qsTr("Send it again")
            visible: page.came
            onClicked: page.act("tryAgain", undefined)
        }
        KioskButton {
            Layout.fillWidth: true
            iconName: "camera"
            kind: KioskButton.Kind.Secondary
            objectName: "phone.camera"
            //: Button: the terminal's camera instead of the phone
            text: qsTr("Use the camera here")
            visible: !page.came
            onClicked: page.act("back", undefined)
        }
    }
    Sentences {
        id: sentences
    }
}
