import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* The PIN of the technician's badge that is in the reader. */
ActingPage {
    id: page

    required property int triesLeft
    required property string problem
    required property bool checking

    readonly property bool typed: pin.text.length >= 6 && !checking

    function enter() {
        if (typed)
            act("codeTyped", pin.text);
    }
    function complaint(): string {
        if (problem !== "badge_wrong_pin")
            return sentences.brief(problem);
        return triesLeft < 0 ?
        //: A wrong PIN of a technician's badge
        qsTr("This is not the badge's PIN.") :
        //: A wrong PIN of a technician's badge; %n tries are left
        Theme.shownDigits(qsTr("This is not the badge's PIN. %n try(s) left.", "", triesLeft));
    }

    //: Help of the page where a technician types the badge's PIN, when one try is left
    help: triesLeft === 1 ? qsTr("One try is left. After it, only who gave you the badge can open it.") :
    //: Help of the page where a technician types the badge's PIN
    qsTr("Six to eight digits. Leave the badge in the reader.")
    keyboard: "digits"
    primaryEnabled: typed
    //: Primary button that goes to the next page
    primaryText: qsTr("Continue")
    //: Title: a technician's badge was put in
    title: qsTr("Your badge's PIN")
    onArrived: pin.forceActiveFocus()
    onPrimary: enter()
    onProblemChanged: if (problem === "badge_wrong_pin") {
        pin.text = "";
        pin.forceActiveFocus();
    }

    ColumnLayout {
        anchors {
            left: parent.left
            right: parent.right
            top: parent.top
        }
        DigitsField {
            id: pin
            Layout.fillWidth: true
            concealed: true
            //: Key of the keyboard that goes to the next page
            doneText: qsTr("Continue")
            enabled: !page.checking
            error: page.complaint()
            focus: true
            //: Label of a field
            label: qsTr("PIN")
            maximumLength: 8
            objectName: "field.pin"
            onAccepted: page.enter()
        }
    }
    Sentences {
        id: sentences
    }
}
