#include "tests/simulators/dock/surroundings/facts.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>

#include <fstream>

using balady::dock::readFacts;
using balady::tests::TempFolder;

namespace {

auto factsOf(const char* text) {
    const TempFolder folder;
    std::ofstream(folder / "terminal.json") << text;
    return readFacts(QString::fromStdString((folder / "terminal.json").string()));
}

} // namespace

TEST_CASE("terminal_without_control_files_is_taken_for_one") {
    CHECK_FALSE(readFacts("absent.json"));
    CHECK_FALSE(factsOf(""));
    CHECK_FALSE(factsOf(R"({"scenes":"s"})"));
}

TEST_CASE("part_that_was_not_started_is_asked") {
    const auto devices = factsOf(R"({"control":"c","documents":"d"})");
    REQUIRE(devices);
    CHECK(devices->control == "c");
    CHECK(devices->documents == "d");
    CHECK(devices->admin.isEmpty());
    CHECK(devices->scenes.isEmpty());
    const auto all = factsOf(R"({"control":"c","scenes":"s","sandbox":{"admin":"http://127.0.0.1:8480"}})");
    REQUIRE(all);
    CHECK(all->admin == QUrl("http://127.0.0.1:8480"));
    CHECK(all->scenes == "s");
}
