#include "printing/cups/cups_document_printer.h"
#include "printing/layout/licence_layout.h"
#include "tests/support/command.h"
#include "tests/support/grey_page.h"
#include "tests/support/run_task.h"
#include "tests/support/sample_licence.h"
#include "tests/support/temp_folder.h"

#include <boost/json.hpp>
#include <doctest/doctest.h>
#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <fstream>
#include <functional>
#include <thread>

using namespace balady;
using namespace balady::tests;
using model::DeviceState;
using model::PaperOutcome;
using model::PaperState;
using namespace std::chrono_literals;

namespace {

/// cupsd and an IPP printer of our own, and the adapter in front of them.
class Bench {
  public:
    Bench() {
        const auto line = output(kScript + " start '" + m_folder.path().string() + "'");
        const auto ready = boost::json::parse(line.substr(0, line.find('\n')));
        m_server = ready.at("server").as_string().c_str();
        cups::Queue queue;
        queue.server = m_server;
        queue.name = ready.at("queue").as_string().c_str();
        queue.patience = 30s;
        m_printer.emplace(queue);
    }
    Bench(const Bench&) = delete;
    Bench& operator=(const Bench&) = delete;
    ~Bench() {
        output(kScript + " stop '" + m_folder.path().string() + "'");
        // Nothing of the spooler waits for a printer that is no more.
        const auto ours = "CUPS_STATEDIR=" + m_folder.path().string() + "/state";
        CHECK(output("grep -lzsxF '" + ours + "' /proc/[0-9]*/environ | wc -l") == "0\n");
    }

    void control(const std::string& word) {
        std::ofstream(m_folder / "control.new") << word << "\n";
        std::filesystem::rename(m_folder / "control.new", m_folder / "control");
    }
    Result<model::PrinterStatus> status() { return runTask(m_printer->status()); }
    Result<model::PaperResult> print() { return runTask(m_printer->print(m_paper)); }

    /// Asks the printer until it says so.
    bool becomes(const std::function<bool(const model::PrinterStatus&)>& expected) {
        return answers([&](const auto& now) { return now && expected(*now); });
    }
    bool faults(FaultCode code) {
        return answers([&](const auto& now) { return !now && now.error().code == code; });
    }
    bool becomes(DeviceState device) {
        return becomes([device](const auto& now) { return now.device == device; });
    }

    [[nodiscard]] int pagesOut() const {
        int count = 0;
        for (const auto& entry : std::filesystem::directory_iterator(m_folder / "out"))
            count += entry.path().extension() == ".pdf" ? 1 : 0;
        return count;
    }
    [[nodiscard]] std::string waitingJobs() const { return output("lpstat -h " + m_server + " -o"); }
    /// Waits until the printer has begun a page.
    [[nodiscard]] bool printing() const { return pageIsInPrint(true); }
    /// Waits until the printer has none in print: it is out, or the printer has obeyed and given it up.
    [[nodiscard]] bool idle() const { return pageIsInPrint(false); }
    void restartSpooler() const { output(kScript + " respool '" + m_folder.path().string() + "'"); }
    void spooler(const std::string& command) const { output(command + " -h " + m_server + " licences"); }
    Result<Done> discardRest() { return runTask(m_printer->discardRest()); }
    void killSpooler() const { output("kill -KILL $(cat '" + (m_folder / "run/cupsd.pid").string() + "')"); }

    [[nodiscard]] const std::string& server() const { return m_server; }
    [[nodiscard]] std::string anyPdf() {
        const auto file = m_folder / "page.pdf";
        const auto pdf = layout::LicenceLayout::open().value().layOut(m_paper).value();
        std::ofstream(file, std::ios::binary)
            .write(reinterpret_cast<const char*>(pdf.data()), static_cast<std::streamsize>(pdf.size()));
        return file.string();
    }
    [[nodiscard]] std::filesystem::path page(int number) const {
        return m_folder / ("out/document-000" + std::to_string(number) + ".pdf");
    }
    const SampleIssuer m_issuer;
    const model::LicencePaper m_paper = m_issuer.paper(sampleLicence());

  private:
    inline static const std::string kScript =
        BALADY_SOURCE_DIR "/tests/simulators/document_printer/document_printer.sh";

