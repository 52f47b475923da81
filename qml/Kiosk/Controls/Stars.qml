pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

/* A rating of one to five. `value` 0 means not rated. */
RowLayout {
    id: root

    property string label
    property int value: 0
    property int count: 5
    property int size: 96
    signal edited(int value)

    spacing: Theme.touchGap
    Accessible.role: Accessible.Grouping
    Accessible.name: label

    Repeater {
        model: root.count
        Pressable {
            id: star
            required property int index
            checkable: true
            checked: index < root.value
            implicitHeight: root.size
            implicitWidth: root.size
            //: One star of a rating; %n is how many stars it gives
            label: qsTr("%n star(s)", "", index + 1)
            objectName: root.objectName + "." + (index + 1)
            onClicked: {
                root.value = index + 1;
                root.edited(index + 1);
            }
            StarShape {
                anchors.centerIn: parent
                filled: star.checked
                size: root.size * 0.85
            }
        }
    }
}
