import QtQuick

/*
 * One page of a journey: its answers as children, and what the frame's bars show as properties. The shell keeps ONE
 * PageFrame and gives it the current page; the frame reads these and emits the page's signals.
 */
FocusScope {
    id: page

    /** The one question or statement. */
    property string title
    property string help
    /** Name of the service or place: where I am. */
    property string stepText
    /** From 1; 0 hides the steps. */
    property int stepIndex: 0
    property int stepCount: 0
    /** Empty hides the primary button. */
    property string primaryText
    property string primaryIcon
    property bool primaryEnabled: true
    property bool primaryDangerous: false
    property bool backVisible: true
    property bool cancelVisible: true
    /** Waiting: the frame covers the answers with a spinner and this word, and takes no presses. */
    property bool busy: false
    property string busyText
    /** The answers need the whole height (a long list, a map): they start right under the question. */
    property bool tall: false
    /** No bars at all: the page draws the whole screen (welcome, service mode). */
    property bool bare: false
    /** The keyboard that is up as soon as the page arrives, by its layout; "" where no field takes the focus. */
    property string keyboard
    /** Comes back as it was left instead of being made anew: the page from which others are visited. */
    property bool kept: false
    /** What the person will most likely do here, as [{name, value}] of acts that lead to another page: while they read,
     *  that page is made ready. */
    property var likely: []
    /** On show now: the moment to take the focus. */
    signal arrived
    /** The finger is down on the primary button, or on back. */
    signal goingOn
    signal goingBack
    signal primary
    signal back
    signal cancel
}
