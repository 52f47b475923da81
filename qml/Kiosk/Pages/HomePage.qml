pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* All that this terminal can do: the three families, and a search box over all of them. */
ActingPage {
    id: page

    required property var families
    required property string citizenName
    required property bool offline
    required property bool keeps

    readonly property string wanted: folded(search.text).trim()
    readonly property var found: {
        if (wanted === "")
            return [];
        const all = [];
        for (const family of families)
            for (const service of family.services)
                if (folded(service.name + " " + service.summary + " " + service.keywords.join(" ")).includes(wanted))
                    all.push(service);
        return all;
    }

    /** Letters that people write in several ways become one, so that a search finds what is meant. */
    function folded(words: string): string {
        return Theme.latinDigits(words).toLowerCase().replace(/[\u064B-\u0652\u0640]/g, "").replace(/[أإآٱ]/g, "ا").replace(/ى/g, "ي").replace(/ة/g, "ه");
    }
    function familyName(id: string): string {
        //: One of the three families of services
        if (id === "electronic")
            return qsTr("Electronic services");
        //: One of the three families of services
        if (id === "interactive")
            return qsTr("Interactive services");
        //: One of the three families of services
        return qsTr("Information services");
    }
    function familyNote(id: string): string {
        //: What the electronic services are for
        if (id === "electronic")
            return qsTr("Apply, renew, pay and print");
        //: What the interactive services are for
        if (id === "interactive")
            return qsTr("Report, rate, take part");
        //: What the information services are for
        return qsTr("Ask, check and prepare");
    }

    kept: true
    tall: true
    //: Question of the home page
    title: citizenName === "" ? qsTr("What would you like to do?") :
    //: Question of the home page; %1 is the citizen's name
    qsTr("%1, what would you like to do?").arg(citizenName)

    // Kept for its looks only: who comes back finds no old search and the first services.
    onVisibleChanged: {
        if (!visible) {
            search.clear();
            column.contentY = 0;
        }
    }

    ScrollColumn {
        id: column
        anchors.fill: parent
        spacing: Theme.space24

        SearchField {
            id: search
            Layout.fillWidth: true
            objectName: "home.search"
            //: Inside the search box of the home page
            placeholder: qsTr("Search: licence, report, appointment…")
        }
        Notice {
            Layout.fillWidth: true
            //: What still works without a network, where reports are kept and sent later
            body: page.keeps ? qsTr("You can send a report: we keep it here and send it later. You can also read conditions and check a licence's code.") :
            //: What still works without a network
            qsTr("You can read conditions and check a licence's code. Other services come back by themselves.")
            kind: Notice.Kind.Warning
            objectName: "home.offline"
            //: The terminal has no connection
            title: qsTr("No connection at the moment")
            visible: page.offline
        }
        KioskText {
            Layout.fillWidth: true
            //: A search on the home page found nothing
            text: qsTr("Nothing matches. Try another word, or empty the box to see all services.")
            visible: page.wanted !== "" && page.found.length === 0
        }
        Repeater {
            model: page.wanted === "" ? [] : page.found
            ServiceRow {
                required property var modelData
                service: modelData
                onChosen: page.act("serviceChosen", modelData.id)
            }
        }
        Repeater {
            model: page.wanted === "" ? page.families : []
            ColumnLayout {
                id: family
                required property var modelData
                Layout.fillWidth: true
                spacing: Theme.space16
                visible: modelData.services.length > 0

                RowLayout {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.space16
                    spacing: Theme.space16
                    KioskText {
                        kind: KioskText.Kind.Heading
                        strong: true
                        text: page.familyName(family.modelData.id)
                    }
                    KioskText {
                        Layout.fillWidth: true
                        color: Theme.colours.textSecondary
                        kind: KioskText.Kind.Secondary
                        text: page.familyNote(family.modelData.id)
                    }
                }
                GridLayout {
                    Layout.fillWidth: true
                    columnSpacing: Theme.touchGap
                    columns: page.width > 1200 ? 3 : 2
                    rowSpacing: Theme.touchGap
                    Repeater {
                        model: family.modelData.services
                        ServiceTile {
                            required property var modelData
                            required property int index
                            Layout.fillHeight: true
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                            emphasised: index === 0 && family.modelData.id === "electronic"
                            iconName: modelData.icon
                            note: modelData.obstacle === "" ? modelData.summary : sentences.brief(modelData.obstacle)
                            objectName: "service." + modelData.id
                            title: modelData.name
                            onClicked: page.act("serviceChosen", modelData.id)
                            onPressedChanged: if (pressed)
                                page.soon("serviceChosen", modelData.id)
                        }
                    }
                }
            }
        }
        Item {
            implicitHeight: Theme.space24
        }
    }
    Sentences {
        id: sentences
    }
}
