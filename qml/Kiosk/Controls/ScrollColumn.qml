import QtQuick
import QtQuick.Layouts

/* A column that scrolls when it is longer than its place, and keeps the field that is being filled in sight. */
Item {
    id: root

    default property alias content: column.data
    property alias spacing: column.spacing
    property alias contentY: view.contentY
    readonly property real contentHeight: column.implicitHeight
    readonly property Item focused: Window.activeFocusItem

    function reveal(item: Item) {
        const top = item.mapToItem(column, 0, 0).y;
        if (top < view.contentY)
            view.contentY = Math.max(0, top - Theme.space24);
        else if (top + item.height > view.contentY + view.height)
            view.contentY = Math.max(0, Math.min(view.contentHeight - view.height, top + item.height - view.height + Theme.space24));
    }
    function followFocus() {
        for (let item = focused; item; item = item.parent) {
            if (item.parent === column) {
                if (item.height < view.height)
                    reveal(item); // the whole question, with its help and what came of the answer
                reveal(focused);
                return;
            }
        }
    }

    implicitHeight: column.implicitHeight
    implicitWidth: column.implicitWidth
    onFocusedChanged: followFocus()
    onContentHeightChanged: followFocus()
    onHeightChanged: followFocus()

    Flickable {
        id: view
        anchors {
            fill: parent
            leftMargin: -bleed
            rightMargin: -bleed
        }
        boundsBehavior: Flickable.StopAtBounds
        clip: contentHeight > height
        contentHeight: column.implicitHeight + Theme.space12
        contentWidth: width
        interactive: contentHeight > height + Theme.space12
        readonly property int bleed: Theme.space12 // room for shadows and focus rings inside the clip

        ColumnLayout {
            id: column
            spacing: Theme.space24
            width: root.width
            x: view.bleed
        }
    }
    ScrollHint {
        aside: Theme.space24
        ground: Theme.colours.page
        view: view
    }
}
