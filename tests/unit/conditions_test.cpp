// The table of conditions, held against the code that raises them, the words on the screen and the page in kiosk/docs.
#include "kiosk/catalogue/catalogue.h"
#include "kiosk/flow/session.h"
#include "kiosk/model/condition_table.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

using namespace balady;
using model::ConditionRow;
using model::DeviceRole;
using model::Trouble;

namespace {

const std::filesystem::path kHouse = BALADY_SOURCE_DIR;
const auto kPage = kHouse / "kiosk/docs/conditions.md";

std::string contents(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string between(const std::string& text, const std::string& before, const std::string& after,
                    std::size_t from = 0) {
    const auto start = text.find(before, from);
    REQUIRE(start != std::string::npos);
    const auto begin = start + before.size();
    return text.substr(begin, text.find(after, begin) - begin);
}

/// What the citizen reads, as the screen has it: the title, in English and in Arabic.
std::string words(std::string_view key) {
    static const auto sentences = contents(kHouse / "qml/Kiosk/Pages/Sentences.qml");
    static const auto arabic = contents(kHouse / "qml/i18n/balady_ar.ts");
    if (key.empty())
        return "-";
    const auto at = sentences.find("case \"" + std::string(key) + "\":\n            return make(");
    REQUIRE(at != std::string::npos);
    const auto title = between(sentences, "qsTr(\"", "\")", at);
    auto source = title; // as XML writes it
    for (auto quote = source.find('\''); quote != std::string::npos; quote = source.find('\'', quote + 1))
        source.replace(quote, 1, "&apos;");
    const auto translated = between(arabic, "<source>" + source + "</source>", "</message>");
    return title + "<br>" + between(translated, "<translation>", "</translation>");
}

model::Conditions only(const ConditionRow& row) {
    model::Conditions conditions;
    conditions.standing[row.device] = row.trouble;
    return conditions;
}

const model::Catalogue& shipped() {
    static const auto catalogue =
        catalogue::readDocument(catalogue::assembleDirectory(kHouse / "config/catalogue").value()).value();
    return catalogue;
}

/// How many of the shipped services can be begun under this condition alone.
std::size_t offered(const ConditionRow& row) {
    flow::World world;
    world.conditions = only(row);
    world.terminal.phoneOrigin = "https://phone.example";
    std::size_t count = 0;
    for (const auto& service : shipped().services)
        count += flow::obstacle(service, world).empty() ? 1 : 0;
    return count;
}

std::string page() {
    std::ostringstream out;
    out << "# Conditions\n\n"
           "What stands about a device, what a citizen can still do, and who reads what. The table is\n"
           "`kiosk/model/condition_table.cpp`, from which the code takes what works and what is said; a test "
           "writes this "
           "page from\nit and fails when they differ (`BALADY_WRITE=1` in its environment writes the page "
           "anew).\n\n"
           "A condition stands until its owner clears it. The log has `area=conditions event=raised` with "
           "`device`,\n"
           "`trouble`, `urgency` and, in `todo`, the technician's words; `event=cleared` ends it. The fleet "
           "sees the same\n"
           "two words and the urgency: `notice` at the next visit, `visit` soon, `hasten` now.\n\n"
           "| the fleet sees | XFS4IoT | services left | the citizen reads | and | the technician reads | "
           "ends |\n"
           "|---|---|---|---|---|---|---|\n";
    for (const auto& row : model::conditionTable())
        out << "| `" << name(row.device) << " " << name(row.trouble) << "`, " << name(row.urgency) << " | "
            << (row.xfs.empty() ? "-" : row.xfs) << " | " << offered(row) << " of "
            << shipped().services.size() << " | " << words(row.sentence) << " | " << row.way << " | "
            << row.technician << " | " << row.recovery << " |\n";
    return out.str();
}

} // namespace

TEST_CASE("documentation_of_conditions_differs_from_the_table") {
    if (std::getenv("BALADY_WRITE") != nullptr)
        std::ofstream(kPage, std::ios::binary) << page();
    CHECK((contents(kPage) == page()));
}

TEST_CASE("condition_is_a_dead_end") {
    for (const auto& row : model::conditionTable()) {
        CAPTURE(name(row.device));
        CAPTURE(name(row.trouble));
        CHECK(offered(row) > 0);
        CHECK_FALSE(row.way.empty());
        CHECK_FALSE(row.technician.empty());
        CHECK_FALSE(row.recovery.empty());
        CHECK((row.works ||
               !row.sentence.empty())); // a device that does not work is not passed over in silence
        CHECK(only(row).works(row.device) == row.works);
    }
}

TEST_CASE("printer_raises_what_the_table_does_not_know") {
    using model::DeviceState;
    using model::PaperState;
    for (const auto device : {DeviceState::Online, DeviceState::Offline, DeviceState::NoDevice,
                              DeviceState::HardwareError, DeviceState::UserError, DeviceState::DeviceBusy,
                              DeviceState::FraudAttempt, DeviceState::PotentialFraud})
        for (const auto paper :
             {PaperState::Unknown, PaperState::Full, PaperState::Low, PaperState::Out, PaperState::Jammed})
            for (const bool cover : {false, true}) {
                const auto trouble = troubleOf(model::PrinterStatus{device, paper, cover});
                for (const auto role : {DeviceRole::ReceiptPrinter, DeviceRole::DocumentPrinter})
                    CHECK((model::conditionRow(role, trouble) != nullptr) == (trouble != Trouble::None));
            }
}

TEST_CASE("condition_stands_twice_or_nobody_raises_it") {
    std::set<std::pair<DeviceRole, Trouble>> seen;
    for (const auto& row : model::conditionTable()) {
        CHECK(seen.emplace(row.device, row.trouble).second);
        CHECK(row.trouble != Trouble::None);
    }
    // What no row tells of does not work, whoever raises it.
    model::Conditions conditions;
    conditions.standing[DeviceRole::IdentityReader] = Trouble::PaperOut;
    CHECK_FALSE(conditions.works(DeviceRole::IdentityReader));
    CHECK(conditions.works(DeviceRole::Network));
}
