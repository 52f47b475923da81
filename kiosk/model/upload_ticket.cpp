#include "kiosk/model/upload_ticket.h"

#include <algorithm>

namespace balady::model {

bool isTicketAddress(std::string_view address, std::string_view pinnedOrigin) {
    constexpr std::size_t kLongest = 128; // what a code holds that a cheap telephone can read
    constexpr std::string_view kScheme = "https://";
    if (!pinnedOrigin.starts_with(kScheme) || pinnedOrigin.size() == kScheme.size() ||
        !address.starts_with(pinnedOrigin) || address.size() > kLongest)
        return false;
    const auto path = address.substr(pinnedOrigin.size());
    return path.size() > 1 && path.front() == '/' && std::all_of(path.begin(), path.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '/' || c == '-' || c == '_';
           });
}

} // namespace balady::model
