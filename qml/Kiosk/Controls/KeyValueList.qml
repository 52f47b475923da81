pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

/* What is known, in two columns. Each row is {label, value, ltr}; `ltr` keeps a number, date or Latin run in its own order. */
ColumnLayout {
    id: root

    property var rows: []

    spacing: 0
    Accessible.role: Accessible.List
    //: Spoken name of a table of facts
    Accessible.name: qsTr("Details")

    Repeater {
        model: root.rows
        ColumnLayout {
            id: row
            required property int index
            required property var modelData
            Layout.fillWidth: true
            spacing: 0

            Rectangle {
                Layout.fillWidth: true
                color: Theme.colours.borderQuiet
                implicitHeight: 2
                visible: row.index > 0
            }
            RowLayout {
                Layout.bottomMargin: Theme.space16
                Layout.fillWidth: true
                Layout.topMargin: Theme.space16
                spacing: Theme.space24
                KioskText {
                    Layout.alignment: Qt.AlignTop
                    Layout.fillWidth: true
                    Layout.preferredWidth: 2
                    color: Theme.colours.textSecondary
                    text: row.modelData.label
                }
                KioskText {
                    Layout.alignment: Qt.AlignTop
                    Layout.fillWidth: true
                    Layout.preferredWidth: 3
                    font.weight: Font.Medium
                    text: row.modelData.ltr ? Theme.ltr(Theme.shownDigits(row.modelData.value)) : row.modelData.value
                }
            }
        }
    }
}
