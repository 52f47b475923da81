#include "printing/escpos/print_job.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <functional>

using namespace balady;
using namespace balady::escpos;
using model::DeviceState;
using model::PaperOutcome;
using model::PaperState;

namespace {

constexpr int kRows = 300;

Raster picture() {
    return {576, kRows, Bytes(72 * kRows, 0x3c)};
}

using Status = std::array<std::uint8_t, 4>; // answers to DLE EOT 1 to 4

/// The far end in its simplest form: answers what it has been asked, in the state that it has.
struct Answering {
    Status status{0x12, 0x12, 0x12, 0x12};
    std::uint8_t rollPaper = 0;
    Bytes pending;
    Bytes printed;

    Event operator()(const Step& step) {
        if (const auto* send = std::get_if<Send>(&step)) {
            const auto& bytes = send->bytes;
            if (bytes[0] == 0x10 && bytes[1] == 0x04)
                pending.push_back(status[bytes[2] - 1]);
            else if (bytes[0] != 0x10)
                printed.insert(printed.end(), bytes.begin(), bytes.end());
            const auto question = askRollPaperInTurn();
            if (std::search(bytes.begin(), bytes.end(), question.begin(), question.end()) != bytes.end())
                pending.push_back(rollPaper);
            return Sent{};
        }
        if (std::holds_alternative<AskPort>(step))
            return PortSays{};
        if (pending.empty())
            return Silence{};
        return Received{std::exchange(pending, {})};
    }
};

/// Runs a job to its end; `meddle` may change what the printer answers at a step.
model::PaperResult run(PrintJob& job, const std::function<Event(const Step&, int)>& world,
                       int* steps = nullptr) {
    auto step = job.start();
    int count = 0;
    while (!std::holds_alternative<Finished>(step)) {
        REQUIRE(count < 2000);
        step = job.on(world(step, count++));
    }
    if (steps)
        *steps = count;
    return job.result();
}

PrintJob aJob(bool hasStatus = true, Leftovers before = {}) {
    return PrintJob::make({576, true, hasStatus}, picture(), before).value();
}

bool holds(const Bytes& bytes, const Bytes& part) {
    return std::search(bytes.begin(), bytes.end(), part.begin(), part.end()) != bytes.end();
}

} // namespace

TEST_CASE("confirmed_receipt_is_not_called_completed") {
    auto job = aJob();
    Answering printer;
    printer.status[3] = 0x1e;
    const auto result = run(job, [&](const Step& step, int) { return printer(step); });
    CHECK(result.outcome == PaperOutcome::Completed);
    CHECK(result.status == model::PrinterStatus{DeviceState::Online, PaperState::Low, false});
    CHECK(job.leftovers() == Leftovers{});
    // ESC @, GS a, four bands of at most 96 rows, cut, GS r, GS a.
    CHECK(printer.printed.size() == 2 + 3 + 4 * 8 + 72 * kRows + 4 + 3 + 3);
}

TEST_CASE("one_way_printer_is_believed_to_have_printed") {
    auto job = aJob(false);
    Answering printer;
    const auto result = run(job, [&](const Step& step, int) {
        CHECK(std::holds_alternative<Send>(step));
        return printer(step);
    });
    CHECK(result.outcome == PaperOutcome::SentToPrinter);
}

TEST_CASE("bytes_go_to_a_printer_that_cannot_print") {
    for (const auto& status :
         {Status{0x1a, 0x32, 0x12, 0x7e}, Status{0x1a, 0x16, 0x12, 0x12}, Status{0x1a, 0x52, 0x1a, 0x12},
          Status{0x1a, 0x12, 0x12, 0x12}, Status{0x12, 0x12, 0x12, 0x72}}) {
        auto job = aJob();
        Answering printer;
        printer.status = status;
        const auto result = run(job, [&](const Step& step, int) { return printer(step); });
        CHECK(result.outcome == PaperOutcome::NotPrinted);
        CHECK(printer.printed.empty());
    }
}

