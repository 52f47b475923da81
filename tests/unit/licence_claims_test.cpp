#include "kiosk/crypto/crypto.h"
#include "kiosk/licence/licence_claims.h"
#include "kiosk/model/date.h"

#include <doctest/doctest.h>

using namespace balady;
using namespace std::chrono_literals;

namespace {

// The example of the contract.
const std::string kClaims =
    R"({"iss":"balady","sub":"LC-4500000123","s":"issue-commercial-license","t":["رخصة تجارية","Commercial licence"],)"
    R"("h":["بقالة الواحة","Al Waha Grocery"],"n":"7000000012","a":["بقالات","Groceries"],)"
    R"("m":["بلدية غرب الدمام","West Dammam Municipality"],"r":["أمانة المنطقة الشرقية","Eastern Province Amana"],)"
    R"("d":"RAAA2919","f":"2026-11-21","u":"2027-11-20"})";

std::string with(std::string_view from, std::string_view to) {
    auto claims = kClaims;
    const auto at = claims.find(from);
    REQUIRE(at != std::string::npos);
    return claims.replace(at, from.size(), to);
}

struct Key {
    Bytes secret = crypto::randomBytes(32);
    std::string set = R"({"keys":[{"kty":"OKP","crv":"Ed25519","kid":"k1","x":")" +
                      toBase64Url(crypto::ed25519PublicKey(secret).value()) + R"("}]})";
    [[nodiscard]] std::string sign(const std::string& claims) const {
        return crypto::signJws(claims, secret, "k1").value();
    }
};

} // namespace

TEST_CASE("licence_claims_lose_something_on_the_way") {
    const auto licence = licence::readClaims(kClaims).value();
    CHECK(licence.number == "LC-4500000123");
    CHECK(licence.holder == model::text("بقالة الواحة", "Al Waha Grocery"));
    CHECK(licence.amana.in(model::Language::English) == "Eastern Province Amana");
    CHECK(licence.address == "RAAA2919");
    CHECK(licence.issued == model::Date{2026y / 11 / 21});
    CHECK(licence.expires == model::Date{2027y / 11 / 20});
    CHECK(licence::writeClaims(licence).value() == kClaims);
}

TEST_CASE("licence_without_address_or_english_is_refused") {
    const auto licence =
        licence::readClaims(with(R"(,"Al Waha Grocery"],"n":"7000000012")", R"(],"n":"1•••••1234")")).value();
    CHECK(licence.holder.in(model::Language::English) == "بقالة الواحة");
    const auto noAddress = licence::readClaims(with(R"("d":"RAAA2919",)", "")).value();
    CHECK(noAddress.address.empty());
    CHECK(licence::writeClaims(noAddress).value() == with(R"("d":"RAAA2919",)", ""));
}

TEST_CASE("claims_outside_the_contract_are_read") {
    const std::string bad[] = {
        "",
        "[]",
        "{}",
        with(R"("iss":"balady")", R"("iss":"elsewhere")"),
        with("LC-4500000123", "lc-4500000123"),
        with("LC-4500000123", "-LC4500000123"),
        with("LC-4500000123", ""),
        with(R"("n":"7000000012",)", ""),
        with(R"("n":"7000000012")", R"("n":7000000012)"),
        with(R"(["بقالات","Groceries"])", R"("بقالات")"),
        with(R"(["بقالات","Groceries"])", "[]"),
        with(R"(["بقالات","Groceries"])", R"(["","Groceries"])"),
        with(R"(["بقالات","Groceries"])", R"(["بقالات","Groceries","Épiceries"])"),
        with("Groceries", std::string(121, 'g')),
        with("RAAA2919", "raaa2919"),
        with("2026-11-21", "2026-02-30"),
        with("2026-11-21", "21-11-2026"),
        with("2027-11-20", "2026-11-20"), // ends before it begins
        with(R"("iss")", R"("admin":true,"iss")"),
        with("Groceries", "Groc\xffries"),
    };
    for (const auto& claims : bad)
        CHECK(licence::readClaims(claims).error().code == FaultCode::Malformed);
}

TEST_CASE("holder_name_reorders_the_text_around_it") {
    CHECK(licence::readClaims(with("Al Waha Grocery", "Al Waha \u202eyrecorG")).has_error());
    CHECK(licence::readClaims(with("Al Waha Grocery", "Al\u200bWaha")).has_error());
    CHECK(licence::readClaims(with("Al Waha Grocery", "Al Waha\\nGrocery")).has_error());
}

TEST_CASE("unreadable_licence_is_issued") {
    auto licence = licence::readClaims(kClaims).value();
    licence.number = "no number";
    CHECK(licence::writeClaims(licence).error().code == FaultCode::Malformed);
    licence = licence::readClaims(kClaims).value();
    licence.title = {};
    CHECK(licence::writeClaims(licence).has_error());
}

TEST_CASE("foreign_qr_passes_for_a_licence") {
    const Key key;
    for (const auto* text :
         {"https://balady.gov.sa/verify?n=LC-4500000123", "", "...", "WIFI:S:x;T:WPA;P:y;;"})
        CHECK(licence::verify(text, key.set).error().code == FaultCode::Malformed);
    CHECK(licence::verify(key.sign(R"({"hello":"world"})"), key.set).error().code == FaultCode::Malformed);
    CHECK(licence::verify(Key().sign(kClaims), key.set).error().code == FaultCode::Tampered);
}

TEST_CASE("tampered_licence_verifies") {
    const Key key;
    const auto jws = key.sign(kClaims);
    REQUIRE(licence::verify(jws, key.set).value().number == "LC-4500000123");
    const auto payload = jws.find('.') + 1;
    const auto later = jws.substr(0, payload) + toBase64Url(asBytes(with("2027-11-20", "2037-11-20"))) +
                       jws.substr(jws.rfind('.'));
    CHECK(licence::verify(later, key.set).error().code == FaultCode::Tampered);
}

TEST_CASE("expired_licence_cannot_be_read") {
    const Key key;
    const auto expired = with(R"("f":"2026-11-21","u":"2027-11-20")", R"("f":"2019-01-01","u":"2020-01-01")");
    CHECK(licence::verify(key.sign(expired), key.set).value().expires == model::Date{2020y / 1 / 1});
}
