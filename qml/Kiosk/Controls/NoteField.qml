pragma ComponentBehavior: Bound
import QtQuick

/* Several lines of words: what happened, what you suggest. */
FieldBase {
    id: root

    property int visibleLines: 4
    readonly property bool mirrored: LayoutMirroring.enabled

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
    maximumLength: 500
    onTextChanged: {
        if (input.text !== text) {
            input.text = text;
            input.cursorPosition = text.length;
        }
    }
    Component.onCompleted: {
        input.text = text;
        input.cursorPosition = text.length;
    }

    FieldFrame {
        id: frame
        boxHeight: root.visibleLines * Theme.bodyLine + 2 * Theme.space24 + Theme.secondaryLine
        field: root
        width: root.width

        Flickable {
            id: view
            anchors {
                bottomMargin: Theme.space12 + Theme.secondaryLine
                fill: parent
                leftMargin: Theme.space24
                rightMargin: Theme.space24
                topMargin: Theme.space24
            }
            clip: true
            contentHeight: input.height
            contentWidth: width
            interactive: contentHeight > height

            TextEdit {
                id: input
                LayoutMirroring.enabled: false
                activeFocusOnPress: false
                color: root.enabled ? Theme.colours.text : Theme.colours.textTertiary
                cursorDelegate: Caret {
                    blinking: root.activeFocus
                }
                cursorVisible: root.activeFocus
                font.family: Theme.family
                font.pixelSize: Theme.bodySize
                horizontalAlignment: root.mirrored ? TextEdit.AlignRight : TextEdit.AlignLeft
                readOnly: true
                selectByMouse: false
                textFormat: TextEdit.PlainText
                width: view.width
                wrapMode: TextEdit.Wrap
                Accessible.ignored: true
                onCursorRectangleChanged: {
                    if (cursorRectangle.y < view.contentY)
                        view.contentY = cursorRectangle.y;
                    else if (cursorRectangle.y + cursorRectangle.height > view.contentY + view.height)
                        view.contentY = cursorRectangle.y + cursorRectangle.height - view.height;
                }
            }
            MouseArea {
                enabled: root.enabled
                height: Math.max(view.height, input.height)
                width: view.width
                onClicked: mouse => {
                    root.forceActiveFocus();
                    input.cursorPosition = input.positionAt(mouse.x, mouse.y);
                }
            }
        }
        KioskText {
            anchors {
                fill: view
            }
            color: Theme.colours.textTertiary
            text: root.placeholder
            visible: root.text === ""
        }
        KioskText {
            anchors {
                bottom: parent.bottom
                bottomMargin: Theme.space8
                right: parent.right
                rightMargin: Theme.space24
            }
            color: Theme.colours.textTertiary
            font.pixelSize: Theme.smallestSize
            kind: KioskText.Kind.Secondary
            text: Theme.ltr(root.text.length + " / " + root.maximumLength)
            visible: root.maximumLength > 0
        }
    }
}
