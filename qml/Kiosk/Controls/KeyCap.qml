import QtQuick
import Kiosk.Ink

/* One key of a keyboard. It acts when the finger lands, so that fast typing loses nothing. */
Item {
    id: root

    /** What it types and shows; a named key shows an icon or words instead. */
    property string text
    property string iconName
    property string label: text
    property bool strong: false
    /** Goes on while it is held (erasing). */
    property bool repeats: false
    property bool on: false
    property int fontSize: 38
    signal struck

    implicitHeight: 88
    implicitWidth: 80
    Accessible.role: Accessible.Button
    Accessible.name: label
    Accessible.onPressAction: struck()

    Plate {
        anchors.fill: parent
        borderColor: Theme.colours.border
        borderWidth: Theme.highContrast ? Theme.colours.borderWidth : 0
        color: {
            const c = Theme.colours;
            if (!root.enabled)
                return c.quiet;
            if (root.strong)
                return area.pressed ? c.primaryPressed : c.primary;
            return area.pressed ? c.tintBorder : root.on ? c.tint : c.card;
        }
        radius: Theme.radiusControl
    }
    Rectangle {
        anchors {
            bottom: parent.bottom
            left: parent.left
            leftMargin: 6
            right: parent.right
            rightMargin: 6
        }
        color: Theme.colours.borderInput
        height: 3
        opacity: 0.7
        radius: 2
        visible: !root.strong && !Theme.highContrast && root.enabled
    }
    KioskText {
        anchors.centerIn: parent
        color: root.strong ? Theme.colours.primaryInk : root.enabled ? Theme.colours.text : Theme.colours.textDisabled
        font.pixelSize: root.fontSize
        font.weight: Font.Medium
        horizontalAlignment: Text.AlignHCenter
        lineHeight: root.fontSize * 1.4
        text: root.iconName === "" ? root.text : ""
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    Icon {
        anchors.centerIn: parent
        color: root.strong ? Theme.colours.primaryInk : Theme.colours.text
        name: root.iconName
        size: 40
        visible: root.iconName !== ""
    }
    MouseArea {
        id: area
        anchors.fill: parent
        enabled: root.enabled
        onPressed: root.struck()
        onPressedChanged: hold.held = false
    }
    Timer {
        id: hold
        property bool held: false
        interval: 500
        running: area.pressed && root.repeats
        onTriggered: held = true
    }
    Timer {
        interval: 90
        repeat: true
        running: area.pressed && hold.held
        onTriggered: root.struck()
    }
}
