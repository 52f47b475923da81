#include "kiosk/service/zone_scans.h"

namespace balady::service {
namespace {

constexpr std::size_t kMostLines = 3; // TD1, Doc 9303-5

} // namespace

std::optional<model::Mrz> ZoneScans::take(std::string_view scan) {
    m_lines.emplace_back(scan);
    if (m_lines.size() > kMostLines)
        m_lines.pop_front();
    std::string zone;
    for (auto line = m_lines.rbegin(); line != m_lines.rend(); ++line) {
        zone.insert(0, *line);
        if (auto read = model::parseMrz(zone)) {
            m_lines.clear();
            return std::move(*read);
        }
    }
    return std::nullopt;
}

} // namespace balady::service
