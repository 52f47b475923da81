pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* A service before anything is begun: what it asks for, how long it takes, what it costs. */
ActingPage {
    id: page

    required property var service
    required property string obstacle
    required property bool keptHere

    readonly property bool listOnly: service.kind === "conditions"

    function promise(): string {
        //: The service is done immediately
        if (service.promiseDays === 0)
            return qsTr("At once");
        if (service.promiseDays > 0)
            //: The service promise: an upper bound in days
            return Theme.shownDigits(qsTr("Up to %n working day(s)", "", service.promiseDays));
        //: No service promise is published
        return qsTr("Set by the municipality");
    }

    cancelVisible: true
    help: service.summary
    kept: true
    likely: [{
            "name": "next"
        }]
    primaryEnabled: obstacle === "" || listOnly
    primaryIcon: listOnly ? "printer" : "forward"
    //: Button that prints conditions and documents of a service
    primaryText: listOnly ? qsTr("Print this list") :
    //: Button that begins a service
    qsTr("Start now")
    tall: true
    title: service.name
    onPrimary: act("next", undefined)

    ScrollColumn {
        anchors.fill: parent
        spacing: Theme.space24

        Notice {
            Layout.fillWidth: true
            body: sentences.sentence(page.obstacle).body
            kind: Notice.Kind.Warning
            objectName: "service.obstacle"
            title: sentences.sentence(page.obstacle).title
            visible: page.obstacle !== "" && !page.listOnly
        }
        Notice {
            Layout.fillWidth: true
            //: Before a service is begun without a network that the terminal may accept
            body: qsTr("Go on all the same: we keep it at this terminal, and send it when the connection is back. The receipt has a reference.")
            kind: Notice.Kind.Info
            objectName: "service.kept"
            //: Before a service is begun without a network that the terminal may accept
            title: qsTr("No connection: we send it later")
            visible: page.keptHere
        }
        Repeater {
            model: page.service.gates
            Notice {
                required property var modelData
                required property int index
                Layout.fillWidth: true
                actionText: modelData.startHere === "" ? "" :
                //: Button that begins the service which must come first; %1 is its name
                qsTr("Begin with: %1").arg(modelData.startName)
                body: modelData.reason
                kind: Notice.Kind.Info
                objectName: "service.gate." + index
                //: Heading of a step that must be done before this service
                title: qsTr("One step comes first")
                onAction: page.act("serviceChosen", modelData.startHere)
            }
        }
        Card {
            Layout.fillWidth: true
            visible: page.service.kind === "application" || page.listOnly
            KeyValueList {
                Layout.fillWidth: true
                objectName: "service.facts"
                rows: [
                    //: Label: how long the service takes
                    {
                        "label": qsTr("How long"),
                        "value": page.promise()
                    },
                    //: Label: what the service costs
                    {
                        "label": qsTr("Fee"),
                        "value": page.service.feeText
                    }]
            }
            KioskText {
                Layout.fillWidth: true
                color: Theme.colours.textSecondary
                kind: KioskText.Kind.Secondary
                text: [page.service.promiseNote, page.service.feeNote].filter(note => note !== "").join(" ")
                visible: text !== ""
            }
        }
        Card {
            Layout.fillWidth: true
            //: Heading: conditions of a service
            title: qsTr("Conditions")
            visible: page.service.conditions.length > 0
            Repeater {
                model: page.service.conditions
                Bullet {
                    required property string modelData
                    iconName: "check"
                    text: modelData
                }
            }
        }
        Card {
            Layout.fillWidth: true
            //: Heading: documents of a service
            title: page.listOnly ? qsTr("Documents") :
            //: Heading: documents of a service that is about to be begun
            qsTr("Have these with you; the camera takes them")
            visible: page.service.documents.length > 0
            Repeater {
                model: page.service.documents
                Bullet {
                    required property var modelData
                    iconName: modelData.portrait ? "user" : "document"
                    //: A portrait that may be taken at the terminal; %1 is its name
                    text: modelData.portrait ? qsTr("%1 (taken here, if you like)").arg(modelData.name) :
                    //: A document that may be left out; %1 is its name
                    modelData.required ? modelData.name : qsTr("%1 (if you have it)").arg(modelData.name)
                }
            }
        }
        Card {
            Layout.fillWidth: true
            //: Heading: steps of a service
            title: qsTr("Steps")
            visible: page.service.steps.length > 0
            Repeater {
                model: page.service.steps
                Bullet {
                    required property string modelData
                    required property int index
                    number: index + 1
                    text: modelData
                }
            }
        }
        KioskButton {
            Layout.fillWidth: true
            iconName: "printer"
            kind: KioskButton.Kind.Secondary
            objectName: "service.print"
            text: qsTr("Print this list")
            visible: !page.listOnly && (page.service.documents.length > 0 || page.service.conditions.length > 0)
            onClicked: page.act("printSlip", undefined)
        }
        Item {
            implicitHeight: Theme.space16
        }
    }
    Sentences {
        id: sentences
    }
}
