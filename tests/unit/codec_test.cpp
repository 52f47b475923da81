#include "kiosk/backend/client.h"
#include "kiosk/backend/codec_identity.h"
#include "kiosk/backend/codec_problem.h"
#include "kiosk/backend/codec_submission.h"
#include "kiosk/backend/codec_upload.h"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <functional>

using namespace balady;
using namespace balady::backend;
namespace json = boost::json;

namespace {

// The examples of the contract.
constexpr const char* kApp = R"({"id":"0b6f9a52-6c0e-4a0e-9a35-3a54cf3f4a10","kind":"app","state":"pending",
    "number":"47","expiresAt":"2026-11-21T09:02:00Z"})";
constexpr const char* kSms = R"({"id":"0b6f9a52-6c0e-4a0e-9a35-3a54cf3f4a10","kind":"sms","state":"approved",
    "maskedMobile":"05••••1234","attemptsLeft":3,"expiresAt":"2026-11-21T09:05:00.250Z"})";
constexpr const char* kSession =
    R"({"token":"kQ3cZ0y8m1Vd5p7R2s9tXw","name":{"ar":"نورة عبدالله","en":"Noura Abdullah"},
    "maskedIdentity":"1•••••0008","maskedMobile":"05••••1234","expiresAt":"2026-11-21T09:17:00Z"})";
constexpr const char* kSubmission =
    R"({"number":"RQ-26-000124","serviceId":"issue-commercial-license","state":"issued",
    "submittedAt":"2026-11-21T09:03:21Z","promisedBy":"2026-11-26",
    "bill":{"biller":"164","number":"4002600000124","amountHalalas":50000,"paid":true},
    "licenceNumber":"LC-4500000123","unit":{"ar":"بلدية غرب الدمام","en":"West Dammam Municipality"},
    "statusNote":{"ar":"صدرت"},"late":false})";
constexpr const char* kFindings =
    R"({"findings":[{"title":{"ar":"إصدار رخصة","en":"Issue a licence"},"facts":[
    {"label":{"ar":"الحالة"},"kind":"state","value":"under-review"},
    {"label":{"ar":"الموعد"},"kind":"date","value":"2026-11-26"},
    {"label":{"ar":"الرسم"},"kind":"money","value":"50000","localized":{"ar":"تحدده البلدية"}}],
    "requestNumber":"RQ-26-000124","printable":false}]})";
constexpr const char* kOptions =
    R"([{"code":"7000000012","label":{"ar":"بقالة الواحة"},"note":{"ar":"الدمام"},"group":{"ar":"الأحد"}}])";
constexpr const char* kLicence = R"({"number":"LC-4500000123","jws":"eyJh.eyJp._aB-"})";
constexpr const char* kKeys = R"({"keys":[{"kty":"OKP","crv":"Ed25519","x":"Tm","kid":"sandbox-1"}]})";
constexpr const char* kTicket =
    R"({"id":"t-1","state":"received","expiresAt":"2026-11-21T09:13:21Z","address":"https://phone.example/d/7K3M-9QXA",)"
    R"("received":{"attachmentId":"a-1","mediaType":"application/pdf","size":184203,"pages":3,"mark":"0471"}})";
constexpr const char* kUpload =
    R"({"id":"5f1c2c11-8a50-4dc4-9c0c-0d7a3d1f5a90","offset":10,"complete":false})";

/// A document of the contract, the members that it must have, and what reads it.
struct Shape {
    const char* document;
    std::vector<const char*> required;
    std::vector<const char*> optional;
    std::function<Result<Done>(std::string_view)> read;
};

template <class Decode>
auto reader(Decode decode) {
    return [decode](std::string_view body) -> Result<Done> {
        const auto outcome = decode(body);
        if (!outcome)
            return outcome.error();
        return Done{};
    };
}

