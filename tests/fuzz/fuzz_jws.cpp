// What a QR code says, read as a signed licence; and what a reply says, read as the signature of its body.
#include "kiosk/crypto/crypto.h"
#include "kiosk/licence/licence_claims.h"
#include "tests/fuzz/target.h"

#include <string>

namespace {

using namespace balady;

/// The example of the contract.
const std::string kClaims =
    R"({"iss":"balady","sub":"LC-4500000123","s":"issue-commercial-license","t":["رخصة تجارية","Commercial licence"],)"
    R"("h":["بقالة الواحة","Al Waha Grocery"],"n":"7000000012","a":["بقالات","Groceries"],)"
    R"("m":["بلدية غرب الدمام","West Dammam Municipality"],"r":["أمانة المنطقة الشرقية","Eastern Province Amana"],)"
    R"("d":"RAAA2919","f":"2026-11-21","u":"2027-11-20"})";

/// The keys, and the one licence that was ever signed with them: Ed25519 signatures are the same each time.
struct Issuer {
    Bytes secret = Bytes(32, 0x42);
    std::string keys = R"({"keys":[{"kty":"OKP","crv":"Ed25519","kid":"k1","x":")" +
                       toBase64Url(crypto::ed25519PublicKey(secret).value()) + R"("}]})";
    std::string licence = crypto::signJws(kClaims, secret, "k1").value();
    std::string detached =
        crypto::signDetachedJws(kClaims, secret, "k1", std::chrono::sys_seconds{std::chrono::seconds{1}})
            .value();
};

void run(ByteView input) {
    static const Issuer kIssuer;
    const auto text = asText(input);
    const auto payload = crypto::verifyJws(text, kIssuer.keys);
    fuzz::mustHold(!payload || (text == kIssuer.licence && *payload == kClaims),
                   "a signature fits only what was signed, in its one spelling");
    const auto licence = licence::verify(text, kIssuer.keys);
    fuzz::mustHold(licence.has_value() == payload.has_value(), "a licence is what its issuer signed");

    // Beside its payload: the issuer's own licence carries no time.
    fuzz::mustHold(crypto::verifyDetachedJws(text, kClaims, kIssuer.keys).has_value() ==
                       (text == kIssuer.detached),
                   "what was signed beside its payload has one spelling");

    // The same bytes as a set of keys: other keys than the issuer's say nothing of its licence.
    const auto byOthers = crypto::verifyJws(kIssuer.licence, text);
    fuzz::mustHold(!byOthers ||
                       text.find(toBase64Url(crypto::ed25519PublicKey(kIssuer.secret).value())) !=
                           std::string::npos ||
                       text.find('\\') != std::string::npos,
                   "a signature fits its own key only");
}

const fuzz::Registration kTarget("jws", run);

} // namespace
