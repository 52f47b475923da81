import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* The SADAD bill, watched until it is paid. */
ActingPage {
    id: page

    required property string biller
    required property string billNumber
    required property string amountText
    required property string requestNumber
    required property string problem

    backVisible: false
    //: Help of the bill page
    help: qsTr("Pay it with your bank's app under “SADAD”. We see it here as soon as it is paid.")
    //: Title of the bill page
    title: qsTr("Your bill")

    ScrollColumn {
        anchors.fill: parent
        spacing: Theme.space32
        BillCard {
            Layout.fillWidth: true
            amount: page.amountText
            billNumber: page.billNumber
            biller: page.biller
            //: The name of the biller on a bill
            billerName: qsTr("Balady, municipal services")
            objectName: "bill.card"
            //: What a bill is for; %1 is the request's number
            purpose: qsTr("Request %1").arg(Theme.ltr(page.requestNumber))
            status: "due"
        }
        Notice {
            Layout.fillWidth: true
            body: sentences.sentence(page.problem).body
            kind: Notice.Kind.Warning
            objectName: "bill.problem"
            title: sentences.sentence(page.problem).title
            visible: page.problem !== ""
        }
        Spinner {
            Layout.alignment: Qt.AlignHCenter
            Layout.fillWidth: true
            running: page.problem === ""
            //: While a bill is watched
            text: qsTr("Waiting for the payment")
            visible: page.problem === ""
        }
        KioskButton {
            Layout.fillWidth: true
            kind: KioskButton.Kind.Secondary
            objectName: "bill.later"
            //: Button: pay the bill later
            text: qsTr("I'll pay later; print the bill")
            onClicked: page.act("skip", undefined)
        }
    }
    Sentences {
        id: sentences
    }
}
