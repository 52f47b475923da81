import QtQuick
import QtQuick.Layouts

/* What happened, what is safe, what to do: in one box with the colour of its meaning. */
Item {
    id: root

    enum Kind {
        Info,
        Success,
        Warning,
        Error
    }
    property int kind: Notice.Kind.Info
    property string title
    property string body
    property string actionText
    property string iconName: ["info", "success", "alert", "error"][kind]
    signal action

    readonly property color ink: [Theme.colours.info, Theme.colours.success, Theme.colours.warning, Theme.colours.error][kind]
    readonly property color ground: [Theme.colours.infoSurface, Theme.colours.successSurface, Theme.colours.warningSurface, Theme.colours.errorSurface][kind]
    readonly property color line: [Theme.colours.infoBorder, Theme.colours.successBorder, Theme.colours.warningBorder, Theme.colours.errorBorder][kind]

    implicitHeight: row.implicitHeight + 2 * Theme.space24
    implicitWidth: 600
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title === "" ? body : title + ". " + body

    Surface {
        anchors.fill: parent
        borderColor: root.line
        color: root.ground
    }
    RowLayout {
        id: row
        anchors {
            left: parent.left
            leftMargin: Theme.space32
            right: parent.right
            rightMargin: Theme.space32
            verticalCenter: parent.verticalCenter
        }
        spacing: Theme.space24

        Icon {
            Layout.alignment: Qt.AlignTop
            color: root.ink
            name: root.iconName
            size: 48
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.space8
            KioskText {
                Layout.fillWidth: true
                color: root.ink
                font.pixelSize: Theme.bodySize + 2
                strong: true
                text: root.title
                visible: text !== ""
                Accessible.ignored: true
            }
            KioskText {
                Layout.fillWidth: true
                text: root.body
                visible: text !== ""
                Accessible.ignored: true
            }
            KioskButton {
                Layout.topMargin: Theme.space8
                kind: KioskButton.Kind.Secondary
                objectName: root.objectName + ".action"
                text: root.actionText
                visible: text !== ""
                onClicked: root.action()
            }
        }
    }
}
