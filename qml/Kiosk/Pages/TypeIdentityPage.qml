import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* The ID number, typed. */
ActingPage {
    id: page

    required property string typed
    required property string problem
    required property bool cardOffered

    //: Help: which numbers are accepted
    help: qsTr("Ten digits: national ID (1…), residence (2…) or border number (3…)")
    keyboard: "digits"
    primaryEnabled: number.text !== ""
    //: Primary button that goes to the next page
    primaryText: qsTr("Continue")
    //: Question
    title: qsTr("What is your ID number?")
    onArrived: number.forceActiveFocus()
    onPrimary: act("next", undefined)

    ColumnLayout {
        anchors {
            left: parent.left
            right: parent.right
            top: parent.top
        }
        spacing: Theme.space32
        DigitsField {
            id: number
            Layout.fillWidth: true
            error: sentences.brief(page.problem)
            focus: true
            groups: [1, 3, 3, 3]
            //: Key of the keyboard that goes to the next page
            doneText: qsTr("Continue")
            //: Label of a field
            label: qsTr("ID number")
            maximumLength: 10
            objectName: "field.identity"
            Component.onCompleted: text = page.typed
            onAccepted: page.act("next", undefined)
            onEdited: value => page.act("typed", {
                        "field": "identity",
                        "text": value
                    })
        }
        KioskButton {
            Layout.fillWidth: true
            iconName: "card"
            kind: KioskButton.Kind.Secondary
            objectName: "identity.useCard"
            //: Button: sign in with the card instead
            text: qsTr("Use my card instead")
            visible: page.cardOffered
            onClicked: page.act("useCard", undefined)
        }
    }
    Sentences {
        id: sentences
    }
}
