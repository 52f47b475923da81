pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* Everything that will be sent, before it is sent. */
ActingPage {
    id: page

    required property var groups
    required property var documents
    required property string citizenName
    required property string maskedIdentity

    //: Help of the review page
    help: qsTr("Nothing has been sent yet. Touch a part to change it.")
    primaryEnabled: !unread.running
    primaryIcon: "send"
    //: Button that sends the request
    primaryText: qsTr("Send the request")
    tall: true
    //: Title of the review page
    title: qsTr("Is everything right?")
    onArrived: unread.restart()
    onPrimary: act("next", undefined)

    // A second touch on "Use this picture", which stood at the same place, must not send what nobody has looked at.
    Timer {
        id: unread
        interval: 800
    }

    ScrollColumn {
        anchors.fill: parent
        spacing: Theme.space24

        Card {
            Layout.fillWidth: true
            //: Heading: who applies
            title: qsTr("Applicant")
            visible: page.citizenName !== ""
            KeyValueList {
                Layout.fillWidth: true
                objectName: "review.applicant"
                rows: [
                    //: Label
                    {
                        "label": qsTr("Name"),
                        "value": page.citizenName
                    },
                    //: Label
                    {
                        "label": qsTr("ID number"),
                        "value": page.maskedIdentity,
                        "ltr": true
                    }]
            }
        }
        Repeater {
            model: page.groups
            Card {
                id: group
                required property var modelData
                Layout.fillWidth: true
                spacing: Theme.space8
                Accessible.name: modelData.title
                // The way back stands beside the heading: below, it would double the length of the page.
                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.space16
                    KioskText {
                        Layout.fillWidth: true
                        kind: KioskText.Kind.Heading
                        text: group.modelData.title
                    }
                    KioskButton {
                        iconName: "edit"
                        kind: KioskButton.Kind.Quiet
                        objectName: "review.edit." + group.modelData.page
                        //: Button: change the answers of one page
                        text: qsTr("Change")
                        Accessible.name: text + ": " + group.modelData.title
                        onClicked: page.act("editPage", group.modelData.page)
                    }
                }
                KeyValueList {
                    Layout.fillWidth: true
                    objectName: "review.rows." + group.modelData.page
                    rows: group.modelData.rows
                }
            }
        }
        Card {
            Layout.fillWidth: true
            //: Heading: pictures taken
            title: qsTr("Documents")
            visible: page.documents.length > 0
            Repeater {
                model: page.documents
                Bullet {
                    required property string modelData
                    iconName: "check"
                    text: modelData
                }
            }
        }
        Item {
            implicitHeight: Theme.space16
        }
    }
}
