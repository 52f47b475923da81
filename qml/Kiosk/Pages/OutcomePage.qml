import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* What became of the request, as far as it is known. */
ActingPage {
    id: page

    required property string kind
    required property bool known
    required property bool kept
    required property bool numberFollows
    required property string terminalReference
    required property string state
    required property string number
    required property var rows
    required property string note
    required property bool late
    required property bool complaintOffered
    required property bool licenceReady

    readonly property bool confirmed: known && !kept
    readonly property bool good: confirmed && state !== "rejected"

    function statement(): string {
        if (!known)
            //: The answer to a sent request never came
            return qsTr("Sent, but not confirmed yet");
        if (kept)
            //: Accepted without a network: it lies at the terminal
            return qsTr("Kept at this terminal, not yet sent");
        if (kind === "report")
            //: A report was accepted
            return qsTr("Thank you. Your report has arrived.");
        if (kind === "appointment")
            //: An appointment was booked
            return qsTr("Your appointment is booked");
        switch (state) {
        //: State of a request
        case "issued":
            return qsTr("Your licence is issued");
        //: State of a request
        case "under-review":
            return qsTr("Your request has arrived");
        //: State of a request
        case "awaiting-payment":
            return qsTr("Your request waits for payment");
        //: State of a request
        case "approved":
            return qsTr("Your request is approved");
        //: State of a request
        case "rejected":
            return qsTr("Your request was not approved");
        //: State of a request
        default:
            return qsTr("Done");
        }
    }
    function explanation(): string {
        if (!known)
            //: Honest words about a request whose answer never came
            return qsTr("The connection broke before the answer came. Please don't send it again now: if it was recorded, its number comes by text message and stands under “My requests”. Keep the receipt.");
        if (kept && numberFollows)
            //: What happens with a request that was accepted without a network, and whose citizen gave a mobile
            return qsTr("There is no connection now. We keep it here and send it when the connection is back; then its number comes by text message.");
        if (kept)
            //: What happens with a request that was accepted without a network, and whose citizen gave no mobile
            return qsTr("There is no connection now. We keep it here and send it when the connection is back. Then you find it at any terminal by this reference.");
        if (note !== "")
            return note;
        if (kind === "report")
            //: What happens with a report
            return qsTr("It goes to the unit in charge. You follow it with this number.");
        if (state === "under-review")
            //: What happens with a request under review
            return qsTr("The municipality looks at it now. You get a text message at each step.");
        if (state === "awaiting-payment")
            //: What to do about an unpaid request
            return qsTr("Pay the SADAD bill; then it goes on by itself. The bill is on your receipt.");
        if (licenceReady)
            //: The licence can be printed now
            return qsTr("It will be printed here now.");
        return "";
    }

    cancelVisible: true
    primaryIcon: "printer"
    //: Button: print licence and receipt
    primaryText: licenceReady ? qsTr("Print my licence") : kind === "appointment" && confirmed ?
    //: Button: print the slip of an appointment
    qsTr("Print my slip") :
    //: Button: print the receipt
    qsTr("Print my receipt")
    tall: true
    title: statement()
    onPrimary: act("next", undefined)

    ScrollColumn {
        anchors.fill: parent
        spacing: Theme.space32

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space32
            Drawing {
                Layout.alignment: Qt.AlignTop
                label: page.statement()
                scene: page.confirmed ? "success" : "no-network"
                size: 200
                visible: page.good || !page.confirmed
            }
            IconBadge {
                Layout.alignment: Qt.AlignTop
                ink: Theme.colours.error
                name: "info"
                size: 144
                visible: page.known && page.state === "rejected"
            }
            KioskText {
                Layout.fillWidth: true
                kind: KioskText.Kind.Heading
                objectName: "outcome.explanation"
                text: page.explanation()
            }
        }
        Card {
            Layout.fillWidth: true
            KioskText {
                Layout.fillWidth: true
                color: Theme.colours.textSecondary
                //: Label of the request's number
                text: page.confirmed ? qsTr("Reference number") :
                //: Label of the terminal's own reference
                qsTr("This terminal's reference")
            }
            KioskText {
                Layout.fillWidth: true
                color: Theme.colours.primaryText
                kind: KioskText.Kind.Title
                objectName: "outcome.number"
                strong: true
                text: Theme.ltr(page.confirmed ? page.number : page.terminalReference)
            }
            KeyValueList {
                Layout.fillWidth: true
                objectName: "outcome.rows"
                rows: page.rows
                visible: page.rows.length > 0
            }
        }
        Notice {
            Layout.fillWidth: true
            //: Button: begins a complaint about this late request
            actionText: page.complaintOffered ? qsTr("File a complaint now") : ""
            //: A broken service promise; the button below begins the complaint
            body: page.complaintOffered ? qsTr("A complaint to 940 is ready for you, with your reference number in it.") :
            //: A broken service promise
            qsTr("You can file a complaint at 940; your reference number is all it needs.")
            kind: Notice.Kind.Warning
            objectName: "outcome.late"
            //: A broken service promise
            title: qsTr("We missed our promise to you")
            visible: page.late
            onAction: page.act("complain", undefined)
        }
    }
}
