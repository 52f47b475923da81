import QtQuick
import QtQuick.Layouts

/* A column that scrolls when it is longer than its place, and keeps the field that is being filled in sight. */
Flickable {
    id: root

    default property alias content: column.data
    property alias spacing: column.spacing

    function reveal(item: Item) {
        const top = item.mapToItem(column, 0, 0).y;
        if (top < contentY)
            contentY = Math.max(0, top - Theme.space24);
        else if (top + item.height > contentY + height)
            contentY = Math.min(contentHeight - height, top + item.height - height + Theme.space24);
    }
    readonly property Item focused: Window.activeFocusItem
    onFocusedChanged: followFocus()
    onHeightChanged: followFocus()
    function followFocus() {
        for (let item = focused; item; item = item.parent) {
            if (item === column) {
                reveal(focused);
                return;
            }
        }
    }

    boundsBehavior: Flickable.StopAtBounds
    clip: contentHeight > height
    contentHeight: column.implicitHeight + 2 * column.y
    contentWidth: width
    implicitHeight: column.implicitHeight
    implicitWidth: column.implicitWidth
    interactive: contentHeight > height

    ColumnLayout {
        id: column
        spacing: Theme.space24
        width: root.width
    }
    ScrollHint {
        parent: root
        view: root
    }
}
