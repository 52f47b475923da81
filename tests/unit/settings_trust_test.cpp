#include "kiosk/app/settings_trust.h"
#include "kiosk/crypto/crypto.h"
#include "kiosk/settings/kept_settings.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>

#include <fstream>

using namespace balady;
using app::trustSettings;

namespace {

constexpr std::chrono::seconds kToday{1'790'000'000};

/// A municipality that signs, and the image that knows its key.
struct Municipality {
    explicit Municipality(const char* name = "m1") : id(name) {}
    std::string id;
    Bytes secret = crypto::randomBytes(32);

    [[nodiscard]] std::string keySet() const {
        return R"({"keys":[{"kty":"OKP","crv":"Ed25519","alg":"EdDSA","use":"sig","kid":")" + id +
               R"(","x":")" + toBase64Url(crypto::ed25519PublicKey(secret).value()) + R"("}]})";
    }
    void sign(settings::Settings& settings, std::chrono::seconds at = kToday) const {
        settings.signature =
            crypto::signDetachedJws(settings.document, secret, id, std::chrono::sys_seconds{at}).value();
    }
};

struct Image {
    tests::TempFolder folder;
    std::filesystem::path keys = folder / "settings-keys.json";
    void knows(const Municipality& municipality) const { std::ofstream(keys) << municipality.keySet(); }
};

settings::Settings terminalSettings() {
    settings::Settings settings;
    settings.document = R"({"profile": "terminal"})";
    return settings;
}
settings::Settings developmentSettings() {
    settings::Settings settings;
    settings.document = R"({"profile": "development"})";
    settings.development.emplace();
    return settings;
}

} // namespace

TEST_CASE("altered_or_unsigned_settings_are_used") {
    const Municipality municipality;
    const Image image;
    image.knows(municipality);
    auto settings = terminalSettings();
    CHECK(trustSettings(settings, image.keys, {}).error().code == FaultCode::Tampered); // unsigned
    municipality.sign(settings);
    CHECK(trustSettings(settings, image.keys, {}).has_value());
    for (std::size_t i = 0; i < settings.document.size(); ++i) {
        auto altered = settings;
        altered.document[i] = static_cast<char>(altered.document[i] ^ 1);
        CHECK(trustSettings(altered, image.keys, {}).error().code == FaultCode::Tampered);
    }
    auto longer = settings;
    longer.document += ' ';
    CHECK(trustSettings(longer, image.keys, {}).error().code == FaultCode::Tampered);
    auto garbled = settings;
    garbled.signature = "no signature";
    CHECK(trustSettings(garbled, image.keys, {}).error().code == FaultCode::Malformed);
}

TEST_CASE("settings_of_a_stranger_are_used") {
    const Municipality municipality;
    const Image image;
    image.knows(municipality);
    auto settings = terminalSettings();
    Municipality("m1").sign(settings); // calls itself as the municipality does
    CHECK(trustSettings(settings, image.keys, {}).error().code == FaultCode::Tampered);
    Municipality("m2").sign(settings);
    CHECK(trustSettings(settings, image.keys, {}).error().code == FaultCode::NotFound);
}

TEST_CASE("development_profile_is_the_way_around_the_signature") {
    const Municipality municipality;
    const Image image;
    CHECK(
        trustSettings(developmentSettings(), image.keys, {}).has_value()); // a developer's build knows nobody
    image.knows(municipality);
    CHECK(trustSettings(developmentSettings(), image.keys, {}).error().code == FaultCode::Tampered);
    auto settings = developmentSettings();
    municipality.sign(settings);
    CHECK(trustSettings(settings, image.keys, {}).has_value());
}

TEST_CASE("terminal_without_keys_takes_any_settings") {
    const Municipality municipality;
    const Image image;
    auto settings = terminalSettings();
    municipality.sign(settings);
    CHECK(trustSettings(settings, image.keys, {}).error().code == FaultCode::InvalidSettings);
    std::ofstream(image.keys) << "{}";
    CHECK(trustSettings(settings, image.keys, {}).has_error());
    std::filesystem::remove(image.keys);
    std::filesystem::create_directory(image.keys); // there, but of no use
    CHECK(trustSettings(settings, image.keys, {}).has_error());
    CHECK(trustSettings(developmentSettings(), image.keys, {}).has_error());
}

TEST_CASE("settings_of_last_year_come_back") {
    const Municipality municipality;
    const Image image;
    image.knows(municipality);
    const auto kept = image.folder / "settings-in-use";
    auto now = terminalSettings();
    municipality.sign(now);
    REQUIRE(settings::keepSettings(kept, now).has_value());
    CHECK(trustSettings(now, image.keys, kept).has_value());
    auto old = now;
    old.document += ' ';
    municipality.sign(old, kToday - std::chrono::seconds{1});
    CHECK(trustSettings(old, image.keys, kept).error().code == FaultCode::Refused);
    municipality.sign(old); // on purpose
    CHECK(trustSettings(old, image.keys, kept).has_value());
    // Nobody closes a terminal with a file that pretends to come from the future.
    auto forged = now;
    Municipality("m1").sign(forged, kToday + std::chrono::hours{24});
    REQUIRE(settings::keepSettings(kept, forged).has_value());
    CHECK(trustSettings(now, image.keys, kept).has_value());
}
