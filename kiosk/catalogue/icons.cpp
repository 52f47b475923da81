#include "kiosk/catalogue/icons.h"

#include <algorithm>
#include <array>

namespace balady::catalogue {
namespace {

constexpr std::array<std::string_view, 38> kIcons{"air-conditioner",
                                                  "blueprint",
                                                  "building",
                                                  "cable",
                                                  "calendar",
                                                  "camera",
                                                  "certificate",
                                                  "checklist",
                                                  "container",
                                                  "dots",
                                                  "facade",
                                                  "fence",
                                                  "insulation",
                                                  "lamp",
                                                  "license",
                                                  "license-renew",
                                                  "license-search",
                                                  "lightning",
                                                  "list",
                                                  "paint",
                                                  "park",
                                                  "pothole",
                                                  "receipt",
                                                  "road-works",
                                                  "rubble",
                                                  "sand",
                                                  "search",
                                                  "shovel",
                                                  "sidewalk",
                                                  "sign",
                                                  "star",
                                                  "sticker",
                                                  "storefront",
                                                  "tank",
                                                  "trash",
                                                  "vehicle",
                                                  "verify",
                                                  "water"};

} // namespace

std::span<const std::string_view> icons() {
    return kIcons;
}

bool isIcon(std::string_view name) {
    return std::find(kIcons.begin(), kIcons.end(), name) != kIcons.end();
}

} // namespace balady::catalogue
