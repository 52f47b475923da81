import QtQuick
import Kiosk
import Kiosk.Controls
import Kiosk.Testing

/* A terminal's screen with the gallery on it, in the direction of the chosen language. */
Item {
    id: stage

    property string language: "ar"
    property alias frame: frame
    property alias gallery: gallery

    function speak(code: string) {
        language = code;
        Testbed.speak(code);
    }

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: language === "ar"
    height: 1920
    width: 1080

    PageFrame {
        id: frame
        amanaName: stage.language === "ar" ? "أمانة منطقة الرياض" : "Riyadh Region Municipality"
        anchors.fill: parent
        clockText: "10:42"
        dateText: stage.language === "ar" ? "12 جمادى الأولى 1448 هـ - 23 أكتوبر 2026 م" : "12 Jumada al-Ula 1448 AH - 23 October 2026"
        focus: true
        languageText: stage.language === "ar" ? "English" : "العربية"
        objectName: "frame"
        page: gallery
        place: stage.language === "ar" ? "بلدية العليا" : "Al Olaya Municipality"

        Gallery {
            id: gallery
            anchors.fill: parent
        }
    }
}
