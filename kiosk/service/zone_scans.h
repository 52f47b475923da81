// ZoneScans: puts a machine readable zone together from what a hand scanner sends, a line or a zone at a time; pure.
#pragma once

#include "kiosk/model/mrz.h"

#include <deque>
#include <optional>
#include <string>
#include <string_view>

namespace balady::service {

class ZoneScans {
  public:
    /// The zone that ends with this scan, if every check digit of it holds. Lines that belong to nothing are forgotten when
    /// others have come after them; all are when a zone was found (freed memory is overwritten, ADR 0016).
    [[nodiscard]] std::optional<model::Mrz> take(std::string_view scan);

  private:
    std::deque<std::string> m_lines; ///< the last three
};

} // namespace balady::service
