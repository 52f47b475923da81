#include "tests/sandbox/url.h"

#include "kiosk/base/bytes.h"

namespace balady::sandbox {
namespace {

std::string percentDecoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            if (auto byte = fromHex(text.substr(i + 1, 2)); byte && byte->size() == 1) {
                out += static_cast<char>(byte->front());
                i += 2;
                continue;
            }
        }
        out += text[i];
    }
    return out;
}

} // namespace

std::pair<std::string, std::map<std::string, std::string>> splitTarget(std::string_view target) {
    const auto mark = target.find('?');
    std::map<std::string, std::string> query;
    auto rest = mark == std::string_view::npos ? std::string_view{} : target.substr(mark + 1);
    while (!rest.empty()) {
        const auto part = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(part.size() + 1, rest.size()));
        const auto equals = part.find('=');
        if (!part.empty())
            query[percentDecoded(part.substr(0, equals))] =
                equals == std::string_view::npos ? "" : percentDecoded(part.substr(equals + 1));
    }
    return {percentDecoded(target.substr(0, mark)), std::move(query)};
}

} // namespace balady::sandbox
