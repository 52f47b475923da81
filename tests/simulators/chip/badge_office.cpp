#include "tests/simulators/chip/badge_office.h"

#include "tests/simulators/chip/key_and_certificate.h"

namespace balady::simulators {

BadgeOffice::BadgeOffice()
    : m_authority("Demo maintenance"), m_current(m_authority, BadgeKey::Validity::Current),
      m_expired(m_authority, BadgeKey::Validity::Expired),
      m_stranger(IssuingAuthority("Unlisted maintenance"), BadgeKey::Validity::Current) {}

BadgeDesign BadgeOffice::personalise(const CardFile& card) const {
    const auto& key = card.signature == Signature::UnknownIssuer   ? m_stranger
                      : card.signature == Signature::ExpiredSigner ? m_expired
                                                                   : m_current;
    return {card.pin, card.tries, card.signature == Signature::Forged, card.refusesPin, key};
}

std::string BadgeOffice::withdrawn(bool current, long until) const {
    std::vector<Bytes> listed;
    if (current)
        listed.push_back(m_current.certificate());
    constexpr long kWeek = 7L * 24 * 3600;
    return withdraw(m_authority.own(), listed, -kWeek, until);
}

} // namespace balady::simulators
