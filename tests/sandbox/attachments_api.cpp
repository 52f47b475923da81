#include "kiosk/crypto/crypto.h"
#include "tests/sandbox/api.h"
#include "tests/sandbox/json_in.h"
#include "tests/sandbox/json_out.h"
#include "tests/sandbox/problem.h"

#include <charconv>

namespace balady::sandbox {
namespace {

using model::text;

constexpr std::int64_t kFileLimit = 5L * 1024 * 1024;
constexpr std::size_t kChunkLimit = 256UL * 1024;

struct Upload {
    std::string id;
    std::string documentId;
    std::string mediaType;
    std::string sha256;
    std::int64_t offset = 0;
    std::int64_t size = 0;
    bool complete = false;
};

bool isMediaType(std::string_view word) {
    return word == "image/jpeg" || word == "image/png" || word == "application/pdf";
}

/// First bytes of a file of that type: ISO/IEC 10918-1 B.1.1.3, PNG 5.2, ISO 32000-1 7.5.2.
bool hasMagic(std::string_view mediaType, ByteView content) {
    using namespace std::string_view_literals;
    const auto magic = mediaType == "image/jpeg"  ? "\xff\xd8\xff"sv
                       : mediaType == "image/png" ? "\x89PNG\r\n\x1a\n"sv
                                                  : "%PDF-"sv;
    return asText(content.first(std::min(content.size(), magic.size()))) == magic;
}

Response state(int status, const Upload& upload) {
    auto response = jsonResponse(status, json::object{{"id", upload.id},
                                                      {"offset", upload.offset},
                                                      {"size", upload.size},
                                                      {"complete", upload.complete}});
    response.headers["upload-offset"] = std::to_string(upload.offset);
    return response;
}

/// The upload, if it is this terminal's and this citizen's; else there is none.
Upload requireUpload(Platform& platform, const Call& call) {
    const auto& id = call.path.at("id");
    if (!isUuid(id))
        refuse(ProblemType::Malformed, "the id is not a UUID");
    Query row(platform.database,
              "SELECT id, document, media_type, sha256, length(content), size, complete, terminal, identity "
              "FROM attachments WHERE id = ?",
              id);
    if (!row.next() || row.text(7) != call.request.terminal ||
        row.optionalText(8).value_or("") != call.identity.value_or(""))
        refuse(ProblemType::NotFound, "no such upload");
    return {row.text(0),    row.text(1),    row.text(2),        row.text(3),
            row.integer(4), row.integer(5), row.integer(6) != 0};
}

Response start(Platform& platform, Call& call) {
    Members members(call.body);
    const auto document = members.text("documentId", isServiceId);
    const auto mediaType = members.text("mediaType", isMediaType);
    const auto size = members.integer("size", 1, INT64_MAX);
    const auto sha256 = members.text("sha256", isSha256);
    members.finish();
    if (size > kFileLimit)
        refuse(ProblemType::TooLarge, "a file is at most 5 MiB",
               text("الملف كبير. صوّر المستند مرة أخرى.",
                    "The file is too large. Please take the picture again."),
               document);
    const Upload upload{crypto::uuid4(), document, mediaType, sha256, 0, size, false};
    const auto now = platform.clock.now();
    Transaction transaction(platform.database);
    // An attachment that no submission named within a day is deleted (contract).
    platform.database.run("DELETE FROM attachments WHERE submission IS NULL AND started_at < ?",
                          milliseconds(now - std::chrono::hours{24}));
    platform.database.run(
        "INSERT INTO attachments(id, terminal, identity, document, media_type, size, sha256, content, "
        "started_at) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
        upload.id, call.request.terminal, call.identity, document, mediaType, size, sha256, ByteView{},
        milliseconds(now));
    transaction.commit();
    return state(201, upload);
}

std::int64_t offsetHeader(const Request& request) {
    const auto field = request.headers.find("upload-offset");
    std::int64_t offset = -1;
    if (field != request.headers.end()) {
        const auto& digits = field->second;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), offset);
        if (error != std::errc{} || end != digits.data() + digits.size())
            offset = -1;
    }
    if (offset < 0 || offset > kFileLimit)
        refuse(ProblemType::Malformed, "Upload-Offset is asked for");
    return offset;
}

/// What is wrong with the whole file, if something is; a bad one is forgotten, so that the citizen starts afresh.
std::optional<Problem> finish(Platform& platform, const Upload& upload) {
    Query row(platform.database, "SELECT content FROM attachments WHERE id = ?", upload.id);
    row.next();
    const auto content = row.blob(0);
    const bool intact = toHex(crypto::sha256(content)) == upload.sha256;
    if (intact && hasMagic(upload.mediaType, content)) {
        platform.database.run("UPDATE attachments SET complete = 1 WHERE id = ?", upload.id);
        return std::nullopt;
    }
    platform.database.run("DELETE FROM attachments WHERE id = ?", upload.id);
    Problem problem;
    problem.type = ProblemType::FileRefused;
    problem.detail = intact ? "not of the announced type" : "sha-256 differs";
    problem.field = upload.documentId;
    problem.sentence = text("لم تصل الصورة سليمة. صوّرها مرة أخرى.",
                            "The picture did not arrive intact. Please take it again.");
    return problem;
}

Response append(Platform& platform, Call& call) {
    auto upload = requireUpload(platform, call);
    const auto& chunk = call.request.body;
    if (chunk.empty())
        refuse(ProblemType::Malformed, "an empty chunk");
    if (chunk.size() > kChunkLimit)
        refuse(ProblemType::TooLarge, "a chunk is at most 256 KiB");
    if (offsetHeader(call.request) != upload.offset || upload.complete) {
        Problem problem;
        problem.type = ProblemType::UploadOffsetMismatch;
        problem.uploadOffset = upload.offset;
        throw Refusal(std::move(problem));
    }
    if (upload.offset + static_cast<std::int64_t>(chunk.size()) > upload.size)
        refuse(ProblemType::TooLarge, "more than the announced size");
    Transaction transaction(platform.database);
    platform.database.run("UPDATE attachments SET content = CAST(content || ? AS BLOB) WHERE id = ?",
                          ByteView(asBytes(chunk)), upload.id);
    upload.offset += static_cast<std::int64_t>(chunk.size());
    upload.complete = upload.offset == upload.size;
    const auto problem = upload.complete ? finish(platform, upload) : std::nullopt;
    transaction.commit(); // also for a refused file: that it is gone is the refusal's effect
    if (problem)
        return toResponse(*problem);
    return state(200, upload);
}

} // namespace

void addAttachmentsApi(Router& router, Platform& platform) {
    const auto show = [&platform](Call& call) { return state(200, requireUpload(platform, call)); };
    router.add({"POST",
                "/v1/attachments",
                BodyKind::Json,
                Caller::Anybody,
                [&platform](Call& call) { return start(platform, call); },
                {}});
    router.add({"GET", "/v1/attachments/{id}", BodyKind::None, Caller::Anybody, show, {}});
    router.add({"HEAD", "/v1/attachments/{id}", BodyKind::None, Caller::Anybody, show, {}});
    router.add({"PATCH",
                "/v1/attachments/{id}",
                BodyKind::Octets,
                Caller::Anybody,
                [&platform](Call& call) { return append(platform, call); },
                {}});
}

} // namespace balady::sandbox
