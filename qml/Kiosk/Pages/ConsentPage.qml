import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* Before somebody's face is looked at: what the picture is for, what becomes of it, and that it can be left to the counter. */
ActingPage {
    id: page

    required property string documentName
    required property string documentHelp
    required property string serviceName

    primaryIcon: "camera"
    //: Button: agrees that the camera takes one's portrait
    primaryText: qsTr("I agree: take my picture")
    //: Title: before the camera looks at somebody's face
    title: qsTr("May the camera take your picture?")
    onPrimary: act("next", undefined)

    ScrollColumn {
        anchors.fill: parent
        spacing: Theme.space32

        Card {
            Layout.fillWidth: true
            title: page.documentName
            Bullet {
                iconName: "document"
                objectName: "consent.purpose"
                text: page.documentHelp !== "" ? page.documentHelp :
                //: What a portrait is for; %1 is the service's name
                qsTr("It is for this request only: %1.").arg(page.serviceName)
            }
            Bullet {
                iconName: "send"
                objectName: "consent.whereto"
                //: What becomes of a portrait
                text: qsTr("It goes to the municipality together with your request, and only if you send the request.")
            }
            Bullet {
                iconName: "trash"
                objectName: "consent.kept"
                //: What becomes of a portrait
                text: qsTr("It is not kept on this terminal, and nobody is recognised by it here.")
            }
            Bullet {
                iconName: "eye"
                objectName: "consent.camera"
                //: What becomes of a portrait
                text: qsTr("The camera is off now. You see the picture before it is used, and can take it again.")
            }
            Bullet {
                iconName: "users"
                objectName: "consent.counter"
                //: A portrait may be taken elsewhere
                text: qsTr("You can have it taken at the counter instead. Your request goes on either way.")
            }
        }
        KioskButton {
            Layout.fillWidth: true
            iconName: "users"
            kind: KioskButton.Kind.Secondary
            objectName: "consent.skip"
            //: Button: no portrait at the terminal
            text: qsTr("No, at the counter instead")
            onClicked: page.act("skip", undefined)
        }
    }
}
