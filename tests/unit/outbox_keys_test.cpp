#include "kiosk/app/outbox_keys.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <fstream>

using namespace balady;
using app::readOutboxKeys;
using settings::KeySource;
using tests::TempFolder;

namespace {

KeySource file(const std::filesystem::path& path) {
    return {KeySource::Source::File, "", path};
}
const KeySource kCredential{KeySource::Source::Credential, "balady-outbox-keys", {}};

void put(const std::filesystem::path& path, const std::string& text, mode_t mode) {
    std::ofstream(path) << text;
    REQUIRE(::chmod(path.c_str(), mode) == 0);
}

} // namespace

TEST_CASE("development_key_is_new_at_each_start_or_open_to_others") {
    const TempFolder folder;
    const auto path = folder / "outbox.keys";
    const auto first = readOutboxKeys(file(path)).value();
    struct stat facts {};
    REQUIRE(::stat(path.c_str(), &facts) == 0);
    CHECK((facts.st_mode & 0777) == 0600);
    const auto record = first.seal(asBytes("text"), asBytes("row")).value();
    CHECK(readOutboxKeys(file(path)).value().open(record, asBytes("row")).has_value());
    REQUIRE(::chmod(path.c_str(), 0640) == 0);
    CHECK(readOutboxKeys(file(path)).error().code == FaultCode::AccessDenied);
}

TEST_CASE("credential_that_is_missing_or_broken_is_taken") {
    const TempFolder folder;
    ::unsetenv("CREDENTIALS_DIRECTORY");
    CHECK(readOutboxKeys(kCredential).error().code == FaultCode::NotFound);
    ::setenv("CREDENTIALS_DIRECTORY", folder.path().c_str(), 1);
    CHECK(readOutboxKeys(kCredential).error().code == FaultCode::NotFound);
    put(folder / "balady-outbox-keys", "not a key", 0400);
    CHECK(readOutboxKeys(kCredential).error().code == FaultCode::Malformed);
    put(folder / "other", std::string(64, 'c'), 0400);
    std::filesystem::remove(folder / "balady-outbox-keys");
    std::filesystem::create_symlink(folder / "other", folder / "balady-outbox-keys");
    CHECK(readOutboxKeys(kCredential).has_error());
    std::filesystem::remove(folder / "balady-outbox-keys");
    put(folder / "balady-outbox-keys", std::string(64, 'c') + "\n" + std::string(64, 'd') + "\n", 0400);
    CHECK(readOutboxKeys(kCredential).has_value());
    ::unsetenv("CREDENTIALS_DIRECTORY");
}
