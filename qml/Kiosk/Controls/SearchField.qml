import QtQuick

/* One line that narrows a list while it is typed. */
TextField {
    iconName: "search"
    //: Inside an empty search box
    placeholder: qsTr("Search")
    required: true
}