const std::vector<Shape>& shapes() {
    static const std::vector<Shape> kShapes{
        {kApp, {"/id", "/kind", "/state", "/number", "/expiresAt"}, {}, reader(decodeChallenge)},
        {kSms,
         {"/id", "/kind", "/state", "/maskedMobile", "/attemptsLeft", "/expiresAt"},
         {},
         reader(decodeChallenge)},
        {kSession,
         {"/token", "/name", "/name/ar", "/maskedIdentity", "/maskedMobile", "/expiresAt"},
         {"/name/en"},
         reader(decodeSession)},
        {kSubmission,
         {"/number", "/serviceId", "/state", "/submittedAt", "/unit", "/unit/ar", "/late", "/bill/biller",
          "/bill/number", "/bill/amountHalalas", "/bill/paid", "/statusNote/ar"},
         {"/promisedBy", "/bill", "/licenceNumber", "/unit/en", "/statusNote"},
         reader(decodeSubmission)},
        {kFindings,
         {"/findings", "/findings/0/title", "/findings/0/title/ar", "/findings/0/facts",
          "/findings/0/facts/0/label", "/findings/0/facts/0/kind", "/findings/0/facts/1/value",
          "/findings/0/printable"},
         {"/findings/0/requestNumber", "/findings/0/facts/2/localized"},
         reader(decodeFindings)},
        {kOptions, {"/0/code", "/0/label", "/0/label/ar"}, {"/0/note", "/0/group"}, reader(decodeOptions)},
        {kLicence, {"/number", "/jws"}, {}, reader(decodeLicence)},
        {kKeys, {"/keys", "/keys/0/kid"}, {}, reader([](std::string_view body) {
             return checkKeySet(body);
         })},
        {kUpload, {"/id", "/offset", "/complete"}, {}, reader([](std::string_view body) {
             return decodeUpload(body, 100);
         })},
        {kTicket,
         {"/id", "/state", "/expiresAt", "/received", "/received/attachmentId", "/received/mediaType",
          "/received/size", "/received/pages", "/received/mark"},
         {},
         reader(decodeTicket)},
    };
    return kShapes;
}

std::string without(const char* document, std::string_view pointer) {
    auto value = json::parse(document);
    const auto slash = pointer.rfind('/');
    value.at_pointer({pointer.data(), slash})
        .as_object()
        .erase({pointer.data() + slash + 1, pointer.size() - slash - 1});
    return json::serialize(value);
}

std::string with(const char* document, std::string_view pointer, json::value replacement) {
    auto value = json::parse(document);
    value.at_pointer({pointer.data(), pointer.size()}) = std::move(replacement);
    return json::serialize(value);
}

bool refused(const Result<Done>& outcome, std::string_view pointer) {
    if (outcome || outcome.error().code != FaultCode::Malformed)
        return false;
    const auto& context = outcome.error().context;
    CHECK_MESSAGE(context.find(pointer) != std::string::npos, context);
    for (const char* personal : {"Noura", "نورة", "kQ3c", "1234", "RQ-26", "7000000012"})
        CHECK_MESSAGE(context.find(personal) == std::string::npos, "the fault quotes a value: " << context);
    return true;
}

HttpResponse problem(unsigned status, std::string_view body, std::vector<HttpHeader> headers = {}) {
    HttpResponse response;
    response.status = status;
    response.headers = std::move(headers);
    response.headers.push_back({"Content-Type", "application/problem+json"});
    response.body = body;
    return response;
}

} // namespace

TEST_CASE("document_of_the_contract_is_refused") {
    for (const auto& shape : shapes()) {
        CHECK(shape.read(shape.document).has_value());
        for (const char* pointer : shape.optional)
            CHECK(shape.read(without(shape.document, pointer)).has_value());
    }
}

TEST_CASE("member_of_a_newer_backend_is_refused") {
    for (const auto& shape : shapes()) {
        auto value = json::parse(shape.document);
        if (auto* object = value.if_object()) {
            object->emplace("somethingNew", json::array{1, nullptr});
            CHECK(shape.read(json::serialize(value)).has_value());
        }
    }
}

TEST_CASE("missing_member_is_accepted") {
    for (const auto& shape : shapes())
        for (const char* pointer : shape.required)
            CHECK_MESSAGE(refused(shape.read(without(shape.document, pointer)), pointer), pointer);
}