    /// Whether the printer answers so within a minute.
    bool answers(const std::function<bool(const Result<model::PrinterStatus>&)>& expected) {
        const auto deadline = std::chrono::steady_clock::now() + 60s;
        while (std::chrono::steady_clock::now() < deadline)
            if (expected(status()))
                return true;
        return false;
    }
    /// Waits until the printer's mark that it prints a page is there, or is not; while nothing changes, for a minute at most.
    [[nodiscard]] bool pageIsInPrint(bool expected) const {
        constexpr int kMinute = 60'000;
        const auto run = m_folder / "run";
        pollfd changes{::inotify_init1(IN_CLOEXEC), POLLIN, 0};
        ::inotify_add_watch(changes.fd, run.c_str(), IN_CREATE | IN_DELETE);
        bool is = std::filesystem::exists(run / "printing");
        for (char events[4096]; is != expected && ::poll(&changes, 1, kMinute) > 0;
             is = std::filesystem::exists(run / "printing"))
            if (::read(changes.fd, events, sizeof events) <= 0)
                break;
        ::close(changes.fd);
        return is == expected;
    }

    TempFolder m_folder;
    std::string m_server;
    std::optional<cups::CupsDocumentPrinter> m_printer;
};

} // namespace

TEST_CASE("code_does_not_survive_the_spooler") {
    Bench bench;
    const auto result = bench.print().value();
    CHECK(result.outcome == PaperOutcome::Completed);
    CHECK(result.status.device == DeviceState::Online);
    REQUIRE(bench.pagesOut() == 1);
    const auto scanned = GreyPage(bench.page(1), 200).qrText(18, 216, 64);
    CHECK(licence::verify(scanned, bench.m_issuer.keySet).value().number == "LC-4500000123");
    CHECK(output("pdftotext '" + bench.page(1).string() + "' -").find("مؤسسة الأحمد للمواد الغذائية") !=
          std::string::npos);
}

TEST_CASE("queue_without_a_name_is_not_found_or_any_is_taken") {
    Bench bench;
    cups::Queue nameless;
    nameless.server = bench.server();
    cups::CupsDocumentPrinter printer(nameless);
    CHECK(runTask(printer.status()).value().device == DeviceState::Online); // the only one
    CHECK(runTask(printer.print(bench.m_paper)).value().outcome == PaperOutcome::Completed);
    output("lpadmin -h " + bench.server() + " -p labels -E -v ipp://localhost:1/ipp/print -m raw");
    CHECK(runTask(printer.status()).error().code == FaultCode::NoDevice);
    output("lpadmin -h " + bench.server() + " -d licences");
    CHECK(runTask(printer.status()).value().device == DeviceState::Online);
}

TEST_CASE("licence_printer_jammed") {
    Bench bench;
    bench.control("media-jam-while-printing");
    const auto result = bench.print().value();
    CHECK(result.outcome == PaperOutcome::Unknown); // a sheet may be half out
    CHECK(result.status.paper == PaperState::Jammed);
    CHECK(bench.waitingJobs().empty());

    SUBCASE("stale_reasons_are_believed") {
        CHECK(bench.idle());
        bench.control("ok");
        REQUIRE(bench.becomes(DeviceState::Online));
        CHECK(bench.print().value().outcome == PaperOutcome::Completed);
        CHECK(bench.pagesOut() == 1); // the jammed page did not come out behind our back
    }
}

TEST_CASE("jam_is_seen_only_after_the_licence_was_sent") {
    Bench bench;
    bench.control("media-jam");
    REQUIRE(bench.becomes([](const auto& now) { return now.paper == PaperState::Jammed; }));
    const auto result = bench.print().value();
    CHECK(result.outcome == PaperOutcome::NotPrinted);
    CHECK(result.status.paper == PaperState::Jammed);
    bench.control("door-open");
    CHECK(bench.becomes([](const auto& now) { return now.coverOpen && now.paper != PaperState::Jammed; }));
    CHECK(bench.waitingJobs().empty());
}

