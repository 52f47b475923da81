import QtQuick
import QtQuick.Layouts

/* A whole quantity by taps: less, the number, more. Holding a button repeats. */
FocusScope {
    id: root

    property string label
    property string help
    property string error
    property int value: minimum
    property int minimum: 0
    property int maximum: 99
    property string unit
    signal edited(int value)

    function step(by: int) {
        const next = Math.max(minimum, Math.min(maximum, value + by));
        if (next === value)
            return;
        value = next;
        edited(next);
    }

    implicitHeight: column.implicitHeight
    implicitWidth: 480
    Accessible.role: Accessible.SpinBox
    Accessible.name: label
    Accessible.onIncreaseAction: step(1)
    Accessible.onDecreaseAction: step(-1)

    ColumnLayout {
        id: column
        spacing: Theme.space8
        width: root.width

        KioskText {
            Layout.fillWidth: true
            font.weight: Font.Medium
            text: root.label
            visible: text !== ""
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.touchGap
            StepKey {
                enabled: root.enabled && root.value > root.minimum
                iconName: "minus"
                //: Button that makes a quantity smaller
                label: qsTr("Less")
                objectName: root.objectName + ".less"
                onStepped: root.step(-1)
            }
            KioskText {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                kind: KioskText.Kind.Title
                text: Theme.ltr(String(root.value)) + (root.unit === "" ? "" : " " + root.unit)
            }
            StepKey {
                enabled: root.enabled && root.value < root.maximum
                iconName: "plus"
                //: Button that makes a quantity larger
                label: qsTr("More")
                objectName: root.objectName + ".more"
                onStepped: root.step(1)
            }
        }
        KioskText {
            Layout.fillWidth: true
            color: root.error !== "" ? Theme.colours.error : Theme.colours.textSecondary
            kind: KioskText.Kind.Secondary
            text: root.error !== "" ? root.error : root.help
            visible: text !== ""
        }
    }
}
