// Bench: what it costs to have something on the disk before the citizen reads that it is: commits of the journal, alone and
// in groups, and the acceptance of a report with its picture, encrypted. Beside a bare loop of write and fdatasync into a
// file whose blocks are there already, in turns with it. Prints one JSON object. Commits are counted where they
// end, in fdatasync: "commits" are those of four callers, each of whom waits for its own, so that the writer always has the
// next change to hand. "lone" is one such caller: besides the disk it waits for two threads to be woken, each time.
// usage: bench_store [SECONDS [FOLDER]]

#include "kiosk/crypto/sealing.h"
#include "kiosk/store/sqlite_store.h"
#include "tests/support/run_task.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/json.hpp>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

using namespace balady;
using std::chrono::steady_clock;

namespace {

constexpr std::size_t kRow = 512;         ///< bytes, as an intent with its indexes is
constexpr int kCallers = 4;               ///< who keep the writer busy
constexpr int kOfEach = 50;               ///< changes, in one turn of theirs
constexpr int kGroup = 64;                ///< changes that wait at the same time
constexpr std::size_t kPicture = 400'000; ///< bytes, as the camera's are

std::atomic<int> syncs{0}; ///< of all threads

double secondsSince(steady_clock::time_point start) {
    return std::chrono::duration<double>(steady_clock::now() - start).count();
}

double quantile(std::vector<double> values, double part) {
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

/// How fast something goes, in rounds that are taken in turns with something else.
struct Rounds {
    int done = 0;
    int synced = 0; ///< waits for the disk
    double seconds = 0;
    std::vector<double> milliseconds{};

    template <class Work>
    void run(double limit, const Work& work) {
        const auto start = steady_clock::now();
        const int before = syncs;
        while (secondsSince(start) < limit) {
            const auto begun = steady_clock::now();
            work();
            milliseconds.push_back(secondsSince(begun) * 1000);
            ++done;
        }
        seconds += secondsSince(start);
        synced += syncs - before;
    }
    [[nodiscard]] double perSecond() const { return done / seconds; }
    [[nodiscard]] double syncsPerSecond() const { return synced / seconds; }
};

/// The floor: the kernel's own price for bytes that survive a power cut.
class BareFile {
  public:
    explicit BareFile(const std::filesystem::path& file)
        : m_file(::open(file.c_str(), O_CREAT | O_RDWR | O_TRUNC | O_CLOEXEC, 0600)) {
        const std::vector<char> zeros(1 << 20);
        for (std::size_t at = 0; at < kSize; at += zeros.size())
            check(::write(m_file, zeros.data(), zeros.size()) == static_cast<ssize_t>(zeros.size()));
        check(::fsync(m_file) == 0);
    }
    BareFile(const BareFile&) = delete;
    BareFile& operator=(const BareFile&) = delete;
    ~BareFile() { ::close(m_file); }

    void commit(std::size_t size) {
        m_bytes.resize(size, 'x');
        if (m_at + size > kSize)
            m_at = 0;
        check(::pwrite(m_file, m_bytes.data(), size, static_cast<off_t>(m_at)) == static_cast<ssize_t>(size));
        check(::fdatasync(m_file) == 0);
        m_at += size;
    }

  private:
    static constexpr std::size_t kSize = std::size_t{64} << 20;
    static void check(bool good) {
        if (!good)
            throw std::runtime_error("the bare file cannot be written");
    }
    int m_file;
    std::size_t m_at = 0;
    std::string m_bytes;
};

class Bench {
  public:
    explicit Bench(const std::filesystem::path& folder) : m_bare(folder / "bare") {
        store::StoreSettings settings{folder / "store.db", {}};
        const auto line = crypto::Keyring::freshLine();
        settings.keys = crypto::Keyring::parse(asText(line)).value();
        m_store = std::move(store::SqliteStore::open(settings, m_clock).value().store);
    }

    void bareCommit() { m_bare.commit(kRow); }
    void bareGroup() { m_bare.commit(kRow * kGroup); }
    void bareReport() { m_bare.commit(kPicture); }

    void commit() { tests::runTask(m_store->begin(intent())).value(); }

    /// Callers who wait for their own changes only; so many of each.
    void commitOfMany(int count) {
        boost::asio::io_context context;
        for (int caller = 0; caller < kCallers; ++caller)
            boost::asio::co_spawn(
                context,
                [this, count]() -> boost::asio::awaitable<void> {
                    for (int i = 0; i < count; ++i)
                        (co_await m_store->begin(intent())).value();
                },
                [](const std::exception_ptr& error) {
                    if (error)
                        std::rethrow_exception(error);
                });
        context.run();
    }

    void group() {
        boost::asio::io_context context;
        for (int i = 0; i < kGroup; ++i)
            boost::asio::co_spawn(context, m_store->begin(intent()),
                                  [](const std::exception_ptr& error, const Result<Done>& begun) {
                                      if (error || !begun)
                                          throw std::runtime_error("a commit failed");
                                  });
        context.run();
    }

    /// What lies between the touch on "send" and the page that says that the report is kept.
    void report() {
        model::KeptRequest request;
        request.idempotencyKey = crypto::uuid7(m_clock.now());
        request.visit = crypto::uuid4();
        request.draft.kind = model::ServiceKind::Report;
        request.draft.serviceId = "photo-report";
        request.draft.answers = {{"landmark", "Opposite the school"}, {"mobile", "0500000000"}};
        request.attachments.push_back({"picture", "image/jpeg", m_picture, ""});
        request.acceptedAt = m_clock.now();
        const auto number = tests::runTask(m_store->keep(std::move(request))).value();
        m_numbers.push_back(number);
    }
    /// So that the outbox stays as short as on a day.
    void erase() {
        for (const auto number : m_numbers)
            tests::runTask(m_store->erase(number)).value();
        m_numbers.clear();
    }

  private:
    ports::Intent intent() { return {crypto::uuid7(m_clock.now()), "issue-commercial-license"}; }

    SystemClock m_clock;
    BareFile m_bare;
    std::unique_ptr<store::SqliteStore> m_store;
    const Bytes m_picture = crypto::randomBytes(kPicture);
    std::vector<std::int64_t> m_numbers;
};

} // namespace

/// Ours and SQLite's calls come here.
extern "C" int fdatasync(int file) {
    ++syncs;
    return static_cast<int>(::syscall(SYS_fdatasync, file));
}

int main(int argc, char** argv) {
    const double seconds = argc > 1 ? std::atof(argv[1]) : 10;
    // Beside the program: a temporary folder may lie in memory.
    const auto where = argc > 2 ? std::filesystem::path(argv[2])
                                : std::filesystem::read_symlink("/proc/self/exe").parent_path();
    auto pattern = where / "bench-store-XXXXXX";
    std::string folder = pattern.string();
    if (::mkdtemp(folder.data()) == nullptr)
        return 1;
    {
        Bench bench(folder);
        constexpr int kTurns = 20; // the disk has its moods: nobody gets all the good ones
        const double turn = seconds / kTurns / 7;
        Rounds bare;
        Rounds ours;
        Rounds lone;
        Rounds bareGroup;
        Rounds ourGroup;
        Rounds bareReport;
        Rounds report;
        for (int i = 0; i < kTurns; ++i) {
            bare.run(turn, [&] { bench.bareCommit(); });
            ours.run(turn, [&] { bench.commitOfMany(kOfEach); });
            lone.run(turn, [&] { bench.commit(); });
            bareGroup.run(turn, [&] { bench.bareGroup(); });
            ourGroup.run(turn, [&] { bench.group(); });
        }
        // Apart, because an outbox that is emptied between the turns leaves a log that has to grow again.
        for (int i = 0; i < kTurns; ++i) {
            bareReport.run(turn, [&] { bench.bareReport(); });
            report.run(turn, [&] { bench.report(); });
            bench.erase();
        }
        std::cout << boost::json::object{{"bench", "store"},
                                         {"bare_commits_per_s", bare.syncsPerSecond()},
                                         {"bare_ms_p50", quantile(bare.milliseconds, 0.5)},
                                         {"commits_per_s", ours.syncsPerSecond()},
                                         {"commits_of_bare", ours.syncsPerSecond() / bare.syncsPerSecond()},
                                         {"changes_per_s", ours.perSecond() * kCallers * kOfEach},
                                         {"lone_commits_of_bare", lone.perSecond() / bare.perSecond()},
                                         {"lone_ms_p50", quantile(lone.milliseconds, 0.5)},
                                         {"lone_ms_p95", quantile(lone.milliseconds, 0.95)},
                                         {"bare_group_rows_per_s", bareGroup.perSecond() * kGroup},
                                         {"group_rows_per_s", ourGroup.perSecond() * kGroup},
                                         {"group_of_bare", ourGroup.perSecond() / bareGroup.perSecond()},
                                         {"bare_report_ms_p50", quantile(bareReport.milliseconds, 0.5)},
                                         {"report_ms_p50", quantile(report.milliseconds, 0.5)},
                                         {"report_ms_p95", quantile(report.milliseconds, 0.95)}}
                  << "\n";
    }
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
}
