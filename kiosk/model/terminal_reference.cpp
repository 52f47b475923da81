#include "kiosk/model/terminal_reference.h"

#include <algorithm>

namespace balady::model {
namespace {

constexpr std::size_t kLongestId = 16; // the platform's references have 32 characters at most, forms take 30
constexpr std::size_t kLongest = 30;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isLetter(char c) {
    return c >= 'A' && c <= 'Z';
}

} // namespace

int mod97(std::string_view text) {
    int rest = 0;
    for (const char c : text) {
        if (isDigit(c))
            rest = (rest * 10 + (c - '0')) % 97;
        else if (isLetter(c))
            rest = (rest * 100 + (c - 'A' + 10)) % 97;
    }
    return rest;
}

std::string terminalReference(std::string_view terminalId, std::int64_t number) {
    terminalId.remove_prefix(terminalId.size() - std::min(terminalId.size(), kLongestId));
    terminalId.remove_prefix(std::min(terminalId.find_first_not_of('-'), terminalId.size()));
    std::string reference = "T-";
    for (const char c : terminalId)
        reference += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    reference += '-' + std::to_string(number) + '-';
    const int check = 98 - mod97(reference + "00");
    reference += static_cast<char>('0' + check / 10);
    reference += static_cast<char>('0' + check % 10);
    return reference;
}

bool isTerminalReference(std::string_view text) {
    return text.size() >= 8 && text.size() <= kLongest && text.starts_with("T-") && isDigit(text.back()) &&
           isDigit(text[text.size() - 2]) && text[text.size() - 3] == '-' && isDigit(text[text.size() - 4]) &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return isDigit(c) || isLetter(c) || c == '-'; }) &&
           mod97(text) == 1;
}

} // namespace balady::model
