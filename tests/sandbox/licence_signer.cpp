#include "tests/sandbox/licence_signer.h"

#include "kiosk/crypto/crypto.h"
#include "kiosk/licence/licence_claims.h"

#include <boost/json.hpp>

namespace balady::sandbox {
namespace {

constexpr std::string_view kKeyId = "s1";
constexpr std::string_view kSecret = "licence-key";

} // namespace

LicenceSigner::LicenceSigner(Database& database) {
    database.run("INSERT OR IGNORE INTO secrets(name, value) VALUES(?, ?)", kSecret,
                 ByteView(crypto::randomBytes(32)));
    Query query(database, "SELECT value FROM secrets WHERE name = ?", kSecret);
    query.next();
    m_privateKey = query.blob(0);
}

std::string LicenceSigner::sign(const model::Licence& licence) const {
    const auto claims = licence::writeClaims(licence);
    if (!claims)
        throw StorageError(claims.error().context);
    const auto jws = crypto::signJws(*claims, m_privateKey, kKeyId);
    if (!jws)
        throw StorageError(jws.error().context);
    return *jws;
}

std::string LicenceSigner::keySet() const {
    const auto publicKey = crypto::ed25519PublicKey(m_privateKey);
    if (!publicKey)
        throw StorageError(publicKey.error().context);
    const boost::json::value set{{"keys",
                                  {{{"kty", "OKP"},
                                    {"crv", "Ed25519"},
                                    {"x", toBase64Url(*publicKey)},
                                    {"kid", kKeyId},
                                    {"use", "sig"},
                                    {"alg", "EdDSA"}}}}};
    return boost::json::serialize(set);
}

} // namespace balady::sandbox
