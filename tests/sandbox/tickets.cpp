#include "tests/sandbox/tickets.h"

#include "kiosk/crypto/crypto.h"
#include "tests/sandbox/api.h"
#include "tests/sandbox/json_in.h"
#include "tests/sandbox/json_out.h"
#include "tests/sandbox/problem.h"

#include <algorithm>
#include <cctype>

namespace balady::sandbox {
namespace {

using model::text;
using namespace std::string_view_literals;

constexpr std::chrono::minutes kLife{10};
constexpr std::size_t kFileLimit = 5UL * 1024 * 1024;

/// 80 random bits in letters that nobody mistakes for others (Crockford's Base32), in groups that people can type.
std::string newSecret() {
    constexpr auto kLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"sv;
    constexpr std::size_t kLength = 16;
    constexpr std::size_t kGroup = 4;
    std::string secret;
    for (const auto byte : crypto::randomBytes(kLength)) {
        if (secret.size() % (kGroup + 1) == kGroup)
            secret += '-';
        secret += kLetters[byte % kLetters.size()]; // 32 divides 256: each is as likely
    }
    return secret;
}

/// Only the hash is kept, as of a password: who reads the database cannot send anything.
std::string hashOf(std::string_view secret) {
    std::string plain(secret);
    for (char& c : plain)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return toHex(crypto::sha256(asBytes(plain)));
}

std::string_view mediaTypeOf(std::string_view content) {
    return content.starts_with("\xff\xd8\xff"sv)        ? "image/jpeg"sv
           : content.starts_with("\x89PNG\r\n\x1a\n"sv) ? "image/png"sv
           : content.starts_with("%PDF-"sv)             ? "application/pdf"sv
                                                        : ""sv;
}

/// Of a PDF whose page objects stand in the open (ISO 32000-1, 7.7.3.3); 0 where they are packed.
int pagesOf(std::string_view content) {
    if (mediaTypeOf(content) != "application/pdf")
        return 1;
    int pages = 0;
    for (auto at = content.find("/Type"); at != std::string_view::npos; at = content.find("/Type", at + 5)) {
        auto rest = content.substr(at + 5, 16);
        while (!rest.empty() && std::isspace(static_cast<unsigned char>(rest.front())) != 0)
            rest.remove_prefix(1);
        if (rest.starts_with("/Page") &&
            (rest.size() == 5 || std::isalpha(static_cast<unsigned char>(rest[5])) == 0))
            ++pages;
    }
    return pages;
}

const model::RequiredDocument* findDocument(const Platform& platform, const std::string& service,
                                            const std::string& document) {
    const auto* found = platform.served.catalogue.find(service);
    if (found == nullptr)
        return nullptr;
    const auto at = std::find_if(found->documents.begin(), found->documents.end(),
                                 [&](const auto& one) { return one.id == document; });
    return at == found->documents.end() ? nullptr : &*at;
}

Response start(Platform& platform, Call& call) {
    Members members(call.body);
    const auto service = members.text("serviceId", isServiceId);
    const auto document = members.text("documentId", isServiceId);
    members.finish();
    const auto* asked = findDocument(platform, service, document);
    if (asked == nullptr || asked->portrait)
        refuse(ProblemType::Validation, "no document that comes by telephone", {}, document);
    const auto now = platform.clock.now();
    const auto id = crypto::uuid4();
    const auto secret = newSecret();
    Transaction transaction(platform.database);
    platform.database.run("DELETE FROM tickets WHERE expires_at < ?",
                          milliseconds(now - std::chrono::hours{24}));
    // One at a time: the address on an earlier page is dead.
    platform.database.run(
        "UPDATE tickets SET expires_at = ? WHERE terminal = ? AND identity IS ? AND document = ? "
        "AND expires_at > ?",
        milliseconds(now), call.request.terminal, call.identity, document, milliseconds(now));
    platform.database.run(
        "INSERT INTO tickets(id, secret_hash, terminal, identity, service, document, expires_at) "
        "VALUES(?, ?, ?, ?, ?, ?, ?)",
        id, hashOf(secret), call.request.terminal, call.identity, service, document,
        milliseconds(now + kLife));
    transaction.commit();
    return jsonResponse(201, json::object{{"id", id},
                                          {"state", "waiting"},
                                          {"expiresAt", timestamp(now + kLife)},
                                          {"address", platform.phoneUrl + "/d/" + secret}});
}

Response show(Platform& platform, Call& call) {
    const auto& id = call.path.at("id");
    if (!isUuid(id))
        refuse(ProblemType::Malformed, "the id is not a UUID");
    Query row(platform.database,
              "SELECT t.terminal, t.identity, t.expires_at, t.mark, t.pages, a.id, a.media_type, a.size "
              "FROM tickets t LEFT JOIN attachments a ON a.id = t.attachment WHERE t.id = ?",
              id);
    if (!row.next() || row.text(0) != call.request.terminal ||
        row.optionalText(1).value_or("") != call.identity.value_or(""))
        refuse(ProblemType::NotFound, "no such ticket");
    const WallTime expires{std::chrono::milliseconds{row.integer(2)}};
    const bool received = !row.isNull(5);
    json::object ticket{{"id", id},
                        {"state", received                          ? "received"
                                  : expires <= platform.clock.now() ? "expired"
                                                                    : "waiting"},
                        {"expiresAt", timestamp(expires)}};
    if (received)
        ticket["received"] = json::object{{"attachmentId", row.text(5)},
                                          {"mediaType", row.text(6)},
                                          {"size", row.integer(7)},
                                          {"pages", row.integer(4)},
                                          {"mark", row.text(3)}};
    return jsonResponse(200, ticket);
}

} // namespace

FoundTicket findTicket(Platform& platform, std::string_view secret) {
    Query row(platform.database,
              "SELECT id, terminal, identity, service, document, expires_at, attachment, mark FROM tickets "
              "WHERE secret_hash = ?",
              hashOf(secret));
    if (!row.next())
        return {};
    if (!row.isNull(6))
        return {std::nullopt, TicketEnd::Used, row.text(7)};
    const auto* document = findDocument(platform, row.text(3), row.text(4));
    if (row.integer(5) <= milliseconds(platform.clock.now()) || document == nullptr)
        return {std::nullopt, TicketEnd::Expired, {}};
    return {OpenTicket{row.text(0), row.text(1), row.optionalText(2), row.text(4), document->name,
                       document->pages},
            TicketEnd::Unknown,
            {}};
}

std::optional<model::LocalizedText> refusalOf(const OpenTicket& ticket, std::string_view content) {
    if (content.empty())
        return text("لم تختر ملفًا. اختر ملفًا ثم أرسله.",
                    "You have not chosen a file. Choose one, then send it.");
    if (content.size() > kFileLimit)
        return text("الملف أكبر من 5 ميغابايت. اختر ملفًا أصغر.",
                    "The file is larger than 5 MB. Choose a smaller one.");
    const auto type = mediaTypeOf(content);
    if (type.empty() || (ticket.pages == 0 && type == "application/pdf"))
        return ticket.pages == 0
                   ? text("هذا ليس صورة يمكننا قراءتها. أرسل صورة JPEG أو PNG.",
                          "This is not a picture that we can read. Send a JPEG or PNG picture.")
                   : text("هذا ليس مستندًا يمكننا قراءته. أرسل صورة JPEG أو PNG أو ملف PDF.",
                          "This is not a document that we can read. Send a JPEG or PNG picture, or a PDF.");
    if (ticket.pages > 0 && pagesOf(content) > ticket.pages)
        return text("في الملف صفحات أكثر مما يُطلب (" + std::to_string(ticket.pages) + " على الأكثر).",
                    "The file has more pages than are asked for (" + std::to_string(ticket.pages) +
                        " at most).");
    return std::nullopt;
}

std::string keepFile(Platform& platform, const OpenTicket& ticket, std::string_view content) {
    constexpr unsigned kMarks = 10'000;
    const auto random = crypto::randomBytes(2);
    auto mark = std::to_string((random[0] * 256U + random[1]) % kMarks);
    mark.insert(0, 4 - mark.size(), '0');
    const auto id = crypto::uuid4();
    const auto bytes = asBytes(content);
    Transaction transaction(platform.database);
    platform.database.run("INSERT INTO attachments(id, terminal, identity, document, media_type, size, "
                          "sha256, content, complete, "
                          "started_at) VALUES(?, ?, ?, ?, ?, ?, ?, ?, 1, ?)",
                          id, ticket.terminal, ticket.identity, ticket.document, mediaTypeOf(content),
                          content.size(), toHex(crypto::sha256(bytes)), ByteView(bytes),
                          milliseconds(platform.clock.now()));
    platform.database.run("UPDATE tickets SET attachment = ?, mark = ?, pages = ? WHERE id = ?", id, mark,
                          pagesOf(content), ticket.id);
    transaction.commit();
    return mark;
}

void endTickets(Platform& platform, const std::string& terminal, const std::string& identity) {
    platform.database.run("UPDATE tickets SET expires_at = 0 WHERE terminal = ? AND identity = ?", terminal,
                          identity);
}

void addTicketsApi(Router& router, Platform& platform) {
    router.add({"POST",
                "/v1/attachment-tickets",
                BodyKind::Json,
                Caller::Anybody,
                [&platform](Call& call) { return start(platform, call); },
                {}});
    router.add({"GET",
                "/v1/attachment-tickets/{id}",
                BodyKind::None,
                Caller::Anybody,
                [&platform](Call& call) { return show(platform, call); },
                {}});
}

} // namespace balady::sandbox
