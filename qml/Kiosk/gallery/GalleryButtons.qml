import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* Buttons in every kind and state. */
GallerySection {
    //: Gallery heading
    title: qsTr("Buttons")

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.touchGap
        KioskButton {
            Layout.fillWidth: true
            iconAtEnd: true
            iconName: "forward"
            objectName: "gallery.primary"
            //: Primary button that goes to the next page
            text: qsTr("Continue")
        }
        KioskButton {
            Layout.fillWidth: true
            enabled: false
            objectName: "gallery.primary.disabled"
            text: qsTr("Continue")
        }
        KioskButton {
            Layout.fillWidth: true
            busy: true
            enabled: false
            objectName: "gallery.primary.busy"
            //: Button while an answer is awaited
            text: qsTr("Sending")
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.touchGap
        KioskButton {
            Layout.fillWidth: true
            Layout.fillHeight: true
            iconName: "printer"
            kind: KioskButton.Kind.Secondary
            objectName: "gallery.secondary"
            //: Button that prints a receipt
            text: qsTr("Print the receipt")
        }
        KioskButton {
            Layout.fillWidth: true
            Layout.fillHeight: true
            enabled: false
            kind: KioskButton.Kind.Secondary
            objectName: "gallery.secondary.disabled"
            text: qsTr("Print the receipt")
        }
        KioskButton {
            Layout.fillHeight: true
            kind: KioskButton.Kind.Quiet
            objectName: "gallery.quiet"
            //: Button that leaves the optional step out
            text: qsTr("Skip")
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.touchGap
        KioskButton {
            Layout.fillWidth: true
            iconName: "trash"
            kind: KioskButton.Kind.Danger
            objectName: "gallery.danger"
            //: Button that gives up a request that was started
            text: qsTr("Cancel the request")
        }
        IconButton {
            Layout.preferredHeight: 112
            Layout.preferredWidth: 112
            iconName: "volume"
            //: Button that reads the page aloud
            label: qsTr("Read aloud")
            objectName: "gallery.icon"
        }
        IconButton {
            Layout.preferredHeight: 112
            Layout.preferredWidth: 112
            enabled: false
            iconName: "volume"
            label: qsTr("Read aloud")
            objectName: "gallery.icon.disabled"
        }
    }
    KioskButton {
        Layout.fillWidth: true
        objectName: "gallery.long"
        //: A button whose words need two lines
        text: qsTr("Agree to the conditions of issuing a commercial licence and go on to the shop's location on the map")
    }
}
