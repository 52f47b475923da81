pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* One out of a few: every option is a card, nothing is hidden. */
FocusScope {
    id: root

    property string label
    property string help
    property string error
    property var options: []
    property string value
    signal edited(string value)

    implicitHeight: column.implicitHeight
    implicitWidth: 600
    Accessible.role: Accessible.Grouping
    Accessible.name: label

    ColumnLayout {
        id: column
        spacing: Theme.space16
        width: root.width

        KioskText {
            Layout.fillWidth: true
            font.weight: Font.Medium
            text: root.label
            visible: text !== ""
        }
        KioskText {
            Layout.fillWidth: true
            color: root.error !== "" ? Theme.colours.error : Theme.colours.textSecondary
            kind: KioskText.Kind.Secondary
            text: root.error !== "" ? root.error : root.help
            visible: text !== ""
        }
        Repeater {
            model: root.options
            ChoiceCard {
                required property var modelData
                Layout.fillWidth: true
                checkable: true
                checked: root.value === modelData.code
                iconName: modelData.icon
                note: modelData.note
                objectName: root.objectName + "." + modelData.code
                title: modelData.label
                onClicked: {
                    root.value = modelData.code;
                    root.edited(modelData.code);
                }
            }
        }
    }
}