TEST_CASE("member_of_a_wrong_type_is_accepted") {
    for (const auto& shape : shapes()) {
        auto pointers = shape.required;
        pointers.insert(pointers.end(), shape.optional.begin(), shape.optional.end());
        for (const char* pointer : pointers) {
            const auto right = json::parse(shape.document).at_pointer(pointer).kind();
            for (const auto& wrong :
                 {json::value(nullptr), json::value(true), json::value(1.5), json::value("?"),
                  json::value(json::array{}), json::value(json::object{})})
                if (wrong.kind() != right)
                    CHECK_MESSAGE(refused(shape.read(with(shape.document, pointer, wrong)), pointer),
                                  pointer);
        }
    }
}

TEST_CASE("value_outside_its_range_is_accepted") {
    struct Case {
        const Shape* shape;
        const char* pointer;
        json::value value;
    };
    const auto& all = shapes();
    const std::vector<Case> cases{
        {&all[0], "/kind", "phone"},
        {&all[0], "/state", "Pending"},
        {&all[0], "/number", "47; DROP"},
        {&all[0], "/id", "../sessions"},
        {&all[0], "/id", ""},
        {&all[0], "/expiresAt", "2026-11-21T09:02:00+03:00"},
        {&all[0], "/expiresAt", "2026-02-30T09:02:00Z"},
        {&all[0], "/expiresAt", "2026-11-21T24:00:00Z"},
        {&all[0], "/expiresAt", "2026-11-21 09:02:00Z"},
        {&all[1], "/attemptsLeft", -1},
        {&all[2], "/token", "abc\r\nX-Evil: 1"},
        {&all[2], "/token", json::string(513, 'a')},
        {&all[2], "/name/ar", ""},
        {&all[3], "/state", "lost"},
        {&all[3], "/number", "RQ 26"},
        {&all[3], "/bill/amountHalalas", 0},
        {&all[3], "/bill/amountHalalas", std::uint64_t{1} << 63},
        {&all[3], "/bill/biller", "1640"},
        {&all[3], "/promisedBy", "26-11-2026"},
        {&all[4], "/findings/0/facts/0/value", "unknown-state"},
        {&all[4], "/findings/0/facts/1/value", "tomorrow"},
        {&all[4], "/findings/0/facts/2/value", "500.00"},
        {&all[4], "/findings/0/facts/2/value", "-1"},
        {&all[5], "/0/code", ""},
        {&all[6], "/jws", "a b"},
        {&all[7], "/keys", json::array{}},
        {&all[8], "/offset", 101},
        {&all[9], "/state", "lost"},
        {&all[9], "/received/size", 0},
        {&all[9], "/received/mark", "<b>"},
    };
    for (const auto& c : cases)
        CHECK_MESSAGE(refused(c.shape->read(with(c.shape->document, c.pointer, c.value)), c.pointer),
                      c.pointer);
}

TEST_CASE("bytes_that_are_no_json_are_accepted") {
    const std::string deep(20, '[');
    const std::string huge = "\"" + std::string(2'000'000, 'x') + "\"";
    for (const std::string& body :
         {std::string(), std::string("<html>"), std::string("{\"id\":"), deep + std::string(20, ']'),
          std::string("[{\"code\":\"\xff\xfe\"}]"), std::string("[] []"), huge})
        CHECK(refused(reader(decodeOptions)(body), "json"));
    CHECK(refused(reader(decodeChallenge)("[]"), "#"));
    json::array many(300, json::value{{"code", "1"}, {"label", {{"ar", "أ"}}}});
    CHECK(refused(reader(decodeOptions)(json::serialize(many)), "#"));
}

