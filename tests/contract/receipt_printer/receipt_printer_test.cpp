// The contract of ports::ReceiptPrinter, run on every wire that leads to a printer.
#include "printing/layout/receipt_layout.h"
#include "tests/contract/receipt_printer/printer_bench.h"
#include "tests/simulators/receipt_printer/virtual_printer.h"
#include "tests/support/offscreen_gui.h"
#include "tests/support/run_task.h"
#include "tests/support/sample_receipt.h"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

using namespace balady;
using model::DeviceState;
using model::PaperOutcome;
using model::PaperState;
using tests::PrinterBench;

namespace {

// A third of the sample receipt.
constexpr const char* kMiddle = "30000";

model::PaperResult print(ports::ReceiptPrinter& printer, model::Language language = model::Language::Arabic) {
    tests::offscreenGui();
    return tests::runTask(printer.print(tests::sampleReceipt(language))).value();
}

model::PrinterStatus status(ports::ReceiptPrinter& printer) {
    return tests::runTask(printer.status()).value();
}

/// The newest paper, as the head burnt it.
Bytes newestRows(const PrinterBench& bench) {
    Bytes rows;
    simulators::VirtualPrinter reader{576, [&](const auto& paper) { rows = paper.rows; }};
    reader.receive(bench.newestPaper());
    return rows;
}

Bytes expectedRows() {
    auto drawn = layout::layOutReceipt(tests::sampleReceipt(model::Language::Arabic), 576).value();
    escpos::removeRealTimeCodes(drawn.rows);
    return drawn.rows;
}

/// Asks until the printer says that it is online; fails the test after ten seconds.
void waitUntilOnline(ports::ReceiptPrinter& printer) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{10};
    while (status(printer).device != DeviceState::Online)
        REQUIRE(std::chrono::steady_clock::now() < deadline);
}

} // namespace

TEST_CASE("preparing_wastes_paper") {
    tests::offscreenGui();
    PrinterBench bench;
    const auto printer = bench.adapter();
    const auto before = bench.state();
    CHECK(tests::runTask(printer->prepare()).has_value());
    CHECK(bench.state().received == before.received);
}

TEST_CASE("dots_on_paper_differ_from_the_layout") {
    PrinterBench bench;
    const auto printer = bench.adapter();
    const auto papersBefore = bench.state().papers;
    for (const auto language : model::kLanguages) {
        const auto result = print(*printer, language);
        CHECK(result.outcome == PaperOutcome::Completed);
        CHECK(result.status == model::PrinterStatus{DeviceState::Online, PaperState::Full, false});

        std::vector<simulators::Paper> papers;
        simulators::VirtualPrinter reader{576, [&](const auto& paper) { papers.push_back(paper); }};
        reader.receive(bench.newestPaper());
        REQUIRE(papers.size() == 1);
        auto expected = layout::layOutReceipt(tests::sampleReceipt(language), 576).value();
        CHECK(papers[0].heightDots == expected.heightDots);
        escpos::removeRealTimeCodes(expected.rows);
        CHECK((papers[0].rows == expected.rows));
        CHECK(reader.errors().empty());
    }
    CHECK(bench.state().papers == papersBefore + 2);
    CHECK(bench.state().errors.empty());
}

TEST_CASE("receipt_is_longer_than_measured") {
    tests::offscreenGui();
    PrinterBench bench;
    const auto printer = bench.adapter();
    const auto receipt = tests::sampleReceipt(model::Language::Arabic);
    const auto millimetres = tests::runTask(printer->measure(receipt)).value();
    const auto drawn = layout::layOutReceipt(receipt, 576).value();
    CHECK(millimetres * 8 > drawn.heightDots);
    CHECK(millimetres * 8 < drawn.heightDots + 160); // two centimetres to the cutter at most
    auto marked = receipt;
    marked.mark = "نسخة";
    CHECK(tests::runTask(printer->measure(marked)).value() > millimetres);
    CHECK(bench.state().received == 0);
}

TEST_CASE("paper_out_before_print") {
    PrinterBench bench;
    const auto printer = bench.adapter();
    const auto papers = bench.state().papers;
    bench.tell("paper-out");
    CHECK(status(*printer) == model::PrinterStatus{DeviceState::Offline, PaperState::Out, false});
    const auto result = print(*printer);
    CHECK(result.outcome == PaperOutcome::NotPrinted);
    CHECK(result.status.paper == PaperState::Out);
    CHECK(bench.state().papers == papers);
    CHECK(bench.state().uncutRows == 0);
}

