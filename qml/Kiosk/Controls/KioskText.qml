import QtQuick

/* Words of the interface in one of the five styles. Plain text only: what a person or a service wrote is never markup. */
Text {
    id: words

    enum Kind {
        Display,
        Title,
        Heading,
        Body,
        Secondary
    }
    property int kind: KioskText.Kind.Body
    /** Semi-bold instead of the style's own weight. */
    property bool strong: false

    color: kind === KioskText.Kind.Secondary ? Theme.colours.textSecondary : Theme.colours.text
    font.family: Theme.family
    font.pixelSize: Theme.sizes[kind]
    font.weight: kind <= KioskText.Kind.Title ? Font.Bold : strong || kind === KioskText.Kind.Heading ? Font.DemiBold : Font.Normal
    horizontalAlignment: Text.AlignLeft // mirrored with the layout; without it a Latin name would jump sides
    lineHeight: Theme.lines[kind]
    lineHeightMode: Text.FixedHeight
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
