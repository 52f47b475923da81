pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Kiosk.Controls

/* A page that is made ahead is laid out as it will be: laid out once more when it is touched, it would come late. */
Item {
    id: root
    height: 1920
    width: 1080

    PageFrame {
        id: frame
        anchors.fill: parent
        page: null
        Item {
            id: place
            anchors.fill: parent
        }
    }
    Component {
        id: made
        KioskPage {
            visible: false
            DigitsField {
                id: field
                width: 600
            }
            onArrived: if (keyboard !== "")
                field.forceActiveFocus()
        }
    }

    TestCase {
        name: "rehearsal"
        when: windowShown

        function cleanup() {
            frame.page = null;
            Theme.reachMode = false;
            root.width = 1080;
            root.height = 1920;
        }
        function test_page_gets_another_size_when_it_comes_data() {
            const wordy = "A question that is so long that it does not fit into one line of a terminal's page, not even nearly";
            return [
                {
                    "tag": "short",
                    "looks": {
                        "primaryText": "Go on",
                        "title": "T"
                    }
                },
                {
                    "tag": "long",
                    "looks": {
                        "help": wordy,
                        "stepCount": 4,
                        "stepIndex": 2,
                        "stepText": "A licence",
                        "tall": true,
                        "title": wordy
                    }
                },
                {
                    "tag": "bare",
                    "looks": {
                        "bare": true
                    }
                },
                {
                    "tag": "no_bar",
                    "looks": {
                        "backVisible": false,
                        "cancelVisible": false,
                        "title": "T"
                    }
                },
                {
                    "tag": "keyboard",
                    "looks": {
                        "help": "Ten digits",
                        "keyboard": "digits",
                        "title": "T"
                    }
                },
                {
                    "tag": "keyboard_in_reach",
                    "looks": {
                        "help": wordy,
                        "keyboard": "digits",
                        "title": "T"
                    },
                    "reach": true
                },
                {
                    "tag": "lying",
                    "lying": true,
                    "looks": {
                        "help": wordy,
                        "title": "T"
                    }
                },
                {
                    "tag": "keyboard_lying",
                    "lying": true,
                    "looks": {
                        "keyboard": "digits",
                        "title": "T"
                    }
                }
            ];
        }
        function test_page_gets_another_size_when_it_comes(row) {
            Theme.reachMode = row.reach ?? false;
            if (row.lying) {
                root.width = 1920;
                root.height = 1080;
            }
            waitForRendering(frame);
            const page = createTemporaryObject(made, place, row.looks);
            frame.rehearse(page);
            const rehearsed = Qt.size(page.width, page.height);
            page.visible = true;
            frame.page = page;
            page.arrived();
            waitForRendering(frame);
            tryCompare(place, "height", rehearsed.height);
            compare(place.width, rehearsed.width);
        }
    }
}
