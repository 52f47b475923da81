import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* What can be chosen: tiles, cards, rows, lists. */
GallerySection {
    id: root

    //: Group of shop activities
    readonly property string food: qsTr("Food")
    //: Group of shop activities
    readonly property string personal: qsTr("Personal services")
    //: Group of shop activities
    readonly property string vehicles: qsTr("Vehicles")
    //: What a bakery does
    readonly property string bakeryNote: qsTr("Bread and pastries, made on the spot")

    //: Gallery heading
    title: qsTr("Choices")

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.touchGap
        ServiceTile {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            emphasised: true
            iconName: "clipboard"
            //: What the electronic services are
            note: qsTr("Licences, renewals, appointments")
            objectName: "gallery.tile1"
            //: Service family
            title: qsTr("Electronic services")
        }
        ServiceTile {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            iconName: "megaphone"
            //: What the interactive services are
            note: qsTr("Reports, ideas, ratings")
            objectName: "gallery.tile2"
            //: Service family
            title: qsTr("Interactive services")
        }
        ServiceTile {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            enabled: false
            iconName: "info"
            //: Why a family of services is grey
            note: qsTr("Not available now")
            objectName: "gallery.tile3"
            //: Service family
            title: qsTr("Information services")
        }
    }
    ChoiceCard {
        Layout.fillWidth: true
        //: In a small badge: this service is new
        badge: qsTr("New")
        iconName: "storefront"
        //: What the commercial licence service does
        note: qsTr("Issue, renew, amend or transfer it")
        objectName: "gallery.card"
        //: Service
        title: qsTr("Commercial licence")
    }
    ChoiceCard {
        Layout.fillWidth: true
        checkable: true
        checked: true
        iconName: "building"
        //: What the construction licence service does
        note: qsTr("Build, restore, demolish or fence")
        objectName: "gallery.card.checked"
        //: Service
        title: qsTr("Construction licence")
    }
    ChoiceCard {
        Layout.fillWidth: true
        enabled: false
        iconName: "insulation"
        //: Why a service is grey: another one must come first
        note: qsTr("You need a building permit first")
        objectName: "gallery.card.disabled"
        //: Service
        title: qsTr("Insulation certificate")
    }
    Card {
        Layout.fillWidth: true
        padding: 4
        spacing: 0
        ListRow {
            Layout.fillWidth: true
            iconName: "receipt"
            note: Theme.ltr("4412-77-0093")
            objectName: "gallery.row"
            //: A request that the person has made
            title: qsTr("Renewal of a commercial licence")
            //: State of a request
            value: qsTr("In review")
        }
        ListRow {
            Layout.fillWidth: true
            divider: false
            enabled: false
            iconName: "calendar"
            objectName: "gallery.row.disabled"
            //: Service
            title: qsTr("Book an appointment")
        }
    }
    SwitchRow {
        Layout.fillWidth: true
        checked: true
        iconName: "text-size"
        //: What the larger-text setting does
        note: qsTr("Words and buttons grow")
        objectName: "gallery.switch.on"
        //: Accessibility setting
        title: qsTr("Larger text")
    }
    SwitchRow {
        Layout.fillWidth: true
        iconName: "motion"
        //: What the motion setting does
        note: qsTr("Pictures and pages stand still")
        objectName: "gallery.switch.off"
        //: Accessibility setting
        title: qsTr("No motion")
    }
    OptionList {
        Layout.fillWidth: true
        Layout.preferredHeight: 900
        //: What the list is for
        label: qsTr("Shop activity")
        objectName: "gallery.options"
        options: [
            //: Shop activity
            {
                "code": "bakery",
                "label": qsTr("Bakery"),
                "note": root.bakeryNote,
                "group": root.food,
                "icon": "food"
            },
            //: Shop activity
            {
                "code": "cafe",
                "label": qsTr("Coffee shop"),
                "group": root.food,
                "icon": "food"
            },
            //: Shop activity
            {
                "code": "grocery",
                "label": qsTr("Grocery"),
                "group": root.food,
                "icon": "food"
            },
            //: Shop activity
            {
                "code": "restaurant",
                "label": qsTr("Restaurant"),
                "group": root.food,
                "icon": "food"
            },
            //: Shop activity
            {
                "code": "barber",
                "label": qsTr("Barber's shop"),
                "group": root.personal,
                "icon": "user"
            },
            //: Shop activity
            {
                "code": "laundry",
                "label": qsTr("Laundry"),
                "group": root.personal,
                "icon": "user"
            },
            //: Shop activity
            {
                "code": "tailor",
                "label": qsTr("Tailor"),
                "group": root.personal,
                "icon": "user"
            },
            //: Shop activity
            {
                "code": "workshop",
                "label": qsTr("Car workshop"),
                "group": root.vehicles,
                "icon": "car"
            },
            //: Shop activity
            {
                "code": "wash",
                "label": qsTr("Car wash"),
                "group": root.vehicles,
                "icon": "car"
            }]
        value: "cafe"
    }
}
