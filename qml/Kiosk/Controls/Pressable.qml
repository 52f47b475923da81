import QtQuick

/* Anything that a finger, a key or an assistive device can press. It has no looks of its own. */
FocusScope {
    id: root

    /** What it does, for those who can't see it. */
    property string label
    /** Whether it is on, for what can be chosen. */
    property bool checkable: false
    property bool checked: false
    readonly property bool pressed: area.pressed && area.containsMouse && enabled
    property double lastPress: 0
    /** Dead px above and below, for rows that touch: a finger between two of them presses neither. */
    property int touchInset: 0
    signal clicked

    function press() {
        const now = Date.now();
        if (!enabled || now - lastPress < Theme.tapGuard)
            return;
        lastPress = now;
        clicked();
    }

    activeFocusOnTab: enabled
    implicitHeight: Theme.touchMin
    implicitWidth: Theme.touchMin
    Accessible.role: Accessible.Button
    Accessible.name: label
    Accessible.focusable: enabled
    Accessible.checkable: checkable
    Accessible.checked: checked
    Accessible.onPressAction: press()
    Keys.onReturnPressed: press()
    Keys.onEnterPressed: press()
    Keys.onSpacePressed: press()

    MouseArea {
        id: area
        anchors.bottomMargin: root.touchInset
        anchors.fill: parent
        anchors.topMargin: root.touchInset
        enabled: root.enabled
        onClicked: root.press()
        onDoubleClicked: root.press() // Qt takes a second touch at the same place for this; to a person it is a touch
    }
    FocusRing {
        shown: root.activeFocus
    }
}
