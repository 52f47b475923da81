import QtQuick
import Kiosk.Pages
import Kiosk.View

/* What the terminal shows while nobody is there. It lives as long as the terminal, and no citizen's values reach it. */
FocusScope {
    id: welcome

    required property KioskView kiosk

    AttractPage {
        anchors.fill: parent
        focus: true
        languages: welcome.kiosk.languages
        onAct: (name, value) => welcome.kiosk.act(name, value)
    }
}
