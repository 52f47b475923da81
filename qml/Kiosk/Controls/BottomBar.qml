import QtQuick
import QtQuick.Layouts

/* The fixed bar: back at the start side, cancel as quiet words, the one primary action at the end side. */
Rectangle {
    id: root

    property string primaryText
    property string primaryIcon
    property bool primaryEnabled: true
    property bool primaryDangerous: false
    property bool backVisible: true
    property bool cancelVisible: true
    property bool busy: false
    /** The finger is down on the primary button, or on back. */
    signal goingOn
    signal goingBack
    signal primary
    signal back
    signal cancel

    color: Theme.colours.card
    implicitHeight: row.implicitHeight + 2 * Theme.space24

    Rectangle {
        color: Theme.colours.border
        height: Theme.colours.borderWidth
        width: parent.width
    }
    RowLayout {
        id: row
        anchors {
            left: parent.left
            leftMargin: Theme.margin
            right: parent.right
            rightMargin: Theme.margin
            verticalCenter: parent.verticalCenter
        }
        spacing: Theme.touchGap

        KioskButton {
            Layout.preferredHeight: Theme.touchPrimary
            enabled: !root.busy
            iconName: "back"
            kind: KioskButton.Kind.Secondary
            objectName: "frame.back"
            //: Button that returns to the page before
            text: qsTr("Back")
            visible: root.backVisible
            onClicked: root.back()
            onPressedChanged: if (pressed)
                root.goingBack()
        }
        KioskButton {
            Layout.preferredHeight: Theme.touchPrimary
            kind: KioskButton.Kind.Quiet
            objectName: "frame.cancel"
            //: Button that ends the service without finishing it
            text: qsTr("Cancel")
            visible: root.cancelVisible
            onClicked: root.cancel()
        }
        Item {
            Layout.fillWidth: true
            implicitHeight: Theme.touchPrimary
        }
        KioskButton {
            Layout.maximumWidth: 520
            Layout.minimumWidth: 360
            busy: root.busy
            enabled: root.primaryEnabled && !root.busy
            iconAtEnd: true
            iconName: root.primaryIcon
            kind: root.primaryDangerous ? KioskButton.Kind.Danger : KioskButton.Kind.Primary
            objectName: "frame.primary"
            text: root.primaryText
            visible: text !== ""
            onClicked: root.primary()
            onPressedChanged: if (pressed)
                root.goingOn()
        }
    }
}
