import Kiosk.Controls

/* Something takes a moment: never a spinner without a word. */
ActingPage {
    id: page

    required property string what
    required property int index
    required property int count

    function word(): string {
        switch (what) {
        //: While the chip is read
        case "reading_card":
            return qsTr("Reading your card. Leave it where it is.");
        //: While the identity check is started
        case "starting_challenge":
            return qsTr("Asking for your confirmation");
        //: While the citizen is signed in
        case "signing_in":
            return qsTr("Signing you in");
        //: While a document is sent; %1 of %2
        case "uploading":
            return qsTr("Sending document %1 of %2").arg(Theme.ltr(String(index))).arg(Theme.ltr(String(count)));
        //: While the request is sent
        case "sending":
            return qsTr("Sending your request");
        //: The answer to a sent request has not come; the terminal asks what became of it
        case "asking":
            return qsTr("Your request was sent, but the answer is late. We are asking what became of it. Please don't leave yet.");
        //: While a request is written to the terminal's disk, because there is no network
        case "keeping":
            return qsTr("Keeping your request safe here");
        //: While it is written down which numbered sheet of paper bears the licence
        case "binding_sheet":
            return qsTr("Noting your paper's number");
        //: While a printed licence's code is checked
        case "checking_code":
            return qsTr("Checking the code");
        //: While an inquiry is answered
        default:
            return qsTr("Looking it up");
        }
    }

    busy: true
    busyText: word()
    //: Title of a page where one waits
    title: qsTr("One moment")
}
