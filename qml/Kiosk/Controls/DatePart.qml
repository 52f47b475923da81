pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Ink

/*
 * One number of a date in a box of its own: the day, the month or the year, typed on the digits' keyboard. It says when
 * it is full, so that the next box can go on, and when there is nothing left to erase.
 */
FieldBase {
    id: root

    property bool wrong: false
    /** The greatest number that makes sense: after "4" of a month no second digit can come. */
    property int greatest: 9999
    /** Typed into since it got the focus; a first digit starts the box anew. */
    property bool touched: false
    readonly property bool full: text.length === maximumLength || (text !== "" && Number(text) * 10 > greatest)
    signal filled
    signal emptied

    function insert(characters: string) {
        for (const digit of Theme.latinDigits(characters).replace(/[^0-9]/g, "")) {
            replaceText(touched ? text + digit : digit);
            touched = true;
        }
        if (full)
            filled();
    }
    function erase() {
        touched = true;
        if (text === "")
            emptied();
        else
            replaceText(text.slice(0, -1));
    }

    implicitHeight: name.implicitHeight + Theme.space8 + box.height
    implicitWidth: 200
    keyboard: "digits"
    onActiveFocusChanged: touched = false

    KioskText {
        id: name
        horizontalAlignment: Text.AlignHCenter
        kind: KioskText.Kind.Secondary
        text: root.label
        width: root.width
        Accessible.ignored: true
    }
    Plate {
        id: box
        anchors {
            left: parent.left
            right: parent.right
            top: name.bottom
            topMargin: Theme.space8
        }
        borderColor: root.wrong ? Theme.colours.error : root.activeFocus ? Theme.colours.borderActive : Theme.colours.borderInput
        borderWidth: root.activeFocus || root.wrong ? 4 : Theme.colours.borderWidth
        color: root.enabled ? Theme.colours.card : Theme.colours.quiet
        height: 104
        radius: Theme.radiusControl

        KioskText {
            id: shown
            anchors.centerIn: parent
            color: root.text === "" ? Theme.colours.textTertiary : Theme.colours.text
            kind: KioskText.Kind.Heading
            text: root.text === "" && !root.activeFocus ? root.placeholder : Theme.ltr(root.text)
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Caret {
            anchors.verticalCenter: parent.verticalCenter
            blinking: root.activeFocus
            height: 56
            x: parent.width / 2 + (root.text === "" ? 0 : shown.width / 2 + 4)
        }
        MouseArea {
            anchors.fill: parent
            enabled: root.enabled
            onClicked: root.forceActiveFocus()
        }
    }
}