TEST_CASE("paper_out_mid_receipt") {
    PrinterBench bench;
    const auto printer = bench.adapter();
    const auto papers = bench.state().papers;
    bench.tell(std::string("paper-out-after ") + kMiddle);
    const auto result = print(*printer);
    CHECK(result.outcome == PaperOutcome::Unknown);
    CHECK(result.status.paper == PaperState::Out);
    const auto stuck = bench.waitFor([](const auto& state) { return state.uncutRows > 0; });
    CHECK(stuck.papers == papers);

    // The rest must not come out when somebody puts paper in.
    bench.tell("ok");
    CHECK(bench.state().uncutRows == stuck.uncutRows);
    CHECK(print(*printer).outcome == PaperOutcome::Completed);
    CHECK(bench.state().papers == papers + 2); // what hung out, and the receipt
    CHECK((newestRows(bench) == expectedRows()));
    CHECK(bench.state().errors.empty());
}

TEST_CASE("half_a_receipt_hangs_out_until_the_next_citizen") {
    PrinterBench bench;
    const auto printer = bench.adapter();
    const auto papers = bench.state().papers;
    bench.tell(std::string("cover-open-after ") + kMiddle);
    CHECK(print(*printer).outcome == PaperOutcome::Unknown);
    CHECK(status(*printer).coverOpen);
    CHECK(bench.state().papers == papers);
    bench.tell("ok");
    CHECK(status(*printer).device == DeviceState::Online); // as the supervisor asks
    bench.waitFor([&](const auto& now) { return now.papers == papers + 1 && now.uncutRows == 0; });
}

TEST_CASE("receipt_of_the_program_before_this_one_goes_on") {
    PrinterBench bench;
    const auto papers = bench.state().papers;
    {
        const auto before = bench.adapter();
        bench.tell(std::string("cover-open-after ") + kMiddle);
        CHECK(print(*before).outcome == PaperOutcome::Unknown);
    }
    bench.tell("ok");
    const auto printer = bench.adapter();
    CHECK(tests::runTask(printer->discardRest()).has_value());
    CHECK(print(*printer).outcome == PaperOutcome::Completed);
    CHECK(bench.state().papers == papers + 2);
    CHECK((newestRows(bench) == expectedRows()));
}

TEST_CASE("printer_restarts_mid_receipt") {
    PrinterBench bench;
    const auto printer = bench.adapter();
    const auto papers = bench.state().papers;
    bench.tell(std::string("restart-after ") + kMiddle);
    CHECK(print(*printer).outcome == PaperOutcome::Unknown);
    waitUntilOnline(*printer);
    CHECK(print(*printer).outcome == PaperOutcome::Completed);
    CHECK(bench.state().papers == papers + 2);
    CHECK((newestRows(bench) == expectedRows()));
    CHECK(bench.state().errors.empty()); // no dots were taken for text
}

TEST_CASE("error_mid_receipt_is_waited_out") {
    const std::pair<const char*, DeviceState> errors[] = {{"error", DeviceState::HardwareError},
                                                          {"broken", DeviceState::HardwareError},
                                                          {"fed-by-button", DeviceState::Offline}};
    for (const auto& expected : errors) {
        const auto* word = expected.first;
        const auto device = expected.second;
        PrinterBench bench;
        const auto printer = bench.adapter();
        bench.tell(std::string(word) + "-after " + kMiddle);
        const auto result = print(*printer);
        CAPTURE(word);
        CHECK(result.outcome == PaperOutcome::Unknown);
        CHECK(result.status == model::PrinterStatus{device, PaperState::Full, false});
        bench.tell("ok");
    }
}

TEST_CASE("hot_head_gives_the_receipt_up") {
    PrinterBench bench;
    const auto printer = bench.adapter();
    bench.tell(std::string("hot-after ") + kMiddle);
    std::jthread cooling([&] {
        bench.waitFor([](const auto& now) { return now.uncutRows > 0; });
        bench.tell("ok");
    });
    CHECK(print(*printer).outcome == PaperOutcome::Completed);
}

TEST_CASE("cover_opened") {
    PrinterBench bench;
    const auto printer = bench.adapter();
    bench.tell("cover-open");
    const auto before = print(*printer);
    CHECK(before.outcome == PaperOutcome::NotPrinted);
    CHECK(before.status.coverOpen);
    CHECK(bench.state().uncutRows == 0);

    bench.tell(std::string("cover-open-after ") + kMiddle);
    const auto during = print(*printer);
    CHECK(during.outcome == PaperOutcome::Unknown);
    CHECK(during.status.coverOpen);
}

TEST_CASE("cutter_jams_mid_receipt") {
    PrinterBench bench;
    const auto printer = bench.adapter();
    bench.tell(std::string("jam-after ") + kMiddle);
    const auto result = print(*printer);
    CHECK(result.outcome == PaperOutcome::Unknown);
    CHECK(result.status == model::PrinterStatus{DeviceState::HardwareError, PaperState::Jammed, false});
}

TEST_CASE("printer_switched_offline") {
    PrinterBench bench;
    const auto printer = bench.adapter();
    bench.tell("offline");
    const auto result = print(*printer);
    CHECK(result.outcome == PaperOutcome::NotPrinted);
    CHECK(result.status.device == DeviceState::Offline);
    CHECK(bench.state().uncutRows == 0);
}

