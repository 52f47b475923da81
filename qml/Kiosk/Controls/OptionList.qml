pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

/*
 * Exactly one out of many. Each option is {code, label, note, group, icon}; only code and label are needed. Long lists
 * get a search box and headings by group. `value` is the chosen code.
 */
FocusScope {
    id: root

    property string label
    property string help
    property string error
    property var options: []
    property string value
    /** The search box appears from this many options on. */
    property int searchFrom: 8
    signal edited(string value)

    readonly property bool searchable: options.length >= searchFrom
    readonly property var shown: {
        const wanted = folded(search.text).trim();
        return wanted === "" ? options : options.filter(o => folded(o.label + " " + (o.note ?? "") + " " + (o.group ?? "")).includes(wanted));
    }
    /** Letters that people write in several ways become one, so that a search finds what is meant. */
    function folded(words: string): string {
        return Theme.latinDigits(words).toLowerCase().replace(/[\u064B-\u0652\u0640]/g, "").replace(/[أإآٱ]/g, "ا").replace(/ى/g, "ي").replace(/ة/g, "ه");
    }
    function choose(code: string) {
        value = code;
        edited(code);
    }

    implicitHeight: column.implicitHeight
    implicitWidth: 600
    Accessible.role: Accessible.List
    Accessible.name: label

    ColumnLayout {
        id: column
        anchors.fill: parent
        spacing: Theme.space16

        KioskText {
            Layout.fillWidth: true
            font.weight: Font.Medium
            text: root.label
            visible: text !== ""
        }
        KioskText {
            Layout.fillWidth: true
            color: root.error !== "" ? Theme.colours.error : Theme.colours.textSecondary
            kind: KioskText.Kind.Secondary
            text: root.error !== "" ? root.error : root.help
            visible: text !== ""
        }
        SearchField {
            id: search
            Layout.fillWidth: true
            objectName: root.objectName + ".search"
            visible: root.searchable
        }
        Item {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.minimumHeight: 240
            Layout.preferredHeight: Math.max(1, view.count) * 106 + 8

            Surface {
                anchors.fill: parent
                borderColor: Theme.colours.border
            }
            ListView {
                id: view
                anchors.fill: parent
                anchors.margins: 4
                boundsBehavior: Flickable.StopAtBounds
                clip: true
                model: root.shown
                reuseItems: true
                ScrollGround {
                    around: view
                }
                delegate: Column {
                    id: entry
                    required property int index
                    required property var modelData
                    readonly property string group: modelData.group ?? ""
                    width: view.width

                    Rectangle {
                        color: Theme.colours.quiet
                        height: heading.implicitHeight + 2 * Theme.space12
                        visible: entry.group !== "" && (entry.index === 0 || (root.shown[entry.index - 1]?.group ?? "") !== entry.group)
                        width: parent.width
                        KioskText {
                            id: heading
                            anchors {
                                left: parent.left
                                leftMargin: Theme.space24
                                right: parent.right
                                rightMargin: Theme.space24
                                verticalCenter: parent.verticalCenter
                            }
                            kind: KioskText.Kind.Secondary
                            strong: true
                            text: entry.group
                        }
                    }
                    ListRow {
                        checkable: true
                        checked: root.value === entry.modelData.code
                        chevron: false
                        iconName: entry.modelData.icon ?? ""
                        note: entry.modelData.note ?? ""
                        objectName: root.objectName + "." + entry.modelData.code
                        title: entry.modelData.label
                        width: parent.width
                        onClicked: root.choose(entry.modelData.code)
                    }
                }
            }
            ScrollHint {
                aside: -4
                view: view
            }
            KioskText {
                anchors.centerIn: parent
                horizontalAlignment: Text.AlignHCenter
                kind: KioskText.Kind.Secondary
                //: A search in a list found no option
                text: qsTr("Nothing matches. Try fewer letters.")
                visible: view.count === 0
                width: parent.width - 2 * Theme.space32
            }
        }
    }
}
