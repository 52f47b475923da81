import QtQuick
import QtQuick.Layouts

/*
 * The four comforts: larger words, strong contrast, everything lower, no motion. It changes nothing itself: the shell
 * holds the modes (they end with the session) and answers `changed`.
 */
Dialog {
    id: root

    /** `setting` is "largeText", "highContrast", "reachMode" or "reducedMotion". */
    signal changed(string setting, bool on)

    //: Heading of the panel with text size, contrast, reach and motion
    title: qsTr("Make it comfortable")
    iconName: "accessibility"
    //: Button that closes the accessibility panel
    primaryText: qsTr("Done")

    SwitchRow {
        Layout.fillWidth: true
        checked: Theme.largeText
        iconName: "text-size"
        //: What the larger-text setting does
        note: qsTr("Words and buttons grow")
        objectName: root.objectName + ".largeText"
        //: Accessibility setting
        title: qsTr("Larger text")
        onClicked: root.changed("largeText", !checked)
    }
    SwitchRow {
        Layout.fillWidth: true
        checked: Theme.highContrast
        iconName: "contrast"
        //: What the contrast setting does
        note: qsTr("White on black, strong lines")
        objectName: root.objectName + ".highContrast"
        //: Accessibility setting
        title: qsTr("Strong contrast")
        onClicked: root.changed("highContrast", !checked)
    }
    SwitchRow {
        Layout.fillWidth: true
        checked: Theme.reachMode
        iconName: "reach"
        //: What the reach setting does
        note: qsTr("Everything moves to the lower half")
        objectName: root.objectName + ".reachMode"
        //: Accessibility setting, for people who sit or are not tall
        title: qsTr("Within reach")
        onClicked: root.changed("reachMode", !checked)
    }
    SwitchRow {
        Layout.fillWidth: true
        checked: Theme.reducedMotion
        iconName: "motion"
        //: What the motion setting does
        note: qsTr("Pictures and pages stand still")
        objectName: root.objectName + ".reducedMotion"
        //: Accessibility setting
        title: qsTr("No motion")
        onClicked: root.changed("reducedMotion", !checked)
    }
}
