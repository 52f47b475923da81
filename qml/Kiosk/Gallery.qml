import QtQuick
import QtQuick.Layouts
import Kiosk.Controls
import "gallery"

/* Every control in every state, for the eye and for the tests; a page of the shell like any other. */
KioskPage {
    id: root

    property alias contentY: scroll.contentY
    readonly property real contentHeight: scroll.contentHeight
    property alias dialogOpen: dialog.open

    backVisible: false
    cancelVisible: false
    //: Help of the gallery page
    help: qsTr("Every control in every state.")
    objectName: "gallery"
    tall: true
    //: Title of the gallery page
    title: qsTr("Gallery")

    ScrollColumn {
        id: scroll
        anchors.fill: parent
        objectName: "gallery.scroll"
        spacing: Theme.space40
        GalleryButtons {
        }
        GalleryChoices {
        }
        GalleryFields {
        }
        GalleryMessages {
        }
        GalleryPictures {
        }
        KioskButton {
            Layout.fillWidth: true
            kind: KioskButton.Kind.Secondary
            objectName: "gallery.openDialog"
            //: Gallery: opens a specimen of a dialog
            text: qsTr("Show a dialog")
            onClicked: dialog.open = true
        }
    }
    Dialog {
        id: dialog
        //: What happens when nobody answers
        body: qsTr("To protect your information we will end this session and clear the screen.")
        objectName: "gallery.dialog"
        parent: root.Window.contentItem
        //: Button that keeps the session
        primaryText: qsTr("I am still here")
        remaining: 21
        //: Button that ends the session at once
        secondaryText: qsTr("End the session")
        //: Question after a while without a touch
        title: qsTr("Are you still there?")
        onPrimary: open = false
        onSecondary: open = false
    }
}
