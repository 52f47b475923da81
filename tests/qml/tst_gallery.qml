import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Testing
import "tree.js" as Tree

/* Rules that every control keeps, checked on every control in the gallery, in both directions and all modes. */
Item {
    id: root
    height: 1920
    width: 1080

    Stage {
        id: stage
    }
    Item {
        id: probe
        height: 8
        width: 8
    }

    TestCase {
        name: "gallery"
        when: windowShown

        readonly property var modes: [{
                "tag": "ar",
                "language": "ar"
            }, {
                "tag": "en",
                "language": "en"
            }, {
                "tag": "ar large",
                "language": "ar",
                "largeText": true
            }, {
                "tag": "en large",
                "language": "en",
                "largeText": true
            }, {
                "tag": "ar contrast",
                "language": "ar",
                "highContrast": true
            }]

        function show(mode) {
            Theme.largeText = mode.largeText ?? false;
            Theme.highContrast = mode.highContrast ?? false;
            Theme.reducedMotion = true;
            stage.speak(mode.language);
            stage.height = 14000; // tall enough that nothing is scrolled away
            settle();
        }
        /** A picture settles the layouts; what that changes may unsettle them, so until nothing moves any more. */
        function settle() {
            let before = "";
            tryVerify(() => {
                grabImage(probe);
                const now = Tree.all(stage, item => item instanceof Text).map(item => [item.y, item.width, item.height].join()).join(";");
                const still = now === before;
                before = now;
                return still;
            });
        }
        function cleanup() {
            Theme.largeText = false;
            Theme.highContrast = false;
            Theme.reducedMotion = false;
        }
        /** What a finger can press: the touch area and the control that it belongs to. */
        function controls() {
            return Tree.all(stage, item => item instanceof MouseArea && item.enabled).map(area => ({
                            "area": area,
                            "control": owner(area)
                        })).filter(entry => entry.control !== null);
        }
        function owner(area) {
            for (let item = area.parent; item; item = item.parent) {
                if (item instanceof Pressable || item instanceof FieldBase || item instanceof StepKey || item instanceof KeyCap)
                    return item;
            }
            return null; // a shade or a ground that only swallows touches
        }

        function test_control_without_name_data() {
            return modes.slice(0, 2);
        }
        function test_control_without_name(mode) {
            show(mode);
            const found = controls();
            verify(found.length > 40, "the gallery shows only " + found.length + " controls");
            for (const control of found.map(entry => entry.control)) {
                verify(control.objectName !== "", "no objectName: " + Tree.path(control));
                verify(control.Accessible.name !== "", "no Accessible.name: " + Tree.path(control));
                verify(control.Accessible.role !== Accessible.NoRole, "no Accessible.role: " + Tree.path(control));
            }
        }

        function test_target_too_small_data() {
            return modes;
        }
        function test_target_too_small(mode) {
            show(mode);
            for (const entry of controls()) {
                const area = entry.area, control = entry.control;
                verify(area.height >= Theme.touchMin, "only " + area.height + " px high: " + Tree.path(control));
                verify(area.width >= Theme.touchMin, "only " + area.width + " px wide: " + Tree.path(control));
            }
        }

        function test_targets_too_close_data() {
            return modes.slice(0, 2);
        }
        function test_targets_too_close(mode) {
            show(mode);
            const found = controls().map(entry => ({
                            "item": entry.control,
                            "box": Tree.shownBox(entry.area, stage)
                        })).filter(entry => entry.box !== null);
            const inside = (a, b) => {
                for (let i = a; i; i = i.parent)
                    if (i === b)
                        return true;
                return false;
            };
            for (let i = 0; i < found.length; ++i) {
                for (let j = i + 1; j < found.length; ++j) {
                    const a = found[i], b = found[j];
                    if (inside(a.item, b.item) || inside(b.item, a.item))
                        continue; // the "clear" key inside its field
                    const dx = Math.max(a.box.x - b.box.x - b.box.width, b.box.x - a.box.x - a.box.width);
                    const dy = Math.max(a.box.y - b.box.y - b.box.height, b.box.y - a.box.y - a.box.height);
                    verify(Math.max(dx, dy) >= Theme.touchGap - 0.5, Math.max(dx, dy) + " px between " + Tree.path(a.item) + " and " + Tree.path(b.item));
                }
            }
        }

        function test_words_cut_off_data() {
            return modes;
        }
        function test_words_cut_off(mode) {
            show(mode);
            const texts = Tree.all(stage, item => item instanceof Text && item.text !== "");
            verify(texts.length > 100);
            for (const item of texts) {
                const what = "\"" + item.text.slice(0, 40) + "\" " + Tree.path(item);
                verify(!item.truncated, "elided: " + what);
                verify(item.contentWidth <= item.width + 1, "too wide by " + (item.contentWidth - item.width) + ": " + what);
                verify(item.contentHeight <= item.height + 1, "too high by " + (item.contentHeight - item.height) + ": " + what);
            }
        }

        /** The nearest thing with a ground of its own that should hold the words. */
        function holder(item) {
            for (let i = item.parent; i; i = i.parent) {
                if (i instanceof Pressable || i instanceof Notice || i instanceof Card || i instanceof Pill)
                    return i;
            }
            return null;
        }
        function test_words_outside_their_control_data() {
            return modes;
        }
        function test_words_outside_their_control(mode) {
            show(mode);
            for (const item of Tree.all(stage, i => i instanceof Text && i.text !== "")) {
                const around = holder(item);
                if (!around)
                    continue;
                const box = Tree.box(item, around);
                const what = "\"" + item.text.slice(0, 40) + "\" in " + Tree.path(around);
                verify(box.x >= -1 && box.x + box.width <= around.width + 1, "sticks out sideways: " + what);
                verify(box.y >= -1 && box.y + box.height <= around.height + 1, "sticks out above or below: " + what);
            }
        }

        function test_words_smaller_than_readable() {
            show({
                    "language": "ar"
                });
            for (const item of Tree.all(stage, i => i instanceof Text && i.text !== ""))
                verify(item.font.pixelSize >= Theme.smallestSize, item.font.pixelSize + " px: " + Tree.path(item));
        }

        function test_font_is_not_the_family() {
            verify(Theme.family === "IBM Plex Sans Arabic" || Theme.family === "Noto Sans Arabic", Theme.family);
            for (const item of Tree.all(stage, i => i instanceof Text && i.text !== ""))
                compare(item.font.family, Theme.family, Tree.path(item));
        }

        /** Not a check: pictures of the whole gallery for the eye, when KIOSK_SHOTS names a folder. */
        function test_pictures_data() {
            return modes;
        }
        function test_pictures(mode) {
            if (Testbed.shots === "")
                return;
            show(mode);
            const gallery = stage.gallery;
            stage.height = 1920;
            for (let y = 0, page = 1; y < gallery.contentHeight - 40; y += gallery.height - 40, ++page) {
                gallery.contentY = Math.min(y, gallery.contentHeight - gallery.height + 24);
                grabImage(stage).save(Testbed.shots + "/gallery-" + mode.tag.replace(" ", "-") + "-" + String(page).padStart(2, "0") + ".png");
            }
            gallery.contentY = 0;
        }
    }
}
