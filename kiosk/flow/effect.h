// Effect: everything that a session may ask of the world; carried out by the runner, answered by events.
#pragma once

#include "kiosk/flow/event.h"
#include "kiosk/flow/look_up_limit.h"

#include <chrono>
#include <string>
#include <variant>
#include <vector>

namespace balady::flow {

struct StartTimer {
    Timer timer;
    std::chrono::milliseconds after;
};
struct StopTimer {
    Timer timer;
};

struct ReadCard {
    model::AccessKey key;
};
struct StartChallenge {
    model::IdentityNumber who;
    model::ChallengeKind kind;
    Claim claim = Claim::Fresh;
};
struct PollChallenge {
    std::string id;
};
struct AnswerChallenge {
    std::string id;
    SecretText code;
};
struct SignIn {
    std::string challengeId;
};

struct LoadOptions {
    std::string field;
    std::string source;
    std::string serviceId;
};
/// What is looked for in the preview, beside showing it.
/// Codes is one QR code; Sheet every code of a licence on numbered paper, until StopCamera.
enum class Seek { Nothing, Codes, Sheet, Page, Face, Zone };
struct WatchCamera {
    Seek seek = Seek::Nothing;
}; ///< preview on the screen until StopCamera
struct StopCamera {};
struct ShootPicture {
    model::PictureSubject subject = model::PictureSubject::Scene;
};

/// A document that the citizen showed to the camera and accepted: a thing, or pages of paper in their order; or sent from
/// their telephone.
struct Picture {
    std::string documentId;
    std::vector<std::shared_ptr<const model::Still>> stills;    ///< empty where it came by telephone
    std::optional<model::ReceivedFile> received = std::nullopt; ///< the platform has it already
};
/// An address for the citizen's telephone.
struct AskTicket {
    std::string serviceId;
    std::string documentId;
};
struct PollTicket {
    std::string id;
};
struct Upload {
    Picture picture;
};
struct Submit {
    model::Draft draft;
    std::string idempotencyKey;
}; ///< journalled before it is sent
/// Accepted at the terminal: on the disk, encrypted, to be sent when the platform is there.
struct Keep {
    model::Draft draft;
    std::vector<Picture> pictures;
    std::string idempotencyKey;
    int priority = 5;
};
struct Reconcile {
    std::string idempotencyKey;
};
struct Refresh {
    std::string number;
};
struct Inquire {
    std::string inquiryId;
    model::Answers answers;
};
struct FetchLicence {
    std::string number;
};
struct VerifyCode {
    std::string text;
};
struct PrintReceipt {
    model::Receipt receipt;
};
struct PrintLicencePaper {
    model::LicencePaper paper;
};
/// The numbered sheet bears this licence: on the disk, and at the platform if it answers.
struct BindSheet {
    std::string sheet;
    std::string licence;
};
/// Into the audit trail: nobody found out which sheet the licence is on.
struct NoteUnboundSheet {};
struct SendRating {
    std::string serviceId;
    std::string requestNumber;
    int stars = 0;
};

/// One short question to the card that was put in at rest: is it a technician's badge?
struct LookForBadge {};
struct ProveBadge {
    SecretText pin;
};
struct AskRoll {};
/// The technician has put a new roll in; answered as AskRoll is.
struct CountNewRoll {};
/// Goes on when the technician is gone: what the printer has begun cannot be taken back.
struct PrintTestReceipt {
    model::Receipt receipt;
};
/// Into the audit trail.
struct NoteMaintenance {
    enum class What { SignedIn, Refused, Left, NewRoll, TestPrinted };
    What what;
    std::string badge{}; ///< its mark
    std::string why{};   ///< of Refused: the name of the badge's state
};

/// Stops what the present page still waits for; its late answers are not delivered.
struct DropPending {};
/// The citizen is gone: every personal thing outside the state is destroyed too (token, QML engine, frames).
struct EndSession {};

using Effect =
    std::variant<StartTimer, StopTimer, ReadCard, StartChallenge, PollChallenge, AnswerChallenge, SignIn,
                 LoadOptions, WatchCamera, StopCamera, ShootPicture, AskTicket, PollTicket, Upload, Submit,
                 Keep, Reconcile, Refresh, Inquire, FetchLicence, VerifyCode, PrintReceipt, PrintLicencePaper,
                 BindSheet, NoteUnboundSheet, SendRating, LookForBadge, ProveBadge, AskRoll, CountNewRoll,
                 PrintTestReceipt, NoteMaintenance, DropPending, EndSession>;
using Effects = std::vector<Effect>;

} // namespace balady::flow
