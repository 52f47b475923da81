import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

/* Is the scanned licence genuine? */
ActingPage {
    id: page

    required property bool genuine
    required property bool expired
    required property string problem
    required property var rows

    backVisible: false
    primaryIcon: "check"
    //: Button: finished
    primaryText: qsTr("Done")
    tall: true
    //: Verdict on a licence
    title: genuine ? (expired ? qsTr("Genuine, but expired") :
        //: Verdict on a licence
        qsTr("Genuine and valid")) : sentences.sentence(problem).title
    onPrimary: act("next", undefined)

    ScrollColumn {
        anchors.fill: parent
        spacing: Theme.space32
        Notice {
            Layout.fillWidth: true
            //: What a genuine licence means
            body: page.genuine ? (page.expired ? qsTr("The municipality issued this licence, and its time is over.") :
                //: What a genuine licence means
                qsTr("The municipality issued this licence. Compare what stands here with the paper.")) : sentences.sentence(page.problem).body
            kind: !page.genuine ? Notice.Kind.Error : page.expired ? Notice.Kind.Warning : Notice.Kind.Success
            objectName: "verdict.notice"
        }
        Card {
            Layout.fillWidth: true
            visible: page.rows.length > 0
            KeyValueList {
                Layout.fillWidth: true
                objectName: "verdict.rows"
                rows: page.rows
            }
        }
        KioskButton {
            Layout.fillWidth: true
            iconName: "qr"
            kind: KioskButton.Kind.Secondary
            objectName: "verdict.again"
            //: Button: check another licence
            text: qsTr("Check another one")
            onClicked: page.act("tryAgain", undefined)
        }
    }
    Sentences {
        id: sentences
    }
}
