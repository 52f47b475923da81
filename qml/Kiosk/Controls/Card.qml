import QtQuick
import QtQuick.Layouts

/* A surface that keeps a few things together. Children are laid out in a column. */
Item {
    id: root

    default property alias content: column.data
    property string title
    property bool raised: false
    property int padding: Theme.space32
    property alias spacing: column.spacing
    property color color: Theme.colours.card
    property color borderColor: Theme.colours.border

    implicitHeight: column.implicitHeight + 2 * padding
    implicitWidth: column.implicitWidth + 2 * padding
    Accessible.role: Accessible.Grouping
    Accessible.name: title

    Surface {
        anchors.fill: parent
        borderColor: root.borderColor
        color: root.color
        raised: root.raised
    }
    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: root.padding
        spacing: Theme.space16

        KioskText {
            Layout.fillWidth: true
            kind: KioskText.Kind.Heading
            text: root.title
            visible: text !== ""
        }
    }
}
