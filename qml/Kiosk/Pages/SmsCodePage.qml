import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* The one-time code from the text message. */
ActingPage {
    id: page

    required property string maskedMobile
    required property int attemptsLeft
    required property string problem
    required property bool checking

    // A refused code is emptied for the next try; a lost connection keeps it.
    onArrived: code.forceActiveFocus()
    onProblemChanged: if (problem === "wrong_code") {
        code.text = "";
        code.forceActiveFocus();
    }

    //: Help: where the code went; %1 is a masked mobile number
    help: qsTr("We sent it to %1.").arg(Theme.ltr(maskedMobile))
    keyboard: "digits"
    //: Question
    title: qsTr("Type the code from the message")

    ColumnLayout {
        anchors {
            left: parent.left
            right: parent.right
            top: parent.top
        }
        spacing: Theme.space32
        CodeField {
            id: code
            Layout.fillWidth: true
            enabled: !page.checking
            error: page.problem === "wrong_code" ?
            //: A wrong one-time code; %n tries are left
            Theme.shownDigits(qsTr("This is not the code. %n try(s) left.", "", page.attemptsLeft)) : sentences.brief(page.problem)
            //: Label of a field
            label: qsTr("Code")
            length: 6
            objectName: "field.code"
            onFilled: value => page.act("codeTyped", value)
        }
    }
    Sentences {
        id: sentences
    }
}
