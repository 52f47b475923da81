import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* One line of a list: an icon or a number, and words that may wrap. */
RowLayout {
    id: root

    property string iconName
    property int number: 0
    property string text

    Layout.fillWidth: true
    spacing: Theme.space16

    Icon {
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: 4
        color: Theme.colours.primaryText
        name: root.iconName
        size: 36
        visible: root.number === 0
    }
    KioskText {
        Layout.alignment: Qt.AlignTop
        color: Theme.colours.primaryText
        strong: true
        text: Theme.ltr(String(root.number))
        visible: root.number > 0
    }
    KioskText {
        Layout.fillWidth: true
        text: root.text
    }
}
