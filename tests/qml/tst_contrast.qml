import QtQuick
import QtTest
import Kiosk.Controls

/* Nobody may meet words that are hard to see, in either set of colours (WCAG 2.2, 1.4.6 and 1.4.3). */
TestCase {
    id: test
    name: "contrast"

    // [ink, ground, least ratio]
    readonly property var pairs: [["text", "page", 7], ["text", "card", 7], ["text", "quiet", 7], ["text", "tint", 7], ["textSecondary", "page", 7], ["textSecondary", "card", 7], ["textSecondary", "quiet", 7], ["textSecondary", "tint", 7], ["textTertiary", "page", 7], ["textTertiary", "card", 7], ["bandInk", "band", 7], ["bandInk", "bandRaised", 7], ["bandInkSecondary", "band", 7], ["primaryText", "page", 7], ["primaryText", "card", 7], ["primaryText", "tint", 7], ["text", "successSurface", 7], ["text", "warningSurface", 7], ["text", "errorSurface", 7], ["text", "infoSurface", 7], ["success", "successSurface", 7], ["warning", "warningSurface", 7], ["error", "errorSurface", 7], ["info", "infoSurface", 7], ["error", "page", 7], ["error", "card", 7], ["primaryInk", "primary", 4.5], ["primaryInk", "primaryPressed", 4.5], ["dangerInk", "danger", 4.5], ["dangerInk", "dangerPressed", 4.5], ["primary", "page", 4.5], ["primary", "card", 4.5], ["primary", "tint", 4.5], ["textTertiary", "quiet", 4.5], ["drawingInk", "drawingGround", 4.5], ["drawingInk", "card", 4.5], ["drawingAccent", "drawingGround", 4.5], ["drawingAccent", "card", 4.5], ["warning", "card", 4.5], ["accentInk", "card", 4.5], ["borderActive", "card", 4.5], ["focus", "page", 4.5]]

    function luminance(c: color): real {
        const part = v => v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
        return 0.2126 * part(c.r) + 0.7152 * part(c.g) + 0.0722 * part(c.b);
    }
    function ratio(a: color, b: color): real {
        const lights = [luminance(a), luminance(b)];
        return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05);
    }

    function test_words_too_faint_data() {
        const rows = [];
        for (const set of ["normalColours", "contrastColours"]) {
            for (const pair of pairs)
                rows.push({
                        "tag": set + ": " + pair[0] + " on " + pair[1],
                        "set": set,
                        "ink": pair[0],
                        "ground": pair[1],
                        "least": pair[2]
                    });
        }
        return rows;
    }
    function test_words_too_faint(row) {
        const colours = Theme[row.set];
        verify(colours[row.ink] !== undefined && colours[row.ground] !== undefined, "no such role");
        const found = ratio(colours[row.ink], colours[row.ground]);
        verify(found >= row.least, row.tag + " is " + found.toFixed(2) + ", wanted " + row.least);
    }
}
