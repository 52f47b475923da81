import QtQuick

/* A line drawing that shows what to do without a word; it moves gently unless motion is reduced. */
Item {
    id: root

    /** "put-card", "take-paper", "hold-still", "under-camera", "phone", "printing", "paper-jam", "success", "no-network". */
    property string scene
    property string label
    property int size: 360

    implicitHeight: size
    implicitWidth: size
    Accessible.role: Accessible.Graphic
    Accessible.name: label

    Rectangle {
        anchors.fill: parent
        color: Theme.colours.tint
        radius: width / 2
    }
    Icon {
        anchors.centerIn: parent
        color: Theme.colours.primaryText
        name: ({ "put-card": "card", "take-paper": "receipt", "hold-still": "image", "under-camera": "camera", "phone": "phone", "printing": "printer", "paper-jam": "alert", "success": "success", "no-network": "network-off" })[root.scene] ?? "help"
        size: root.size / 2
    }
}
