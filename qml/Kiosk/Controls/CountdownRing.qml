import QtQuick

/* How much time is left, as a ring that empties and a number. Shown only when it matters. */
Item {
    id: root

    property int total: 30
    property int remaining: total
    property int size: 160
    readonly property real share: Math.max(0, Math.min(1, remaining / Math.max(1, total)))

    implicitHeight: size
    implicitWidth: size
    Accessible.role: Accessible.ProgressBar
    //: Spoken: seconds that are left before the session ends
    Accessible.name: qsTr("%n second(s) left", "", remaining)

    Ring {
        color: root.share <= 0.25 ? Theme.colours.danger : Theme.colours.primary
        size: root.size
        sweep: 360 * root.share
        thickness: 12
    }
    KioskText {
        anchors.centerIn: parent
        kind: KioskText.Kind.Title
        text: Theme.shownDigits(String(Math.max(0, root.remaining)))
        Accessible.ignored: true
    }
}
