// balady-audit: examines a terminal's audit trail.
#include "kiosk/audit/examine.h"

#include <charconv>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {

constexpr const char* kUsage = "usage: balady-audit verify FILE [--key HEX] [--head SEQUENCE:HASH]\n"
                               "Says whether lines of an audit trail were altered, removed, put in or "
                               "exchanged. --key is the terminal's public key, as it\n"
                               "was told when the terminal was put up; --head one that it told later: what "
                               "was cut off behind it is found. Ends with 0 if\n"
                               "nothing was found, 1 if something was, 2 if the file cannot be read.\n";

int wrongUse() {
    std::cerr << kUsage;
    return 2;
}

} // namespace

int main(int argc, char** argv) {
    using namespace balady;
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words.size() < 2 || words.size() % 2 != 0 || words[0] != "verify")
        return wrongUse();
    audit::Known known;
    for (std::size_t i = 2; i < words.size(); i += 2) {
        if (words[i] == "--key") {
            known.publicKey = words[i + 1];
        } else if (words[i] == "--head") {
            const auto& text = words[i + 1];
            const auto colon = text.find(':');
            ports::AuditHead head;
            if (colon == std::string::npos ||
                std::from_chars(text.data(), text.data() + colon, head.sequence).ptr != text.data() + colon)
                return wrongUse();
            head.hash = text.substr(colon + 1);
            known.head = head;
        } else {
            return wrongUse();
        }
    }
    std::ifstream trail(words[1], std::ios::binary);
    if (!trail) {
        std::cerr << "balady-audit: cannot read " << words[1] << '\n';
        return 2;
    }
    const auto result = audit::examine(trail, known);
    for (const auto& finding : result.findings)
        std::cout << "line " << finding.line << ": " << finding.what << '\n';
    std::cout << result.entries << " entries, signed up to " << result.signedUpTo << ", head "
              << result.head.sequence << ':' << result.head.hash << '\n';
    if (result.tornBytes > 0)
        std::cout << result.tornBytes
                  << " bytes behind the last line end: a power cut; the terminal sets them aside\n";
    if (known.publicKey.empty())
        std::cout
            << "the key was taken from the file itself: whoever wrote all of it anew is not found (--key)\n";
    return result.findings.empty() ? 0 : 1;
}
