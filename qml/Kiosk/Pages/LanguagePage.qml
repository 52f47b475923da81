pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* The first question, in both languages at once; Arabic first. */
ActingPage {
    id: page

    /** By code, in the order in which they are offered. */
    required property list<string> languages
    readonly property var names: ({
            "ar": "العربية",
            "en": "English"
        })

    bare: true
    likely: languages.map(code => ({
                    "name": "languageChosen",
                    "value": code
                }))

    Rectangle {
        anchors.fill: parent
        color: Theme.colours.page
    }
    ColumnLayout {
        anchors {
            left: parent.left
            right: parent.right
            verticalCenter: parent.verticalCenter
            margins: Theme.space96
        }
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
        Repeater {
            model: page.languages
            KioskButton {
                required property int index
                required property string modelData
                Layout.fillWidth: true
                implicitHeight: 160
                kind: index === 0 ? KioskButton.Kind.Primary : KioskButton.Kind.Secondary
                objectName: "language." + modelData
                text: page.names[modelData]
                onClicked: page.act("languageChosen", modelData)
            }
        }
    }
}