TEST_CASE("values_are_mixed_up_while_reading") {
    const auto challenge = decodeChallenge(kSms).value();
    CHECK(challenge.kind == model::ChallengeKind::Sms);
    CHECK(challenge.state == model::ChallengeState::Approved);
    CHECK(challenge.maskedMobile == "05••••1234");
    CHECK(challenge.attemptsLeft == 3);
    using namespace std::chrono;
    CHECK(challenge.expiresAt == sys_days{year{2026} / 11 / 21} + hours{9} + minutes{5} + milliseconds{250});
    CHECK(decodeChallenge(kApp).value().number == "47");

    const auto citizen = decodeSession(kSession).value();
    CHECK(citizen.token.reveal() == "kQ3cZ0y8m1Vd5p7R2s9tXw");
    CHECK(citizen.name == model::text("نورة عبدالله", "Noura Abdullah"));
    CHECK(citizen.maskedIdentity == "1•••••0008");

    const auto submission = decodeSubmission(kSubmission).value();
    CHECK(submission.number == "RQ-26-000124");
    CHECK(submission.state == model::RequestState::Issued);
    CHECK(submission.bill == model::Bill{"164", "4002600000124", {50000}, true});
    CHECK(submission.promisedBy == year{2026} / 11 / 26);
    CHECK(submission.licenceNumber == "LC-4500000123");
    CHECK(submission.statusNote.in(model::Language::English) == "صدرت");
    CHECK_FALSE(submission.late);

    const auto findings = decodeFindings(kFindings).value();
    REQUIRE(findings.size() == 1);
    REQUIRE(findings[0].facts.size() == 3);
    CHECK(findings[0].facts[0].kind == model::FactKind::State);
    CHECK(findings[0].facts[2].localized == model::text("تحدده البلدية", ""));
    CHECK(findings[0].requestNumber == "RQ-26-000124");
    CHECK(decodeOptions(kOptions).value()[0].note == model::text("الدمام", ""));
    CHECK(decodeOptions(kOptions).value()[0].group == model::text("الأحد", ""));
    CHECK(decodeUpload(kUpload, 100).value().offset == 10);
    const auto ticket = decodeTicket(kTicket).value();
    CHECK(ticket.state == model::TicketState::Received);
    CHECK(ticket.address == "https://phone.example/d/7K3M-9QXA");
    CHECK(ticket.received == model::ReceivedFile{"a-1", "application/pdf", 184203, 3, "0471"});
}

TEST_CASE("what_is_sent_differs_from_the_contract") {
    const auto who = model::IdentityNumber::parse("1000000008").value();
    CHECK(encodeChallengeStart(who, model::ChallengeKind::App) ==
          R"({"identityNumber":"1000000008","kind":"app"})");
    CHECK(encodeChallengeAnswer(SecretText("402913")) == R"({"code":"402913"})");
    CHECK(encodeSessionStart("c-1") == R"({"challengeId":"c-1"})");
    CHECK(encodeTicketStart("photo-report", "picture") ==
          R"({"serviceId":"photo-report","documentId":"picture"})");
    CHECK(
        encodeDraft({model::ServiceKind::Report,
                     "photo-report",
                     {{"note", "حفرة \"كبيرة\""}, {"where", "RAAA2919"}},
                     {"a", "b"}}) ==
        R"({"serviceId":"photo-report","answers":{"note":"حفرة \"كبيرة\"","where":"RAAA2919"},"attachmentIds":["a","b"]})");
    CHECK(encodeDraft({model::ServiceKind::Report, "s", {}, {}}) ==
          R"({"serviceId":"s","answers":{},"attachmentIds":[]})");
    model::Draft kept{model::ServiceKind::Report, "s", {}, {}};
    kept.deferred = model::Deferred{WallTime{std::chrono::sys_days{std::chrono::year{2026} / 11 / 2} +
                                             std::chrono::hours{6} + std::chrono::milliseconds{9876}},
                                    "T-X-1-23"};
    CHECK(
        encodeDraft(kept) ==
        R"({"serviceId":"s","answers":{},"attachmentIds":[],"deferred":{"acceptedAt":"2026-11-02T06:00:09Z","reference":"T-X-1-23"}})");
    CHECK(encodeQuestion({{"number", "RQ-1"}}) == R"({"answers":{"number":"RQ-1"}})");
    CHECK(encodeUploadStart({"shop-front", "image/jpeg", {1, 2, 3}, "abc"}) ==
          R"({"documentId":"shop-front","mediaType":"image/jpeg","size":3,"sha256":"abc"})");
    CHECK(encodeRating("s", "", 5) == R"({"serviceId":"s","stars":5})");
    CHECK(encodeRating("s", "RQ-1", 1) == R"({"serviceId":"s","requestNumber":"RQ-1","stars":1})");
}

