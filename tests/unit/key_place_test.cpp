#include "kiosk/app/key_place.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <fstream>

using namespace balady;
using app::keyPlace;
using settings::KeySource;
using tests::TempFolder;

namespace {

const KeySource kClientKey{KeySource::Source::Credential, "balady-client-key", {}};

void put(const std::filesystem::path& path, mode_t mode) {
    std::ofstream(path) << "key";
    REQUIRE(::chmod(path.c_str(), mode) == 0);
}

/// $CREDENTIALS_DIRECTORY while it lives.
struct Credentials {
    explicit Credentials(const std::filesystem::path& folder) {
        ::setenv("CREDENTIALS_DIRECTORY", folder.c_str(), 1);
    }
    Credentials(const Credentials&) = delete;
    Credentials& operator=(const Credentials&) = delete;
    ~Credentials() { ::unsetenv("CREDENTIALS_DIRECTORY"); }
};

} // namespace

TEST_CASE("missing_credential_is_not_told_by_its_name") {
    ::unsetenv("CREDENTIALS_DIRECTORY");
    const auto nobody = keyPlace(kClientKey);
    REQUIRE(nobody.has_error());
    CHECK(nobody.error().code == FaultCode::NotFound);
    CHECK(nobody.error().context.starts_with("credential balady-client-key: systemd gave no credentials"));
    const TempFolder folder;
    const Credentials given(folder.path());
    const auto other = keyPlace(kClientKey);
    REQUIRE(other.has_error());
    CHECK(other.error().code == FaultCode::NotFound);
    CHECK(other.error().context == "credential balady-client-key: is not there");
}

TEST_CASE("credential_is_looked_for_elsewhere_than_systemd_puts_it") {
    const TempFolder folder;
    const Credentials given(folder.path());
    put(folder / "balady-client-key", 0400);
    CHECK(keyPlace(kClientKey).value() == folder / "balady-client-key");
    // With an access control list for the account of the unit, as systemd sets it on a file system that has them.
    put(folder / "balady-client-key", 0440);
    CHECK(keyPlace(kClientKey).has_value());
    put(folder / "balady-client-key", 0444);
    CHECK(keyPlace(kClientKey).error().code == FaultCode::AccessDenied);
}

TEST_CASE("key_that_others_may_read_is_used") {
    const TempFolder folder;
    const KeySource source{KeySource::Source::File, "", folder / "client.key"};
    CHECK(keyPlace(source).error().code == FaultCode::NotFound);
    for (const mode_t mode : {0640, 0604, 0660}) {
        put(folder / "client.key", mode);
        CHECK(keyPlace(source).error().code == FaultCode::AccessDenied);
    }
    put(folder / "client.key", 0600);
    CHECK(keyPlace(source).value() == folder / "client.key");
    std::filesystem::create_symlink(folder / "client.key", folder / "link");
    CHECK(keyPlace({KeySource::Source::File, "", folder / "link"}).error().code == FaultCode::AccessDenied);
}
