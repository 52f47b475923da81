pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* What an inquiry found. */
ActingPage {
    id: page

    required property var findings
    required property string problem

    primaryIcon: "printer"
    //: Button: print the result of an inquiry
    primaryText: findings.length > 0 ? qsTr("Print this") : ""
    tall: true
    //: Title of an inquiry's result
    title: findings.length > 0 ? qsTr("This is what we found") :
    //: Title of an inquiry's empty result
    qsTr("We found nothing")
    onPrimary: act("printSlip", undefined)

    ScrollColumn {
        anchors.fill: parent
        spacing: Theme.space24

        Notice {
            Layout.fillWidth: true
            body: sentences.sentence(page.problem).body
            kind: Notice.Kind.Warning
            objectName: "results.problem"
            title: sentences.sentence(page.problem).title
            visible: page.problem !== ""
        }
        KioskText {
            Layout.fillWidth: true
            kind: KioskText.Kind.Heading
            objectName: "results.none"
            //: Explains an empty result and what to do
            text: qsTr("Nothing is recorded under this. Check the number and try again, or choose another service.")
            visible: page.findings.length === 0
        }
        Repeater {
            model: page.findings
            Card {
                id: finding
                required property var modelData
                required property int index
                Layout.fillWidth: true
                title: modelData.title
                KeyValueList {
                    Layout.fillWidth: true
                    objectName: "results.rows." + finding.index
                    rows: finding.modelData.rows
                }
                KioskButton {
                    Layout.fillWidth: true
                    iconName: finding.modelData.printable ? "printer" : "forward"
                    kind: finding.modelData.printable ? KioskButton.Kind.Primary : KioskButton.Kind.Secondary
                    objectName: "results.open." + finding.index
                    //: Button: open a request whose licence is ready
                    text: finding.modelData.printable ? qsTr("Open and print the licence") :
                    //: Button: open a request
                    qsTr("Open this request")
                    visible: finding.modelData.openable
                    onClicked: page.act("findingChosen", finding.index)
                }
            }
        }
        KioskButton {
            Layout.fillWidth: true
            kind: KioskButton.Kind.Secondary
            objectName: "results.another"
            //: Button that goes to the home page
            text: qsTr("Choose another service")
            onClicked: page.act("anotherService", undefined)
        }
        Item {
            implicitHeight: Theme.space16
        }
    }
    Sentences {
        id: sentences
    }
}
