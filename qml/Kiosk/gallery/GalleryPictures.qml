pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Controls
import "../Controls/icons.js" as Icons

/* Drawings, previews and the whole set of icons. */
GallerySection {
    id: root

    //: Gallery heading
    title: qsTr("Pictures")

    Grid {
        Layout.fillWidth: true
        columnSpacing: Theme.space24
        columns: 3
        rowSpacing: Theme.space24
        Repeater {
            model: [
                //: What a drawing shows
                {
                    "scene": "put-card",
                    "label": qsTr("Put your card on the reader")
                },
                //: What a drawing shows
                {
                    "scene": "scan-code",
                    "label": qsTr("Hold the code before the light")
                },
                //: What a drawing shows
                {
                    "scene": "take-paper",
                    "label": qsTr("Take your paper")
                },
                //: What a drawing shows
                {
                    "scene": "hold-still",
                    "label": qsTr("Hold still")
                },
                //: What a drawing shows
                {
                    "scene": "under-camera",
                    "label": qsTr("Put the page under the camera")
                },
                //: What a drawing shows
                {
                    "scene": "phone",
                    "label": qsTr("Look at your phone")
                },
                //: What a drawing shows
                {
                    "scene": "printing",
                    "label": qsTr("Your paper is printing")
                },
                //: What a drawing shows
                {
                    "scene": "paper-jam",
                    "label": qsTr("The paper is stuck")
                },
                //: What a drawing shows
                {
                    "scene": "success",
                    "label": qsTr("Done")
                },
                //: What a drawing shows
                {
                    "scene": "no-network",
                    "label": qsTr("We keep it until the network is back")
                },
                //: What a drawing shows
                {
                    "scene": "touch",
                    "label": qsTr("Touch to begin")
                }]
            Column {
                id: specimen
                required property var modelData
                spacing: Theme.space12
                width: (root.width - 2 * Theme.space24) / 3
                Drawing {
                    anchors.horizontalCenter: parent.horizontalCenter
                    label: specimen.modelData.label
                    objectName: "gallery.drawing." + specimen.modelData.scene
                    scene: specimen.modelData.scene
                    size: 280
                }
                KioskText {
                    horizontalAlignment: Text.AlignHCenter
                    kind: KioskText.Kind.Secondary
                    text: specimen.modelData.label
                    width: parent.width
                }
            }
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.touchGap
        ImageView {
            Layout.fillWidth: true
            Layout.preferredHeight: 320
            Layout.preferredWidth: 1
            //: In the preview before the camera sees anything
            emptyText: qsTr("Put the page under the camera")
            emptyIcon: "camera"
            //: Spoken name of the camera's preview
            label: qsTr("What the camera sees")
            objectName: "gallery.preview"
        }
        ImageView {
            Layout.fillWidth: true
            Layout.preferredHeight: 320
            Layout.preferredWidth: 1
            emptyIcon: "check"
            //: In the preview when the picture is good
            emptyText: qsTr("The picture is clear")
            good: true
            label: qsTr("What the camera sees")
            objectName: "gallery.preview.good"
        }
    }
    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Theme.space16
        columns: 8
        rowSpacing: Theme.space24
        Repeater {
            model: Icons.names()
            Item {
                id: cell
                required property string modelData
                Layout.fillWidth: true
                implicitHeight: 64
                Icon {
                    anchors.centerIn: parent
                    name: cell.modelData
                    size: 56
                }
            }
        }
    }
}
