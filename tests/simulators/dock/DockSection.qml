import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* One thing of the terminal's world: what it is, how it is now, and below that what can be done with it. */
Card {
    id: root

    property string iconName
    property string name
    /** How it is now, in a word or two. */
    property string status
    property int statusKind: Pill.Kind.Neutral

    Layout.fillWidth: true
    padding: Theme.space24
    spacing: Theme.space12
    Accessible.name: name

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space16

        Icon {
            color: Theme.colours.primaryText
            name: root.iconName
            size: 36
        }
        KioskText {
            Layout.fillWidth: true
            strong: true
            text: root.name
        }
        Pill {
            kind: root.statusKind
            text: root.status
            opacity: text === "" ? 0 : 1 // a layout of Qt 6.4 forgets to place what became visible while its parent was not
        }
    }
}
