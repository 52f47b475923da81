// Event: everything that can happen to a session: what the citizen does, what devices and the backend answer, what timers say.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/base/secret.h"
#include "kiosk/model/badge.h"
#include "kiosk/model/card.h"
#include "kiosk/model/citizen.h"
#include "kiosk/model/mrz.h"
#include "kiosk/model/paper.h"
#include "kiosk/model/picture.h"
#include "kiosk/model/refusal.h"
#include "kiosk/model/request.h"
#include "kiosk/model/roll_left.h"
#include "kiosk/model/stock.h"
#include "kiosk/model/upload_ticket.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace balady::flow {

/// What a backend call brought: a fault, a refusal for the citizen, or a value.
template <class T>
using Reply = Result<model::Answer<T>>;

/// Names of the session's timers; one of each runs at most.
enum class Timer { Idle, IdleGrace, Step, Poll, Retry, Farewell };

// --- what the citizen does ---------------------------------------------------------------------------------
struct Touched {}; ///< anything at all: the person is there
struct LanguageChosen {
    model::Language language;
};
struct OpenLanguages {};
struct ServiceChosen {
    std::string serviceId;
};
struct Next {}; ///< the page's primary action
struct Back {};
struct Leave {}; ///< "cancel": asks first when something would be lost
struct LeaveConfirmed {};
struct Stay {};           ///< "I am still here" or "go on"
struct AnotherService {}; ///< home again, signed in as before
struct TryAgain {};
struct Skip {}; ///< go on without the optional thing
struct UseCard {};
struct TypeDetails {}; ///< what is printed on the card, instead of showing it to the camera
struct TypeNumber {};
struct SendSms {}; ///< a code by message instead of the app
struct Typed {
    std::string field;
    std::string text;
};
struct CodeTyped {
    SecretText code;
};
struct TakePicture {};
struct UsePhone {}; ///< send the document from the telephone instead
struct Retake {};
struct AnotherPage {}; ///< the picture is good, and the document has one more
struct EditPage {
    std::size_t page;
};
struct FindingChosen {
    std::size_t index;
};
struct PrintLicence {};
struct PrintSlip {};
struct CheckLicence {}; ///< show the licence that came out to the camera
struct Stars {
    int count;
};
struct StartGate {}; ///< begin the missing step
struct Complain {};  ///< about the request on show, which is late
struct NewRoll {};   ///< the technician: "a new roll is in"
struct PrintTest {}; ///< the technician: "print a test receipt"

// --- what devices and the backend answer ---------------------------------------------------------------------
struct CardChanged {
    model::CardPresence presence;
};
struct CardRead {
    Result<model::ChipContents> result;
};
struct ChallengeChanged {
    Reply<model::Challenge> reply;
};
struct SignedIn {
    Reply<model::Citizen> reply;
};
struct OptionsLoaded {
    std::string field;
    Reply<std::vector<model::Option>> reply;
};
/// A page lies still under the camera, or somebody looks into it, and a picture of that would be good.
struct PageHeldStill {};
struct PictureTaken {
    Result<std::shared_ptr<const model::Still>> result;
};
struct TicketGiven {
    Reply<model::UploadTicket> reply;
    model::CodeSquare code{}; ///< of its address, which was checked; size 0 if it cannot be drawn
};
struct TicketTold {
    Reply<model::UploadTicket> reply;
};
struct Uploaded {
    Reply<std::string> reply;
};
struct Submitted {
    Reply<model::Submission> reply;
};
struct Kept {
    Result<std::string> reference; ///< the terminal's own, with check digits
};
struct Reconciled {
    Reply<model::Submission> reply;
};
struct Refreshed {
    Reply<model::Submission> reply;
};
struct Found {
    Reply<std::vector<model::Finding>> reply;
};
struct CodeSeen {
    std::string text;
};
/// A card's machine readable zone, every check digit of which holds.
struct ZoneSeen {
    model::Mrz zone;
};
struct CodeVerified {
    Result<model::Licence> result;
};
struct LicenceFetched {
    Reply<model::LicencePaper> reply;
};
struct ReceiptOut {
    Result<model::PaperResult> result;
    model::CodeSquare forPhone{}; ///< what the receipt says, where it did not come out for sure
};
struct LicenceOut {
    Result<model::PaperResult> result;
};
struct SheetBound {
    Result<model::SheetFate> result;
};
struct RatingSent {
    Reply<Done> reply;
};

struct BadgeSeen {
    Result<model::Badge> result;
};
struct BadgeProven {
    Result<model::Badge> result;
};
struct RollTold {
    Result<std::optional<model::RollLeft>> result; ///< nothing: metres are not foretold at this terminal
};
struct TestOut {
    Result<model::PaperResult> result;
};

// --- time and the terminal -------------------------------------------------------------------------------------
struct TimerFired {
    Timer timer;
};
struct ConditionsChanged {};

using Event =
    std::variant<Touched, LanguageChosen, OpenLanguages, ServiceChosen, Next, Back, Leave, LeaveConfirmed,
                 Stay, AnotherService, TryAgain, Skip, UseCard, TypeDetails, TypeNumber, SendSms, Typed,
                 CodeTyped, TakePicture, UsePhone, Retake, AnotherPage, EditPage, FindingChosen, PrintLicence,
                 PrintSlip, CheckLicence, Stars, StartGate, Complain, NewRoll, PrintTest, CardChanged,
                 CardRead, ChallengeChanged, SignedIn, OptionsLoaded, PageHeldStill, PictureTaken,
                 TicketGiven, TicketTold, Uploaded, Submitted, Kept, Reconciled, Refreshed, Found, CodeSeen,
                 ZoneSeen, CodeVerified, LicenceFetched, ReceiptOut, LicenceOut, SheetBound, RatingSent,
                 BadgeSeen, BadgeProven, RollTold, TestOut, TimerFired, ConditionsChanged>;

} // namespace balady::flow