TEST_CASE("long_text_is_cut_while_writing") {
    const std::string note(100'000, 'x');
    CHECK(encodeQuestion({{"note", note}}).size() ==
          note.size() + std::string_view(R"({"answers":{"note":""}})").size());
}

TEST_CASE("refusal_loses_what_the_citizen_must_read") {
    const auto gate =
        decodeProblem(
            problem(422, R"({"type":"https://balady.example/problems/gate-not-met","title":"t","status":422,
        "sentence":{"ar":"تحتاج إلى شهادة العزل أولًا.","en":"You need the insulation certificate first."},
        "serviceId":"insulation-certificate"})"))
            .value();
    CHECK(gate.type == "gate-not-met");
    CHECK(gate.sentence.in(model::Language::English) == "You need the insulation certificate first.");
    CHECK(gate.serviceId == "insulation-certificate");
    CHECK(gate.attemptsLeft == -1);

    const auto code =
        decodeProblem(
            problem(422, R"({"type":"https://balady.example/problems/wrong-code","attemptsLeft":2})"))
            .value();
    CHECK(code.attemptsLeft == 2);
    const auto field =
        decodeProblem(
            problem(409, R"({"type":"https://balady.example/problems/validation","field":"mobile"})"))
            .value();
    CHECK(field.field == "mobile");
    CHECK(field.sentence.empty());
}

TEST_CASE("too_many_tries_are_followed_by_more_at_once") {
    const auto body = R"({"type":"https://balady.example/problems/rate-limited"})";
    const auto wait = [&](std::vector<HttpHeader> headers) {
        return decodeProblem(problem(429, body, std::move(headers))).value().retryAfterSeconds;
    };
    CHECK(wait({{"retry-after", "90"}}) == 90);
    CHECK(wait({}) == 60);
    CHECK(wait({{"Retry-After", "0"}}) == 60);
    CHECK(wait({{"Retry-After", "-5"}}) == 60);
    CHECK(wait({{"Retry-After", "Sat, 21 Nov 2026 09:00:00 GMT"}}) == 60);
    CHECK(wait({{"Retry-After", "9999999"}}) == 86400);
    CHECK(wait({{"Retry-After", "99999999999999999999"}}) == 60);
}

TEST_CASE("gateway_that_asks_for_patience_passes_for_a_platform_that_refuses") {
    auto response =
        problem(429, R"({"type":"about:blank","title":"Too Many Requests"})", {{"Retry-After", "7"}});
    CHECK(decodeProblem(response).value().type == "rate-limited");
    CHECK(decodeProblem(response).value().retryAfterSeconds == 7);
    response.headers = {{"Content-Type", "text/html"}};
    response.body = "<h1>429 Too Many Requests</h1>";
    CHECK(decodeProblem(response).value().type == "rate-limited");
}

TEST_CASE("status_becomes_another_fault") {
    const auto code = [](unsigned status) { return decodeProblem(problem(status, "{}")).error().code; };
    CHECK(code(400) == FaultCode::Refused);
    CHECK(code(401) == FaultCode::Unauthorised);
    CHECK(code(404) == FaultCode::NotFound);
    CHECK(code(405) == FaultCode::Refused);
    CHECK(code(500) == FaultCode::Overloaded);
    CHECK(code(503) == FaultCode::Overloaded);
    CHECK(code(422) == FaultCode::Malformed);
    HttpResponse page = problem(422, R"({"type":"x"})");
    page.headers = {{"Content-Type", "text/html"}};
    CHECK(decodeProblem(page).error().code == FaultCode::Malformed);
}

TEST_CASE("page_of_a_gateway_passes_for_a_yes") {
    HttpResponse page;
    page.status = 200;
    page.headers = {{"Content-Type", "text/html"}};
    page.body = "<h1>Welcome to the guest network</h1>";
    CHECK(isDone(page).error().code == FaultCode::Malformed);
    CHECK(refusedOr(page, isDone).error().code == FaultCode::Malformed);
    CHECK(understood(page, decodeTicket).error().code == FaultCode::Malformed);
    page.status = 302;
    CHECK(refusedOr(page, isDone).error().code == FaultCode::Malformed);

    HttpResponse yes;
    yes.status = 204;
    CHECK(refusedOr(yes, isDone).value().value.has_value());
    const auto no = refusedOr(problem(422, R"({"type":"x","title":"No"})"), isDone);
    REQUIRE(no.has_value());
    CHECK_FALSE(no.value().value.has_value());
}
