import QtQuick
import QtQuick.Layouts
import Kiosk.Ink

/* The looks around a field's value: label above, box, help or error sentence below. */
ColumnLayout {
    id: root

    required property FieldBase field
    default property alias content: box.data
    property alias box: box
    property bool boxed: true
    property int boxHeight: 104

    spacing: Theme.space8

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space12
        visible: root.field.label !== ""
        KioskText {
            Layout.fillWidth: root.field.required
            font.weight: Font.Medium
            text: root.field.label
            Accessible.ignored: true
        }
        KioskText {
            Layout.fillWidth: true
            kind: KioskText.Kind.Secondary
            //: After the label of a field that may be left empty
            text: qsTr("(optional)")
            visible: !root.field.required
        }
    }
    Plate {
        id: box
        Layout.fillWidth: true
        borderColor: !root.boxed ? "transparent" : root.field.error !== "" ? Theme.colours.error : root.field.activeFocus ? Theme.colours.borderActive : Theme.colours.borderInput
        borderWidth: !root.boxed ? 0 : root.field.activeFocus || root.field.error !== "" ? 4 : Theme.colours.borderWidth
        color: !root.boxed ? "transparent" : root.field.enabled ? Theme.colours.card : Theme.colours.quiet
        implicitHeight: root.boxHeight
        radius: Theme.radiusControl
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space12
        visible: sentence.text !== ""
        Icon {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: 3
            color: Theme.colours.error
            name: "alert"
            size: 32
            visible: root.field.error !== ""
        }
        KioskText {
            id: sentence
            Layout.fillWidth: true
            color: root.field.error !== "" ? Theme.colours.error : Theme.colours.textSecondary
            font.weight: root.field.error !== "" ? Font.Medium : Font.Normal
            kind: KioskText.Kind.Secondary
            text: root.field.error !== "" ? root.field.error : root.field.help
        }
    }
}
