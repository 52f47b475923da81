#include "tests/sandbox/phone_pages.h"

#include "tests/sandbox/tickets.h"

#include <optional>
#include <string_view>

namespace balady::sandbox {
namespace {

using model::text;

std::string escaped(std::string_view words) {
    std::string out;
    for (const char c : words)
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        default: out += c;
        }
    return out;
}

std::string both(std::string_view tag, const model::LocalizedText& words) {
    const std::string name(tag);
    return "<" + name + " lang=\"ar\" dir=\"rtl\">" + escaped(words.in(model::Language::Arabic)) + "</" +
           name + ">\n<" + name + " lang=\"en\" dir=\"ltr\">" + escaped(words.in(model::Language::English)) +
           "</" + name + ">\n";
}

Response page(int status, const std::string& content) {
    Response response;
    response.status = status;
    response.headers["content-type"] = "text/html; charset=utf-8";
    response.headers["cache-control"] = "no-store";
    response.headers["referrer-policy"] = "no-referrer"; // the address is the key
    response.headers["x-content-type-options"] = "nosniff";
    response.headers["content-security-policy"] =
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'";
    response.body =
        "<!doctype html>\n<html lang=\"ar\">\n<head><meta charset=\"utf-8\">"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        "<meta name=\"robots\" content=\"noindex\"><title>بلدي - Balady</title>\n<style>"
        "body{font:18px/1.6 system-ui,sans-serif;max-width:32rem;margin:1rem auto;padding:0 1rem;"
        "color:#14322b}h1{font-size:1.4rem;margin:.2rem 0}.bad{background:#fdecea;padding:.5rem 1rem;"
        "border-radius:.5rem}.mark{font-size:3rem;text-align:center;margin:.5rem;direction:ltr}"
        "input,button{font:inherit;width:100%;box-sizing:border-box;margin:.7rem 0;min-height:3rem}"
        "button{background:#0b6e4f;color:#fff;border:0;border-radius:.5rem;font-weight:600}"
        "</style></head>\n<body>\n" +
        content + "</body></html>\n";
    return response;
}

Response form(const OpenTicket& ticket, int status, const std::optional<model::LocalizedText>& wrong) {
    const bool paper = ticket.pages > 0;
    std::string content = both("h1", ticket.name);
    if (wrong)
        content += "<div class=\"bad\" role=\"alert\">\n" + both("p", *wrong) + "</div>\n";
    content +=
        both("p", paper ? text("صوّر المستند أو اختر ملفه (JPEG أو PNG أو PDF، حتى 5 ميغابايت)، ثم أرسله.",
                               "Photograph the document or choose its file (JPEG, PNG or PDF, up to 5 MB), "
                               "then send it.")
                        : text("صوّره أو اختر صورة (JPEG أو PNG، حتى 5 ميغابايت)، ثم أرسلها.",
                               "Photograph it or choose a picture (JPEG or PNG, up to 5 MB), then send it."));
    content += "<form method=\"post\" enctype=\"multipart/form-data\">\n"
               "<input type=\"file\" name=\"file\" required aria-label=\"الملف / File\" accept=\"" +
               std::string(paper ? "image/jpeg,image/png,application/pdf" : "image/jpeg,image/png") +
               "\">\n<button type=\"submit\">أرسل / Send</button>\n</form>\n";
    return page(status, content);
}

Response received(const std::string& mark) {
    return page(
        200, both("h1", text("وصل الملف", "Your file has arrived")) + "<p class=\"mark\">" + mark + "</p>\n" +
                 both("p", text("قارن هذا الرقم بالرقم على شاشة الجهاز، ثم تابع هناك. يمكنك إغلاق هذه "
                                "الصفحة.",
                                "Compare this number with the one on the terminal's screen and go on there. "
                                "You can close this page.")));
}

Response ended(const FoundTicket& ticket) {
    if (ticket.end == TicketEnd::Used)
        return page(410,
                    both("h1", text("استُخدم هذا الرابط", "This address has been used")) +
                        both("p", text("وصل ملف من خلاله. إن لم يكن ملفك فاطلب رابطًا جديدًا على شاشة الجهاز.",
                                       "A file came by it. If it was not yours, ask for a new address on the "
                                       "terminal's screen.")));
    const bool expired = ticket.end == TicketEnd::Expired;
    return page(expired ? 410 : 404,
                both("h1", expired ? text("انتهت صلاحية هذا الرابط", "This address has expired")
                                   : text("لا يوجد شيء هنا", "There is nothing here")) +
                    both("p", text("اطلب رابطًا جديدًا على شاشة الجهاز.",
                                   "Ask for a new address on the terminal's screen.")));
}

/// The content of the part named "file" (RFC 7578); nothing if there is none.
std::optional<std::string_view> fileIn(const Request& request) {
    const auto type = request.headers.find("content-type");
    constexpr std::string_view kBoundary = "boundary=";
    if (type == request.headers.end() || !type->second.starts_with("multipart/form-data"))
        return std::nullopt;
    const auto at = type->second.find(kBoundary);
    if (at == std::string::npos)
        return std::nullopt;
    auto boundary = std::string_view(type->second).substr(at + kBoundary.size());
    boundary = boundary.substr(0, boundary.find(';'));
    if (boundary.size() >= 2 && boundary.front() == '"' && boundary.back() == '"')
        boundary = boundary.substr(1, boundary.size() - 2);
    if (boundary.empty())
        return std::nullopt;
    const auto delimiter = "--" + std::string(boundary);
    const std::string_view body = request.body;
    for (auto start = body.find(delimiter); start != std::string_view::npos;) {
        const auto part = start + delimiter.size();
        const auto end = body.find("\r\n" + delimiter, part);
        if (end == std::string_view::npos)
            return std::nullopt;
        const auto whole = body.substr(part, end - part);
        const auto blank = whole.find("\r\n\r\n");
        if (blank != std::string_view::npos &&
            whole.substr(0, blank).find("name=\"file\"") != std::string_view::npos)
            return whole.substr(blank + 4);
        start = end + 2;
    }
    return std::nullopt;
}

} // namespace

Response answerTelephone(Platform& platform, const Request& request) {
    constexpr std::string_view kFolder = "/d/";
    if (!request.path.starts_with(kFolder))
        return ended({});
    const auto ticket = findTicket(platform, std::string_view(request.path).substr(kFolder.size()));
    if (!ticket.open)
        return ended(ticket);
    if (request.method == "GET" || request.method == "HEAD")
        return form(*ticket.open, 200, {});
    if (request.method != "POST")
        return form(*ticket.open, 405, {});
    if (request.bodyTooLarge)
        return form(*ticket.open, 413,
                    text("الملف أكبر من 5 ميغابايت. اختر ملفًا أصغر.",
                         "The file is larger than 5 MB. Choose a smaller one."));
    const auto file = fileIn(request).value_or(std::string_view{});
    if (const auto wrong = refusalOf(*ticket.open, file))
        return form(*ticket.open, 422, wrong);
    return received(keepFile(platform, *ticket.open, file));
}

} // namespace balady::sandbox
