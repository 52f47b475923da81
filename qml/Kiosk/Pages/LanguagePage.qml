import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* The first question, in both languages at once; Arabic first. */
ActingPage {
    id: page

    bare: true

    Rectangle {
        anchors.fill: parent
        color: Theme.colours.page
    }
    ColumnLayout {
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.space96 }
        spacing: Theme.space32

        IconBadge {
            Layout.alignment: Qt.AlignHCenter
            name: "language"
            size: 144
        }
        KioskText {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            kind: KioskText.Kind.Title
            strong: true
            text: "اختر لغتك"
        }
        KioskText {
            Layout.bottomMargin: Theme.space48
            Layout.fillWidth: true
            color: Theme.colours.textSecondary
            horizontalAlignment: Text.AlignHCenter
            kind: KioskText.Kind.Heading
            text: "Choose your language"
        }
        KioskButton {
            Layout.fillWidth: true
            implicitHeight: 160
            objectName: "language.ar"
            text: "العربية"
            onClicked: page.act("languageChosen", "ar")
        }
        KioskButton {
            Layout.fillWidth: true
            implicitHeight: 160
            kind: KioskButton.Kind.Secondary
            objectName: "language.en"
            text: "English"
            onClicked: page.act("languageChosen", "en")
        }
    }
}
