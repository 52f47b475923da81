// The bodies of the backend's replies; the first byte of the input says to which question.
#include "kiosk/backend/codec_identity.h"
#include "kiosk/backend/codec_problem.h"
#include "kiosk/backend/codec_submission.h"
#include "kiosk/backend/codec_upload.h"
#include "tests/fuzz/target.h"

namespace {

using namespace balady;
using namespace balady::backend;

constexpr std::size_t kAttachment = 1000;

/// What the backend gave us goes back to it in a header or a path: it must not break that request.
void mustGoBack(std::string_view word) {
    HttpRequest request;
    request.target = WipedText("/v1/") + percentEncoded(word);
    request.headers.push_back({"Authorization", WipedText("Bearer ") + WipedText(word)});
    fuzz::mustHold(!word.empty() && toWire(request, "gateway.example").has_value(),
                   "a word can be sent back");
}

void readBody(unsigned question, std::string_view body) {
    switch (question) {
    case 0:
        if (const auto challenge = decodeChallenge(body)) {
            mustGoBack(challenge->id);
            fuzz::mustHold(challenge->attemptsLeft >= 0, "attempts are counted from nothing");
        }
        break;
    case 1:
        if (const auto citizen = decodeSession(body))
            mustGoBack(citizen->token.reveal());
        break;
    case 2:
        if (const auto submission = decodeSubmission(body)) {
            mustGoBack(submission->number);
            mustGoBack(submission->serviceId);
            fuzz::mustHold(!submission->unit.empty(), "somebody has the request");
            fuzz::mustHold(!submission->promisedBy || submission->promisedBy->ok(), "a promise is a day");
        }
        break;
    case 3:
        if (const auto findings = decodeFindings(body))
            for (const auto& finding : *findings)
                if (finding.requestNumber)
                    mustGoBack(*finding.requestNumber);
        break;
    case 4:
        if (const auto licence = decodeLicence(body))
            mustGoBack(licence->jws);
        break;
    case 5: (void)checkKeySet(body); break;
    case 6:
        if (const auto options = decodeOptions(body))
            for (const auto& option : *options)
                fuzz::mustHold(!option.code.empty(), "an option has a code");
        break;
    case 9:
        if (const auto ticket = decodeTicket(body)) {
            mustGoBack(ticket->id);
            const bool received = ticket->state == model::TicketState::Received;
            fuzz::mustHold(ticket->received.has_value() == received, "what came is told when it has come");
            if (received)
                mustGoBack(ticket->received->attachmentId);
            if (model::isTicketAddress(ticket->address, "https://phone.example"))
                fuzz::mustHold(ticket->address.starts_with("https://phone.example/"),
                               "no other place is shown");
        }
        break;
    default:
        if (const auto progress = decodeUpload(body, kAttachment)) {
            mustGoBack(progress->id);
            fuzz::mustHold(progress->offset <= kAttachment, "nobody holds more than was sent");
        }
    }
}

/// A byte of the status, a portion for Retry-After, and the body.
void readProblem(fuzz::Portions input) {
    HttpResponse response;
    response.status = 400 + input.byte();
    response.headers = {{"Content-Type", "application/problem+json"},
                        {"Retry-After", WipedText(asText(input.portion()))}};
    response.body = asText(input.rest());
    if (const auto refusal = decodeProblem(response)) {
        fuzz::mustHold(!refusal->type.empty(), "a refusal says what it is");
        fuzz::mustHold(refusal->retryAfterSeconds >= 0 && refusal->retryAfterSeconds <= 86'400,
                       "nobody waits longer than a day");
        fuzz::mustHold(refusal->attemptsLeft >= -1, "attempts are counted from nothing");
    }
}

void run(ByteView input) {
    constexpr unsigned kQuestions = 10;
    constexpr unsigned kProblem = 8;
    fuzz::Portions portions(input);
    const auto question = portions.byte() % kQuestions;
    if (question == kProblem)
        readProblem(portions);
    else
        readBody(question, asText(portions.rest()));
}

const fuzz::Registration kTarget("contract_replies", run);

} // namespace