TEST_CASE("tray_empty") {
    Bench bench;
    bench.control("media-empty-while-printing");
    const auto result = bench.print().value();
    CHECK(result.outcome == PaperOutcome::NotPrinted);
    CHECK(result.status.paper == PaperState::Out);
    CHECK(bench.waitingJobs().empty());
    bench.control("ok");
    REQUIRE(bench.becomes(DeviceState::Online));
    CHECK(bench.print().value().outcome == PaperOutcome::Completed);
    CHECK(bench.pagesOut() == 1); // refilling the tray did not print the page that was taken back
}

TEST_CASE("toner_empty") {
    Bench bench;
    bench.control("toner-low");
    CHECK(bench.becomes([](const auto& now) { return now.toner == model::TonerState::Low; }));
    CHECK(bench.print().value().outcome == PaperOutcome::Completed);
    bench.control("toner-empty-while-printing");
    const auto result = bench.print().value();
    CHECK(result.outcome == PaperOutcome::NotPrinted);
    CHECK(result.status.toner == model::TonerState::Out);
    CHECK(bench.waitingJobs().empty());
    bench.control("ok");
    REQUIRE(bench.becomes(DeviceState::Online));
    CHECK(bench.pagesOut() == 1);
}

TEST_CASE("cancelled_at_printer") {
    Bench bench;
    bench.control("cancel");
    const auto result = bench.print().value();
    CHECK(result.outcome == PaperOutcome::NotPrinted);
    CHECK(bench.pagesOut() == 0);
    CHECK(bench.waitingJobs().empty());
}

TEST_CASE("printer_offline") {
    Bench bench;
    bench.control("offline");
    REQUIRE(bench.becomes(DeviceState::Offline));
    const auto result = bench.print().value();
    CHECK(result.outcome == PaperOutcome::NotPrinted);
    CHECK(result.status.device == DeviceState::Offline);
    CHECK(bench.waitingJobs().empty());
    bench.control("ok");
    REQUIRE(bench.becomes(DeviceState::Online));
    CHECK(bench.print().value().outcome == PaperOutcome::Completed);
}

TEST_CASE("spooler_restarts_mid_page_and_prints_it_again") {
    Bench bench;
    bench.control("slow");
    std::jthread trouble([&] {
        if (bench.printing())
            bench.restartSpooler();
    });
    CHECK(bench.print().value().outcome != PaperOutcome::Completed);
    trouble.join();
    CHECK(bench.waitingJobs().empty());
    CHECK(bench.idle());
    bench.control("ok");
    CHECK(bench.print().value().outcome == PaperOutcome::Completed);
    CHECK(bench.pagesOut() == 1);
}

TEST_CASE("stopped_queue_keeps_the_citizen_waiting") {
    Bench bench;
    SUBCASE("before") {
        bench.spooler("cupsdisable");
        CHECK(bench.status()->device == DeviceState::Offline);
        CHECK(bench.print().value().outcome == PaperOutcome::NotPrinted);
    }
    SUBCASE("while_it_prints") {
        bench.control("slow");
        std::jthread technician([&] {
            if (bench.printing())
                bench.spooler("cupsdisable");
        });
        const auto result = bench.print().value();
        technician.join();
        CHECK(result.outcome == PaperOutcome::NotPrinted);
        CHECK(result.status.device == DeviceState::Offline);
        bench.control("ok");
    }
    CHECK(bench.waitingJobs().empty());
    bench.spooler("cupsenable");
    CHECK(bench.print().value().outcome == PaperOutcome::Completed);
    CHECK(bench.pagesOut() == 1);
}

TEST_CASE("licence_of_the_program_before_this_one_comes_out") {
    Bench bench;
    bench.spooler("cupsdisable");
    // As the adapter submits it, in a program that has died since.
    output("lp -h " + bench.server() + " -d licences -t licence-1-2 '" + bench.anyPdf() + "'");
    CHECK_FALSE(bench.waitingJobs().empty());
    CHECK(bench.discardRest().has_value());
    CHECK(bench.waitingJobs().empty());
    bench.spooler("cupsenable");
    CHECK(bench.print().value().outcome == PaperOutcome::Completed);
    CHECK(bench.pagesOut() == 1);
}

TEST_CASE("cupsd_gone") {
    Bench bench;
    REQUIRE(bench.status().has_value());
    bench.killSpooler();
    CHECK(bench.faults(FaultCode::Unreachable));
    CHECK(bench.print().error().code == FaultCode::Unreachable);
}
