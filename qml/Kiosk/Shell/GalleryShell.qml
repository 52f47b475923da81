import QtQuick
import Kiosk
import Kiosk.Controls
import Kiosk.View

/* The gallery in the frame of all pages, in each direction and mode: what `./dev run --gallery` shows. */
FocusScope {
    id: shell

    required property KioskView kiosk

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: kiosk.language === "ar"

    PageFrame {
        amanaName: shell.kiosk.amanaName
        anchors.fill: parent
        clockText: shell.kiosk.clockText
        dateText: shell.kiosk.dateText
        languageText: shell.kiosk.language === "ar" ? "English" : "العربية"
        page: gallery
        place: shell.kiosk.placeName
        onAccessibility: comfort.open = true
        onLanguage: shell.kiosk.act("languageChosen", shell.kiosk.language === "ar" ? "en" : "ar")

        Gallery {
            id: gallery
            anchors.fill: parent
            focus: true
        }
    }
    AccessibilityPanel {
        id: comfort
        onChanged: (setting, on) => Theme[setting] = on
        onPrimary: open = false
    }
}
