// Lists of withdrawn badges whose file is replaced while the terminal runs.
#include "kiosk/app/revocation_file.h"
#include "tests/simulators/chip/badge_key.h"
#include "tests/simulators/chip/key_and_certificate.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>

#include <fstream>

using namespace balady;
using simulators::BadgeKey;
using simulators::IssuingAuthority;

namespace {

constexpr long kDay = 24L * 3600;

struct Office {
    IssuingAuthority authority{"Maintenance"};
    BadgeKey badge{authority, BadgeKey::Validity::Current};
    crypto::TrustList trust = crypto::TrustList::fromPem(authority.pem()).value();
    tests::TempFolder folder;
    std::filesystem::path file = folder / "badges.crl.pem";

    void write(const std::string& text) const { std::ofstream(file, std::ios::trunc) << text; }
    [[nodiscard]] std::string nobody() const {
        return simulators::withdraw(authority.own(), {}, -kDay, kDay);
    }
    [[nodiscard]] std::string withBadge() const {
        return simulators::withdraw(authority.own(), {badge.certificate()}, -kDay, kDay);
    }
    [[nodiscard]] bool withdraws(app::RevocationFile& lists) const {
        return lists.now().withdraws(badge.certificate()).value();
    }
};

} // namespace

TEST_CASE("badge_that_was_withdrawn_since_the_start_is_let_in") {
    const Office office;
    office.write(office.nobody());
    auto lists = app::RevocationFile::open(office.file, office.trust).value();
    CHECK_FALSE(office.withdraws(lists));
    office.write(office.withBadge());
    CHECK(office.withdraws(lists));
}

TEST_CASE("list_that_cannot_be_believed_lets_a_withdrawn_badge_in_again") {
    const Office office;
    office.write(office.withBadge());
    auto lists = app::RevocationFile::open(office.file, office.trust).value();
    const IssuingAuthority namesake("Maintenance");
    for (const auto& text :
         {std::string("half a list"), std::string(), simulators::withdraw(namesake.own(), {}, -kDay, kDay)}) {
        office.write(text);
        CHECK(office.withdraws(lists));
    }
    std::filesystem::remove(office.file);
    CHECK(office.withdraws(lists));
    office.write(office.nobody()); // given back
    CHECK_FALSE(office.withdraws(lists));
}

TEST_CASE("terminal_starts_without_the_list_that_its_settings_name") {
    const Office office;
    CHECK(app::RevocationFile::open(office.file, office.trust).error().code == FaultCode::InvalidSettings);
    office.write("half a list");
    CHECK(app::RevocationFile::open(office.file, office.trust).error().code == FaultCode::InvalidSettings);
}
