import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* One out of many, beside other questions: the list folds up to the chosen answer, so that the next question is near. */
FocusScope {
    id: root

    property string label
    property string help
    property string error
    property var options: []
    property string value
    /** The page's only question: the list keeps all the height and stays open. */
    property bool alone: false
    property bool open: true
    readonly property var chosen: options.find(option => option.code === value) ?? null
    signal edited(string value)

    implicitHeight: folded.visible ? folded.implicitHeight : Math.min(list.implicitHeight, 900)
    implicitWidth: 600
    onChosenChanged: open = alone || chosen === null
    Accessible.role: Accessible.Grouping
    Accessible.name: label

    OptionList {
        id: list
        anchors.fill: parent
        error: root.error
        help: root.help
        label: root.label
        objectName: root.objectName
        options: root.options
        value: root.value
        visible: !folded.visible
        onEdited: code => {
            root.value = code;
            root.edited(code);
        }
    }
    ColumnLayout {
        id: folded
        spacing: Theme.space16
        visible: !root.open && !root.alone && root.chosen !== null
        width: root.width

        KioskText {
            Layout.fillWidth: true
            font.weight: Font.Medium
            text: root.label
            visible: text !== ""
        }
        ChoiceCard {
            Layout.fillWidth: true
            badge: root.chosen?.badge ?? ""
            checkable: true
            checked: true
            iconName: root.chosen?.icon ?? ""
            //: Under a chosen answer: a touch opens the list again
            note: qsTr("Touch to choose another")
            objectName: root.objectName + ".chosen"
            title: root.chosen?.label ?? ""
            onClicked: root.open = true
        }
        KioskText {
            Layout.fillWidth: true
            color: Theme.colours.error
            kind: KioskText.Kind.Secondary
            text: root.error
            visible: text !== ""
        }
    }
}