TEST_CASE("any_step_fails_and_more_is_claimed_than_known") {
    int steps = 0;
    {
        auto job = aJob();
        Answering printer;
        run(
            job, [&](const Step& step, int) { return printer(step); }, &steps);
    }
    REQUIRE(steps > 10);
    for (const auto code : {FaultCode::NoDevice, FaultCode::ConnectionLost, FaultCode::TimedOut})
        for (const std::size_t accepted : {std::size_t{0}, std::size_t{1}})
            for (int failing = 0; failing < steps; ++failing) {
                auto job = aJob();
                Answering printer;
                bool confirmed = false;
                bool picture = false;
                const auto result = run(job, [&](const Step& step, int at) -> Event {
                    const auto* send = std::get_if<Send>(&step);
                    if (at >= failing) {
                        if (at == failing && send && send->bytes[0] != 0x10 && accepted > 0)
                            picture = true;
                        if (std::holds_alternative<AskPort>(step))
                            return PortSays{};
                        return Broke{code, at == failing && send ? accepted : 0};
                    }
                    confirmed = confirmed || (std::holds_alternative<Receive>(step) &&
                                              !printer.pending.empty() && printer.pending.back() == 0);
                    auto event = printer(step);
                    picture = picture || !printer.printed.empty();
                    return event;
                });
                CAPTURE(failing);
                const auto expected = confirmed ? PaperOutcome::Completed
                                      : picture ? PaperOutcome::Unknown
                                                : PaperOutcome::NotPrinted;
                CHECK(result.outcome == expected);
                CHECK(job.leftovers().bytes == (expected == PaperOutcome::Unknown));
                CHECK(job.leftovers().strip == (expected == PaperOutcome::Unknown));
            }
}

