#include "tests/sandbox/licence_signer.h"

#include "kiosk/crypto/crypto.h"
#include "kiosk/licence/licence_claims.h"

namespace balady::sandbox {

LicenceSigner::LicenceSigner(Database& database) : m_key(database, "licence-key", "s1") {}

std::string LicenceSigner::sign(const model::Licence& licence) const {
    const auto claims = licence::writeClaims(licence);
    if (!claims)
        throw StorageError(claims.error().context);
    const auto jws = crypto::signJws(*claims, m_key.secret(), m_key.id());
    if (!jws)
        throw StorageError(jws.error().context);
    return *jws;
}

} // namespace balady::sandbox
