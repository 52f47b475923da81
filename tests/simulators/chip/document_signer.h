// DocumentSigner: who signs the files of simulated chips: a country's authority (CSCA) and its document signers (Doc
// 9303-12), with keys made when they are needed and kept nowhere.
#pragma once

#include "kiosk/base/bytes.h"

#include <map>
#include <memory>
#include <string>

namespace balady::simulators {

/// A key and its certificate; what they are made of stays in the source file.
struct KeyAndCertificate;

/// A country's signing authority, valid for the next years.
class IssuingAuthority {
  public:
    explicit IssuingAuthority(const std::string& name);
    /// Its certificate, as a trust list wants it.
    [[nodiscard]] std::string pem() const;
    [[nodiscard]] const KeyAndCertificate& own() const { return *m_own; }

  private:
    std::shared_ptr<const KeyAndCertificate> m_own;
};

class DocumentSigner {
  public:
    enum class Validity { Current, Expired };
    DocumentSigner(const IssuingAuthority& authority, Validity validity);
    [[nodiscard]] std::string pem() const;

    /// CMS SignedData (DER) around an LDSSecurityObject: SHA-256, ECDSA, the signer's certificate inside.
    [[nodiscard]] Bytes sign(ByteView securityObject) const;

  private:
    std::shared_ptr<const KeyAndCertificate> m_own;
};

/// EF.SOD of a chip that holds these data groups: their SHA-256 hashes, signed.
[[nodiscard]] Bytes makeSod(const std::map<int, Bytes>& dataGroups, const DocumentSigner& signer);

} // namespace balady::simulators
