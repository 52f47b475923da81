import QtQuick

/* One complete set of colours by role. Every role is required, so a set that forgets one does not load. */
QtObject {
    // Grounds
    required property color page          // behind everything
    required property color card          // raised or bordered surfaces, fields, bottom bar
    required property color quiet         // pressed rows, disabled buttons, keyboard ground
    required property color band          // the top band and the welcoming screen
    required property color bandRaised    // buttons on the band
    required property color shade         // under a dialog; has alpha

    // Words and icons
    required property color text          // body and questions
    required property color textSecondary // help, notes, units
    required property color textTertiary  // placeholders, steps to come
    required property color textDisabled
    required property color bandInk
    required property color bandInkSecondary

    // Lines
    required property color border        // cards and dividers
    required property color borderQuiet
    required property color borderInput   // around a field at rest
    required property color borderActive  // around the field that is being filled
    required property color focus         // ring of the control that a key would press

    // The one colour that means "go on"
    required property color primary       // ground of the primary button; selected marks
    required property color primaryPressed
    required property color primaryInk
    required property color primaryText   // primary-coloured words and icons on page, card or tint
    required property color tint          // ground of what is chosen
    required property color tintBorder

    // Meanings: surface, border, icon and words of each move together
    required property color successSurface
    required property color successBorder
    required property color success
    required property color warningSurface
    required property color warningBorder
    required property color warning
    required property color errorSurface
    required property color errorBorder
    required property color error
    required property color infoSurface
    required property color infoBorder
    required property color info
    required property color danger        // ground of the button that ends or deletes
    required property color dangerPressed
    required property color dangerInk

    // Line drawings
    required property color drawingGround
    required property color drawingInk
    required property color drawingAccent
    required property color accent        // stars and the flow of light in drawings; never words
    required property color accentInk     // the line around what the accent fills
    required property bool shadows        // whether what is raised casts its one soft shadow
    required property color shadowNear    // the page's colour under it, next to the edge
    required property color shadowFar
    required property int borderWidth     // px
}
