import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Pages
import Kiosk.Testing
import "tree.js" as Tree

/* A document under the camera: what is drawn over its picture, what is said, and which button does what. */
Item {
    id: root
    height: 1920
    width: 1080

    LayoutMirroring.childrenInherit: true

    PageFrame {
        id: frame
        anchors.fill: parent
        page: loader.item as KioskPage
        Loader {
            id: loader
            anchors.fill: parent
        }
    }
    SignalSpy {
        id: acts
        target: loader.item
        signalName: "act"
    }

    TestCase {
        name: "documents"
        when: windowShown

        readonly property var corners: [0.3, 0.05, 0.69, 0.07, 0.67, 0.97, 0.29, 0.95]
        readonly property url picture: Testbed.scene !== "" ? "file://" + Testbed.scene : Qt.resolvedUrl("../../kiosk/docs/pictures/home.png")

        function initTestCase() {
            Theme.tapGuard = 0;
            failOnWarning(/./);
        }
        function cleanupTestCase() {
            loader.source = "";
        }
        function speak(language) {
            Testbed.speak(language);
            root.LayoutMirroring.enabled = language === "ar";
        }
        function show(more) {
            loader.source = "";
            loader.setSource("qrc:/qt/qml/Kiosk/Pages/DocumentPage.qml", Object.assign({
                        "index": 0,
                        "count": 1,
                        "documentName": "Lease",
                        "documentHelp": "",
                        "optional": false,
                        "more": false,
                        "pageNumber": 1,
                        "paper": true,
                        "portrait": false,
                        "phase": "aim",
                        "problem": "",
                        "sentence": "",
                        "usable": true,
                        "previewSource": picture,
                        "stillSource": picture,
                        "pageCue": {
                            "corners": [],
                            "hint": "",
                            "progress": 0
                        }
                    }, more ?? {}));
            acts.clear();
            wait(0);
        }
        /** A row for each code in each language. */
        function inBoth(codes, name) {
            const rows = [];
            for (const language of ["ar", "en"])
                for (const code of codes)
                    rows.push({
                            "tag": code + " " + language,
                            "language": language,
                            [name]: code
                        });
            return rows;
        }
        function cue(hint, progress, seen) {
            loader.item.pageCue = {
                "corners": seen ?? corners,
                "hint": hint,
                "progress": progress ?? 0
            };
            wait(0);
        }
        function press(name) {
            tryVerify(() => Tree.named(root, name)?.enabled);
            mouseClick(Tree.named(root, name));
        }

        function test_outline_lies_beside_the_page_data() {
            return [{
                    "tag": "ar"
                }, {
                    "tag": "en"
                }];
        }
        function test_outline_lies_beside_the_page(row) {
            speak(row.tag);
            show();
            verify(!Tree.named(root, "document.outline"));
            cue("hold_still");
            const outline = Tree.named(root, "document.outline");
            const view = Tree.named(root, "document.view");
            verify(outline);
            // As large as the picture is shown, in its middle; the picture is not mirrored, and so is the outline.
            const box = Tree.box(outline, view);
            compare(Math.round(box.x + box.width / 2), Math.round(view.width / 2));
            compare(Math.round(box.y + box.height / 2), Math.round(view.height / 2));
            const stroke = Tree.all(outline, item => item.path !== undefined && item.thickness > 0)[0];
            const first = /^M(\d+) (\d+)L/.exec(stroke.path);
            compare(+first[1], Math.round(0.3 * box.width));
            compare(+first[2], Math.round(0.05 * box.height));
            verify(!stroke.flipped);
            verify(!Tree.named(root, "document.ring"));
            cue("taking", 0.5);
            verify(Tree.named(root, "document.ring"));
        }
        function test_nothing_says_what_is_missing_data() {
            const hints = ["no_page", "cut_off", "too_dark", "glare", "blurred", "hold_still", "taking", "taken"];
            return inBoth(hints, "hint");
        }
        function test_nothing_says_what_is_missing(row) {
            speak(row.language);
            show();
            const words = Tree.named(root, "document.hint");
            const view = Tree.named(root, "document.view");
            const before = words.text;
            const height = view.height;
            cue(row.hint, row.hint === "taking" ? 0.6 : 0, row.hint === "no_page" ? [] : corners);
            verify(words.text !== "" && words.text !== before);
            compare(/[\u0600-\u06ff]/.test(words.text), row.language === "ar");
            verify(Math.abs(view.height - height) <= 1); // the picture stays where it is
            if (Testbed.shots !== "")
                grabImage(root).save(`${Testbed.shots}/document-${row.hint}-${row.language}.png`);
        }
        function test_hand_on_its_way_uses_a_picture_it_has_not_seen() {
            speak("en");
            show();
            loader.item.phase = "shooting";
            loader.item.phase = "judge";
            mouseClick(Tree.named(root, "frame.primary"));
            compare(acts.count, 0);
            press("frame.primary"); // later
            compare(acts.signalArguments[0][0], "next");
            show();
            loader.item.phase = "judge"; // by itself; and the next page at once, by hand
            loader.item.phase = "aim";
            press("frame.primary");
            loader.item.phase = "shooting";
            loader.item.phase = "judge";
            verify(Tree.named(root, "frame.primary").enabled);
        }
        function test_button_does_something_else_than_it_says() {
            speak("en");
            show();
            press("frame.primary");
            compare(acts.signalArguments[0][0], "takePicture");
            loader.item.phase = "shooting";
            loader.item.phase = "judge";
            verify(Tree.named(root, "frame.primary").enabled); // it was wanted: no surprise
            press("document.retake");
            compare(acts.signalArguments[1][0], "retake");
            press("frame.primary");
            compare(acts.signalArguments[2][0], "next");
        }
        function test_poor_picture_is_used_first_data() {
            return inBoth(["cut_off", "glare", "blurred", "too_dark"], "problem");
        }
        function test_poor_picture_is_used_first(row) {
            const usable = row.problem !== "too_dark";
            speak(row.language);
            show({
                    "phase": "judge",
                    "problem": row.problem,
                    "usable": usable
                });
            verify(Tree.named(root, "document.problem"));
            press("frame.primary");
            compare(acts.signalArguments[0][0], "retake");
            compare(!!Tree.named(root, "document.useAnyway"), usable);
            if (usable) {
                press("document.useAnyway");
                compare(acts.signalArguments[1][0], "next");
            }
            if (Testbed.shots !== "")
                grabImage(root).save(`${Testbed.shots}/judged-${row.problem}-${row.language}.png`);
        }
        function test_good_picture_is_doubted_data() {
            return [{
                    "tag": "ar"
                }, {
                    "tag": "en"
                }];
        }
        function test_good_picture_is_doubted(row) {
            speak(row.tag);
            show({
                    "phase": "judge"
                });
            verify(!Tree.named(root, "document.problem"));
            verify(!Tree.named(root, "document.outline"));
            if (Testbed.shots !== "")
                grabImage(root).save(`${Testbed.shots}/judged-good-${row.tag}.png`);
        }
        function test_next_page_cannot_be_added_or_left_out_data() {
            return [{
                    "tag": "ar"
                }, {
                    "tag": "en"
                }];
        }
        function test_next_page_cannot_be_added_or_left_out(row) {
            speak(row.tag);
            show({
                    "phase": "judge",
                    "more": true
                });
            press("document.more");
            compare(acts.signalArguments[0][0], "anotherPage");
            verify(!Tree.named(root, "document.enough"));
            if (Testbed.shots !== "")
                grabImage(root).save(`${Testbed.shots}/judged-more-${row.tag}.png`);
            show({
                    "optional": true,
                    "pageNumber": 2
                });
            cue("taken");
            verify(!Tree.named(root, "document.outline")); // nothing is waited for
            verify(!Tree.named(root, "document.skip"));
            press("document.enough");
            compare(acts.signalArguments[0][0], "next");
            if (Testbed.shots !== "")
                grabImage(root).save(`${Testbed.shots}/page-2-${row.tag}.png`);
        }
        function test_portrait_is_not_guided_data() {
            const hints = ["no_face", "several_faces", "too_far", "too_near", "off_centre", "tilted", "eyes_shut", "uneven_light", "too_dark", "glare", "blurred", "hold_still", "taking"];
            return inBoth(hints, "hint");
        }
        function test_portrait_is_not_guided(row) {
            speak(row.language);
            show({
                    "paper": false,
                    "portrait": true,
                    "optional": true
                });
            const words = Tree.named(root, "document.hint");
            const view = Tree.named(root, "document.view");
            const before = words.text;
            const height = view.height;
            cue(row.hint, row.hint === "taking" ? 0.6 : 0);
            verify(words.text !== "" && (words.text !== before || row.hint === "no_face"));
            compare(/[\u0600-\u06ff]/.test(words.text), row.language === "ar");
            verify(Math.abs(view.height - height) <= 1); // the picture stays where it is
            verify(view.mirrored); // whoever sees themselves moves the right way
            verify(!Tree.named(root, "document.outline"));
            const oval = Tree.named(root, "document.oval");
            const box = Tree.box(oval, view);
            compare(Math.round(box.x + box.width / 2), Math.round(view.width / 2));
            compare(Tree.named(root, "document.oval").good, ["hold_still", "taking"].includes(row.hint));
            compare(!!Tree.named(root, "document.ovalRing"), row.hint === "taking");
            if (Testbed.shots !== "")
                grabImage(root).save(`${Testbed.shots}/portrait-${row.hint}-${row.language}.png`);
            press("document.skip");
            compare(acts.signalArguments[0][0], "skip");
        }
        function test_poor_portrait_is_told_of_paper_data() {
            return inBoth(["no_face", "several_faces", "too_far", "too_near", "off_centre", "too_dark", "glare", "tilted", "eyes_shut", "uneven_light", "blurred"], "problem");
        }
        function test_poor_portrait_is_told_of_paper(row) {
            speak(row.language);
            const usable = ["glare", "tilted", "eyes_shut", "uneven_light", "blurred"].includes(row.problem);
            show({
                    "paper": false,
                    "portrait": true,
                    "phase": "judge",
                    "problem": row.problem,
                    "usable": usable
                });
            const notice = Tree.named(root, "document.problem");
            verify(notice.title !== "" && notice.body !== "");
            verify(!/[Pp]age|[Pp]aper|corner|صفحة|ورق/.test(notice.title + notice.body));
            verify(!Tree.named(root, "document.view").mirrored); // the portrait as others see it
            verify(!Tree.named(root, "document.oval"));
            compare(!!Tree.named(root, "document.useAnyway"), usable);
            press("frame.primary");
            compare(acts.signalArguments[0][0], "retake");
        }
        function test_consent_cannot_be_refused_data() {
            return [{
                    "tag": "ar"
                }, {
                    "tag": "en"
                }];
        }
        function test_consent_cannot_be_refused(row) {
            speak(row.tag);
            loader.source = "";
            loader.setSource("qrc:/qt/qml/Kiosk/Pages/ConsentPage.qml", {
                    "documentName": "Portrait",
                    "documentHelp": "",
                    "serviceName": "Certificate"
                });
            acts.clear();
            for (const part of ["purpose", "whereto", "kept", "camera", "counter"]) {
                const words = Tree.named(root, "consent." + part).text;
                compare(/[\u0600-\u06ff]/.test(words), row.tag === "ar");
            }
            verify(Tree.named(root, "consent.purpose").text.includes("Certificate"));
            if (Testbed.shots !== "")
                grabImage(root).save(`${Testbed.shots}/consent-${row.tag}.png`);
            press("consent.skip");
            compare(acts.signalArguments[0][0], "skip");
            press("frame.primary");
            compare(acts.signalArguments[1][0], "next");
        }
        function test_telephone_is_out_of_reach_data() {
            return inBoth(["camera_gone", "", "too_dark"], "problem");
        }
        function test_telephone_is_out_of_reach(row) {
            speak(row.language);
            const judging = row.problem === "too_dark";
            const more = {
                "phase": judging ? "judge" : "aim",
                "problem": row.problem,
                "usable": !judging
            };
            show(more);
            verify(!Tree.named(root, "document.phone"));
            show(Object.assign(more, {
                        "phoneOffered": true
                    }));
            press(row.problem === "camera_gone" ? "frame.primary" : "document.phone");
            compare(acts.signalArguments[0][0], "usePhone");
        }
        function test_page_for_the_telephone_is_a_dead_end_data() {
            return inBoth(["asking", "waiting", "came", "stuck"], "phase");
        }
        function test_page_for_the_telephone_is_a_dead_end(row) {
            speak(row.language);
            loader.source = "";
            loader.setSource("qrc:/qt/qml/Kiosk/Pages/PhonePage.qml", {
                    "index": 0,
                    "count": 1,
                    "documentName": "Lease",
                    "paper": true,
                    "phase": row.phase,
                    "problem": row.phase === "stuck" ? "ticket_expired" : "",
                    "sentence": "",
                    "address": "phone.example/d/7K3M-9QXA-2TRD-W5HN",
                    "codePath": "M4 4h1v1h-1z",
                    "codeUnits": 33,
                    "kilobytes": 180,
                    "pages": 3,
                    "mark": "0471"
                });
            acts.clear();
            wait(0);
            compare(!!Tree.named(root, "phone.code"), row.phase === "waiting");
            compare(!!Tree.named(root, "phone.mark"), row.phase === "came");
            if (row.phase === "came") {
                press("frame.primary");
                press("phone.again");
                compare(acts.signalArguments.map(one => one[0]), ["next", "tryAgain"]);
            } else {
                if (row.phase === "stuck")
                    press("frame.primary");
                press("phone.camera");
                compare(acts.signalArguments.map(one => one[0]), row.phase === "stuck" ? ["tryAgain", "back"] : ["back"]);
            }
        }
        function test_gone_camera_is_drawn_on() {
            speak("en");
            show({
                    "problem": "camera_gone"
                });
            cue("hold_still");
            verify(!Tree.named(root, "document.outline"));
        }
    }
}
