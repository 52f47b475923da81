import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* Chips side by side, in as many lines as they need. */
Flow {
    Layout.fillWidth: true
    spacing: Theme.space12
}
