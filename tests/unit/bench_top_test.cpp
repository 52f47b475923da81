#include "tests/simulators/receipt_printer/bench_top.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>

#include <fstream>

using namespace balady;
using namespace balady::simulators;

namespace {

struct Controlled {
    tests::TempFolder folder;
    std::filesystem::path control = folder / "receipt-printer";
    BenchTop bench{576, control, {}};

    void write(const std::filesystem::path& file, const char* word) const { std::ofstream(file) << word; }
    Trouble now() {
        bench.readControl();
        return bench.printer().trouble();
    }
};

} // namespace

TEST_CASE("control_file_that_comes_by_a_link_or_a_rename_is_not_seen") {
    Controlled printer;
    const auto draft = printer.folder / "draft";
    printer.write(draft, "paper-out");
    std::filesystem::create_hard_link(draft, printer.control);
    CHECK(printer.now() == Trouble::PaperOut);
    const auto other = printer.folder / "other";
    printer.write(other, "jam");
    std::filesystem::rename(other, printer.control);
    CHECK(printer.now() == Trouble::Jam);
}

TEST_CASE("emptied_or_removed_control_file_leaves_the_trouble") {
    Controlled printer;
    printer.write(printer.control, "cover-open\n");
    CHECK(printer.now() == Trouble::CoverOpen);
    printer.write(printer.control, "");
    CHECK(printer.now() == Trouble::None);
    printer.write(printer.control, "offline");
    CHECK(printer.now() == Trouble::Offline);
    std::filesystem::remove(printer.control);
    CHECK(printer.now() == Trouble::None);
}
