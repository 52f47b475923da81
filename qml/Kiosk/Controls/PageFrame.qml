import QtQuick

/*
 * The anatomy of every page, kept once by the shell: top band, where I am, one question with its help, the answers, the
 * bottom bar. Give it the current KioskPage and it reads what to show and passes presses on; its own properties can
 * also be set directly. The keyboard comes up by itself for the field that has the focus. Portrait and landscape.
 */
FocusScope {
    id: root

    /** The page on show; may be null. */
    property KioskPage page: null

    // Set once by the shell, the same for all pages.
    property string amanaName
    property string place
    property string clockText
    property string dateText
    property string languageText

    // What the bars show; follows the page.
    property string title: page?.title ?? ""
    property string help: page?.help ?? ""
    property string stepText: page?.stepText ?? ""
    property int stepIndex: page?.stepIndex ?? 0
    property int stepCount: page?.stepCount ?? 0
    property string primaryText: page?.primaryText ?? ""
    property string primaryIcon: page?.primaryIcon ?? ""
    property bool primaryEnabled: page?.primaryEnabled ?? true
    property bool primaryDangerous: page?.primaryDangerous ?? false
    property bool backVisible: page?.backVisible ?? true
    property bool cancelVisible: page?.cancelVisible ?? true
    property bool busy: page?.busy ?? false
    property string busyText: page?.busyText ?? ""
    property bool tall: page?.tall ?? false
    property bool bare: page?.bare ?? false

    default property alias content: answers.data
    readonly property bool landscape: width > height
    readonly property real questionWidth: landscape ? Math.round((width - 3 * Theme.margin) * 0.36) : width - 2 * Theme.margin
    readonly property FieldBase field: Window.activeFocusItem as FieldBase
    readonly property bool typing: field !== null && field.enabled && !busy

    signal primary
    signal back
    signal cancel
    signal language
    signal accessibility

    /** Takes the focus from the field; a scope would give it back, so it goes to an item of its own. */
    function putKeyboardAway() {
        nowhere.forceActiveFocus();
    }
    /** Lays out a page that is not on show yet as it will be there, so that showing it is only painting. */
    function rehearse(coming: KioskPage) {
        const types = coming.keyboard !== "";
        if (types && !typing)
            keyboard.layout = coming.keyboard;
        rehearsed.title = coming.title;
        rehearsed.help = shownHelp(coming.help, types);
        rehearsed.stepText = coming.stepText;
        rehearsed.stepIndex = coming.stepIndex;
        rehearsed.stepCount = coming.stepCount;
        const bars = (types ? keyboard.implicitHeight : 0) + (barStands(coming.bare, types, coming.backVisible || coming.cancelVisible || coming.primaryText !== "") ? bar.implicitHeight : 0);
        const bottom = coming.bare ? 0 : Theme.space32;
        const sides = coming.bare ? 0 : landscape ? questionWidth + 3 * Theme.margin : 2 * Theme.margin;
        coming.width = width - sides;
        coming.height = height - topOfBody(coming.bare, types) - topOfAnswers(coming.bare, coming.tall, types, rehearsed.implicitHeight) - bars - bottom;
    }
    function shownHelp(words: string, types: bool): string {
        return Theme.reachMode && types ? "" : words;
    }
    /** In reach mode; the keyboard is low already: while it is up, its field needs some of the room. */
    function topOfBody(bare: bool, types: bool): real {
        return Theme.reachMode && !landscape && !bare ? Math.round(height * (types ? 0.14 : 0.36)) : 0;
    }
    function topOfAnswers(bare: bool, tall: bool, types: bool, questionHeight: real): real {
        if (bare)
            return 0;
        if (landscape)
            return band.height + Theme.space40;
        // Answers start where the hand is, not at the eye: about 600 px from the top of the panel.
        const natural = tall || types || Theme.reachMode ? 0 : 520;
        return Math.max(band.height + Theme.space40 + questionHeight + Theme.space40, natural);
    }
    /** Lying panels are too low for keyboard and bar together; the keyboard's own key brings the bar back. */
    function barStands(bare: bool, types: bool, wanted: bool): bool {
        return wanted && !bare && !(landscape && types);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.colours.page
        MouseArea {
            anchors.fill: parent
            onPressed: root.putKeyboardAway()
        }
    }
    Item {
        id: nowhere
    }
    Question {
        id: rehearsed
        visible: false
        width: root.questionWidth
    }

    // In reach mode all parts move into the lower part of a portrait panel; the band's colour fills what is above.
    Rectangle {
        color: Theme.colours.band
        height: body.y
        visible: height > 0 && !root.bare
        width: root.width
        Pattern {
            anchors.fill: parent
        }
    }
    Item {
        id: body
        anchors {
            bottom: parent.bottom
            left: parent.left
            right: parent.right
            top: parent.top
        }
        anchors.topMargin: root.topOfBody(root.bare, root.typing)

        TopBand {
            id: band
            amanaName: root.amanaName
            anchors {
                left: parent.left
                right: parent.right
                top: parent.top
            }
            clockText: root.clockText
            dateText: root.dateText
            languageText: root.languageText
            place: root.place
            visible: !root.bare
            onAccessibility: root.accessibility()
            onLanguage: root.language()
        }
        Question {
            id: question
            anchors {
                left: parent.left
                leftMargin: Theme.margin
                top: band.bottom
                topMargin: Theme.space40
            }
            height: implicitHeight
            help: root.shownHelp(root.help, root.typing)
            objectName: "frame"
            stepCount: root.stepCount
            stepIndex: root.stepIndex
            stepText: root.stepText
            title: root.title
            visible: !root.bare
            width: root.questionWidth
        }
        Item {
            id: zone
            anchors {
                bottom: root.typing ? keyboard.top : bar.visible ? bar.top : parent.bottom
                bottomMargin: root.bare ? 0 : Theme.space32
                left: parent.left
                leftMargin: root.bare ? 0 : root.landscape ? root.questionWidth + 2 * Theme.margin : Theme.margin
                right: parent.right
                rightMargin: root.bare ? 0 : Theme.margin
                top: parent.top
                topMargin: root.topOfAnswers(root.bare, root.tall, root.typing, question.implicitHeight)
            }

            Item {
                id: answers
                anchors.fill: parent
                enabled: !root.busy
                visible: !root.busy
            }
            Spinner {
                anchors.horizontalCenter: parent.horizontalCenter
                running: root.busy
                text: root.busyText
                visible: root.busy
                width: parent.width
                y: Math.max(0, parent.height * 0.3 - height / 2)
            }
        }
        KioskKeyboard {
            id: keyboard
            anchors {
                bottom: bar.visible ? bar.top : parent.bottom
                left: parent.left
                right: parent.right
            }
            objectName: "frame.keyboard"
            target: root.field
            visible: root.typing
            onDone: root.putKeyboardAway()
        }
        BottomBar {
            id: bar
            anchors {
                bottom: parent.bottom
                left: parent.left
                right: parent.right
            }
            backVisible: root.backVisible
            busy: root.busy
            cancelVisible: root.cancelVisible
            primaryDangerous: root.primaryDangerous
            primaryEnabled: root.primaryEnabled
            primaryIcon: root.primaryIcon
            primaryText: root.primaryText
            visible: root.barStands(root.bare, root.typing, root.backVisible || root.cancelVisible || root.primaryText !== "")
            onBack: {
                root.back();
                root.page?.back();
            }
            onCancel: {
                root.cancel();
                root.page?.cancel();
            }
            onGoingBack: root.page?.goingBack()
            onGoingOn: root.page?.goingOn()
            onPrimary: {
                root.primary();
                root.page?.primary();
            }
        }
    }
}
