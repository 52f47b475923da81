import QtQuick
import QtQuick.Layouts
import Kiosk.Ink

/* A button with words. One Primary a page: what goes on. */
Pressable {
    id: root

    enum Kind {
        Primary,
        Secondary,
        Quiet,
        Danger
    }
    property int kind: KioskButton.Kind.Primary
    property string text
    property string iconName
    /** The icon follows the words (for "go on" arrows). */
    property bool iconAtEnd: false
    /** Waiting for an answer: shows a turning mark and takes no presses. */
    property bool busy: false

    readonly property bool filled: kind === KioskButton.Kind.Primary || kind === KioskButton.Kind.Danger
    readonly property color ground: {
        const c = Theme.colours;
        if (filled && !enabled)
            return c.quiet;
        if (kind === KioskButton.Kind.Primary)
            return pressed ? c.primaryPressed : c.primary;
        if (kind === KioskButton.Kind.Danger)
            return pressed ? c.dangerPressed : c.danger;
        if (kind === KioskButton.Kind.Secondary)
            return pressed ? c.quiet : c.card;
        return pressed ? c.quiet : "transparent";
    }
    readonly property color ink: {
        const c = Theme.colours;
        if (!enabled)
            return filled ? c.textTertiary : c.textDisabled;
        if (kind === KioskButton.Kind.Primary)
            return c.primaryInk;
        if (kind === KioskButton.Kind.Danger)
            return c.dangerInk;
        return kind === KioskButton.Kind.Secondary ? c.text : c.primaryText;
    }

    label: text
    implicitHeight: Math.max(kind === KioskButton.Kind.Quiet ? Theme.touchMin : kind === KioskButton.Kind.Secondary ? 96 : Theme.touchPrimary, row.implicitHeight + 2 * Theme.space16)
    implicitWidth: Math.max(kind === KioskButton.Kind.Quiet ? 0 : 200, row.implicitWidth + 2 * row.anchors.leftMargin)

    Plate {
        anchors.fill: parent
        borderColor: root.kind === KioskButton.Kind.Secondary ? (root.enabled ? Theme.colours.borderInput : Theme.colours.border) : "transparent"
        borderWidth: root.kind === KioskButton.Kind.Secondary ? Theme.colours.borderWidth : 0
        color: root.ground
        radius: Theme.radiusControl
    }
    RowLayout {
        id: row
        anchors.fill: parent
        anchors.leftMargin: root.kind === KioskButton.Kind.Quiet ? Theme.space24 : Theme.space32
        anchors.rightMargin: anchors.leftMargin
        layoutDirection: root.iconAtEnd ? Qt.RightToLeft : Qt.LeftToRight
        spacing: Theme.space16

        Item {
            Layout.fillWidth: true
        }
        Icon {
            color: root.ink
            name: root.iconName
            size: 36
            visible: root.iconName !== "" && !root.busy
        }
        Spinner {
            color: root.ink
            running: root.busy
            size: 40
            visible: root.busy
        }
        KioskText {
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth + 1
            color: root.ink
            font.pixelSize: root.filled ? Theme.bodySize + 2 : Theme.bodySize
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignHCenter
            text: root.text
            Accessible.ignored: true
        }
        Item {
            Layout.fillWidth: true
        }
    }
}
