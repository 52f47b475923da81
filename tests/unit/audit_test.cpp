#include "kiosk/audit/audit_file.h"
#include "kiosk/audit/chain.h"
#include "kiosk/audit/examine.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <sstream>
#include <thread>

using namespace balady;
using ports::AuditEvent;

namespace {

struct FixedClock final : Clock {
    [[nodiscard]] WallTime now() const override {
        return WallTime{std::chrono::milliseconds{1'795'000'000'123}};
    }
};

const FixedClock kClock;

std::unique_ptr<audit::AuditFile> opened(const tests::TempFolder& folder, unsigned char who = 7) {
    auto key = audit::SigningKey::fromSeed(SecretBytes(audit::SigningKey::kSize, who));
    REQUIRE(key.has_value());
    auto file = audit::AuditFile::open(folder.path(), std::move(*key), kClock);
    REQUIRE(file.has_value());
    return std::move(*file);
}

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A trail of two visits, closed; each entry a line.
struct Trail {
    std::vector<std::string> lines;
    std::string key;
    ports::AuditHead head;
};
Trail trail(unsigned char who = 7) {
    const tests::TempFolder folder;
    Trail made;
    {
        auto file = opened(folder, who);
        made.key = file->publicKey();
        file->record(AuditEvent::TerminalStarted);
        for (const auto* how : {"finished", "idle"}) {
            file->record(AuditEvent::SessionBegun);
            file->record(AuditEvent::PaperPrinted, {{"paper", "receipt"}, {"copy", 0}});
            file->record(AuditEvent::SessionEnded, {{"how", log::Plain{how}}});
        }
    }
    made.head = opened(folder, who)->head();
    std::istringstream in(contentOf(folder.path() / "audit.log"));
    for (std::string line; std::getline(in, line);)
        made.lines.push_back(line);
    return made;
}

/// No file of this process can be written to while it lives (setrlimit(2), RLIMIT_FSIZE).
class FullDisk {
  public:
    FullDisk() {
        ::signal(SIGXFSZ, SIG_IGN); // then write() says EFBIG
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit none{0, m_before.rlim_max};
        REQUIRE(::setrlimit(RLIMIT_FSIZE, &none) == 0);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

  private:
    rlimit m_before{};
};

audit::Examination examined(const std::vector<std::string>& lines, const audit::Known& known) {
    std::string text;
    for (const auto& line : lines)
        text += line + '\n';
    std::istringstream in(text);
    return audit::examine(in, known);
}

} // namespace

TEST_CASE("good_trail_is_accused") {
    const auto good = trail();
    REQUIRE(good.lines.size() == 10); // seven entries and three signatures
    const auto result = examined(good.lines, {good.key, good.head});
    CHECK(result.findings.empty());
    CHECK(result.entries == 10);
    CHECK(result.signedUpTo == 9); // all but the last signature itself
    CHECK(result.head == good.head);
}

TEST_CASE("removed_altered_inserted_or_exchanged_line_is_not_found") {
    const auto good = trail();
    const audit::Known known{good.key, good.head};
    for (std::size_t at = 0; at < good.lines.size(); ++at) {
        CAPTURE(at);
        auto removed = good.lines;
        removed.erase(removed.begin() + static_cast<std::ptrdiff_t>(at));
        CHECK_FALSE(examined(removed, known).findings.empty());
        auto altered = good.lines;
        const auto where = altered[at].find("\"time\":\"2026") + 9;
        REQUIRE(where > 9);
        altered[at][where] = '1';
        CHECK_FALSE(examined(altered, known).findings.empty());
        auto inserted = good.lines;
        inserted.insert(inserted.begin() + static_cast<std::ptrdiff_t>(at), good.lines[at]);
        CHECK_FALSE(examined(inserted, known).findings.empty());
        if (at > 0) {
            auto exchanged = good.lines;
            std::swap(exchanged[at - 1], exchanged[at]);
            CHECK_FALSE(examined(exchanged, known).findings.empty());
        }
    }
}

TEST_CASE("cut_off_end_is_not_found_by_who_knows_the_head") {
    const auto good = trail();
    for (std::size_t kept = 0; kept < good.lines.size(); ++kept) {
        const std::vector<std::string> cut(good.lines.begin(),
                                           good.lines.begin() + static_cast<std::ptrdiff_t>(kept));
        CHECK_FALSE(examined(cut, {good.key, good.head}).findings.empty());
    }
}

TEST_CASE("trail_written_anew_by_somebody_else_is_believed") {
    const auto good = trail();
    const auto foreign = trail(8); // as consistent in itself as ours
    CHECK(examined(foreign.lines, {foreign.key, {}}).findings.empty());
    CHECK_FALSE(examined(foreign.lines, {good.key, {}}).findings.empty());
}

TEST_CASE("new_start_breaks_the_chain") {
    const tests::TempFolder folder;
    for (int start = 0; start < 3; ++start)
        opened(folder)->record(AuditEvent::TerminalStarted);
    std::ifstream in(folder.path() / "audit.log", std::ios::binary);
    const auto result = audit::examine(in, {});
    CHECK(result.findings.empty());
    CHECK(result.entries == 6);
}

TEST_CASE("entries_of_a_session_that_a_crash_ended_are_never_signed") {
    const tests::TempFolder folder;
    opened(folder)->record(AuditEvent::SessionBegun); // and closed in the middle
    std::ifstream in(folder.path() / "audit.log", std::ios::binary);
    CHECK(audit::examine(in, {}).signedUpTo == 1);
}

TEST_CASE("power_cut_in_the_middle_of_a_line_loses_the_trail") {
    const tests::TempFolder folder;
    opened(folder)->record(AuditEvent::TerminalStarted);
    const auto whole = contentOf(folder.path() / "audit.log");
    const auto next = std::string(R"({"sequence":3,"time":"2026-)");
    for (std::size_t kept = 1; kept <= next.size(); kept += 5) {
        std::ofstream(folder.path() / "audit.log", std::ios::binary) << whole << next.substr(0, kept);
        opened(folder)->record(AuditEvent::SessionBegun);
        std::ifstream in(folder.path() / "audit.log", std::ios::binary);
        const auto result = audit::examine(in, {});
        CHECK(result.findings.empty());
        CHECK(result.entries == 6); // started, signed, torn, signed, begun, signed
        CHECK(contentOf(folder.path() / "audit.log").find(std::string(audit::kTornLine)) !=
              std::string::npos);
        CHECK(contentOf(folder.path() / "audit.torn-3") == next.substr(0, kept));
        std::filesystem::remove(folder.path() / "audit.torn-3");
    }
}

TEST_CASE("damaged_trail_is_built_upon_or_written_over") {
    const tests::TempFolder folder;
    for (const auto* aside : {"audit.damaged-1", "audit.damaged-2"}) {
        std::ofstream(folder.path() / "audit.log", std::ios::app) << "no entry\n";
        const auto damaged = contentOf(folder.path() / "audit.log");
        opened(folder)->record(AuditEvent::TerminalStarted);
        CHECK(contentOf(folder.path() / aside) == damaged);
        const auto begun = contentOf(folder.path() / "audit.log");
        CHECK(begun.find(std::string(audit::kDamagedTrail)) != std::string::npos);
        std::istringstream in(begun);
        CHECK(audit::examine(in, {}).findings.empty());
        CHECK(opened(folder)->trouble() == model::Trouble::DataLost); // until somebody has taken it away
    }
    for (const auto* aside : {"audit.damaged-1", "audit.damaged-2"})
        std::filesystem::remove(folder.path() / aside);
    CHECK(opened(folder)->trouble() == model::Trouble::None);
}

TEST_CASE("disk_that_takes_no_entry_is_not_told_of_or_loses_it") {
    const tests::TempFolder folder;
    const auto file = opened(folder);
    const auto becomes = [&](model::Trouble trouble) {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{30};
        while (file->trouble() != trouble && std::chrono::steady_clock::now() < deadline)
            std::this_thread::yield();
        return file->trouble() == trouble;
    };
    {
        const FullDisk full;
        file->record(AuditEvent::TerminalStarted);
        CHECK(becomes(model::Trouble::Broken));
        CHECK(file->head().sequence == 0);
    }
    file->record(AuditEvent::SessionEnded);
    CHECK(becomes(model::Trouble::None));
    std::ifstream in(folder.path() / "audit.log", std::ios::binary);
    const auto result = audit::examine(in, {});
    CHECK(result.findings.empty());
    CHECK(result.entries == 4);
}

TEST_CASE("half_a_key_signs") {
    for (const std::size_t size : {0U, 31U, 33U})
        CHECK(audit::SigningKey::fromSeed(SecretBytes(size, 7)).error().code == FaultCode::Malformed);
}