TEST_CASE("rest_of_a_broken_receipt_stays_in_the_printer") {
    auto job = aJob();
    Answering printer;
    Bytes last;
    bool cleared = false;
    const auto result = run(job, [&](const Step& step, int) -> Event {
        if (const auto* send = std::get_if<Send>(&step)) {
            last = send->bytes;
            if (printer.printed.size() > 10'000)
                printer.status = {0x1a, 0x32, 0x12, 0x7e};
        }
        auto event = printer(step);
        std::erase(printer.pending, 0); // stopped: GS r is answered in turn, and its turn does not come
        if (last == clearBuffers() && std::holds_alternative<Send>(step))
            printer.pending = {0x37, 0x25, 0x00};
        cleared = cleared || (last == clearBuffers() && std::holds_alternative<Received>(event));
        return event;
    });
    CHECK(result.outcome == PaperOutcome::Unknown);
    CHECK(result.status.paper == PaperState::Out);
    CHECK(last == clearBuffers());
    CHECK(cleared); // reported only when the printer has said so
    CHECK(job.leftovers() == Leftovers{false, true, 0});
}

TEST_CASE("trouble_in_the_middle_is_known_only_after_a_silence") {
    auto job = aJob();
    Answering printer;
    bool silence = false;
    const auto result = run(job, [&](const Step& step, int) -> Event {
        auto event = printer(step);
        if (std::erase(printer.pending, 0) > 0) { // GS r: its turn does not come, the printer reports instead
            printer.status = {0x1a, 0x32, 0x12, 0x7e};
            for (const auto byte : {0x18, 0x00, 0x0f, 0x0f})
                printer.pending.push_back(static_cast<std::uint8_t>(byte));
        }
        if (std::get_if<Silence>(&event) && holds(printer.printed, askRollPaperInTurn()))
            silence = silence || std::get<Receive>(step).patience >= std::chrono::milliseconds{500};
        return event;
    });
    CHECK(result.outcome == PaperOutcome::Unknown);
    CHECK(result.status.paper == PaperState::Out);
    CHECK_FALSE(silence);
}

TEST_CASE("answer_to_an_older_receipt_confirms_this_one") {
    for (const bool late : {false, true}) {
        auto job = aJob(true, {false, false, 1});
        Answering printer;
        bool old = false;
        const auto result = run(job, [&](const Step& step, int) -> Event {
            auto event = printer(step);
            // In the printer's memory since the receipt before this one; the own answer comes behind it, or never.
            if (holds(printer.printed, askRollPaperInTurn()) && !std::exchange(old, true))
                printer.pending = late ? Bytes{0} : Bytes{0, 0};
            return event;
        });
        CHECK(result.outcome == (late ? PaperOutcome::SentToPrinter : PaperOutcome::Completed));
        CHECK(job.leftovers().answers == (late ? 1 : 0));
        CHECK(job.leftovers().bytes == late);
    }
}

TEST_CASE("strip_of_the_last_citizen_hangs_on_the_next_receipt") {
    auto job = aJob(true, {false, true, 0});
    Answering printer;
    const auto result = run(job, [&](const Step& step, int) { return printer(step); });
    CHECK(result.outcome == PaperOutcome::Completed);
    CHECK_FALSE(job.leftovers().strip);
    const auto cut = feedAndFullCut();
    CHECK((Bytes(printer.printed.begin() + 2, printer.printed.begin() + 6) == cut));

    auto refused = aJob(true, {false, true, 0});
    Answering out;
    out.status = {0x1a, 0x32, 0x12, 0x7e};
    run(refused, [&](const Step& step, int) { return out(step); });
    CHECK(refused.leftovers().strip); // still there: nothing was sent
}

TEST_CASE("silent_printer_is_waited_for_without_end") {
    auto job = aJob();
    std::chrono::milliseconds waited{0};
    const auto silent = [&](const Step& step, int) -> Event {
        if (const auto* receive = std::get_if<Receive>(&step)) {
            waited += receive->patience;
            return Silence{};
        }
        if (std::holds_alternative<AskPort>(step))
            return PortSays{std::uint8_t{0x38}};
        return Sent{};
    };
    const auto result = run(job, silent);
    CHECK(result.outcome == PaperOutcome::NotPrinted);
    CHECK(result.status == model::PrinterStatus{DeviceState::Offline, PaperState::Out, false});
    CHECK(waited < std::chrono::seconds{2});

    auto second = aJob();
    Answering printer;
    waited = {};
    const auto fallsSilent = run(second, [&](const Step& step, int at) -> Event {
        return printer.printed.empty() ? printer(step) : silent(step, at);
    });
    CHECK(fallsSilent.outcome == PaperOutcome::Unknown);
    CHECK(fallsSilent.status.device == DeviceState::Offline);
    CHECK(waited < std::chrono::seconds{10});
}

TEST_CASE("printer_that_reports_without_end_is_listened_to_without_end") {
    // Automatic status back, and zeros, which are answers to GS r: each is whole and makes sense, none is the answer.
    for (const Bytes& report : {Bytes{0x14, 0x00, 0x00, 0x0f}, Bytes{0, 0, 0, 0}}) {
        auto job = aJob();
        const auto result = run(job, [&](const Step& step, int count) -> Event {
            if (std::holds_alternative<Send>(step))
                return Sent{};
            if (std::holds_alternative<AskPort>(step))
                return PortSays{};
            return count == 0 ? Event{Silence{}} : Event{Received{report}};
        });
        CHECK(result.outcome == PaperOutcome::NotPrinted);
    }
}

TEST_CASE("garbage_is_taken_for_readiness") {
    auto job = aJob();
    Answering printer;
    printer.status = {0xff, 0xff, 0xff, 0xff};
    const auto result = run(job, [&](const Step& step, int) { return printer(step); });
    CHECK(result.outcome == PaperOutcome::NotPrinted);
    CHECK(result.status.device == DeviceState::HardwareError);
    CHECK(printer.printed.empty());
}

TEST_CASE("one_bad_byte_on_the_line_costs_a_receipt") {
    auto job = aJob();
    Answering printer;
    bool spoiled = false;
    const auto result = run(job, [&](const Step& step, int) {
        auto event = printer(step);
        if (auto* got = std::get_if<Received>(&event); got && !std::exchange(spoiled, true))
            got->bytes = {0x55};
        return event;
    });
    CHECK(spoiled);
    CHECK(result.outcome == PaperOutcome::Completed);
}

TEST_CASE("raster_wider_than_the_paper_is_sent") {
    CHECK(PrintJob::make({384, true, true}, picture()).error().code == FaultCode::Bug);
    CHECK(PrintJob::make({576, true, true}, Raster{576, 2, Bytes(72, 0)}).error().code == FaultCode::Bug);
}
