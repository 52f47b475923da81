import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* What the terminal tells: notices, facts, bills, steps, waiting. */
GallerySection {
    id: root

    //: An address
    readonly property string address: qsTr("King Fahd Road, Al Olaya, Riyadh, beside the public library")
    //: A day in both calendars
    readonly property string endDay: qsTr("12 Jumada al-Ula 1448 AH - 23 October 2026")
    //: Shop activity
    readonly property string activity: qsTr("Coffee shop")

    //: Gallery heading
    title: qsTr("Messages")

    Notice {
        Layout.fillWidth: true
        //: What happened and what comes next
        body: qsTr("The municipality answers before 30 October 2026. We will send you a message.")
        kind: Notice.Kind.Success
        objectName: "gallery.notice.success"
        //: A request was accepted
        title: qsTr("We have received your request")
    }
    Notice {
        Layout.fillWidth: true
        //: Button that starts the step that is missing
        actionText: qsTr("Start the insulation certificate")
        //: What to do about a missing step
        body: qsTr("The completion certificate comes after it. You can start it here now; nothing that you typed is lost.")
        kind: Notice.Kind.Warning
        objectName: "gallery.notice.warning"
        //: A step is missing
        title: qsTr("One step comes first")
    }
    Notice {
        Layout.fillWidth: true
        //: What is safe and what to do
        body: qsTr("Your request is safe and your number is on the screen. Take a picture of it, or try the printer again.")
        kind: Notice.Kind.Error
        objectName: "gallery.notice.error"
        //: The printer stopped
        title: qsTr("The paper did not come out")
    }
    Notice {
        Layout.fillWidth: true
        //: A calm piece of information
        body: qsTr("Amounts are paid through SADAD only. This terminal takes no cash and no cards.")
        objectName: "gallery.notice.info"
    }
    StepBar {
        Layout.fillWidth: true
        count: 5
        index: 3
        objectName: "gallery.steps"
        //: Name of a service, above the steps
        text: qsTr("Issue a commercial licence")
    }
    Card {
        Layout.fillWidth: true
        objectName: "gallery.facts"
        //: Heading of a table of facts
        title: qsTr("Your licence")
        KeyValueList {
            Layout.fillWidth: true
            rows: [
                //: Fact
                {
                    "label": qsTr("Licence number"),
                    "value": "4411-2096-55",
                    "ltr": true
                },
                //: Fact
                {
                    "label": qsTr("Activity"),
                    "value": root.activity
                },
                //: Fact
                {
                    "label": qsTr("Ends on"),
                    "value": root.endDay
                },
                //: Fact
                {
                    "label": qsTr("Address"),
                    "value": root.address
                }]
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.touchGap
        Pill {
            //: State
            text: qsTr("Draft")
        }
        Pill {
            kind: Pill.Kind.Success
            //: State
            text: qsTr("Accepted")
        }
        Pill {
            kind: Pill.Kind.Warning
            //: State
            text: qsTr("Ends soon")
        }
        Pill {
            kind: Pill.Kind.Error
            //: State
            text: qsTr("Late")
        }
        Pill {
            kind: Pill.Kind.Info
            //: State
            text: qsTr("In review")
        }
        Item {
            Layout.fillWidth: true
        }
    }
    BillCard {
        Layout.fillWidth: true
        //: Amount of a bill
        amount: qsTr("1,250.00 SAR")
        billNumber: "1002 4471 5590"
        biller: "183"
        //: Who is paid
        billerName: qsTr("Balady")
        //: Last day, both calendars
        dueText: qsTr("22 Jumada al-Ula 1448 AH - 2 November 2026")
        objectName: "gallery.bill"
        //: What is paid for
        purpose: qsTr("Issue of a commercial licence, one year")
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space48
        Item {
            Layout.fillWidth: true
        }
        CountdownRing {
            objectName: "gallery.ring"
            remaining: 21
            total: 30
        }
        CountdownRing {
            objectName: "gallery.ring.low"
            remaining: 5
            total: 30
        }
        Spinner {
            Layout.preferredWidth: 460
            objectName: "gallery.spinner"
            //: What we wait for
            text: qsTr("Asking the municipality")
        }
        Item {
            Layout.fillWidth: true
        }
    }
    Stars {
        Layout.alignment: Qt.AlignHCenter
        //: A question with one to five stars
        label: qsTr("How was this service?")
        objectName: "gallery.stars"
        value: 4
    }
}
