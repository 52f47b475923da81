#include "kiosk/crypto/crypto.h"
#include "kiosk/licence/licence_claims.h"
#include "kiosk/model/date.h"
#include "tests/sandbox/licences.h"
#include "tests/sandbox/unit/sandbox_fixture.h"

#include <doctest/doctest.h>

namespace balady::sandbox {
namespace {

const std::vector<std::string> kShopDocuments{"shop-front", "lease"};
constexpr const char* kBookshop = "7000000020";

std::string billOf(const JsonReply& reply) {
    return std::string(reply.body.at("bill").at("number").as_string());
}

} // namespace

TEST_CASE_FIXTURE(SandboxFixture, "immediate_licence_is_issued_only_after_payment") {
    const auto token = signIn(kNoura);
    const auto sent = submit(token, "issue-commercial-license",
                             shopAnswers(kBookshop, "act-books-and-stationery"), kShopDocuments);
    REQUIRE(sent.status == 201);
    CHECK(sent.text("state") == "awaiting-payment");
    CHECK(sent.text("promisedBy") == "2026-12-01");
    CHECK(sent.body.at("bill").at("amountHalalas") == 50000);
    CHECK_FALSE(sent.body.as_object().contains("licenceNumber"));

    CHECK(admin("/admin/bills/" + billOf(sent) + "/pay").text("state") == "issued");
    const auto issued = get("/v1/requests/" + sent.text("number"), token);
    const auto reply = get("/v1/licences/" + issued.text("licenceNumber"), token);
    const auto licence = licence::verify(reply.text("jws"), signer.keySet());
    REQUIRE(licence.has_value());
    CHECK(licence->holderNumber == kBookshop);
    CHECK(licence->activity.in(model::Language::English) == "Books and stationery");
    CHECK(licence->municipality.in(model::Language::English) == "West Dammam Municipality");
    CHECK(licence->amana.in(model::Language::English) == "Eastern Region Amana");
    CHECK(model::toIso(licence->issued) == "2026-11-21");
    CHECK(model::toIso(licence->expires) == "2027-11-20");
    CHECK(reply.text("jws").size() < 750);
}

TEST_CASE_FIXTURE(SandboxFixture, "bill_is_paid_once") {
    CHECK(admin("/admin/bills/402600000103/pay").status == 200);
    CHECK(admin("/admin/bills/402600000103/pay").problem() == "not-eligible");
    CHECK(admin("/admin/bills/999/pay").problem() == "not-found");
}

TEST_CASE_FIXTURE(SandboxFixture, "reviewed_request_waits_and_tells_by_sms") {
    const auto token = signIn(kOmar);
    const auto sent =
        submit(token, "issue-commercial-license", shopAnswers("7000000038", "563011"), kShopDocuments);
    CHECK(sent.text("state") == "under-review");
    CHECK(lastSms().find(sent.text("number")) != std::string::npos);
    const auto path = "/admin/requests/" + sent.text("number");
    CHECK(admin(path + "/close").problem() == "not-eligible");
    CHECK(admin(path + "/approve").text("state") == "awaiting-payment");
    CHECK(admin(path + "/reject").problem() == "not-eligible");
}

TEST_CASE_FIXTURE(SandboxFixture, "rejection_gives_its_reason_and_no_licence") {
    const auto token = signIn(kOmar);
    const auto sent =
        submit(token, "issue-commercial-license", shopAnswers("7000000038", "563011"), kShopDocuments);
    admin("/admin/requests/" + sent.text("number") + "/reject",
          {{"reason", {{"ar", "انتهى العقد."}, {"en", "The lease has ended."}}}});
    const auto now = get("/v1/requests/" + sent.text("number"), token);
    CHECK(now.text("state") == "rejected");
    CHECK(now.body.at("statusNote").at("en") == "The lease has ended.");
    CHECK_FALSE(now.body.as_object().contains("licenceNumber"));
}

TEST_CASE_FIXTURE(SandboxFixture, "renewal_loses_no_day_of_the_running_term") {
    const auto token = signIn(kMajed);
    const auto before = findLicence(database, "LC-4500000102");
    const auto sent = submit(token, "renew-commercial-license",
                             {{"licence", "LC-4500000102"}, {"years", "1"}, {"has-changes", "no"}});
    REQUIRE(sent.text("state") == "awaiting-payment");
    admin("/admin/bills/" + billOf(sent) + "/pay");
    const auto after = findLicence(database, "LC-4500000102");
    REQUIRE(before.has_value());
    REQUIRE(after.has_value());
    CHECK(model::toIso(before->licence.expires) == "2026-12-11");
    CHECK(model::toIso(after->licence.expires) == "2027-12-11");
    CHECK(after->licence.holder == before->licence.holder);
}

TEST_CASE_FIXTURE(SandboxFixture, "renewal_of_an_ended_licence_starts_today") {
    const auto token = signIn(kMajed);
    clock.advance(std::chrono::days{40});
    const auto later = signIn(kMajed);
    const auto sent = submit(later, "renew-commercial-license",
                             {{"licence", "LC-4500000102"}, {"years", "1"}, {"has-changes", "no"}});
    admin("/admin/bills/" + billOf(sent) + "/pay");
    CHECK(model::toIso(findLicence(database, "LC-4500000102")->licence.expires) == "2027-12-30");
    CHECK_FALSE(token.empty());
}

TEST_CASE_FIXTURE(SandboxFixture, "licence_that_is_far_from_its_end_is_not_offered_and_not_renewed") {
    const auto token = signIn(kNoura);
    const auto offered = get("/v1/options/licences", token, {{"serviceId", "renew-commercial-license"}});
    CHECK(offered.body.as_array().empty());
    const auto sent = submit(token, "renew-commercial-license",
                             {{"licence", "LC-4500000104"}, {"years", "1"}, {"has-changes", "no"}});
    CHECK(sent.problem() == "not-eligible");
}

TEST_CASE_FIXTURE(SandboxFixture, "gate_is_closed_until_the_step_before_it_is_done") {
    const json::object answers{{"permit", "LC-4500000105"}, {"building-use", "villa"}};
    const auto token = signIn(kFaisal);
    const auto blocked = submit(token, "issue-occupancy-certificate", answers);
    CHECK(blocked.problem() == "gate-not-met");
    CHECK(blocked.text("serviceId") == "insulation-certificate");

    const auto step =
        submit(token, "insulation-certificate", {{"permit", "LC-4500000105"}, {"inspected-on", "2026-11-01"}},
               {"inspection-report"});
    REQUIRE(step.status == 201);
    CHECK(submit(token, "issue-occupancy-certificate", answers).problem() == "gate-not-met");
    CHECK(admin("/admin/requests/" + step.text("number") + "/approve").text("state") == "issued");
    CHECK(submit(token, "issue-occupancy-certificate", answers).text("state") == "under-review");
}

TEST_CASE_FIXTURE(SandboxFixture, "certificate_keeps_holder_and_place_of_the_permit_it_is_for") {
    const auto sent = submit(signIn(kTurki), "issue-occupancy-certificate",
                             {{"permit", "LC-4500000106"}, {"building-use", "villa"}});
    REQUIRE(sent.status == 201);
    const auto approved = admin("/admin/requests/" + sent.text("number") + "/approve");
    const auto issued = admin("/admin/bills/" + billOf(approved) + "/pay");
    const auto permit = findLicence(database, "LC-4500000106");
    const auto certificate = findLicence(database, issued.text("licenceNumber"));
    REQUIRE(certificate.has_value());
    CHECK(certificate->licence.number != permit->licence.number);
    CHECK(certificate->licence.holder == permit->licence.holder);
    CHECK(certificate->licence.municipality == permit->licence.municipality);
}

TEST_CASE_FIXTURE(SandboxFixture, "who_may_not_apply") {
    CHECK(
        submit(signIn(kSalem), "issue-commercial-license", shopAnswers(kBookshop, "act-toys"), kShopDocuments)
            .problem() == "not-eligible");
    CHECK(submit(signIn(kVisitor), "issue-commercial-license", shopAnswers(kBookshop, "act-toys"),
                 kShopDocuments)
              .problem() == "not-eligible");
    const auto foreign =
        submit(signIn(kOmar), "issue-commercial-license", shopAnswers(kBookshop, "act-toys"), kShopDocuments);
    CHECK(foreign.problem() == "validation");
    CHECK(foreign.text("field") == "establishment");
}

TEST_CASE_FIXTURE(SandboxFixture, "answer_above_the_limit_is_refused_without_its_field") {
    auto answers = shopAnswers(kBookshop, "act-toys");
    answers["has-sign"] = "yes";
    answers["sign-width"] = "1201";
    const auto token = signIn(kNoura);
    const auto refused = submit(token, "issue-commercial-license", answers, kShopDocuments);
    CHECK(refused.problem() == "validation");
    CHECK(refused.text("field") == "sign-width");
    CHECK(refused.body.at("sentence").at("en").as_string().find("1200") != std::string::npos);
    answers["sign-width"] = "1200";
    CHECK(submit(token, "issue-commercial-license", answers, kShopDocuments).status == 201);
}

TEST_CASE_FIXTURE(SandboxFixture, "promise_is_broken_the_day_after_it_ends") {
    const auto token = signIn(kOmar);
    const auto sent =
        submit(token, "issue-commercial-license", shopAnswers("7000000038", "563011"), kShopDocuments);
    clock.advance(std::chrono::days{10});
    CHECK(get("/v1/requests/" + sent.text("number"), signIn(kOmar)).body.at("late") == false);
    clock.advance(std::chrono::days{1});
    CHECK(get("/v1/requests/" + sent.text("number"), signIn(kOmar)).body.at("late") == true);
}

TEST_CASE_FIXTURE(SandboxFixture, "service_without_a_rule_needs_no_code") {
    model::Service service;
    service.id = "new-service";
    service.kind = model::ServiceKind::Application;
    service.name = model::text("خدمة جديدة", "New service");
    service.needsIdentity = true;
    service.output = {model::OutputPaper::Licence, model::text("رخصة جديدة", "New licence")};
    addService(service);
    const auto token = signIn(kSalem);
    const auto sent = submit(token, "new-service", {});
    REQUIRE(sent.status == 201);
    CHECK(sent.text("state") == "under-review");
    CHECK_FALSE(sent.body.as_object().contains("bill"));
    const auto approved = admin("/admin/requests/" + sent.text("number") + "/approve");
    CHECK(approved.text("state") == "issued");
    CHECK(findLicence(database, approved.text("licenceNumber"))->licence.title == service.output.name);
}

TEST_CASE_FIXTURE(SandboxFixture, "inquiry_without_a_rule_answers_from_the_records") {
    model::Service service;
    service.id = "violations";
    service.kind = model::ServiceKind::Inquiry;
    service.inquiry = model::InquirySpec{"violations-by-establishment"};
    addService(service);
    const auto ask = [&](const char* establishment) {
        const auto reply = post("/v1/inquiries/violations-by-establishment",
                                {{"answers", {{"establishment", establishment}}}});
        return reply.body.at("findings").as_array().size();
    };
    CHECK(ask("7000000061") == 1);
    CHECK(ask("7000000012") == 0);
}

TEST_CASE_FIXTURE(SandboxFixture, "same_key_same_meaning_same_reply_and_one_effect") {
    const auto token = signIn(kFaisal);
    const auto key = crypto::uuid4();
    const auto report = upload(token, "inspection-report");
    const json::value body{{"serviceId", "insulation-certificate"},
                           {"answers", {{"permit", "LC-4500000105"}, {"inspected-on", "2026-11-01"}}},
                           {"attachmentIds", json::array{report}}};
    const json::value reordered{{"attachmentIds", json::array{report}},
                                {"answers", {{"inspected-on", "2026-11-01"}, {"permit", "LC-4500000105"}}},
                                {"serviceId", "insulation-certificate"}};
    const auto first = post("/v1/requests", body, token, key);
    REQUIRE(first.status == 201);
    CHECK(post("/v1/requests", reordered, token, key).body == first.body);
    CHECK(post("/v1/requests", body, signIn(kTurki), key).problem() == "idempotency-key-reused");
    Query count(database,
                "SELECT count(*) FROM submissions WHERE service = 'insulation-certificate' AND identity = ?",
                kFaisal);
    count.next();
    CHECK(count.integer(0) == 1);
}

namespace {

constexpr const char* kReference = "T-DAMMAM-07-468201-91";

json::object keptReport(const std::string& attachment, const char* acceptedAt, const char* reference) {
    return {{"serviceId", "photo-report"},
            {"answers",
             {{"category", "pothole"},
              {"municipality", "5001-west-dammam"},
              {"landmark", "School"},
              {"mobile", "0550000001"}}},
            {"attachmentIds", json::array{attachment}},
            {"deferred", {{"acceptedAt", acceptedAt}, {"reference", reference}}}};
}

} // namespace

TEST_CASE_FIXTURE(SandboxFixture, "deferred_report_is_known_by_its_number_alone") {
    const auto body = keptReport(upload("", "picture"), "2026-11-19T21:00:00Z", kReference);
    const auto key = crypto::uuid4();
    const auto sent = post("/v1/reports", body, "", key);
    REQUIRE(sent.status == 201);
    CHECK(sent.text("promisedBy") == "2026-11-24"); // counted from its arrival
    CHECK(lastSms().find(sent.text("number")) != std::string::npos);
    CHECK(lastSms().find(kReference) != std::string::npos);
    CHECK(post("/v1/reports", body, "", key).body == sent.body);
    const auto found = post("/v1/inquiries/transaction-by-number", {{"answers", {{"number", kReference}}}});
    REQUIRE(found.body.at("findings").as_array().size() == 1);
}

TEST_CASE_FIXTURE(SandboxFixture, "deferred_report_that_cannot_be_is_taken") {
    const auto picture = upload("", "picture");
    const auto send = [&](const json::object& body) {
        return post("/v1/reports", body, "", crypto::uuid4());
    };
    CHECK(send(keptReport(picture, "2026-08-01T09:00:00Z", kReference)).problem() == "validation");
    CHECK(send(keptReport(picture, "2026-11-21T10:00:00Z", kReference)).problem() == "validation");
    CHECK(send(keptReport(picture, "yesterday", kReference)).problem() == "malformed");
    CHECK(send(keptReport(picture, "2026-11-20T09:00:00Z", "T-DAMMAM-07-468201-92")).problem() ==
          "malformed");
    auto more = keptReport(picture, "2026-11-20T09:00:00Z", kReference);
    more["deferred"].as_object()["identity"] = kNoura;
    CHECK(send(more).problem() == "malformed");
    CHECK(post("/v1/reports", keptReport(picture, "2026-11-20T09:00:00Z", kReference), signIn(kNoura),
               crypto::uuid4())
              .problem() == "not-eligible");
    REQUIRE(send(keptReport(picture, "2026-11-20T09:00:00Z", kReference)).status == 201);
    CHECK(send(keptReport(upload("", "picture"), "2026-11-20T09:00:00Z", kReference)).problem() ==
          "validation"); // one reference, one report
    const auto token = signIn(kFaisal);
    json::object application = keptReport(picture, "2026-11-20T09:00:00Z", kReference);
    application["serviceId"] = "insulation-certificate";
    CHECK(post("/v1/requests", application, token, crypto::uuid4()).problem() == "malformed");
}

TEST_CASE_FIXTURE(SandboxFixture, "refusal_does_not_use_the_key_up") {
    const auto token = signIn(kFaisal);
    const auto key = crypto::uuid4();
    const json::value body{{"serviceId", "issue-occupancy-certificate"},
                           {"answers", {{"permit", "LC-4500000105"}, {"building-use", "villa"}}},
                           {"attachmentIds", json::array{}}};
    CHECK(post("/v1/requests", body, token, key).problem() == "gate-not-met");
    CHECK(get("/v1/submissions/by-key/" + key).problem() == "not-found");
    rules.services.clear();
    CHECK(post("/v1/requests", body, token, key).status == 201);
}

TEST_CASE_FIXTURE(SandboxFixture, "key_of_another_terminal_is_unknown") {
    const auto token = signIn(kFaisal);
    rules.services.clear();
    const auto key = crypto::uuid4();
    post("/v1/requests",
         {{"serviceId", "issue-occupancy-certificate"},
          {"answers", {{"permit", "LC-4500000105"}, {"building-use", "villa"}}},
          {"attachmentIds", json::array{}}},
         token, key);
    CHECK(get("/v1/submissions/by-key/" + key).status == 200);
    Request foreign;
    foreign.method = "GET";
    foreign.path = "/v1/submissions/by-key/" + key;
    foreign.terminal = "terminal-0002";
    CHECK(router.answer(foreign).status == 404);
}

TEST_CASE_FIXTURE(SandboxFixture, "attachment_serves_one_submission_and_its_own_citizen") {
    const auto token = signIn(kFaisal);
    const auto report = upload(token, "inspection-report");
    const auto send = [&](const std::string& as, const char* permit) {
        return post("/v1/requests",
                    {{"serviceId", "insulation-certificate"},
                     {"answers", {{"permit", permit}, {"inspected-on", "2026-11-01"}}},
                     {"attachmentIds", json::array{report}}},
                    as, crypto::uuid4());
    };
    CHECK(send(signIn(kTurki), "LC-4500000106").problem() == "file-refused");
    CHECK(send(token, "LC-4500000105").status == 201);
    CHECK(send(token, "LC-4500000105").problem() == "file-refused");
}

TEST_CASE_FIXTURE(SandboxFixture, "slots_are_on_working_days_and_leave_when_booked") {
    const auto token = signIn(kHuda);
    const auto slots = [&] {
        return get("/v1/options/slots", token, {{"serviceId", "book-appointment"}}).body.as_array();
    };
    const auto before = slots();
    // Saturday 21 November: the first working day is Sunday.
    CHECK(before.front().at("code") == "20261122-0830");
    CHECK(before.size() == 35);
    CHECK(before.front().at("label").at("en").as_string().starts_with("Sunday 22 November 2026, "));
    CHECK(before.front().at("group").at("ar").as_string().starts_with("الأحد - "));
    for (const auto& slot : before)
        CHECK_FALSE(slot.at("code").as_string().starts_with("20261127"));
    const json::value body{{"serviceId", "book-appointment"},
                           {"answers",
                            {{"municipality", "5001-west-dammam"},
                             {"classification", "commercial-licences"},
                             {"slot", "20261122-0830"}}},
                           {"attachmentIds", json::array{}}};
    CHECK(post("/v1/appointments", body, token, crypto::uuid4()).text("state") == "approved");
    CHECK(slots().size() == before.size() - 1);
    const auto taken = post("/v1/appointments", body, signIn(kOmar), crypto::uuid4());
    CHECK(taken.problem() == "slot-taken");
    CHECK(taken.text("field") == "slot");
    const auto atCounter =
        admin("/admin/appointments", {{"serviceId", "book-appointment"}, {"identity", kOmar}});
    CHECK(atCounter.body.at("answers").at("slot") == "20261122-0915");
    CHECK(slots().size() == before.size() - 2);
}

} // namespace balady::sandbox
