// Licence claims: the payload of a licence's JWS, written by the issuer and read by every terminal, also
// without a network.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/model/request.h"

#include <string>
#include <string_view>

namespace balady::licence {

/// The claims (LicenceClaims in config/api/balady-kiosk.openapi.yaml) as a licence. Strict: every claim must
/// be there (`d`, the address, may be absent), of its type and in its bounds, nothing else may be there, and
/// no text may hold control or bidirectional formatting characters, so that it cannot disguise itself on
/// screen or paper. An expired licence is read like any other. Fault: Malformed, naming the claim and never
/// its value.
[[nodiscard]] Result<model::Licence> readClaims(std::string_view json);

/// The claims as compact JSON in a fixed order: the same licence gives the same bytes. Fault: Malformed, if
/// readClaims() would refuse them.
[[nodiscard]] Result<std::string> writeClaims(const model::Licence& licence);

/// What the text of a QR code says, if it is a licence signed by a key of the JWK Set (RFC 7517).
/// Faults: Malformed (not a licence: a URL, a foreign token), NotFound (signed by a key that we do not have),
/// Tampered (the signature does not fit). Whether it has expired is the caller's question to the clock.
[[nodiscard]] Result<model::Licence> verify(std::string_view qrText, std::string_view jwkSet);

} // namespace balady::licence
