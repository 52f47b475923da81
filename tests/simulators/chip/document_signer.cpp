#include "tests/simulators/chip/document_signer.h"

#include "drivers/smartcard/tlv.h"
#include "kiosk/crypto/crypto.h"
#include "tests/simulators/chip/key_and_certificate.h"

#include <openssl/bio.h>
#include <openssl/cms.h>

#include <array>

namespace balady::simulators {

namespace {

using Stream = std::unique_ptr<BIO, Free<BIO, BIO_free_all>>;
using Message = std::unique_ptr<CMS_ContentInfo, Free<CMS_ContentInfo, CMS_ContentInfo_free>>;
using Identifier = std::unique_ptr<ASN1_OBJECT, Free<ASN1_OBJECT, ASN1_OBJECT_free>>;

constexpr long kDay = 24L * 60 * 60;

} // namespace

IssuingAuthority::IssuingAuthority(const std::string& name)
    : m_own(issue(name, nullptr, -3650 * kDay, 3650 * kDay)) {}

std::string IssuingAuthority::pem() const {
    return pemOf(*m_own);
}

DocumentSigner::DocumentSigner(const IssuingAuthority& authority, Validity validity)
    : m_own(issue("Document signer", &authority.own(), -1000 * kDay,
                  validity == Validity::Expired ? -1 * kDay : 3000 * kDay)) {}

std::string DocumentSigner::pem() const {
    return pemOf(*m_own);
}

Bytes DocumentSigner::sign(ByteView securityObject) const {
    const Stream content(BIO_new_mem_buf(securityObject.data(), static_cast<int>(securityObject.size())));
    const unsigned flags = CMS_BINARY | CMS_PARTIAL | CMS_NOSMIMECAP;
    const Message message(CMS_sign(nullptr, nullptr, nullptr, nullptr, flags));
    const Identifier type(OBJ_txt2obj("2.23.136.1.1.1", 1));
    must(content && message && type && CMS_set1_eContentType(message.get(), type.get()) == 1 &&
         CMS_add1_signer(message.get(), m_own->certificate.get(), m_own->key.get(), EVP_sha256(), flags) !=
             nullptr &&
         CMS_final(message.get(), content.get(), nullptr, flags) == 1);
    unsigned char* der = nullptr;
    const int size = i2d_CMS_ContentInfo(message.get(), &der);
    must(size > 0);
    Bytes out(der, der + size);
    OPENSSL_free(der);
    return out;
}

Bytes makeSod(const std::map<int, Bytes>& dataGroups, const DocumentSigner& signer) {
    using smartcard::appendTlv;
    // 2.16.840.1.101.3.4.2.1, SHA-256
    constexpr std::array<std::uint8_t, 9> kSha256{0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01};
    Bytes hashes;
    for (const auto& [number, file] : dataGroups) {
        const std::array<std::uint8_t, 1> numberBytes{static_cast<std::uint8_t>(number)};
        Bytes entry;
        appendTlv(entry, 0x02, numberBytes);
        appendTlv(entry, 0x04, crypto::sha256(file));
        appendTlv(hashes, 0x30, entry);
    }
    Bytes algorithm;
    appendTlv(algorithm, 0x06, kSha256);
    const std::array<std::uint8_t, 1> version{0};
    Bytes content;
    appendTlv(content, 0x02, version);
    appendTlv(content, 0x30, algorithm);
    appendTlv(content, 0x30, hashes);
    Bytes object;
    appendTlv(object, 0x30, content);
    Bytes file;
    appendTlv(file, 0x77, signer.sign(object));
    return file;
}

} // namespace balady::simulators
