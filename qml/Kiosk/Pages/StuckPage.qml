pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* Something stands in the way: what happened, what is safe, what to do. Never a dead end. */
ActingPage {
    id: page

    required property string problem
    required property string sentence
    required property var actions
    required property string gateName

    readonly property var words: sentences.sentence(problem)

    function actionText(name: string): string {
        switch (name) {
        //: Button that tries again
        case "tryAgain":
            return qsTr("Try again");
        //: Button: type the ID number
        case "typeNumber":
            return qsTr("Type my ID number");
        //: Button: get a code by text message
        case "sendSms":
            return qsTr("Send me a text message");
        //: Button that begins the service which must come first; %1 is its name
        case "startGate":
            return qsTr("Begin with: %1").arg(gateName);
        //: Button that goes to the home page
        default:
            return qsTr("Choose another service");
        }
    }

    title: words.title

    ScrollColumn {
        anchors.fill: parent
        spacing: Theme.space32

        Drawing {
            Layout.alignment: Qt.AlignHCenter
            label: page.words.title
            scene: page.words.drawing
            size: Math.min(320, page.height * 0.45) // a panel that lies is low
            visible: page.words.drawing !== ""
        }
        KioskText {
            Layout.fillWidth: true
            kind: KioskText.Kind.Heading
            objectName: "stuck.body"
            text: page.sentence !== "" ? page.sentence : page.words.body
        }
        Repeater {
            model: page.actions
            KioskButton {
                required property string modelData
                required property int index
                Layout.fillWidth: true
                kind: index === 0 ? KioskButton.Kind.Primary : KioskButton.Kind.Secondary
                objectName: "stuck." + modelData
                text: page.actionText(modelData)
                onClicked: page.act(modelData, undefined)
            }
        }
    }
    Sentences {
        id: sentences
    }
}
