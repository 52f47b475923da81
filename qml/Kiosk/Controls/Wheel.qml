pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Ink

/*
 * A short column of values that is flicked, touched or stepped; the one in the middle is chosen. A positioner, not a
 * layout: three wheels of one row must stand at one height from the first picture on.
 */
Column {
    id: root

    /** What the values are; spoken, and shown by who puts the wheel there. */
    property string label
    /** What each value is called, in order. */
    property list<string> names
    property int currentIndex: 0
    signal picked(int index)

    function step(by: int) {
        const next = currentIndex + by;
        if (next < 0 || next >= names.length)
            return;
        currentIndex = next;
        picked(next);
    }

    spacing: Theme.space8
    onCurrentIndexChanged: list.follow()
    Accessible.role: Accessible.SpinBox
    Accessible.name: label
    Accessible.onIncreaseAction: step(1)
    Accessible.onDecreaseAction: step(-1)

    StepKey {
        enabled: root.enabled && root.currentIndex > 0
        iconName: "up"
        //: Button above a wheel of days, months or years; %1 is which
        label: qsTr("Earlier %1").arg(root.label)
        objectName: root.objectName + ".earlier"
        size: Theme.touchMin
        width: root.width
        onStepped: root.step(-1)
    }
    Plate {
        borderColor: Theme.colours.borderInput
        borderWidth: Theme.colours.borderWidth
        color: Theme.colours.card
        height: 3 * 80
        radius: Theme.radiusControl
        width: root.width

        Plate {
            anchors {
                left: parent.left
                leftMargin: 4
                right: parent.right
                rightMargin: 4
                verticalCenter: parent.verticalCenter
            }
            color: Theme.colours.tint
            borderColor: Theme.colours.tintBorder
            borderWidth: 2
            height: 80
            radius: Theme.radiusControl
        }
        ListView {
            id: list
            anchors.fill: parent
            anchors.margins: 4
            clip: true
            highlightMoveDuration: Theme.motionNormal
            highlightRangeMode: ListView.StrictlyEnforceRange
            model: root.names
            preferredHighlightBegin: height / 2 - 40
            preferredHighlightEnd: height / 2 + 40
            snapMode: ListView.SnapToItem
            objectName: root.objectName + ".list"
            // New names (another language, a shorter month) reset the list, and so does a size that comes late; the
            // choice is the wheel's, not the list's.
            Component.onCompleted: stand()
            onHeightChanged: stand()
            onModelChanged: stand()
            onVisibleChanged: stand()
            onWidthChanged: stand()
            function stand() {
                follow();
                positionViewAtIndex(root.currentIndex, ListView.Center);
            }
            function follow() {
                list.currentIndex = root.currentIndex;
            }
            onCurrentIndexChanged: {
                // A flick chose; a program's choice has already set both.
                if (moving && currentIndex !== root.currentIndex) {
                    root.currentIndex = currentIndex;
                    root.picked(currentIndex);
                }
            }
            ScrollGround {
                around: list
            }
            delegate: Item {
                id: row
                required property int index
                required property string modelData
                height: 80
                width: ListView.view.width
                KioskText {
                    anchors.centerIn: parent
                    color: row.index === root.currentIndex ? Theme.colours.text : Theme.colours.textTertiary
                    strong: row.index === root.currentIndex
                    text: row.modelData
                    wrapMode: Text.NoWrap
                }
                MouseArea {
                    anchors.fill: parent
                    onClicked: {
                        // Also the one that stood there before anything was chosen is picked.
                        if (row.index === root.currentIndex)
                            root.picked(row.index);
                        else
                            root.step(row.index - root.currentIndex);
                    }
                }
            }
        }
    }
    StepKey {
        enabled: root.enabled && root.currentIndex < root.names.length - 1
        iconName: "down"
        //: Button below a wheel of days, months or years; %1 is which
        label: qsTr("Later %1").arg(root.label)
        objectName: root.objectName + ".later"
        size: Theme.touchMin
        width: root.width
        onStepped: root.step(1)
    }
}
