pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.View

/*
 * The one frame around all pages: shows the page that the session is at and says what the person did. One shell lives
 * for one citizen; it is made before they come and hidden until they touch the welcoming page.
 */
FocusScope {
    id: shell

    required property KioskView kiosk

    Binding {
        property: "digits"
        target: Theme
        value: shell.kiosk.digits
    }

    LayoutMirroring.enabled: kiosk.language === "ar"
    LayoutMirroring.childrenInherit: true

    Binding {
        property: "fades"
        target: Theme
        value: !Theme.reducedMotion && shell.GraphicsInfo.api !== GraphicsInfo.Software
    }
    /** Hands a new page what is no part of its question: pictures that change, the calendars. */
    function furnish(page: Item) {
        if (page.hasOwnProperty("previewSource"))
            page.previewSource = Qt.binding(() => shell.kiosk.previewSource);
        if (page.hasOwnProperty("pageCue"))
            page.pageCue = Qt.binding(() => shell.kiosk.pageCue);
        if (page.hasOwnProperty("stillSource"))
            page.stillSource = Qt.binding(() => shell.kiosk.stillSource);
        if (page.hasOwnProperty("toHijri")) {
            page.toHijri = iso => shell.kiosk.toHijri(iso);
            page.fromHijri = hijri => shell.kiosk.fromHijri(hijri);
        }
    }

    Component.onCompleted: {
        // A new citizen begins with everybody's settings.
        Theme.largeText = false;
        Theme.highContrast = false;
        Theme.reachMode = false;
        Theme.reducedMotion = false;
    }

    PageFrame {
        id: frame
        amanaName: shell.kiosk.amanaName
        anchors.fill: parent
        clockText: shell.kiosk.clockText
        dateText: shell.kiosk.dateText
        languageText: shell.kiosk.languages.length < 2 ? "" : shell.kiosk.language === "ar" ? "English" : "العربية"
        page: stage.current as KioskPage
        place: shell.kiosk.placeName
        onAccessibility: comfort.open = true
        onLanguage: shell.kiosk.act("openLanguages", undefined)

        PageStage {
            id: stage
            readonly property ActingPage page: current as ActingPage
            anchors.fill: parent
            focus: true
            kiosk: shell.kiosk
            onCurrentChanged: {
                frame.forceActiveFocus();
                (current as ActingPage).arrived(); // `page` may not have followed yet
                if (Theme.fades)
                    arrive.restart();
                quiet.restart();
            }
            onMade: page => {
                shell.furnish(page);
                frame.rehearse(page as KioskPage);
            }
            NumberAnimation {
                id: arrive
                duration: Theme.motionNormal
                easing.type: Easing.OutCubic
                from: 0.4
                property: "opacity"
                target: stage
                to: 1
            }
        }
    }
    Connections {
        function onAct(name, value) {
            shell.kiosk.act(name, value);
        }
        function onSoon(name, value) {
            stage.foresee(name, value);
        }
        target: stage.page
    }
    // While the person reads, what they most likely do next is made ready; at first, when nobody is here yet.
    Timer {
        id: quiet
        interval: 150
        onTriggered: stage.expect(stage.page?.likely ?? [{
                    "name": "touched"
                }])
    }
    Connections {
        function onPageChanged() {
            quiet.restart();
        }
        target: shell.kiosk
    }
    // Any touch at all proves that somebody is there; it goes on to what lies under the finger.
    MouseArea {
        anchors.fill: parent
        propagateComposedEvents: true
        z: 50
        onPressed: mouse => {
            if (shell.kiosk.page !== "Attract" && shell.kiosk.overlay === "") // a dialog's answer speaks for itself
                shell.kiosk.act("touched", undefined);
            mouse.accepted = false;
        }
        Accessible.ignored: true
    }
    AccessibilityPanel {
        id: comfort
        objectName: "comfort"
        onChanged: (setting, on) => Theme[setting] = on
        onPrimary: open = false
    }
    Dialog {
        id: stillThere
        readonly property int grace: shell.kiosk.graceSeconds
        //: Idle warning: what happens without an answer
        body: qsTr("If you don't touch the screen, we end here and erase everything of yours from this terminal.")
        objectName: "stillThere"
        open: shell.kiosk.overlay === "stillThere"
        //: Button: more time
        primaryText: qsTr("I need more time")
        remaining: countdown.left
        //: Button: end the session
        secondaryText: qsTr("Finish now")
        //: Idle warning
        title: qsTr("Are you still there?")
        total: grace
        onOpenChanged: countdown.left = grace
        onPrimary: shell.kiosk.act("stay", undefined)
        onSecondary: shell.kiosk.act("leaveConfirmed", undefined)
        Timer {
            id: countdown
            property int left: stillThere.grace
            interval: 1000
            repeat: true
            running: stillThere.open
            onTriggered: left = Math.max(0, left - 1)
        }
    }
    Dialog {
        //: What is lost when leaving in the middle
        body: qsTr("What you typed and photographed here is erased. What was already sent stays with the municipality.")
        dangerous: true
        iconName: "exit"
        objectName: "leaveQuestion"
        open: shell.kiosk.overlay === "leaveQuestion"
        //: Button: leave and erase
        primaryText: qsTr("Leave and erase")
        //: Button: do not leave
        secondaryText: qsTr("Go on here")
        //: Question before leaving in the middle
        title: qsTr("Do you want to leave?")
        onPrimary: shell.kiosk.act("leaveConfirmed", undefined)
        onSecondary: shell.kiosk.act("stay", undefined)
    }
    Dialog {
        iconName: "language"
        objectName: "languages"
        open: shell.kiosk.overlay === "languages"
        primaryText: "العربية"
        secondaryText: "English"
        title: "اختر لغتك - Choose your language"
        onPrimary: shell.kiosk.act("languageChosen", "ar")
        onSecondary: shell.kiosk.act("languageChosen", "en")
    }
}
