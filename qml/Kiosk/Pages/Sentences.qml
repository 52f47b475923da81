import QtQml

/*
 * Every sentence for every problem, in one place: what happened, what is safe, what to do. Keys are the problem codes of
 * kiosk/flow and kiosk/model. `drawing` is a scene of Drawing, or empty.
 */
QtObject {
    /** What to do with the page under the camera, in one sentence; "" for no hint. */
    function hint(code: string): string {
        switch (code) {
        //: Under the camera's picture, while the page is not there
        case "no_page":
            return qsTr("Put the page under the camera, with all its edges in the picture.");
        //: Under the camera's picture
        case "cut_off":
            return qsTr("Show all four corners, and take your hand off the page.");
        //: Under the camera's picture
        case "too_dark":
            return qsTr("It is too dark: move the page out of the shadow.");
        //: Under the camera's picture
        case "glare":
            return qsTr("The light shines back: tilt the page or move it a little.");
        //: Under the camera's picture
        case "blurred":
            return qsTr("We don't see it sharply yet: lay the page flat.");
        //: Under the camera's picture
        case "hold_still":
            return qsTr("Good. Hold it still.");
        //: Under the camera's picture, while the ring fills
        case "taking":
            return qsTr("Hold it still: the picture is taken now.");
        //: Under the camera's picture; the name is that of the button
        case "taken":
            return qsTr("This page was photographed. Lay the next one there, or touch “Take the picture”.");
        default:
            return "";
        }
    }
    /** What to do with a card or a licence that a hand holds before the camera, in one sentence; "" for no hint. */
    function handHint(code: string): string {
        switch (code) {
        //: Under the camera's picture, while a card or a paper is held before it
        case "too_dark":
            return qsTr("It is too dark: move it out of the shadow.");
        //: Under the camera's picture, while a card or a paper is held before it
        case "glare":
            return qsTr("The light shines back: tilt it a little.");
        //: Under the camera's picture, while a card or a paper is held before it
        case "blurred":
            return qsTr("We don't see it sharply yet: move it a little away, and hold it still.");
        default:
            return "";
        }
    }
    /** What to do before the camera that takes a portrait, in one sentence; "" for no hint. */
    function portraitHint(code: string): string {
        switch (code) {
        //: Under the camera's picture of a person
        case "no_face":
            return qsTr("Look straight into the camera, with your face in the oval.");
        //: Under the camera's picture of a person
        case "several_faces":
            return qsTr("One person only, please: ask the others to step aside.");
        //: Under the camera's picture of a person
        case "too_far":
            return qsTr("Come a little closer.");
        //: Under the camera's picture of a person
        case "too_near":
            return qsTr("Move back a little.");
        //: Under the camera's picture of a person
        case "off_centre":
            return qsTr("Move to the middle, until your face is in the oval.");
        //: Under the camera's picture of a person
        case "tilted":
            return qsTr("Hold your head straight.");
        //: Under the camera's picture of a person
        case "eyes_shut":
            return qsTr("Open your eyes and look straight into the camera.");
        //: Under the camera's picture of a person
        case "uneven_light":
            return qsTr("Half of your face is in shadow: turn towards the light.");
        //: Under the camera's picture of a person
        case "too_dark":
            return qsTr("It is too dark: turn your face towards the light.");
        //: Under the camera's picture of a person
        case "glare":
            return qsTr("The light is too strong: turn away from it a little.");
        //: Under the camera's picture of a person
        case "blurred":
            return qsTr("We don't see you sharply yet: hold still.");
        //: Under the camera's picture of a person
        case "hold_still":
            return qsTr("Good. Hold still.");
        //: Under the camera's picture of a person, while the ring fills
        case "taking":
            return qsTr("Hold still: the picture is taken now.");
        default:
            return "";
        }
    }
    /** As sentence(), of a portrait that was taken. */
    function portrait(code: string): var {
        //: What to do about a portrait that lacks something
        const again = qsTr("Take it again, or have it taken at the counter.");
        //: What to do about a portrait that lacks something, but can be used
        const doubted = qsTr("Take it again; or use it if you find it good.");
        switch (code) {
        //: A problem of a portrait: what happened
        case "no_face":
            return make(qsTr("We see no face in the picture"), again, "");
        //: A problem of a portrait: what happened
        case "several_faces":
            return make(qsTr("There is more than one person in the picture"), again, "");
        //: A problem of a portrait: what happened
        case "too_far":
            return make(qsTr("You were too far away"), again, "");
        //: A problem of a portrait: what happened
        case "too_near":
            return make(qsTr("You were too close"), again, "");
        //: A problem of a portrait: what happened
        case "off_centre":
            return make(qsTr("Your face was not in the middle"), again, "");
        //: A problem of a portrait: what happened
        case "too_dark":
            return make(qsTr("The picture is too dark"), again, "");
        //: A problem of a portrait: what happened
        case "glare":
            return make(qsTr("The light on your face is too strong"), doubted, "");
        //: A problem of a portrait: what happened
        case "tilted":
            return make(qsTr("You held your head to one side"), doubted, "");
        //: A problem of a portrait: what happened
        case "eyes_shut":
            return make(qsTr("We don't see both eyes open"), doubted, "");
        //: A problem of a portrait: what happened
        case "uneven_light":
            return make(qsTr("Half of your face is in shadow"), doubted, "");
        //: A problem of a portrait: what happened
        case "blurred":
            return make(qsTr("The picture is not sharp"), doubted, "");
        default:
            return sentence(code);
        }
    }
    /** The short line beside a field; "" for no problem. */
    function brief(code: string): string {
        switch (code) {
        case "":
            return "";
        //: Beside a field
        case "empty":
            return qsTr("Please answer this");
        //: Beside a field
        case "foreign_character":
            return qsTr("Only the letters and digits that belong here, please");
        //: Beside a field
        case "too_short":
            return qsTr("Something is missing: it is too short");
        //: Beside a field
        case "too_long":
            return qsTr("It is too long");
        //: Beside a field
        case "wrong_first_digit":
            return qsTr("The first digit does not fit; please look at it again");
        //: Beside a field
        case "wrong_check_digit":
            return qsTr("One digit does not fit; please compare it with your card");
        //: Beside a field
        case "too_small":
            return qsTr("The number is too small");
        //: Beside a field
        case "too_big":
            return qsTr("The number is too big");
        //: Beside a field
        case "not_a_date":
            return qsTr("Please choose a day");
        //: Beside a field
        case "not_an_option":
            return qsTr("Please choose one of these");
        //: Beside a field
        case "refused_answer":
            return qsTr("Please look at this again");
        //: Beside a field
        case "card_details_wrong":
            return qsTr("These three don't open the card; please compare them with it");
        //: Beside a field
        case "identity_unknown":
            return qsTr("We don't know this number; please compare it with your card");
        default:
            return sentence(code).title;
        }
    }

    function make(title: string, body: string, drawing: string): var {
        return {
            "title": title,
            "body": body,
            "drawing": drawing
        };
    }

    function sentence(code: string): var {
        switch (code) {
        case "":
            return make("", "", "");
        // --- the card and who you are
        case "card_removed":
            return make(
                //: A problem: what happened
                qsTr("The card came out too early"),
                //: A problem: what is safe, and what to do
                qsTr("Nothing happened to it. Put it back and leave it until we tell you, or type your number."), "put-card");
        case "card_not_supported":
            return make(
                //: A problem: what happened
                qsTr("This card has no chip that we can read"),
                //: A problem: what is safe, and what to do
                qsTr("Use your national ID, residence card or passport card, or type your number."), "put-card");
        case "reader_gone":
            return make(
                //: A problem: what happened
                qsTr("The card reader is resting"),
                //: A problem: what is safe, and what to do
                qsTr("You don't need it: type your number instead."), "");
        case "card_unreadable":
            return make(
                //: A problem: what happened
                qsTr("The chip does not answer"),
                //: A problem: what is safe, and what to do
                qsTr("Wipe it with a cloth and try once more, or type your number."), "put-card");
        case "card_tampered":
            return make(
                //: A problem: what happened
                qsTr("We cannot accept this chip"),
                //: A problem: what is safe, and what to do
                qsTr("It is not as its issuer sealed it. Type your number, and have the card checked where you got it."), "");
        case "card_expired":
            return make(
                //: A problem: what happened
                qsTr("This card has expired"),
                //: A problem: what is safe, and what to do
                qsTr("Use your new card, or type your number; your number stays the same."), "");
        case "card_without_number":
            return make(
                //: A problem: what happened
                qsTr("This card does not carry your ID number"),
                //: A problem: what is safe, and what to do
                qsTr("It was read well. Type your number to go on."), "");
        case "identity_unknown":
            return make(
                //: A problem: what happened
                qsTr("We don't know this number"),
                //: A problem: what is safe, and what to do
                qsTr("Compare it with your card and type it again."), "");
        case "too_many_tries":
            return make(
                //: A problem: what happened
                qsTr("Too many tries for now"),
                //: A problem: what is safe, and what to do
                qsTr("Wait a few minutes and come back; your things are safe."), "");
        case "look_ups_used":
            return make(
                //: A problem: what happened
                qsTr("This terminal takes a short break from ID numbers"),
                //: A problem: what is safe, and what to do
                qsTr("Many numbers were entered here that nobody confirmed. Try again in two minutes; services that need no sign-in work now."), "");
        case "refused":
            return make(
                //: A problem: what happened
                qsTr("This is not possible at the moment"),
                //: A problem: what is safe, and what to do
                qsTr("The municipality did not accept it. Ask at the counter or at 940."), "");
        case "code_tries_used":
            return make(
                //: A problem: what happened
                qsTr("That was the third try"),
                //: A problem: what is safe, and what to do
                qsTr("This code is over. Ask for a new one, or confirm in the app."), "phone");
        case "wrong_code":
            return make(
                //: A problem: what happened
                qsTr("This is not the code"),
                //: A problem: what is safe, and what to do
                qsTr("Look at the message and type it again."), "phone");
        case "challenge_refused":
            return make(
                //: A problem: what happened
                qsTr("It was declined on the phone"),
                //: A problem: what is safe, and what to do
                qsTr("If that was you by mistake, try again. If it was not you, leave; nothing was done."), "phone");
        case "challenge_expired":
            return make(
                //: A problem: what happened
                qsTr("The time to confirm is over"),
                //: A problem: what is safe, and what to do
                qsTr("Take your phone in your hand and try again."), "phone");
        case "sign_in_ended":
            return make(
                //: A problem: what happened
                qsTr("Your sign-in has ended"),
                //: A problem: what is safe, and what to do
                qsTr("For your safety it lasts only a short time. Begin again; it is quick."), "");
        // --- a technician's badge
        case "badge_unknown":
            return make(
                //: A problem: what happened
                qsTr("This badge is not known here"),
                //: A problem: what is safe, and what to do
                qsTr("Take it out. If you came for a service, go on to the services."), "");
        case "badge_expired":
            return make(
                //: A problem: what happened
                qsTr("This badge has run out"),
                //: A problem: what is safe, and what to do
                qsTr("Take it out and ask whoever gave it to you for a new one."), "");
        case "badge_withdrawn":
            return make(
                //: A problem: what happened
                qsTr("This badge was withdrawn"),
                //: A problem: what is safe, and what to do
                qsTr("It opens no terminal any more. Give it back to whoever gave it to you."), "");
        case "badge_list_old":
            return make(
                //: A problem: what happened
                qsTr("No badge is let in now"),
                //: A problem: what is safe, and what to do
                qsTr("The terminal's list of withdrawn badges is old. Ask whoever sends its settings for a new one; services go on."), "");
        case "badge_blocked":
            return make(
                //: A problem: what happened
                qsTr("This badge is blocked"),
                //: A problem: what is safe, and what to do
                qsTr("Its PIN was typed wrongly too often. Only whoever gave it to you can open it again."), "");
        case "badge_forged":
            return make(
                //: A problem: what happened
                qsTr("This badge could not prove itself"),
                //: A problem: what is safe, and what to do
                qsTr("Its key does not fit its certificate. Give it back to whoever gave it to you."), "");
        case "badge_by_air":
            return make(
                //: A problem: what happened
                qsTr("This badge takes no PIN in this reader"),
                //: A problem: what is safe, and what to do
                qsTr("It works only where its contacts are touched. Ask for one that also works by air."), "");
        case "badge_silent":
            return make(
                //: A problem: what happened
                qsTr("The badge does not answer"),
                //: A problem: what is safe, and what to do
                qsTr("Leave it where it is and try again, or take it out and put it back."), "");
        // --- the network and the platform
        case "network_gone":
            return make(
                //: A problem: what happened
                qsTr("The connection is gone"),
                //: A problem: what is safe, and what to do
                qsTr("Nothing is lost. Wait a moment and try again."), "no-network");
        case "backend_busy":
            return make(
                //: A problem: what happened
                qsTr("The platform does not answer properly"),
                //: A problem: what is safe, and what to do
                qsTr("Nothing is lost. Wait a moment and try again."), "no-network");
        case "not_sent":
            return make(
                //: A problem: what happened
                qsTr("Your request has not been sent"),
                //: A problem: what is safe, and what to do
                qsTr("The connection is gone, and nothing reached the municipality. What you typed is still here; try again."), "no-network");
        case "not_kept":
            return make(
                //: A problem: what happened
                qsTr("We cannot keep it here now"),
                //: A problem: what is safe, and what to do
                qsTr("The connection is gone, and this terminal has no room to keep your request. Nothing was sent. Try again in a while, or at another terminal."), "no-network");
        case "not_found":
            return make(
                //: A problem: what happened
                qsTr("We found nothing under this number"),
                //: A problem: what is safe, and what to do
                qsTr("Compare it with your receipt and try again."), "");
        case "gate_not_met":
            return make(
                //: A problem: what happened
                qsTr("One step comes first"),
                //: A problem: what is safe, and what to do
                qsTr("This service needs another one before it. You can begin it here and now."), "");
        // --- the camera
        case "camera_gone":
            return make(
                //: A problem: what happened
                qsTr("The camera is resting"),
                //: A problem: what is safe, and what to do
                qsTr("Services that need pictures come back by themselves. Choose another one, or ask at the counter."), "");
        case "camera_gone_phone":
            return make(
                //: A problem: what happened
                qsTr("The camera is resting"),
                //: A problem: what is safe, and what to do
                qsTr("You can send this document from your own phone. Your answers are safe."), "");
        case "ticket_expired":
            return make(
                //: A problem: what happened
                qsTr("The code for your phone has expired"),
                //: A problem: what is safe, and what to do
                qsTr("Nothing is lost. Get a new code and send the document with that."), "");
        case "file_refused":
            return make(
                //: A problem: what happened
                qsTr("The municipality cannot use this picture"),
                //: A problem: what is safe, and what to do
                qsTr("Take it again, with the whole page in the frame."), "under-camera");
        case "too_dark":
            return make(
                //: A problem: what happened
                qsTr("The picture is too dark"),
                //: A problem: what is safe, and what to do
                qsTr("Move the paper out of the shadow and take it again."), "under-camera");
        case "too_bright":
            return make(
                //: A problem: what happened
                qsTr("The picture is too bright"),
                //: A problem: what is safe, and what to do
                qsTr("Tilt the paper a little so that the light does not shine back, and take it again."), "under-camera");
        case "blurred":
            return make(
                //: A problem: what happened
                qsTr("The picture is a little blurred"),
                //: A problem: what is safe, and what to do
                qsTr("Take it again, held still; or use it if you can read everything."), "hold-still");
        case "empty_picture":
            return make(
                //: A problem: what happened
                qsTr("There is nothing in the picture"),
                //: A problem: what is safe, and what to do
                qsTr("Put the paper under the camera and take it again."), "under-camera");
        case "cut_off":
            return make(
                //: A problem: what happened
                qsTr("A corner is cut off"),
                //: A problem: what is safe, and what to do
                qsTr("Take it again with all four corners in the picture; or use it if nothing is missing."), "under-camera");
        case "glare":
            return make(
                //: A problem: what happened
                qsTr("The light shines back from the page"),
                //: A problem: what is safe, and what to do
                qsTr("Tilt it a little and take it again; or use it if you can read everything."), "under-camera");
        // --- the papers
        case "receipt_paper_out":
            return make(
                //: A problem: what happened
                qsTr("The receipt printer has no paper"),
                //: A problem: what is safe, and what to do
                qsTr("Go on without the receipt: everything on it stands under “My requests”."), "");
        case "receipt_paper_jammed":
            return make(
                //: A problem: what happened
                qsTr("The receipt is stuck"),
                //: A problem: what is safe, and what to do
                qsTr("Don't pull hard. Go on without it: everything on it stands under “My requests”."), "paper-jam");
        case "receipt_cover_open":
            return make(
                //: A problem: what happened
                qsTr("The receipt printer's cover is open"),
                //: A problem: what is safe, and what to do
                qsTr("Someone is looking after it. Try again in a moment, or go on without the receipt."), "");
        case "receipt_printer_gone":
            return make(
                //: A problem: what happened
                qsTr("The receipt printer is resting"),
                //: A problem: what is safe, and what to do
                qsTr("Go on without the receipt: everything on it stands under “My requests”."), "");
        case "receipt_unsure":
            return make(
                //: A problem: what happened
                qsTr("We can't tell whether your receipt came out"),
                //: A problem: what is safe, and what to do
                qsTr("If you have it, go on. If you print it again, the new one says “copy”."), "take-paper");
        case "licence_paper_out":
            return make(
                //: A problem: what happened
                qsTr("The licence printer has no paper"),
                //: A problem: what is safe, and what to do
                qsTr("Your licence is issued and safe. Print it later here or at any terminal, under “My requests”."), "");
        case "licence_paper_jammed":
            return make(
                //: A problem: what happened
                qsTr("The licence is stuck in the printer"),
                //: A problem: what is safe, and what to do
                qsTr("Your licence is issued and safe. Don't pull hard. Print it later here or at any terminal, under “My requests”."), "paper-jam");
        case "licence_cover_open":
            return make(
                //: A problem: what happened
                qsTr("The licence printer is open"),
                //: A problem: what is safe, and what to do
                qsTr("Someone is looking after it. Your licence is safe; try again in a moment."), "");
        case "licence_printer_gone":
            return make(
                //: A problem: what happened
                qsTr("The licence printer is resting"),
                //: A problem: what is safe, and what to do
                qsTr("Your licence is issued and safe. Print it later here or at any terminal, under “My requests”."), "");
        case "licence_unsure":
            return make(
                //: A problem: what happened
                qsTr("We can't tell whether your licence came out"),
                //: A problem: what is safe, and what to do
                qsTr("If you have it, go on. If you print it again, the new one says “copy”."), "take-paper");
        case "licence_not_ready":
            return make(
                //: A problem: what happened
                qsTr("The licence can't be printed yet"),
                //: A problem: what is safe, and what to do
                qsTr("It is issued and safe. Print it later here or at any terminal, under “My requests”."), "");
        // --- the verifier
        case "code_not_ours":
            return make(
                //: A problem: what happened
                qsTr("This is not a code of a municipal licence"),
                //: A problem: what is safe, and what to do
                qsTr("Look for the square code on the licence and hold it under the camera."), "");
        case "another_licence":
            return make(
                //: A problem: what happened
                qsTr("This is another licence"),
                //: A problem: what is safe, and what to do
                qsTr("Hold the one that came out just now under the camera."), "");
        case "licence_misprinted":
            return make(
                //: A problem: what happened
                qsTr("This code does not check out"),
                //: A problem: what is safe, and what to do
                qsTr("Your licence is safe with the municipality. Take this paper to the counter: they print it anew."), "");
        case "sheet_refused":
            return make(
                //: A problem: what happened
                qsTr("This paper's number belongs to another licence"),
                //: A problem: what is safe, and what to do
                qsTr("Your licence is valid and safe. Take this paper to the counter: they print it on another sheet."), "");
        case "sheet_not_noted":
            return make(
                //: A problem: what happened
                qsTr("The paper's number could not be noted"),
                //: A problem: what is safe, and what to do
                qsTr("Your licence is valid all the same. Try once more, or go back and take your papers."), "");
        case "licence_tampered":
            return make(
                //: A problem: what happened
                qsTr("Don't trust this paper"),
                //: A problem: what is safe, and what to do
                qsTr("Its code was changed: the municipality did not issue it like this. You can report it at 940."), "");
        case "licence_key_unknown":
            return make(
                //: A problem: what happened
                qsTr("We can't check this one here"),
                //: A problem: what is safe, and what to do
                qsTr("It is signed in a way that this terminal does not know yet. Try later, or ask at the counter."), "");
        default:
            return make(
                //: A problem: what happened
                qsTr("Something unexpected happened"),
                //: A problem: what is safe, and what to do
                qsTr("Nothing is lost. Try again, or choose another service."), "");
        }
    }
}
