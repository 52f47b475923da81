import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* A heading and the specimens under it. */
ColumnLayout {
    property alias title: heading.text

    Layout.fillWidth: true
    spacing: Theme.space24

    Rectangle {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space24
        color: Theme.colours.primary
        implicitHeight: 4
        radius: 2
    }
    KioskText {
        id: heading
        Layout.fillWidth: true
        kind: KioskText.Kind.Heading
    }
}
