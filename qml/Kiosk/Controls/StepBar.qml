pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

/* Where I am: steps done and to come as a row of bars, with words beside. `index` counts from 1. */
Item {
    id: root

    property string text
    property int index: 0
    property int count: 0

    implicitHeight: words.implicitHeight + (count > 0 ? Theme.space12 + bars.height : 0)
    visible: count > 0 || text !== ""
    Accessible.role: Accessible.ProgressBar
    Accessible.name: position.text === "" ? text : text + ". " + position.text

    RowLayout {
        id: words
        spacing: Theme.space16
        width: root.width
        KioskText {
            Layout.fillWidth: true
            color: Theme.colours.primaryText
            kind: KioskText.Kind.Secondary
            strong: true
            text: root.text
        }
        KioskText {
            id: position
            kind: KioskText.Kind.Secondary
            //: Where the person is in a service: step %1 of %2
            text: root.count > 0 ? qsTr("Step %1 of %2").arg(Theme.shownDigits(String(root.index))).arg(Theme.shownDigits(String(root.count))) : ""
            visible: text !== ""
        }
    }
    RowLayout {
        id: bars
        height: 10
        spacing: Theme.space8
        width: root.width
        y: words.height + Theme.space12
        Repeater {
            model: root.count
            Rectangle {
                required property int index
                Layout.fillHeight: true
                Layout.fillWidth: true
                border.color: Theme.colours.primary
                border.width: Theme.highContrast && !done ? 2 : 0
                color: done ? Theme.colours.primary : Theme.highContrast ? Theme.colours.page : Theme.colours.border
                radius: 5
                readonly property bool done: index < root.index
            }
        }
    }
}
