#include "printing/escpos/commands.h"
#include "tests/simulators/receipt_printer/virtual_printer.h"

#include <doctest/doctest.h>

using namespace balady;
using namespace balady::simulators;

namespace {

struct Bench {
    std::vector<Paper> papers;
    VirtualPrinter printer{576, [this](const Paper& paper) { papers.push_back(paper); }};

    void send(const Bytes& bytes) { printer.receive(bytes); }
    std::string ask(escpos::RealTimeQuery query) {
        send(escpos::askStatus(query));
        return toHex(printer.takeAnswers());
    }
    std::string states() {
        return ask(escpos::RealTimeQuery::Printer) + ask(escpos::RealTimeQuery::OfflineCause) +
               ask(escpos::RealTimeQuery::ErrorCause) + ask(escpos::RealTimeQuery::RollPaper);
    }
};

Bytes band(int rows, std::uint8_t fill = 0xa5) {
    return escpos::rasterBand({576, rows, Bytes(static_cast<std::size_t>(rows) * 72, fill)}, 0, rows);
}

} // namespace

TEST_CASE("simulated_printer_swallows_what_a_real_one_prints_as_rubbish") {
    for (const Bytes& bytes : {Bytes{'H'}, Bytes{0x1b, 'x'}, Bytes{0x1d, '!', 0},
                               Bytes{0x1d, 'v', '0', 1, 0, 0, 0, 0}, Bytes{0x1d, 'v', '0', 0, 73, 0, 1, 0},
                               Bytes{0x1d, 'V', 7}, Bytes{0x10, 0x04, 9}, Bytes{0x1d, 'r', 2}}) {
        Bench bench;
        bench.send(bytes);
        CAPTURE(toHex(bytes));
        CHECK(bench.printer.errors().size() >= 1);
    }
    Bench bench;
    bench.send(escpos::initialise());
    bench.send(band(3));
    bench.send(escpos::feedLines(2));
    bench.send(escpos::feedAndPartialCut());
    bench.send(escpos::askRollPaperInTurn());
    CHECK(toHex(bench.printer.takeAnswers()) == "00");
    CHECK(bench.states() == "12121212");
    CHECK(bench.printer.errors().empty());
}

TEST_CASE("simulated_paper_differs_from_what_was_sent") {
    Bench bench;
    auto bytes = escpos::initialise();
    for (const auto& part : {band(2, 0x0f), escpos::feedAndPartialCut()})
        bytes.insert(bytes.end(), part.begin(), part.end());
    for (const auto byte : bytes) // one at a time: no command may need to arrive whole
        bench.send({byte});
    REQUIRE(bench.papers.size() == 1);
    CHECK(bench.papers[0].bytes == bytes);
    CHECK(bench.papers[0].heightDots == 2);
    CHECK(bench.papers[0].rows == Bytes(144, 0x0f));
    CHECK(bench.papers[0].partialCut);
}

TEST_CASE("simulated_trouble_is_reported_as_another") {
    Bench bench;
    const std::pair<Trouble, const char*> expected[] = {
        {Trouble::None, "12121212"},        {Trouble::PaperLow, "1212121e"}, {Trouble::PaperOut, "1a32127e"},
        {Trouble::CoverOpen, "1a161212"},   {Trouble::Jam, "1a521a12"},      {Trouble::Offline, "1a121212"},
        {Trouble::Error, "3a521612"},       {Trouble::Broken, "1a523212"},   {Trouble::Hot, "1a525212"},
        {Trouble::FedByButton, "5a1a1212"}, {Trouble::Garbage, "ffffffff"},  {Trouble::Silent, ""}};
    for (const auto& [trouble, answers] : expected) {
        bench.printer.set(trouble);
        CHECK(bench.states() == answers);
        CHECK(troubleFromName(name(trouble)) == trouble);
    }
}

TEST_CASE("stopped_printer_goes_on_printing") {
    Bench bench;
    bench.printer.setAfter(Trouble::PaperOut, 8 + 72 * 4);
    bench.send(band(10));
    bench.send(escpos::feedAndPartialCut());
    bench.send(escpos::askRollPaperInTurn());
    CHECK(bench.printer.uncutRows() == 4);
    CHECK(bench.printer.takeAnswers().empty());
    CHECK(bench.papers.empty());
    // The rest comes out when paper is back: what a kiosk must prevent.
    bench.printer.set(Trouble::None);
    CHECK(bench.papers.size() == 1);
    CHECK(toHex(bench.printer.takeAnswers()) == "00");
}

TEST_CASE("cleared_printer_remembers") {
    Bench bench;
    bench.printer.setAfter(Trouble::CoverOpen, 8 + 72 * 4);
    bench.send(band(10));
    bench.send(escpos::clearBuffers());
    CHECK(toHex(bench.printer.takeAnswers()) == "372500");
    bench.printer.set(Trouble::None);
    CHECK(bench.printer.uncutRows() == 4);
    bench.send(escpos::initialise());
    bench.send(band(1));
    CHECK(bench.printer.uncutRows() == 5);
    CHECK(bench.printer.errors().empty());
}

TEST_CASE("picture_that_spells_a_command_goes_unnoticed") {
    Bench bench;
    auto bytes = band(1, 0);
    bytes[20] = 0x10;
    bytes[21] = 0x04;
    bytes[22] = 0x01;
    bench.send(bytes);
    CHECK(toHex(bench.printer.takeAnswers()) == "12");
    CHECK(bench.printer.errors().size() == 1);
    bench.send(escpos::askStatus(escpos::RealTimeQuery::Printer));
    CHECK(bench.printer.errors().size() == 1);
}

TEST_CASE("automatic_status_is_not_sent") {
    Bench bench;
    bench.send({0x1d, 'a', 0xff});
    CHECK(toHex(bench.printer.takeAnswers()) == "1000000f");
    bench.printer.set(Trouble::PaperOut);
    CHECK(toHex(bench.printer.takeAnswers()) == "18000f0f");
    const std::pair<Trouble, const char*> expected[] = {
        {Trouble::Jam, "1808000f"}, {Trouble::Error, "1805000f"},       {Trouble::Broken, "1820000f"},
        {Trouble::Hot, "1840000f"}, {Trouble::FedByButton, "5802000f"}, {Trouble::CoverOpen, "3800000f"}};
    for (const auto& [trouble, report] : expected) {
        bench.printer.set(trouble);
        CHECK(toHex(bench.printer.takeAnswers()) == report);
    }
    bench.printer.set(Trouble::None);
    bench.send(escpos::initialise()); // back to what the printer's switches say: nothing
    (void)bench.printer.takeAnswers();
    bench.printer.set(Trouble::PaperOut);
    CHECK(bench.printer.takeAnswers().empty());
}
