pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Controls
import Kiosk.Ink

/* The papers come out, one after the other; one that did not is said honestly. */
ActingPage {
    id: page

    required property var papers
    required property bool ready
    /** The licence can be shown to the camera, which says whether its code can be read. */
    required property bool checkOffered
    /** The licence is on numbered paper, and the number was not read yet. */
    required property bool sheetOwed
    required property string problem
    required property string number
    /** SVG path data of a QR code on a square grid of `phoneUnits`: the receipt for the citizen's telephone; "" is none. */
    required property string phonePath
    required property int phoneUnits

    readonly property bool anyOut: papers.some(paper => ["out", "checked", "noted"].includes(paper.state))

    function paperName(kind: string): string {
        switch (kind) {
        //: A paper
        case "licence":
            return qsTr("Licence");
        //: A paper
        case "slip":
            return qsTr("Appointment slip");
        //: A paper
        case "list":
            return qsTr("List");
        //: A paper
        default:
            return qsTr("Receipt");
        }
    }
    function stateName(state: string): string {
        switch (state) {
        //: State of a paper
        case "out":
            return qsTr("Take it, please");
        //: State of a paper whose code the camera has read
        case "checked":
            return qsTr("Checked: it is valid");
        //: State of a paper whose code and number the camera has read; the platform is told when the network is back
        case "noted":
            return qsTr("Checked; its number is noted");
        //: State of a paper
        case "printing":
            return qsTr("Printing…");
        //: State of a paper
        case "left_out":
            return qsTr("Not printed");
        //: State of a paper
        case "trouble":
            return qsTr("Waiting");
        //: State of a paper
        default:
            return qsTr("Next");
        }
    }

    backVisible: false
    cancelVisible: false
    primaryEnabled: ready
    primaryIcon: ready ? "check" : ""
    //: Button: the citizen has the papers
    primaryText: !ready ? "" : anyOut ? qsTr("I have my papers") :
    //: Primary button that goes to the next page
    qsTr("Continue")
    //: Title while papers are printed
    title: problem !== "" ? sentences.sentence(problem).title : !ready ? qsTr("Your papers are coming") :
    //: Title when papers are out
    anyOut ? qsTr("Please take your papers") :
    //: Title when nothing was printed
    qsTr("Nothing was printed")
    onPrimary: act("next", undefined)

    ScrollColumn {
        anchors.fill: parent
        spacing: Theme.space32

        Drawing {
            Layout.alignment: Qt.AlignHCenter
            label: page.title
            scene: page.problem !== "" ? "paper-jam" : page.ready ? (page.anyOut ? "take-paper" : "success") : "printing"
            size: Math.min(360, page.height * 0.45) // a panel that lies is low
            visible: page.phonePath === ""
        }
        // Dark on light whatever the colours are: cameras look for that.
        Rectangle {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredHeight: code.height
            Layout.preferredWidth: code.width
            color: "white"
            objectName: "papers.phone"
            radius: Theme.space16
            visible: page.phonePath !== ""
            StrokePath {
                id: code
                // Whole pixels a module: no edge is blurred.
                readonly property int module: Math.max(3, Math.floor(Math.min(440, page.height * 0.45) / page.phoneUnits))
                fill: "black"
                height: width
                path: page.phonePath
                thickness: 0
                units: page.phoneUnits
                width: module * page.phoneUnits
            }
        }
        KioskText {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            //: Under a QR code that holds what the receipt says
            text: qsTr("Your receipt for your phone: point its camera at the square.")
            visible: page.phonePath !== ""
        }
        KioskText {
            Layout.fillWidth: true
            kind: KioskText.Kind.Heading
            objectName: "papers.problem"
            text: sentences.sentence(page.problem).body
            visible: page.problem !== ""
        }
        KioskText {
            Layout.fillWidth: true
            objectName: "papers.number"
            //: Reassurance beside a printing problem; %1 is the request's number
            text: qsTr("Your request is safe. Its number: %1").arg(Theme.ltr(page.number))
            visible: page.number !== "" && page.problem !== ""
        }
        Card {
            Layout.fillWidth: true
            Repeater {
                model: page.papers.length
                RowLayout {
                    id: line
                    required property int index
                    readonly property var paper: page.papers[index] ?? {
                        "kind": "",
                        "state": ""
                    }
                    Layout.fillWidth: true
                    spacing: Theme.space24
                    Icon {
                        color: Theme.colours.primaryText
                        name: line.paper.kind === "licence" ? "document" : "receipt"
                        size: 48
                    }
                    KioskText {
                        Layout.fillWidth: true
                        strong: true
                        text: page.paperName(line.paper.kind)
                    }
                    Pill {
                        kind: ["out", "checked", "noted"].includes(line.paper.state) ? Pill.Kind.Success : line.paper.state === "trouble" ? Pill.Kind.Warning : Pill.Kind.Neutral
                        objectName: "papers." + line.paper.kind
                        text: page.stateName(line.paper.state)
                    }
                }
            }
        }
        KioskText {
            Layout.fillWidth: true
            objectName: "papers.sheetOwed"
            //: Above the button that shows the licence to the camera
            text: qsTr("One thing is left: your licence is on numbered paper. Show it to the camera, and we note that this number is yours.")
            visible: page.checkOffered && page.sheetOwed
        }
        KioskButton {
            Layout.fillWidth: true
            iconName: "qr"
            kind: KioskButton.Kind.Secondary
            objectName: "papers.checkLicence"
            text: page.sheetOwed
                  //: Button: shows the licence that came out to the camera, which reads the number of its paper
                  ? qsTr("Show my licence to the camera")
                  //: Button: shows the licence that came out to the camera, to see that its code can be read
                  : qsTr("Check my licence's code")
            visible: page.checkOffered
            onClicked: page.act("checkLicence", undefined)
        }
        KioskButton {
            Layout.fillWidth: true
            objectName: "papers.tryAgain"
            //: Button: print once more
            text: qsTr("Print it again")
            visible: page.problem !== ""
            onClicked: page.act("tryAgain", undefined)
        }
        KioskButton {
            Layout.fillWidth: true
            kind: KioskButton.Kind.Secondary
            objectName: "papers.skip"
            //: Button: go on without the paper
            text: qsTr("Go on without this paper")
            visible: page.problem !== ""
            onClicked: page.act("skip", undefined)
        }
    }
    Sentences {
        id: sentences
    }
}
