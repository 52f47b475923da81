import QtQuick.Layouts
import Kiosk.Controls

/* A service found by the search. */
ListRow {
    id: row

    property var service
    signal chosen

    Layout.fillWidth: true
    iconName: service.icon
    note: service.summary
    objectName: "service." + service.id
    title: service.name
    onClicked: row.chosen()
}
