import QtQuick
import QtTest
import Kiosk.Ink

/* Plates and strokes are kept small in ways of their own; they look as Qt Quick's own painting does. */
Item {
    id: root
    height: 400
    width: 600

    readonly property color green: "#1b8354"
    readonly property color grey: "#9da4ae"
    readonly property var plates: [{
            "tag": "button",
            "width": 300,
            "height": 88,
            "color": "#1b8354",
            "border": 0,
            "radius": 12
        }, {
            "tag": "card",
            "width": 240,
            "height": 130,
            "color": "#ffffff",
            "border": 2,
            "radius": 20
        }, {
            "tag": "ring",
            "width": 200,
            "height": 90,
            "color": "transparent",
            "border": 4,
            "radius": 18
        }, {
            "tag": "pill",
            "width": 120,
            "height": 41,
            "color": "#f3fcf6",
            "border": 2,
            "radius": 20.5
        }, {
            "tag": "smaller than its corners",
            "width": 31,
            "height": 31,
            "color": "#f3fcf6",
            "border": 2,
            "radius": 30
        }]

    Rectangle {
        anchors.fill: parent
        color: "#e5e7eb"
    }
    Component {
        id: plateType
        Plate {
        }
    }
    Component {
        id: rectangleType
        Rectangle {
        }
    }
    Component {
        id: strokeType
        StrokePath {
            height: 96
            ink: root.green
            path: "M4 4h16v16h-16zM4 12c4-8 12-8 16 0"
            width: 96
        }
    }

    TestCase {
        name: "ink"
        when: windowShown

        /** The largest difference of a colour between two pictures of what fills the window's corner, in 1/255. */
        function largestDifference(one, other, width, height): int {
            let largest = 0;
            for (let y = 0; y < height; ++y)
                for (let x = 0; x < width; ++x)
                    largest = Math.max(largest, Math.abs(one.red(x, y) - other.red(x, y)), Math.abs(one.green(x, y) - other.green(x, y)), Math.abs(one.blue(x, y) - other.blue(x, y)));
            return largest;
        }
        function pictureOf(type, properties) {
            const item = createTemporaryObject(type, root, properties);
            const picture = grabImage(root);
            item.visible = false;
            return picture;
        }

        function test_plate_differs_from_a_rectangle_data() {
            return root.plates;
        }
        function test_plate_differs_from_a_rectangle(look) {
            const common = {
                "x": 20,
                "y": 20,
                "width": look.width,
                "height": look.height,
                "color": look.color,
                "radius": look.radius
            };
            const plate = pictureOf(plateType, Object.assign({
                "borderColor": root.grey,
                "borderWidth": look.border
            }, common));
            const rectangle = pictureOf(rectangleType, Object.assign({
                "border.color": root.grey,
                "border.width": look.border
            }, common));
            const nothing = pictureOf(rectangleType, {
                "color": "transparent"
            });
            verify(largestDifference(plate, nothing, look.width + 40, look.height + 40) > 40);
            const difference = largestDifference(plate, rectangle, look.width + 40, look.height + 40);
            verify(difference <= 60, "differs by " + difference); // smoothed corners only
        }
        function test_plate_is_not_painted_anew_when_it_changes() {
            const plate = createTemporaryObject(plateType, root, {
                "color": "#ffffff",
                "height": 60,
                "width": 60
            });
            compare(grabImage(root).red(30, 30), 255);
            plate.color = "#000000";
            compare(grabImage(root).red(30, 30), 0);
            plate.width = 120;
            compare(grabImage(root).red(110, 30), 0);
        }
        function test_shadow_is_lost_below_a_raised_plate() {
            const plate = createTemporaryObject(plateType, root, {
                "color": "#ffffff",
                "farShadow": "#808080",
                "height": 100,
                "nearShadow": "#404040",
                "radius": 20,
                "width": 200,
                "x": 50,
                "y": 50
            });
            const picture = grabImage(root);
            compare(picture.red(150, 148), 255);
            compare(picture.red(150, 152), 0x40);
            compare(picture.red(150, 157), 0x80);
            compare(picture.red(150, 160), 0xe5);
            compare(picture.red(48, 100), 0x80);
            compare(picture.red(49, 100), 0x40);
        }
        function test_stroke_of_one_colour_differs_from_one_of_two() {
            const one = pictureOf(strokeType, {
                "fill": "transparent"
            });
            const two = pictureOf(strokeType, {
                "fill": Qt.rgba(1, 1, 1, 1 / 255)
            });
            verify(one.red(16, 48) < 0x40);
            const difference = largestDifference(one, two, 100, 100);
            verify(difference <= 2, "differs by " + difference);
        }
        function test_translucent_stroke_is_opaque() {
            const faint = pictureOf(strokeType, {
                "ink": Qt.alpha(root.green, 0.5),
                "thickness": 8
            });
            const strong = pictureOf(strokeType, {
                "thickness": 8
            });
            const ground = 0xe5, full = strong.red(16, 48);
            fuzzyCompare(faint.red(16, 48), (ground + full) / 2, 2);
        }
    }
}
