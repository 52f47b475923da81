import QtQuick

/*
 * Behind the rows of a list on a page that scrolls, too: a finger that lands between two rows then moves the list, as on
 * a row. Qt asks who lies around what the finger is on, from the inside to the outside: the list before the page, but of
 * a finger on the list itself only the page.
 */
MouseArea {
    required property Flickable around

    height: around.height
    parent: around.contentItem // below the rows, which have a z of 1
    width: around.width
    y: around.contentY
    Accessible.ignored: true
}
