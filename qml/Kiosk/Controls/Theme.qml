pragma Singleton
import QtQuick
import Kiosk.Ink

/*
 * The national design system's foundations at the scale of a terminal: what a colour, a size or a pace means.
 * The shell sets the modes for one session; everything else follows by binding. Lengths are px of a 1080 x 1920
 * panel (4.03 px/mm), times are ms.
 */
QtObject {
    id: theme

    // ---- Modes of this session -------------------------------------------------------------------------------
    property bool highContrast: false
    property bool largeText: false
    property bool reducedMotion: false
    property bool reachMode: false
    /** Digits on screen: "latin" or "arabic" (Arabic-Indic). Both are accepted as input. */
    property string digits: "latin"

    // ---- Colours ---------------------------------------------------------------------------------------------
    readonly property ColourSet colours: highContrast ? contrastColours : normalColours

    readonly property ColourSet normalColours: ColourSet {
        page: "#F9FAFB"
        card: "#FFFFFF"
        quiet: "#EAECF0"
        band: "#074D31"
        bandRaised: "#14573A"
        shade: "#A60D121C"
        text: "#0D121C"
        textSecondary: "#384250"
        textTertiary: "#4D5761"
        textDisabled: "#9DA4AE"
        bandInk: "#FFFFFF"
        bandInkSecondary: "#DDF3E6"
        border: "#D2D6DB"
        borderQuiet: "#E5E7EB"
        borderInput: "#9DA4AE"
        borderActive: "#0D121C"
        focus: "#175CD3"
        primary: "#1B8354"
        primaryPressed: "#104631"
        primaryInk: "#FFFFFF"
        primaryText: "#14573A"
        tint: "#F3FCF6"
        tintBorder: "#88D8AD"
        successSurface: "#F6FEF9"
        successBorder: "#ABEFC6"
        success: "#085D3A"
        warningSurface: "#FFFCF5"
        warningBorder: "#FEDF89"
        warning: "#93370D"
        errorSurface: "#FFFBFA"
        errorBorder: "#FECDCA"
        error: "#912018"
        infoSurface: "#F5FAFF"
        infoBorder: "#B2DDFF"
        info: "#1849A9"
        danger: "#B42318"
        dangerPressed: "#7A271A"
        dangerInk: "#FFFFFF"
        drawingGround: "#E6F5EC"
        drawingInk: "#14573A"
        drawingAccent: "#187A4E"
        accent: "#F5BD02"
        accentInk: "#93370D"
        shadows: true
        shadowNear: "#EAEBEC"
        shadowFar: "#F2F3F4"
        borderWidth: 2
    }

    readonly property ColourSet contrastColours: ColourSet {
        page: "#000000"
        card: "#000000"
        quiet: "#26292E"
        band: "#000000"
        bandRaised: "#000000"
        shade: "#D9000000"
        text: "#FFFFFF"
        textSecondary: "#FFFFFF"
        textTertiary: "#E5E7EB"
        textDisabled: "#9DA4AE"
        bandInk: "#FFFFFF"
        bandInkSecondary: "#FFFFFF"
        border: "#FFFFFF"
        borderQuiet: "#9DA4AE"
        borderInput: "#FFFFFF"
        borderActive: "#F5BD02"
        focus: "#F5BD02"
        primary: "#88D8AD"
        primaryPressed: "#FFFFFF"
        primaryInk: "#000000"
        primaryText: "#88D8AD"
        tint: "#0B2A1C"
        tintBorder: "#88D8AD"
        successSurface: "#000000"
        successBorder: "#88D8AD"
        success: "#88D8AD"
        warningSurface: "#000000"
        warningBorder: "#FEDF89"
        warning: "#FEDF89"
        errorSurface: "#000000"
        errorBorder: "#FECDCA"
        error: "#FECDCA"
        infoSurface: "#000000"
        infoBorder: "#B2DDFF"
        info: "#B2DDFF"
        danger: "#FECDCA"
        dangerPressed: "#FFFFFF"
        dangerInk: "#000000"
        drawingGround: "#000000"
        drawingInk: "#FFFFFF"
        drawingAccent: "#88D8AD"
        accent: "#F5BD02"
        accentInk: "#FFFFFF"
        shadows: false
        shadowNear: "#000000"
        shadowFar: "#000000"
        borderWidth: 3
    }

    // ---- Type ------------------------------------------------------------------------------------------------
    /** Text grows by a fifth in large-text mode; lines grow with it. */
    readonly property real textScale: largeText ? 1.2 : 1
    readonly property string family: typeFamily.name
    readonly property int displaySize: Math.round(72 * textScale)
    readonly property int displayLine: Math.round(88 * textScale)
    readonly property int titleSize: Math.round(48 * textScale)
    readonly property int titleLine: Math.round(64 * textScale)
    readonly property int headingSize: Math.round(36 * textScale)
    readonly property int headingLine: Math.round(50 * textScale)
    readonly property int bodySize: Math.round(30 * textScale)
    readonly property int bodyLine: Math.round(44 * textScale)
    readonly property int secondarySize: Math.round(26 * textScale)
    readonly property int secondaryLine: Math.round(38 * textScale)
    /** The same by KioskText.Kind. */
    readonly property list<int> sizes: [displaySize, titleSize, headingSize, bodySize, secondarySize]
    readonly property list<int> lines: [displayLine, titleLine, headingLine, bodyLine, secondaryLine]
    /** Nothing on screen is smaller than this. */
    readonly property int smallestSize: 24

    // ---- Space -----------------------------------------------------------------------------------------------
    readonly property int space8: 8
    readonly property int space12: 12
    readonly property int space16: 16
    readonly property int space24: 24
    readonly property int space32: 32
    readonly property int space40: 40
    readonly property int space48: 48
    readonly property int space64: 64
    readonly property int space80: 80
    readonly property int space96: 96
    /** Between the edge of the panel and everything else. */
    readonly property int margin: 48
    readonly property int radiusControl: 12
    readonly property int radiusCard: 20

    // ---- Touch -----------------------------------------------------------------------------------------------
    readonly property int touchMin: 80
    readonly property int touchPrimary: 112
    readonly property int touchGap: 16
    /** A second tap on the same button within this time is a shaking hand, not a wish. Tests set it to 0. */
    property int tapGuard: 250

    // ---- Motion ----------------------------------------------------------------------------------------------
    readonly property int motionFast: reducedMotion ? 0 : 120
    readonly property int motionNormal: reducedMotion ? 0 : 160
    readonly property int motionSlow: reducedMotion ? 0 : 200

    /** Whether whole pages fade in. Without a GPU each step of a fade would paint the page anew, ten times slower than
     *  an opaque one: there a page is simply there. The shell says so. */
    property bool fades: true

    // ---- Words -----------------------------------------------------------------------------------------------
    /** A left-to-right run (number, reference, Latin name) in the session's digits, isolated inside a sentence of
     *  either direction (Unicode UAX #9: LRI ... PDI). Arabic-Indic digits keep their groups in order only under an
     *  override (LRO ... PDF), which would write Arabic letters backwards. */
    function ltr(run: string): string {
        const shown = shownDigits(run);
        const forced = /[\u0660-\u0669]/.test(shown) && !/[\u0621-\u064A]/.test(shown);
        return "\u2066" + (forced ? "\u202D" + shown + "\u202C" : shown) + "\u2069";
    }
    /** The digits of `run` as this session shows them. */
    function shownDigits(run: string): string {
        return digits === "arabic" ? run.replace(/[0-9]/g, d => String.fromCharCode(0x0660 + Number(d))) : run;
    }
    /** Arabic-Indic and Persian digits as Latin ones, everything else unchanged. */
    function latinDigits(run: string): string {
        return run.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, d => String(d.charCodeAt(0) & 0xF));
    }

    readonly property TypeFamily typeFamily: TypeFamily {
    }
}
