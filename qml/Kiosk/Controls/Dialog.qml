import QtQuick
import QtQuick.Layouts

/* A sheet over everything that needs one answer before anything else. Place it last in the shell's root item. */
FocusScope {
    id: root

    property bool open: false
    property string title
    property string body
    property string iconName
    property string primaryText
    property string secondaryText
    /** The primary answer ends or deletes something. */
    property bool dangerous: false
    /** Counts down beside the words; negative hides the ring. */
    property int remaining: -1
    property int total: 30
    default property alias content: extra.data
    signal primary
    signal secondary

    anchors.fill: parent
    enabled: open // while it fades away, touches are for the page again
    focus: open
    opacity: open ? 1 : 0
    visible: opacity > 0
    z: 100
    Accessible.role: Accessible.Dialog
    Accessible.name: title + ". " + body
    Behavior on opacity  {
        enabled: Theme.fades
        NumberAnimation {
            duration: Theme.motionNormal
            easing.type: Easing.OutCubic
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.colours.shade
        MouseArea {
            anchors.fill: parent
        }
    }
    Surface {
        id: sheet
        anchors.horizontalCenter: parent.horizontalCenter
        borderColor: Theme.colours.border
        height: column.implicitHeight + 2 * Theme.space64
        width: Math.min(parent.width - 2 * Theme.margin, 920)
        y: Theme.reachMode ? parent.height - height - Theme.space80 : (parent.height - height) * 0.5

        ColumnLayout {
            id: column
            anchors {
                left: parent.left
                leftMargin: Theme.space64
                right: parent.right
                rightMargin: Theme.space64
                verticalCenter: parent.verticalCenter
            }
            spacing: Theme.space24

            IconBadge {
                Layout.alignment: Qt.AlignHCenter
                ink: root.dangerous ? Theme.colours.error : Theme.colours.primaryText
                name: root.iconName
                size: 128
                visible: root.iconName !== "" && root.remaining < 0
            }
            CountdownRing {
                Layout.alignment: Qt.AlignHCenter
                remaining: root.remaining
                total: root.total
                visible: root.remaining >= 0
            }
            KioskText {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                kind: KioskText.Kind.Title
                text: root.title
            }
            KioskText {
                Layout.fillWidth: true
                color: Theme.colours.textSecondary
                horizontalAlignment: Text.AlignHCenter
                text: root.body
                visible: text !== ""
            }
            ColumnLayout {
                id: extra
                Layout.fillWidth: true
                spacing: Theme.space16
            }
            KioskButton {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space24
                kind: root.dangerous ? KioskButton.Kind.Danger : KioskButton.Kind.Primary
                objectName: root.objectName + ".primary"
                text: root.primaryText
                visible: text !== ""
                onClicked: root.primary()
            }
            KioskButton {
                Layout.fillWidth: true
                implicitHeight: Theme.touchPrimary
                kind: KioskButton.Kind.Secondary
                objectName: root.objectName + ".secondary"
                text: root.secondaryText
                visible: text !== ""
                onClicked: root.secondary()
            }
        }
    }
}
