#include "tests/sandbox/phone_pages.h"
#include "tests/sandbox/unit/sandbox_fixture.h"

#include <doctest/doctest.h>

namespace balady::sandbox {
namespace {

constexpr const char* kService = "issue-commercial-license";

struct Telephone : SandboxFixture {
    std::string token = signIn(kNoura);

    JsonReply ticket(const std::string& document) {
        return post("/v1/attachment-tickets", {{"serviceId", kService}, {"documentId", document}}, token);
    }
    JsonReply state(const JsonReply& given) {
        return get("/v1/attachment-tickets/" + given.text("id"), token);
    }
    /// The path of the ticket's address.
    std::string pathOf(const JsonReply& given) const {
        const auto address = given.text("address");
        REQUIRE(address.starts_with(platform.phoneUrl + "/d/"));
        return address.substr(platform.phoneUrl.size());
    }
    Response opens(const std::string& path) {
        Request request;
        request.method = "GET";
        request.path = path;
        return answerTelephone(platform, request);
    }
    Response sends(const std::string& path, const std::string& content) {
        Request request;
        request.method = "POST";
        request.path = path;
        request.headers["content-type"] = "multipart/form-data; boundary=xYz";
        request.body = "--xYz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n"
                       "Content-Type: application/octet-stream\r\n\r\n" +
                       content + "\r\n--xYz--\r\n";
        return answerTelephone(platform, request);
    }
};

const std::string kJpeg = "\xff\xd8\xff picture";
const std::string kPdf = "%PDF-1.4\n<</Type /Pages /Kids []>> <</Type /Page>> <</Type/Page>>";

} // namespace

TEST_CASE_FIXTURE(Telephone, "file_of_a_telephone_does_not_reach_the_request") {
    const auto given = ticket("lease");
    REQUIRE(given.status == 201);
    CHECK(state(given).text("state") == "waiting");
    CHECK(state(given).text("address").empty());
    const auto form = opens(pathOf(given));
    CHECK(form.status == 200);
    for (const auto* words :
         {"multipart/form-data", "name=\"file\"", "application/pdf", "dir=\"rtl\"", "ar", "Send"})
        CHECK(form.body.find(words) != std::string::npos);
    CHECK(form.body.find("<script") == std::string::npos);
    CHECK(form.headers.at("referrer-policy") == "no-referrer");

    const auto kept = sends(pathOf(given), kPdf);
    CHECK(kept.status == 200);
    const auto told = state(given);
    CHECK(told.text("state") == "received");
    const auto& received = told.body.at("received").as_object();
    CHECK(received.at("pages").to_number<int>() == 2);
    CHECK(received.at("size").to_number<std::size_t>() == kPdf.size());
    CHECK(received.at("mediaType").as_string() == "application/pdf");
    CHECK(kept.body.find(std::string(received.at("mark").as_string())) != std::string::npos);

    const auto front = upload(token, "shop-front");
    const auto sent = post("/v1/requests",
                           {{"serviceId", kService},
                            {"answers", shopAnswers("7000000020", "act-books-and-stationery")},
                            {"attachmentIds", json::array{received.at("attachmentId"), json::string(front)}}},
                           token, "5f0c6a1e-0000-4000-8000-000000000001");
    CAPTURE(sent.problem());
    CHECK(sent.status == 201);
}

TEST_CASE_FIXTURE(Telephone, "address_takes_a_second_file") {
    const auto given = ticket("lease");
    CHECK(sends(pathOf(given), kJpeg).status == 200);
    const auto mark = state(given).body.at("received").at("mark");
    CHECK(sends(pathOf(given), kPdf).status == 410);
    CHECK(opens(pathOf(given)).status == 410);
    CHECK(state(given).body.at("received").at("mark") == mark);
    CHECK(state(given).body.at("received").at("mediaType").as_string() == "image/jpeg");
}

TEST_CASE_FIXTURE(Telephone, "address_outlives_its_time_its_session_or_a_newer_one") {
    const auto late = ticket("lease");
    world.time += std::chrono::minutes{10};
    CHECK(state(late).text("state") == "expired");
    CHECK(sends(pathOf(late), kJpeg).status == 410);

    const auto older = ticket("lease");
    const auto newer = ticket("lease");
    const auto other = ticket("shop-front");
    CHECK(sends(pathOf(older), kJpeg).status == 410);
    CHECK(sends(pathOf(newer), kJpeg).status == 200);
    CHECK(opens(pathOf(other)).status == 200);

    Request leave;
    leave.method = "DELETE";
    leave.path = "/v1/identity/sessions/current";
    CHECK(send(std::move(leave), token).status == 204);
    CHECK(sends(pathOf(other), kJpeg).status == 410);
}

TEST_CASE_FIXTURE(Telephone, "file_of_another_kind_is_taken") {
    const auto lease = pathOf(ticket("lease"));
    const auto picture = pathOf(ticket("shop-front"));
    std::string many = "%PDF-1.4";
    for (int page = 0; page < 7; ++page)
        many += "\n<</Type /Page>>";
    for (const auto& wrong :
         {std::string(), std::string("MZ program"), many, kJpeg + std::string(5UL * 1024 * 1024, 'x')}) {
        const auto refused = sends(lease, wrong);
        CHECK(refused.status == 422);
        CHECK(refused.body.find("role=\"alert\"") != std::string::npos); // and the form again
        CHECK(refused.body.find("multipart/form-data") != std::string::npos);
    }
    CHECK(sends(picture, kPdf).status == 422);
    CHECK(sends(picture, kJpeg).status == 200);
    CHECK(sends(lease, kPdf).status == 200); // what was refused did not use it up
}

TEST_CASE_FIXTURE(Telephone, "somebody_elses_ticket_is_told_or_guessed") {
    const auto given = ticket("lease");
    const auto other = signIn(kOmar);
    CHECK(get("/v1/attachment-tickets/" + given.text("id"), other).problem() == "not-found");
    CHECK(opens("/d/0000-0000-0000-0000").status == 404);
    CHECK(opens("/").status == 404);
    CHECK(post("/v1/attachment-tickets", {{"serviceId", kService}, {"documentId", "passport"}}, token)
              .problem() == "validation");
    Query row(database, "SELECT secret_hash FROM tickets");
    REQUIRE(row.next());
    CHECK(pathOf(given).find(row.text(0)) == std::string::npos);
}

} // namespace balady::sandbox
