import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* Fields: empty, filled, being filled, wrong, disabled. */
GallerySection {
    //: Gallery heading
    title: qsTr("Fields")

    TextField {
        Layout.fillWidth: true
        //: Help under a field
        help: qsTr("As you want it on the licence and the sign")
        //: Label of a field
        label: qsTr("Name of the shop")
        objectName: "gallery.text"
        //: Example inside an empty field
        placeholder: qsTr("Example: Palm Bakery")
    }
    TextField {
        Layout.fillWidth: true
        //: What to put right in a field
        error: qsTr("Write the street's name, at least three letters.")
        //: Label of a field
        label: qsTr("Street")
        objectName: "gallery.text.error"
        //: A street that is too short
        text: qsTr("Ki")
    }
    TextField {
        Layout.fillWidth: true
        enabled: false
        keyboard: "latin"
        //: Label of a field
        label: qsTr("Short national address")
        leftToRight: true
        objectName: "gallery.text.disabled"
        required: false
        text: "RAAA2919"
    }
    NoteField {
        Layout.fillWidth: true
        //: Label of a field with several lines
        label: qsTr("What did you see?")
        maximumLength: 300
        objectName: "gallery.note"
        //: A report of a citizen
        text: qsTr("The street light in front of the school has been out for three days.")
        visibleLines: 3
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space24
        DigitsField {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            groups: [3, 3, 4]
            iconName: "phone"
            //: Label of a field
            label: qsTr("Mobile number")
            maximumLength: 10
            objectName: "gallery.digits"
            text: "0512345678"
        }
        DigitsField {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            //: What to put right in a field
            error: qsTr("An identity number has 10 digits.")
            //: Label of a field
            label: qsTr("Identity number")
            maximumLength: 10
            objectName: "gallery.digits.error"
            text: "10459"
        }
    }
    CodeField {
        Layout.fillWidth: true
        //: Help under a one-time code
        help: qsTr("We sent it to your mobile. It is good for two minutes.")
        //: Label of a one-time code
        label: qsTr("Code from the message")
        length: 6
        objectName: "gallery.code"
        text: "482"
    }
    YesNo {
        Layout.fillWidth: true
        //: A yes-or-no question
        label: qsTr("Is the shop rented?")
        objectName: "gallery.yesno"
        value: "yes"
    }
    NumberStepper {
        Layout.fillWidth: true
        //: Label of a quantity
        label: qsTr("Number of signs")
        maximum: 5
        minimum: 1
        objectName: "gallery.stepper"
        value: 2
    }
    DateField {
        Layout.fillWidth: true
        // The gallery has no calendar of its own: one known day stands for the conversion.
        fromHijri: hijri => "2026-10-23"
        hijri: true
        iso: "2026-10-23"
        //: Label of a date
        label: qsTr("Day of the visit")
        objectName: "gallery.date"
        toHijri: iso => "1448-05-12"
    }
    SearchField {
        Layout.fillWidth: true
        objectName: "gallery.search"
        //: Spoken name of a search box
        label: qsTr("Search the services")
    }
}
