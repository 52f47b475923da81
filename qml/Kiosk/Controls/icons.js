.pragma library
// Our icons: SVG path data on a 24-unit grid, one stroke, no fill. Names are what a catalogue may say in "icon".

// A circle as path data.
function circle(x, y, r) {
    return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
}

// The keys of a telephone. Bare dots of the stroke are lost among lines.
function keys() {
    return [4, 9.5, 15].map(y => circle(6, y, 1) + circle(12, y, 1) + circle(18, y, 1)).join("") + circle(12, 20.5, 1);
}

// Icons that point the way the text runs.
const directional = ["back", "forward", "chevron", "list", "search", "backspace", "message", "exit", "send",
                     "receipt", "volume"];

const paths = {
    // Moving about
    "back": "M19 12H5M11 6l-6 6 6 6",
    "forward": "M5 12h14M13 6l6 6-6 6",
    "chevron": "M9 6l6 6-6 6",
    "up": "M6 15l6-6 6 6",
    "down": "M6 9l6 6 6-6",
    "home": "M3 11l9-8 9 8M5 9.5V20a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1V9.5M10 21v-6h4v6",
    "exit": "M14 4H6a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h8M10 12h10M16 8l4 4-4 4",
    "close": "M6 6l12 12M18 6L6 18",
    "check": "M4 12.5l5.5 5.5L20 7",
    "plus": "M12 5v14M5 12h14",
    "minus": "M5 12h14",
    "search": circle(10.5, 10.5, 6.5) + "M15.5 15.5L21 21",
    "list": "M9 6h12M9 12h12M9 18h12M4 6h.01M4 12h.01M4 18h.01",
    "edit": "M4 20h4L19 9a2.8 2.8 0 0 0-4-4L4 16zM13.5 6.5l4 4",
    "trash": "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5",
    "renew": "M4 12a8 8 0 0 1 13.7-5.6L20 8.5M20 4v4.5h-4.5M20 12a8 8 0 0 1-13.7 5.6L4 15.5M4 20v-4.5h4.5",
    "transfer": "M4 8h15M15 4l4 4-4 4M20 16H5M9 12l-4 4 4 4",
    "send": "M21 3L10 14M21 3l-7 18-4-7-7-4z",
    "backspace": "M9 5h11a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H9l-6-7zM12 9.5l5 5M17 9.5l-5 5",
    "shift": "M12 4l-8 8h4v7h8v-7h4z",
    "space": "M4 10v5h16v-5",
    "keypad": keys(),
    "keyboard": "M3 6h18a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1zM6 10h.01M10 10h.01M14 10h.01M18 10h.01M7 14h10",

    // Telling and asking
    "help": circle(12, 12, 9) + "M9.2 9.3a2.9 2.9 0 0 1 5.6 1c0 1.9-2.8 2.2-2.8 4M12 17.3h.01",
    "info": circle(12, 12, 9) + "M12 11v6M12 7.5h.01",
    "alert": "M12 3.5L2.5 20h19zM12 10v4.5M12 17.2h.01",
    "error": "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM12 7.5v5.5M12 16.5h.01",
    "success": circle(12, 12, 9) + "M7.8 12.3l3 3 5.6-6",
    "language": circle(12, 12, 9) + "M3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18",
    "accessibility": circle(12, 12, 9) + "M12 7h.01M7.5 10l4.5 1 4.5-1M12 11v3M9.5 18l2.5-4 2.5 4",
    "contrast": circle(12, 12, 9) + "M12 3v18M12 7.5h7.5M12 12h9M12 16.5h7.5",
    "text-size": "M3 7V5h11v2M8.5 5v14M6.5 19h4M15 12.5V11h6v1.5M18 11v8M16.8 19h2.4",
    "reach": "M8 3h8a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM12 6.5v9M9 12.5l3 3 3-3M10 18.5h4",
    "motion": "M3 8h9M3 12h6M3 16h9" + circle(17, 12, 4),
    "volume": "M4 9v6h4l5 4V5L8 9zM16.5 9a4.5 4.5 0 0 1 0 6M19.3 6.5a8 8 0 0 1 0 11",
    "clock": circle(12, 12, 9) + "M12 6.5V12l4 2.5",
    "eye": "M2 12c4.5-8 15.5-8 20 0c-4.5 8-15.5 8-20 0z" + circle(12, 12, 3),
    "star": "M12 3l2.8 5.8 6.3.9-4.6 4.4 1.1 6.3L12 17.4l-5.6 3 1.1-6.3L2.9 9.7l6.3-.9z",
    "network-off": "M3 3l18 18M8.5 16.3a5 5 0 0 1 7 0M5 12.5a10 10 0 0 1 4.5-2.5M14.5 10a10 10 0 0 1 4.5 2.5M2 8.7a15 15 0 0 1 4.7-3M10.7 5a15 15 0 0 1 11.3 3.7M12 20h.01",
    "network": "M8.5 16.3a5 5 0 0 1 7 0M5 12.5a10 10 0 0 1 14 0M2 8.7a15 15 0 0 1 20 0M12 20h.01",

    // Papers and means
    "document": "M6 2.5h8.5L19 7v13.5a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-17a1 1 0 0 1 1-1zM14 3v4.5h5M8.5 12h7M8.5 16h7",
    "document-add": "M6 2.5h8.5L19 7v13.5a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-17a1 1 0 0 1 1-1zM14 3v4.5h5M12 11v6M9 14h6",
    "document-search": "M12 21.5H6a1 1 0 0 1-1-1v-17a1 1 0 0 1 1-1h8.5L19 7v4M14 3v4.5h5" + circle(16, 16.5, 3) + "M18.2 18.7l2.8 2.8",
    "clipboard": "M8 4H6a1 1 0 0 0-1 1v16a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1V5a1 1 0 0 0-1-1h-2M9 2.5h6v3.5H9zM8.5 14l2.5 2.5 4.5-5",
    "receipt": "M5 2.5h14v19l-2.3-1.7-2.4 1.7-2.3-1.7-2.3 1.7-2.4-1.7L5 21.5zM8.5 7.5h7M8.5 11.5h7M8.5 15.5h4",
    "printer": "M7 8V3h10v5M7 17H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1h16a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-3M7 14h10v7H7zM17.5 11h.01",
    "card": "M3 5h18a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM5.5 9h4v3.5h-4zM5.5 16h5M14 9.5h5M14 13h5",
    "payment": "M3 5h18a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM2 10h20M6 15h4",
    "money": "M3 6h18v12H3z" + circle(12, 12, 2.8) + "M6.5 12h.01M17.5 12h.01",
    "qr": "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5M20 14v2.5M14 20h2.5M20 19.5v.5M7 7h.01M17 7h.01M7 17h.01",
    "barcode": "M3 5v14M7 5v14M10 5v14M14 5v14M17 5v14M21 5v14",
    "passport": "M6 2.5h12a1 1 0 0 1 1 1v17a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-17a1 1 0 0 1 1-1z" + circle(12, 10, 3.5) + "M8.5 10h7M9 17.5h6",
    "camera": "M8 6l1.5-2.5h5L16 6h4a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1z" + circle(12, 13, 4),
    "image": "M4 4h16a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM3 17l5-5 4.5 4.5 3-3L21 18.5" + circle(15.5, 8.5, 1.5),
    "phone": "M8 2.5h8a1 1 0 0 1 1 1v17a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1v-17a1 1 0 0 1 1-1zM10.5 18.5h3",
    "call": "M5 3h4l1.8 4.8-2.5 1.7a12 12 0 0 0 6.2 6.2l1.7-2.5L21 15v4a2 2 0 0 1-2.2 2A17 17 0 0 1 3 5.2 2 2 0 0 1 5 3z",
    "message": "M4 4h16a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-9l-5 4v-4H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM7.5 9h9M7.5 12.5h6",
    "mail": "M3 5h18v14H3zM3 6.5l9 7 9-7",
    "calendar": "M4 5h16a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM3 10h18M8 2.5V7M16 2.5V7M8 14h.01M12 14h.01M16 14h.01M8 17.5h.01M12 17.5h.01",
    "lock": "M6 11h12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1zM8 11V7.5a4 4 0 0 1 8 0V11M12 15v2.5",
    "gate": "M4 21V8M20 21V8M4 10h16M4 17h16M8 10v7M12 10v7M16 10v7M4 5h.01M20 5h.01",
    "shield-check": "M12 2.5l8 3V11c0 5-3.3 8.8-8 10.5C7.3 19.8 4 16 4 11V5.5zM8.3 11.8l2.7 2.7 4.8-5",
    "user": circle(12, 7.5, 4) + "M4 21c.5-9 15.5-9 16 0",
    "users": circle(9, 8, 3.5) + "M2.5 20c.5-8 12.5-8 13 0M15.5 4.8a3.5 3.5 0 0 1 0 6.4M18 14.5c2.2.8 3.4 2.7 3.5 5.5",
    "flag": "M5 21.5V3.5c4-2.5 8 2.5 14 0v10.5c-6 2.5-10-2.5-14 0",
    "key": circle(7.5, 16.5, 4) + "M10.3 13.7L20 4M16 8l3 3M13 11l2 2",
    "gavel": "M13 4l6 6M10.5 6.5l6 6M16 7l-8.5 8.5M12 5l-3 3 6 6 3-3zM10 12l-7 7M12 21h9",
    "chart": "M3 21h18M6 21v-7M11 21V9M16 21v-9M20.5 21V5",
    "bulb": "M9 18h6M10 21.5h4M9 18c0-3-3.5-4-3.5-8.5a6.5 6.5 0 0 1 13 0C18.5 14 15 15 15 18",
    "briefcase": "M4 7.5h16a1 1 0 0 1 1 1V19a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V8.5a1 1 0 0 1 1-1zM8.5 7.5V4h7v3.5M3 13h18M12 12v2.5",
    "megaphone": "M4 10v4h3l9 5V5L7 10zM16 9.5c2.5.5 2.5 4.5 0 5M7.5 14.5l1 5.5h3l-1-4",

    // The city
    "storefront": "M4 4h16l1.5 5.5a2.5 2.5 0 0 1-4.8 0 2.5 2.5 0 0 1-4.7 0 2.5 2.5 0 0 1-4.7 0 2.5 2.5 0 0 1-4.8 0zM4.5 12.5V20h15v-7.5M9.5 20v-5h5v5",
    "building": "M5 21V4a1 1 0 0 1 1-1h8a1 1 0 0 1 1 1v17M15 9h4a1 1 0 0 1 1 1v11M3 21h18.5M8.5 7h3M8.5 11h3M8.5 15h3M17.5 13h.01M17.5 17h.01",
    "city": "M3 21h18.5M4.5 21V11h5v10M9.5 21V5l5-2v18M14.5 21V9h5.5v12M12 8h.01M12 12h.01M12 16h.01M17.2 13h.01M17.2 17h.01M7 14.5h.01",
    "crane": "M6 21.5V3M3.5 21.5h5M3 6.5h18M6 3l12 3.5M6 3L3 6.5M17 6.5V12M15 12h4v3.5h-4z",
    "demolish": "M3 21h18.5M4.5 21V8l5-3v6l3-2 1.5 4 3-1.5 2 5V21M15 3l1 3M19.5 4l-1.5 2.5M21.5 8.5l-3 .5",
    "fence": "M4 21V8l2-3 2 3v13zM10 21V8l2-3 2 3v13zM16 21V8l2-3 2 3v13zM2 11.5h2M8 11.5h2M14 11.5h2M20 11.5h2M2 17h2M8 17h2M14 17h2M20 17h2",
    "plan": "M4 4h16v16H4zM4 10h6V4M10 20v-4M14 20v-7h6M10 10v2.5M14 4v5",
    "map": "M3 6l6-3 6 3 6-3v15l-6 3-6-3-6 3zM9 3v15M15 6v15",
    "location": "M12 21.5c-5-5-7.5-8.5-7.5-12a7.5 7.5 0 0 1 15 0c0 3.5-2.5 7-7.5 12z" + circle(12, 9.5, 2.7),
    "globe": circle(12, 12, 9) + "M3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18",
    "insulation": "M3 21V9l9-6 9 6v12M3 21h18M7 21v-8h10v8M7 15.5l2.5-2.5M7 20l7-7M11 21l6-6M15.5 21l1.5-1.5",
    "road": "M8 3L4 21M16 3l4 18M12 4v2.5M12 10.5v3M12 17.5V20.5",
    "pothole": "M8.5 3L4 21M15.5 3L20 21M12 3.5V6M8 13.5c1.5-2 3-.5 4-1.5 1.2-1.2 3.5-.5 4 1.5s-1.5 3.5-4 3-5 .5-4-3z",
    "light": "M8 21.5V7a4 4 0 0 1 8 0v1.5M5.5 21.5h5M13 8.5h6l1 3h-8zM13.5 14.5l-.7 2M16 14.5v2M18.5 14.5l.7 2",
    "tree": "M12 21.5V12M12 16.5l3.5-3M8 17a5 5 0 0 1-2-9 6 6 0 0 1 12 0 5 5 0 0 1-2 9z",
    "water": "M12 3c4 5 6.5 8 6.5 11.5a6.5 6.5 0 0 1-13 0C5.5 11 8 8 12 3zM9 15a3 3 0 0 0 3 3",
    "graffiti": "M8 10h7v10.5a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1zM9.5 10V7h4v3M11.5 7V5M15.5 4.5h.01M18.5 3h.01M18.5 6h.01M21 4.5h.01M8 14h7",
    "waste": "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11l2 2 2-2M12 13v4",
    "car": "M3 17v-4l2-1 2-5h10l2 5 2 1v4zM5 12h14" + circle(7.5, 17, 1.8) + circle(16.5, 17, 1.8),
    "park": "M4 21V5a1 1 0 0 1 1-1h14a1 1 0 0 1 1 1v16zM9.5 17V8H13a3 3 0 0 1 0 6H9.5",
    "health": "M12 20.5C5.5 16 3 12.5 3 9a4.7 4.7 0 0 1 9-2 4.7 4.7 0 0 1 9 2c0 3.5-2.5 7-9 11.5zM6 12h3l1.5-3 3 5.5 1.5-2.5h3",
    "food": "M7 3v18M4.5 3v5a2.5 2.5 0 0 0 5 0V3M17 21v-7M17 14c-3.5 0-3.5-11 0-11z",
    "electricity": "M13 2.5L5 14h6l-1 7.5L18 10h-6z",
    "dig": "M4 20l6.5-6.5M9 12l3 3M13.5 5.5l5 5c2-3 2-5.5 1.5-7-1.5-.5-4 0-6.5 2zM13.5 5.5l-4 4 5 5 4-4M3 21.5h18",
    "ticket": "M3 6h18v4a2 2 0 0 0 0 4v4H3v-4a2 2 0 0 0 0-4zM14 6.5v2M14 11v2M14 15.5v2",
    "tools": "M14.5 6.5a4 4 0 0 1 5-3.5l-2.5 3 1 2 2 1 2-2.5a4 4 0 0 1-5.5 4.5L7 20.5a2 2 0 0 1-3-3L14 8M4 4l6 6M3 3l3 .5L7 6 5.5 7z"
};

// Every name, in the order above.
function names() {
    return Object.keys(paths);
}
