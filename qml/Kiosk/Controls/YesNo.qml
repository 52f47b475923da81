import QtQuick
import QtQuick.Layouts

/* Two big answers side by side. `value` is "yes", "no" or "" (not answered). */
FocusScope {
    id: root

    property string label
    property string help
    property string error
    property string value
    //: Answer to a yes-or-no question
    property string yesText: qsTr("Yes")
    //: Answer to a yes-or-no question
    property string noText: qsTr("No")
    signal edited(string value)

    implicitHeight: column.implicitHeight
    implicitWidth: 600
    Accessible.role: Accessible.Grouping
    Accessible.name: label

    function choose(answer: string) {
        value = answer;
        edited(answer);
    }

    ColumnLayout {
        id: column
        spacing: Theme.space12
        width: root.width

        KioskText {
            Layout.fillWidth: true
            font.weight: Font.Medium
            text: root.label
            visible: text !== ""
        }
        KioskText {
            Layout.fillWidth: true
            kind: KioskText.Kind.Secondary
            text: root.help
            visible: text !== ""
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.touchGap
            ChoiceCard {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                checkable: true
                checked: root.value === "yes"
                enabled: root.enabled
                implicitHeight: 112
                objectName: root.objectName + ".yes"
                title: root.yesText
                onClicked: root.choose("yes")
            }
            ChoiceCard {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                checkable: true
                checked: root.value === "no"
                enabled: root.enabled
                implicitHeight: 112
                objectName: root.objectName + ".no"
                title: root.noText
                onClicked: root.choose("no")
            }
        }
        KioskText {
            Layout.fillWidth: true
            color: Theme.colours.error
            font.weight: Font.Medium
            kind: KioskText.Kind.Secondary
            text: root.error
            visible: text !== ""
        }
    }
}
