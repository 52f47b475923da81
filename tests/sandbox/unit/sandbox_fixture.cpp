#include "tests/sandbox/unit/sandbox_fixture.h"

#include "kiosk/catalogue/catalogue.h"
#include "kiosk/crypto/crypto.h"
#include "tests/sandbox/resources.h"
#include "tests/sandbox/seed.h"

#include <doctest/doctest.h>

namespace balady::sandbox {
namespace {

ServedCatalogue realCatalogue() {
    auto document = catalogue::assembleDirectory("config/catalogue"); // ctest runs in the source folder
    REQUIRE(document.has_value());
    auto read = catalogue::readDocument(*document);
    REQUIRE(read.has_value());
    return {std::move(*document), std::move(*read)};
}

Rules realRules() {
    auto rules = readRules(kRulesJson);
    REQUIRE(rules.has_value());
    return std::move(*rules);
}

} // namespace

std::string JsonReply::problem() const {
    const auto type = text("type");
    return type.substr(type.rfind('/') + 1);
}

std::string JsonReply::text(std::string_view member) const {
    const auto* object = body.if_object();
    const auto* value = object == nullptr ? nullptr : object->if_contains(member);
    return value == nullptr || !value->is_string() ? std::string{} : std::string(value->as_string());
}

SandboxFixture::SandboxFixture()
    : rules(realRules()), served(realCatalogue()), router(terminalRouter(platform)),
      administrator(adminRouter(platform, faults, "<title>page</title>", [](bool) {})) {
    REQUIRE(seed(platform, kSeedJson).has_value());
}

JsonReply SandboxFixture::send(Request request, const std::string& token) {
    request.terminal = "terminal-0001";
    if (!token.empty())
        request.headers["authorization"] = "Bearer " + token;
    const auto response = router.answer(request);
    return {response.status, response.body.empty() ? json::value{} : json::parse(response.body),
            response.headers};
}

JsonReply SandboxFixture::post(const std::string& path, const json::value& body, const std::string& token,
                               const std::string& key) {
    Request request;
    request.method = "POST";
    request.path = path;
    request.headers["content-type"] = "application/json";
    if (!key.empty())
        request.headers["idempotency-key"] = key;
    request.body = json::serialize(body);
    return send(std::move(request), token);
}

JsonReply SandboxFixture::get(const std::string& path, const std::string& token,
                              const std::map<std::string, std::string>& query) {
    Request request;
    request.method = "GET";
    request.path = path;
    request.query = query;
    return send(std::move(request), token);
}

JsonReply SandboxFixture::admin(const std::string& path, const json::value& body) {
    Request request;
    request.method = "POST";
    request.path = path;
    request.headers = {{"host", "127.0.0.1:8480"}, {"content-type", "application/json"}};
    request.body = json::serialize(body);
    const auto response = answerAdministrator(administrator, request);
    return {response.status, json::parse(response.body), response.headers};
}

std::string SandboxFixture::signIn(const std::string& identity) {
    const auto started =
        post("/v1/identity/challenges", {{"identityNumber", identity}, {"kind", "app"}}, {}, crypto::uuid4());
    REQUIRE(started.status == 201);
    REQUIRE(admin("/admin/challenges/" + started.text("id") + "/approve").status == 200);
    return post("/v1/identity/sessions", {{"challengeId", started.text("id")}}).text("token");
}

std::string SandboxFixture::upload(const std::string& token, const std::string& documentId) {
    const std::string content = "\xff\xd8\xff picture";
    const auto started = post("/v1/attachments",
                              {{"documentId", documentId},
                               {"mediaType", "image/jpeg"},
                               {"size", content.size()},
                               {"sha256", toHex(crypto::sha256(asBytes(content)))}},
                              token);
    REQUIRE(started.status == 201);
    Request chunk;
    chunk.method = "PATCH";
    chunk.path = "/v1/attachments/" + started.text("id");
    chunk.headers = {{"content-type", "application/octet-stream"}, {"upload-offset", "0"}};
    chunk.body = content;
    REQUIRE(send(std::move(chunk), token).status == 200);
    return started.text("id");
}

JsonReply SandboxFixture::submit(const std::string& token, const std::string& service,
                                 const json::object& answers, const std::vector<std::string>& documents) {
    json::array attachments;
    for (const auto& document : documents)
        attachments.emplace_back(upload(token, document));
    return post("/v1/requests",
                {{"serviceId", service}, {"answers", answers}, {"attachmentIds", std::move(attachments)}},
                token, crypto::uuid4());
}

std::string SandboxFixture::lastSms() {
    Query query(database, "SELECT text_en FROM sms ORDER BY id DESC LIMIT 1");
    return query.next() ? query.text(0) : std::string{};
}

model::Service& SandboxFixture::addService(model::Service service) {
    served.catalogue.services.push_back(std::move(service));
    return served.catalogue.services.back();
}

json::object shopAnswers(const std::string& establishment, const std::string& activity) {
    return {{"establishment", establishment},
            {"activity", activity},
            {"municipality", "5001-west-dammam"},
            {"address", "DWFA2911"},
            {"area", "60"},
            {"has-sign", "no"},
            {"years", "1"}};
}

} // namespace balady::sandbox
