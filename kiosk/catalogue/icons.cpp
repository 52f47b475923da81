#include "kiosk/catalogue/icons.h"

#include <algorithm>
#include <array>

namespace balady::catalogue {
namespace {

/// The pictures of the set; its arrows and keys are the terminal's own.
constexpr std::array<std::string_view, 66> kIcons{"barcode",
                                                  "briefcase",
                                                  "building",
                                                  "bulb",
                                                  "calendar",
                                                  "camera",
                                                  "car",
                                                  "card",
                                                  "chart",
                                                  "check",
                                                  "city",
                                                  "clipboard",
                                                  "clock",
                                                  "crane",
                                                  "demolish",
                                                  "dig",
                                                  "document",
                                                  "document-add",
                                                  "document-search",
                                                  "edit",
                                                  "electricity",
                                                  "eye",
                                                  "fence",
                                                  "flag",
                                                  "food",
                                                  "gate",
                                                  "gavel",
                                                  "globe",
                                                  "graffiti",
                                                  "health",
                                                  "help",
                                                  "home",
                                                  "image",
                                                  "info",
                                                  "insulation",
                                                  "key",
                                                  "light",
                                                  "list",
                                                  "location",
                                                  "map",
                                                  "megaphone",
                                                  "message",
                                                  "money",
                                                  "park",
                                                  "payment",
                                                  "phone",
                                                  "plan",
                                                  "pothole",
                                                  "printer",
                                                  "qr",
                                                  "receipt",
                                                  "renew",
                                                  "road",
                                                  "search",
                                                  "shield-check",
                                                  "star",
                                                  "storefront",
                                                  "ticket",
                                                  "tools",
                                                  "transfer",
                                                  "trash",
                                                  "tree",
                                                  "user",
                                                  "users",
                                                  "waste",
                                                  "water"};

} // namespace

std::span<const std::string_view> icons() {
    return kIcons;
}

bool isIcon(std::string_view name) {
    return std::find(kIcons.begin(), kIcons.end(), name) != kIcons.end();
}

} // namespace balady::catalogue
