// BadgeOffice: who issues technicians' badges in a made-up country, and what they write into each.
#pragma once

#include "tests/simulators/chip/badge_chip.h"
#include "tests/simulators/chip/card_file.h"

#include <string>

namespace balady::simulators {

/// Its keys live as long as it does: a trust list is good for one run of the simulator, and so is a badge's mark.
class BadgeOffice {
  public:
    BadgeOffice();
    /// Its authority's certificate (PEM).
    [[nodiscard]] std::string trustList() const { return m_authority.pem(); }
    /// Its list of withdrawn badges (PEM), until so many seconds from now: the good badges are on it, or nobody.
    [[nodiscard]] std::string withdrawn(bool current, long until) const;
    /// What is in the chip of this card, an Application::Badge.
    [[nodiscard]] BadgeDesign personalise(const CardFile& card) const;

  private:
    IssuingAuthority m_authority;
    BadgeKey m_current;
    BadgeKey m_expired;
    BadgeKey m_stranger; ///< of an authority that is on nobody's list
};

} // namespace balady::simulators
