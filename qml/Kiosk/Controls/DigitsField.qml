import QtQuick

/* A number kept as text: identity, mobile, bill. Left-to-right on every page; Arabic-Indic digits are taken too. */
FieldBase {
    id: root

    /** Group sizes for reading, such as [3, 3, 4] for a mobile number; empty shows the digits in one run. */
    property list<int> groups
    property string iconName
    /** A secret: a dot stands for each digit. */
    property bool concealed: false
    readonly property bool mirrored: LayoutMirroring.enabled

    function insert(characters: string) {
        replaceText(text + Theme.latinDigits(characters).replace(/[^0-9]/g, ""));
    }
    /** The digits in their groups. */
    function grouped(value: string): string {
        const parts = [];
        let rest = value;
        for (let i = 0; i < groups.length && rest !== ""; ++i) {
            parts.push(rest.slice(0, groups[i]));
            rest = rest.slice(groups[i]);
        }
        if (rest !== "")
            parts.push(rest);
        return parts.join("\u2009");
    }

    implicitHeight: frame.implicitHeight
    implicitWidth: 600
    keyboard: "digits"

    FieldFrame {
        id: frame
        field: root
        width: root.width

        Row {
            id: row
            LayoutMirroring.childrenInherit: true
            LayoutMirroring.enabled: false
            anchors {
                left: parent.left
                leftMargin: Theme.space24
                verticalCenter: parent.verticalCenter
            }
            spacing: Theme.space16

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.colours.textTertiary
                name: root.iconName
                size: 40
                visible: name !== ""
            }
            KioskText {
                id: shown
                anchors.verticalCenter: parent.verticalCenter
                color: root.text === "" ? Theme.colours.textTertiary : root.enabled ? Theme.colours.text : Theme.colours.textTertiary
                font.letterSpacing: 2
                font.pixelSize: Theme.headingSize
                font.weight: root.text === "" ? Font.Normal : Font.Medium
                objectName: root.objectName + ".shown"
                text: root.text === "" ? Theme.shownDigits(root.placeholder) : Theme.ltr(root.concealed ? "\u25cf".repeat(root.text.length) : root.grouped(root.text))
                wrapMode: Text.NoWrap

                Caret {
                    anchors.verticalCenter: parent.verticalCenter
                    blinking: root.activeFocus
                    height: 48
                    x: root.text === "" ? 0 : shown.contentWidth + 4
                }
            }
        }
        MouseArea {
            anchors.fill: parent
            enabled: root.enabled
            onClicked: root.forceActiveFocus()
        }
        IconButton {
            anchors {
                right: parent.right
                rightMargin: 12
                verticalCenter: parent.verticalCenter
            }
            LayoutMirroring.enabled: false
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
    }
}
