import QtQuick
import QtQuick.Layouts
import Kiosk.Ink

/* The green band: whose terminal this is, where and when; language and accessibility always at hand. */
Rectangle {
    id: root

    property string amanaName
    property string place
    property string clockText
    property string dateText
    /** The other language's own name; empty where there is no other. */
    property string languageText
    signal language
    signal accessibility

    color: Theme.colours.band
    implicitHeight: column.implicitHeight + Theme.space24 + Theme.space16

    Rectangle {
        anchors {
            bottom: parent.bottom
            left: parent.left
            right: parent.right
        }
        color: Theme.highContrast ? Theme.colours.border : Theme.colours.accent
        height: 4
    }
    ColumnLayout {
        id: column
        anchors {
            left: parent.left
            leftMargin: Theme.margin
            right: parent.right
            rightMargin: Theme.margin
            top: parent.top
            topMargin: Theme.space24
        }
        spacing: Theme.space12

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space16
            Plate {
                borderColor: Theme.colours.bandInkSecondary
                borderWidth: Theme.highContrast ? 3 : 0
                color: Theme.colours.bandRaised
                implicitHeight: 88
                implicitWidth: 88
                radius: Theme.radiusCard
                Icon {
                    anchors.centerIn: parent
                    color: Theme.colours.bandInk
                    name: "city"
                    size: 56
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0
                KioskText {
                    Layout.fillWidth: true
                    color: Theme.colours.bandInk
                    font.pixelSize: Math.min(Theme.headingSize, 38)
                    kind: KioskText.Kind.Heading
                    text: root.amanaName
                }
                KioskText {
                    Layout.fillWidth: true
                    color: Theme.colours.bandInkSecondary
                    font.pixelSize: Math.min(Theme.secondarySize, 28)
                    kind: KioskText.Kind.Secondary
                    text: root.place
                }
            }
            Pressable {
                id: languageButton
                implicitHeight: 88
                implicitWidth: languageRow.implicitWidth + 2 * Theme.space24
                //: Button that changes the language; %1 is the other language's own name
                label: qsTr("Language: %1").arg(root.languageText)
                objectName: "frame.language"
                visible: root.languageText !== ""
                onClicked: root.language()
                Plate {
                    anchors.fill: parent
                    borderColor: Theme.colours.bandInkSecondary
                    borderWidth: 2
                    color: languageButton.pressed ? Theme.colours.primaryPressed : Theme.colours.bandRaised
                    radius: Theme.radiusControl
                }
                RowLayout {
                    id: languageRow
                    anchors.centerIn: parent
                    spacing: Theme.space12
                    Icon {
                        color: Theme.colours.bandInk
                        name: "language"
                        size: 36
                    }
                    KioskText {
                        color: Theme.colours.bandInk
                        font.pixelSize: 28
                        font.weight: Font.Medium
                        text: root.languageText
                        wrapMode: Text.NoWrap
                        Accessible.ignored: true
                    }
                }
            }
            IconButton {
                borderColor: Theme.colours.bandInkSecondary
                ground: Theme.colours.bandRaised
                iconName: "accessibility"
                iconSize: 48
                implicitHeight: 88
                implicitWidth: 88
                ink: Theme.colours.bandInk
                //: Button that opens text size, contrast, reach and motion
                label: qsTr("Accessibility")
                objectName: "frame.accessibility"
                pressedGround: Theme.colours.primaryPressed
                onClicked: root.accessibility()
            }
        }
        RowLayout {
            Layout.bottomMargin: Theme.space8
            Layout.fillWidth: true
            spacing: Theme.space24
            KioskText {
                Layout.fillWidth: true
                color: Theme.colours.bandInkSecondary
                font.pixelSize: Math.min(Theme.secondarySize, 28)
                kind: KioskText.Kind.Secondary
                text: root.dateText
            }
            KioskText {
                color: Theme.colours.bandInk
                font.pixelSize: Math.min(Theme.bodySize, 32)
                font.weight: Font.DemiBold
                text: root.clockText
                wrapMode: Text.NoWrap
            }
        }
    }
}
