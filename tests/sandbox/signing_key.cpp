#include "tests/sandbox/signing_key.h"

#include "kiosk/crypto/crypto.h"

#include <boost/json.hpp>

#include <utility>

namespace balady::sandbox {

SigningKey::SigningKey(Database& database, std::string_view name, std::string keyId)
    : m_id(std::move(keyId)) {
    database.run("INSERT OR IGNORE INTO secrets(name, value) VALUES(?, ?)", name,
                 ByteView(crypto::randomBytes(32)));
    Query query(database, "SELECT value FROM secrets WHERE name = ?", name);
    query.next();
    m_secret = query.blob(0);
}

std::string SigningKey::keySet() const {
    const auto publicKey = crypto::ed25519PublicKey(m_secret);
    if (!publicKey)
        throw StorageError(publicKey.error().context);
    const boost::json::value set{{"keys",
                                  {{{"kty", "OKP"},
                                    {"crv", "Ed25519"},
                                    {"x", toBase64Url(*publicKey)},
                                    {"kid", m_id},
                                    {"use", "sig"},
                                    {"alg", "EdDSA"}}}}};
    return boost::json::serialize(set);
}

} // namespace balady::sandbox
