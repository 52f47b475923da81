pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Ink

/* A one-time code in separate boxes, always left-to-right. `filled` comes when the last box has its digit. */
FieldBase {
    id: root

    property int length: 4
    signal filled(string code)

    function insert(characters: string) {
        replaceText(text + Theme.latinDigits(characters).replace(/[^0-9]/g, ""));
    }

    implicitHeight: frame.implicitHeight
    implicitWidth: row.implicitWidth
    keyboard: "digits"
    maximumLength: length
    onEdited: code => {
        if (code.length === length)
            filled(code);
    }

    FieldFrame {
        id: frame
        boxHeight: 120
        boxed: false
        field: root
        width: root.width

        Row {
            id: row
            LayoutMirroring.childrenInherit: true
            LayoutMirroring.enabled: false
            anchors.horizontalCenter: parent.horizontalCenter
            objectName: root.objectName + ".boxes"
            spacing: Theme.touchGap

            Repeater {
                model: root.length
                Plate {
                    id: box
                    required property int index
                    readonly property bool current: root.activeFocus && index === Math.min(root.text.length, root.length - 1)
                    borderColor: root.error !== "" ? Theme.colours.error : current ? Theme.colours.borderActive : Theme.colours.borderInput
                    borderWidth: current || root.error !== "" ? 4 : Theme.colours.borderWidth
                    color: root.enabled ? Theme.colours.card : Theme.colours.quiet
                    height: 120
                    objectName: root.objectName + ".box" + index
                    radius: Theme.radiusControl
                    width: 96

                    KioskText {
                        anchors.centerIn: parent
                        kind: KioskText.Kind.Title
                        text: Theme.shownDigits(root.text.charAt(box.index))
                    }
                    Caret {
                        anchors.centerIn: parent
                        blinking: box.current && root.text.length <= box.index
                        height: 56
                    }
                }
            }
        }
        MouseArea {
            anchors.fill: parent
            enabled: root.enabled
            onClicked: root.forceActiveFocus()
        }
    }
}
