pragma ComponentBehavior: Bound
import QtQuick

/* One line of words. Touch places the cursor; the keyboards type at it. */
FieldBase {
    id: root

    /** Left-to-right whatever the page (addresses, e-mail, Latin references). */
    property bool leftToRight: false
    property string iconName

    function insert(characters: string) {
        const room = maximumLength > 0 ? maximumLength - text.length : characters.length;
        if (room <= 0)
            return;
        const at = input.cursorPosition;
        const added = characters.slice(0, room);
        replaceText(text.slice(0, at) + added + text.slice(at));
        input.cursorPosition = at + added.length;
    }
    function erase() {
        const at = input.cursorPosition;
        if (at === 0)
            return;
        replaceText(text.slice(0, at - 1) + text.slice(at));
        input.cursorPosition = at - 1;
    }

    implicitHeight: frame.implicitHeight
    implicitWidth: 600
    onTextChanged: {
        if (input.text !== text) {
            input.text = text;
            input.cursorPosition = text.length;
        }
    }

    FieldFrame {
        id: frame
        field: root
        width: root.width

        Icon {
            id: icon
            LayoutMirroring.enabled: root.mirrored
            anchors {
                left: parent.left
                leftMargin: Theme.space24
                verticalCenter: parent.verticalCenter
            }
            color: Theme.colours.textTertiary
            name: root.iconName
            size: 40
            visible: root.iconName !== ""
        }
        KioskText {
            anchors.fill: input
            color: Theme.colours.textTertiary
            elide: Text.ElideRight
            text: root.placeholder
            verticalAlignment: Text.AlignVCenter
            visible: root.text === ""
            wrapMode: Text.NoWrap
        }
        TextInput {
            id: input
            LayoutMirroring.enabled: false
            activeFocusOnPress: false
            anchors {
                bottom: parent.bottom
                left: parent.left
                leftMargin: root.mirrored ? root.endRoom : root.startRoom
                right: parent.right
                rightMargin: root.mirrored ? root.startRoom : root.endRoom
                top: parent.top
            }
            clip: true
            color: root.enabled ? Theme.colours.text : Theme.colours.textTertiary
            cursorDelegate: Caret {
                blinking: root.activeFocus
            }
            cursorVisible: root.activeFocus
            font.family: Theme.family
            font.pixelSize: Theme.bodySize + 4
            font.weight: Font.Medium
            horizontalAlignment: root.mirrored ? TextInput.AlignRight : TextInput.AlignLeft
            readOnly: true
            selectByMouse: false
            text: ""
            verticalAlignment: TextInput.AlignVCenter
            Accessible.ignored: true
        }
        IconButton {
            id: eraser
            LayoutMirroring.enabled: root.mirrored
            anchors {
                right: parent.right
                rightMargin: 12
                verticalCenter: parent.verticalCenter
            }
            borderColor: "transparent"
            ground: "transparent"
            height: Theme.touchMin
            iconName: "close"
            iconSize: 32
            //: Button inside a field that empties it
            label: qsTr("Clear")
            objectName: root.objectName + ".clear"
            visible: root.text !== "" && root.enabled
            width: Theme.touchMin
            onClicked: {
                root.clear();
                root.forceActiveFocus();
            }
        }
        MouseArea {
            anchors.fill: input
            enabled: root.enabled
            onPressed: mouse => {
                root.forceActiveFocus();
                input.cursorPosition = input.positionAt(mouse.x);
            }
        }
    }
    readonly property bool mirrored: LayoutMirroring.enabled && !leftToRight
    readonly property int startRoom: iconName !== "" ? 88 : Theme.space24
    readonly property int endRoom: 104
    Component.onCompleted: {
        input.text = text;
        input.cursorPosition = text.length;
    }
}
