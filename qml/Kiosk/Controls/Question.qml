import QtQuick

/*
 * What stands above the answers: where I am, the one question, its help. Its height is right as soon as its words are,
 * without waiting for a frame, so that a page can be laid out before anybody sees it.
 */
Item {
    id: root

    property string title
    property string help
    property string stepText
    property int stepIndex: 0
    property int stepCount: 0

    readonly property bool withSteps: stepCount > 0 || stepText !== ""
    readonly property real underSteps: withSteps ? steps.implicitHeight + Theme.space40 : 0
    readonly property real underTitle: underSteps + (title !== "" ? words.implicitHeight : 0)
    readonly property real gap: title !== "" && help !== "" ? Theme.space16 : 0

    implicitHeight: underTitle + gap + (help !== "" ? more.implicitHeight : 0)

    StepBar {
        id: steps
        count: root.stepCount
        index: root.stepIndex
        text: root.stepText
        width: root.width
    }
    KioskText {
        id: words
        kind: KioskText.Kind.Title
        objectName: root.objectName + ".title"
        text: root.title
        visible: text !== ""
        width: root.width
        y: root.underSteps
    }
    KioskText {
        id: more
        color: Theme.colours.textSecondary
        objectName: root.objectName + ".help"
        text: root.help
        visible: text !== ""
        width: root.width
        y: root.underTitle + root.gap
    }
}
