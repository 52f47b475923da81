pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Controls
import Kiosk.Ink

/* Nobody is here: what can be done at this terminal, told in five seconds, in two languages in turn. */
ActingPage {
    id: page

    bare: true

    /** By code; each is told in turn. */
    required property list<string> languages
    readonly property var tellings: languages.map(code => words[code])
    readonly property var words: ({
            "ar": {
                "heading": "أهلا بك",
                "line": "خدمات بلديتك هنا، على مدار الساعة",
                "call": "المس الشاشة للبدء",
                "items": ["أصدر رخصتك أو جددها واطبعها", "أبلغ عن مشكلة بصورة", "تابع طلبك، واحجز موعدك"],
                "rtl": true
            },
            "en": {
                "heading": "Welcome",
                "line": "Your municipality's services, day and night",
                "call": "Touch the screen to begin",
                "items": ["Issue or renew your licence, and print it", "Report a problem with one photo", "Follow your request, book your visit"],
                "rtl": false
            }
        })
    readonly property list<string> icons: ["storefront", "camera", "calendar"]
    property int turn: 0
    readonly property var telling: tellings[turn]

    LayoutMirroring.enabled: telling.rtl
    LayoutMirroring.childrenInherit: true

    // Whoever comes back finds the first telling again.
    onVisibleChanged: if (!visible)
        turn = 0

    Timer {
        interval: 8000
        repeat: true
        running: page.visible && page.tellings.length > 1
        onTriggered: page.turn = (page.turn + 1) % page.tellings.length
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.colours.band
    }
    MouseArea {
        anchors.fill: parent
        objectName: "attract.start"
        onClicked: page.act("touched", undefined)
        Accessible.role: Accessible.Button
        Accessible.name: page.telling.call
        Accessible.onPressAction: page.act("touched", undefined)
    }
    ColumnLayout {
        anchors {
            fill: parent
            leftMargin: Theme.space96
            rightMargin: Theme.space96
            topMargin: parent.height * 0.12
            bottomMargin: Theme.space96
        }
        spacing: Theme.space32

        KioskText {
            color: Theme.colours.bandInkSecondary
            kind: KioskText.Kind.Heading
            text: page.telling.rtl ? "بلدي" : "Balady"
            strong: true
        }
        KioskText {
            Layout.fillWidth: true
            color: Theme.colours.bandInk
            kind: KioskText.Kind.Display
            objectName: "attract.heading"
            strong: true
            text: page.telling.heading
        }
        KioskText {
            Layout.fillWidth: true
            color: Theme.colours.bandInk
            kind: KioskText.Kind.Title
            text: page.telling.line
        }
        Item {
            Layout.fillHeight: true
            Layout.maximumHeight: Theme.space96
        }
        GridLayout {
            Layout.fillWidth: true
            columnSpacing: Theme.space32
            columns: page.width > page.height ? 3 : 1
            rowSpacing: Theme.space32
            Repeater {
                model: 3
                Plate {
                    id: card
                    required property int index
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    color: Theme.colours.bandRaised
                    implicitHeight: 168
                    radius: Theme.radiusCard
                    RowLayout {
                        anchors {
                            fill: parent
                            leftMargin: Theme.space40
                            rightMargin: Theme.space40
                        }
                        spacing: Theme.space40
                        Icon {
                            color: Theme.colours.bandInk
                            name: page.icons[card.index]
                            size: 72
                        }
                        KioskText {
                            Layout.fillWidth: true
                            color: Theme.colours.bandInk
                            kind: KioskText.Kind.Heading
                            text: page.telling.items[card.index]
                        }
                    }
                }
            }
        }
        Item {
            Layout.fillHeight: true
        }
        Plate {
            Layout.fillWidth: true
            color: Theme.colours.bandInk
            implicitHeight: 144
            radius: Theme.radiusCard
            RowLayout {
                anchors.centerIn: parent
                spacing: Theme.space24
                KioskText {
                    color: Theme.colours.band
                    kind: KioskText.Kind.Title
                    strong: true
                    text: page.telling.call
                }
                Icon {
                    color: Theme.colours.band
                    name: "forward"
                    size: 56
                }
            }
        }
    }
}
