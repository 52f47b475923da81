import QtQuick
import Kiosk.Ink

/* A state or a count in one or two words. */
Plate {
    id: root

    enum Kind {
        Neutral,
        Success,
        Warning,
        Error,
        Info
    }
    property int kind: Pill.Kind.Neutral
    property string text
    readonly property color ink: [Theme.colours.textSecondary, Theme.colours.success, Theme.colours.warning, Theme.colours.error, Theme.colours.info][kind]

    borderColor: [Theme.colours.border, Theme.colours.successBorder, Theme.colours.warningBorder, Theme.colours.errorBorder, Theme.colours.infoBorder][kind]
    borderWidth: 2
    color: [Theme.colours.quiet, Theme.colours.successSurface, Theme.colours.warningSurface, Theme.colours.errorSurface, Theme.colours.infoSurface][kind]
    implicitHeight: words.implicitHeight + 4
    implicitWidth: words.implicitWidth + 2 * Theme.space16
    radius: height / 2

    KioskText {
        id: words
        anchors.centerIn: parent
        color: root.ink
        font.pixelSize: Math.max(Theme.smallestSize, Theme.secondarySize - 2)
        font.weight: Font.Medium
        kind: KioskText.Kind.Secondary
        text: root.text
        wrapMode: Text.NoWrap
    }
}