TEST_CASE("paper_low_stops_a_receipt") {
    PrinterBench bench;
    const auto printer = bench.adapter();
    bench.tell("paper-low");
    const auto result = print(*printer);
    CHECK(result.outcome == PaperOutcome::Completed);
    CHECK(result.status == model::PrinterStatus{DeviceState::Online, PaperState::Low, false});
}

TEST_CASE("printer_unplugged_mid_print") {
    PrinterBench bench;
    const auto printer = bench.adapter();
    const auto papers = bench.state().papers;
    bench.tell(std::string("dies-after ") + kMiddle);
    const auto result = print(*printer);
    CHECK(result.outcome == PaperOutcome::Unknown);
    CHECK(result.status.device != DeviceState::Online);
    CHECK(bench.state().papers == papers);
    CHECK(status(*printer).device != DeviceState::Online);
    CHECK(print(*printer).outcome == PaperOutcome::NotPrinted);

    bench.tell("ok");
    waitUntilOnline(*printer);
    CHECK(print(*printer).outcome == PaperOutcome::Completed);
    CHECK(bench.state().errors.empty());
}

TEST_CASE("printer_unplugged_between_receipts") {
    PrinterBench bench;
    const auto printer = bench.adapter();
    CHECK(print(*printer).outcome == PaperOutcome::Completed);
    bench.tell("unplug");
    bench.tell("ok");
    waitUntilOnline(*printer);
    CHECK(print(*printer).outcome == PaperOutcome::Completed);
}

TEST_CASE("printer_silent") {
    PrinterBench bench;
    const auto printer = bench.adapter();
    bench.tell("silent");
    const auto result = print(*printer);
    CHECK(result.outcome == PaperOutcome::NotPrinted);
    CHECK(result.status.device == DeviceState::Offline);
    CHECK(bench.state().uncutRows == 0);
}

TEST_CASE("printer_silent_from_the_middle_on") {
    PrinterBench bench;
    const auto printer = bench.adapter();
    bench.tell(std::string("silent-after ") + kMiddle);
    // Everything came out, but nobody said so.
    CHECK(print(*printer).outcome == PaperOutcome::Unknown);
}

TEST_CASE("garbage_status") {
    PrinterBench bench;
    const auto printer = bench.adapter();
    bench.tell("garbage");
    const auto result = print(*printer);
    CHECK(result.outcome == PaperOutcome::NotPrinted);
    CHECK(result.status.device == DeviceState::HardwareError);
    CHECK(bench.state().uncutRows == 0);
}

TEST_CASE("one_way_printer_is_asked") {
    PrinterBench bench;
    const auto printer = bench.adapter({576, true, false});
    const auto papers = bench.state().papers;
    bench.tell("silent");
    CHECK(print(*printer).outcome == PaperOutcome::SentToPrinter);
    bench.waitFor([&](const auto& state) { return state.papers == papers + 1; });
}

TEST_CASE("bell_rings_unasked_or_not_at_all") {
    PrinterBench bench;
    const auto before = bench.state().pulses;
    CHECK(print(*bench.adapter()).outcome == PaperOutcome::Completed);
    CHECK(bench.state().pulses == before);
    escpos::Profile withBell;
    withBell.pulseAtEnd = true;
    CHECK(print(*bench.adapter(withBell)).outcome == PaperOutcome::Completed);
    bench.waitFor([&](const auto& state) { return state.pulses == before + 1; });
    CHECK(bench.state().errors.empty());
}

TEST_CASE("small_or_coarse_paper_is_not_printed_on") {
    tests::offscreenGui();
    PrinterBench bench;
    for (const auto& [width, density] : {std::pair{384, 203}, std::pair{512, 180}, std::pair{360, 180}}) {
        const auto printer = bench.adapter({width, true, true, density});
        const auto receipt = tests::sampleReceipt(model::Language::Arabic);
        const auto drawn = layout::layOutReceipt(receipt, width).value();
        const auto millimetres = tests::runTask(printer->measure(receipt)).value();
        CHECK(millimetres * density > drawn.heightDots * 25.4);
        CHECK(millimetres * density < drawn.heightDots * 25.4 + 20 * density);
        CHECK(print(*printer).outcome == PaperOutcome::Completed);
    }
    CHECK(bench.state().errors.empty());
}

TEST_CASE("printer_that_was_never_there_is_a_fault") {
    PrinterBench bench;
    const auto printer = bench.adapter();
    bench.tell("unplug");
    CHECK(status(*printer).device != DeviceState::Online);
    const auto result = print(*printer);
    CHECK(result.outcome == PaperOutcome::NotPrinted);
    CHECK(result.status.device != DeviceState::Online);
    bench.tell("ok");
    waitUntilOnline(*printer);
}
