#include "kiosk/app/terminal_key.h"
#include "kiosk/base/bytes.h"
#include "kiosk/crypto/derivation.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>

using namespace balady;
using app::TerminalKey;
using settings::KeySource;

namespace {

KeySource holding(const tests::TempFolder& folder, const std::string& text) {
    const auto file = folder / "terminal.key";
    std::filesystem::remove(file);
    std::ofstream(file) << text;
    REQUIRE(::chmod(file.c_str(), 0600) == 0);
    return {KeySource::Source::File, "", file};
}

std::string hkdf(std::string_view salt, std::string_view info) {
    const Bytes secret(22, 0x0b);
    return toHex(crypto::hkdfSha256(secret, fromHex(salt).value(), fromHex(info).value(), 42).value());
}

} // namespace

TEST_CASE("derived_key_differs_from_the_published_examples") {
    // RFC 5869, A.1 and A.3
    CHECK(hkdf("000102030405060708090a0b0c", "f0f1f2f3f4f5f6f7f8f9") ==
          "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
    CHECK(hkdf("", "") ==
          "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
    CHECK(crypto::hkdfSha256(Bytes(22, 0x0b), {}, {}, 0).error().code == FaultCode::Bug);
}

TEST_CASE("terminal_has_other_keys_after_a_restart_or_one_for_all") {
    const tests::TempFolder folder;
    const KeySource source{KeySource::Source::File, "", folder / "terminal.key"};
    const auto first = TerminalKey::read(source).value();
    const auto again = TerminalKey::read(source).value();
    CHECK(first.keyFor("a", 32).value() == again.keyFor("a", 32).value());
    CHECK(first.keyFor("a", 32).value() != first.keyFor("b", 32).value());
    const auto other = TerminalKey::read(holding(folder, std::string(64, 'c') + "\n")).value();
    CHECK(first.keyFor("a", 32).value() != other.keyFor("a", 32).value());
}

TEST_CASE("damaged_key_is_replaced_in_silence") {
    const tests::TempFolder folder;
    const std::string good(64, 'c');
    for (const auto& text :
         {std::string(), std::string("short"), good + "c", good + "\n" + good, std::string(64, 'x')})
        CHECK(TerminalKey::read(holding(folder, text)).error().code == FaultCode::Malformed);
    CHECK(TerminalKey::read({KeySource::Source::Credential, "balady-terminal-key", {}}).error().code ==
          FaultCode::NotFound);
}
