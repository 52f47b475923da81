#include "tests/simulators/chip/personalisation.h"

namespace balady::simulators {
namespace {

constexpr int kEfDg1 = 0x0101;
constexpr int kEfDg2 = 0x0102;
constexpr int kEfDg15 = 0x010f;
constexpr int kEfSod = 0x011d;

/// The first letter of the name: no check digit covers it.
Bytes withAnotherName(Bytes dg1, const std::string& mrz) {
    const std::size_t name = mrz.size() == 90 ? 60 : 5;
    auto& letter = dg1[dg1.size() - mrz.size() + name];
    letter = letter == 'A' ? 'B' : 'A';
    return dg1;
}

} // namespace

Country::Country()
    : m_authority("Demo CSCA"), m_signer(m_authority, DocumentSigner::Validity::Current),
      m_expiredSigner(m_authority, DocumentSigner::Validity::Expired),
      m_stranger(IssuingAuthority("Unlisted CSCA"), DocumentSigner::Validity::Current) {}

std::string Country::trustList() const {
    return m_authority.pem();
}

const DocumentSigner& Country::signerOf(Signature signature) const {
    switch (signature) {
    case Signature::ExpiredSigner: return m_expiredSigner;
    case Signature::UnknownIssuer: return m_stranger;
    default: return m_signer;
    }
}

std::optional<ChipDesign> Country::personalise(const CardFile& card) const {
    if (card.mrz.empty())
        return std::nullopt;
    ChipDesign design{card.mrz, card.bac, card.pace, card.cardAccessNumber, {}, {}};
    std::map<int, Bytes> groups{{1, makeDg1(card.mrz)}};
    if (card.portraitSize > 0)
        groups[2] = design.files[kEfDg2] = makeDg2(card.portraitSize);
    if (card.key) {
        design.key.emplace(*card.key);
        groups[15] = design.files[kEfDg15] = design.key->dg15();
    }
    if (card.signature == Signature::None)
        return design;
    auto& sod = design.files[kEfSod] = makeSod(groups, signerOf(card.signature));
    if (card.signature == Signature::TamperedName)
        design.files[kEfDg1] = withAnotherName(groups[1], card.mrz);
    if (card.signature == Signature::Forged)
        sod.back() ^= 0x01; // the signature itself is what comes last
    if (card.signature == Signature::Copied)
        design.key.emplace(*card.key); // nobody gets the first one out of its chip
    return design;
}

} // namespace balady::simulators
