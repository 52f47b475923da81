#include "kiosk/crypto/crypto.h"
#include "tests/sandbox/pki.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

namespace balady::sandbox {
namespace {

std::string contents(const std::filesystem::path& file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

TEST_CASE("second_start_keeps_the_certificates_and_keys_are_private") {
    const auto folder = std::filesystem::temp_directory_path() / ("balady-pki-" + crypto::uuid4());
    const auto first = developmentPki(folder);
    REQUIRE(first.has_value());
    const auto certificate = contents(first->clientCertificate);
    CHECK(certificate.starts_with("-----BEGIN CERTIFICATE-----"));
    REQUIRE(developmentPki(folder).has_value());
    CHECK(contents(first->clientCertificate) == certificate);
    for (const auto& key : {first->clientKey, first->serverKey})
        CHECK((std::filesystem::status(key).permissions() & std::filesystem::perms::all) ==
              (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    std::filesystem::remove_all(folder);
}

TEST_CASE("folder_that_cannot_be_written_is_a_fault") {
    const auto result = developmentPki("/proc/balady-pki");
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().code == FaultCode::StorageFull);
}

} // namespace balady::sandbox
