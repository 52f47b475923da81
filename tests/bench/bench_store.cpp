// Bench: what it costs to have something on the disk before the citizen reads that it is, beside a bare loop of write and
// fdatasync into a file whose blocks are there already, in turns with it. Prints one JSON object.
// "commits" and "group" are the journal's rows in transactions of one and of 64, as the writer thread commits them;
// "lone" is what somebody on another thread waits for one of them, who has to be woken as the writer has; "report" is the
// acceptance of a report with its picture, encrypted.
// usage: bench_store [SECONDS [FOLDER]]

#include "kiosk/crypto/sealing.h"
#include "kiosk/store/intent_rows.h"
#include "kiosk/store/open_database.h"
#include "tests/support/run_task.h"

#include <boost/json.hpp>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
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
constexpr int kGroup = 64;                ///< changes in one transaction
constexpr std::size_t kPicture = 400'000; ///< bytes, as the camera's are

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
    double seconds = 0;
    std::vector<double> milliseconds{};

    /// `prepare` makes what `work` is given, and is not timed.
    template <class Prepare, class Work>
    void run(double limit, const Prepare& prepare, const Work& work) {
        const auto start = steady_clock::now();
        while (secondsSince(start) < limit) {
            const auto given = prepare();
            const auto begun = steady_clock::now();
            work(given);
            const auto took = secondsSince(begun);
            milliseconds.push_back(took * 1000);
            seconds += took;
            ++done;
        }
    }
    [[nodiscard]] double perSecond() const { return done / seconds; }
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

constexpr auto kService = "issue-commercial-license";

/// What the writer thread does, without the thread.
class Engine {
  public:
    explicit Engine(const std::filesystem::path& file) : m_database(store::openDatabase({file, {}}).value()) {
        m_database.emptyLog().value();
    }

    void commit(const std::vector<ports::Intent>& intents, WallTime now) {
        auto transaction = store::Transaction::begin(m_database).value();
        for (const auto& intent : intents)
            m_intents.begin(intent, now).value();
        transaction.commit().value();
        if (m_database.pagesInLog() >= store::Database::kReservedPages)
            m_database.copyLogBack().value();
    }

  private:
    store::Database m_database;
    store::IntentRows m_intents{m_database};
};

class Bench {
  public:
    explicit Bench(const std::filesystem::path& folder)
        : m_bare(folder / "bare"), m_engine(folder / "engine.db") {
        store::StoreSettings settings{folder / "store.db", {}};
        const auto line = crypto::Keyring::freshLine();
        settings.keys = crypto::Keyring::parse(asText(line)).value();
        m_store = std::move(store::SqliteStore::open(settings, m_clock).value().store);
    }

    void bareCommit() { m_bare.commit(kRow); }
    void bareGroup() { m_bare.commit(kRow * kGroup); }
    void bareReport() { m_bare.commit(kPicture); }

    /// The callers make their keys, from OpenSSL's random numbers.
    [[nodiscard]] std::vector<ports::Intent> intents(int count) const {
        std::vector<ports::Intent> made;
        for (int i = 0; i < count; ++i)
            made.push_back({crypto::uuid7(m_clock.now()), kService});
        return made;
    }
    void commit(const std::vector<ports::Intent>& intents) { m_engine.commit(intents, m_clock.now()); }
    void lone(const std::vector<ports::Intent>& intents) {
        tests::runTask(m_store->begin(intents.front())).value();
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
    SystemClock m_clock;
    BareFile m_bare;
    Engine m_engine;
    std::unique_ptr<store::SqliteStore> m_store;
    const Bytes m_picture = crypto::randomBytes(kPicture);
    std::vector<std::int64_t> m_numbers;
};

} // namespace

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
        const auto nothing = [] { return 0; };
        const auto intent = [&] { return bench.intents(1); };
        const auto intents = [&] { return bench.intents(kGroup); };
        const auto bareCommit = [&](int) { bench.bareCommit(); };
        const auto bareGroupOf = [&](int) { bench.bareGroup(); };
        const auto commit = [&](const auto& made) { bench.commit(made); };
        const auto loneCommit = [&](const auto& made) { bench.lone(made); };
        for (int i = 0; i < kTurns; ++i) {
            bare.run(turn, nothing, bareCommit);
            ours.run(turn, intent, commit);
            lone.run(turn, intent, loneCommit);
            bareGroup.run(turn, nothing, bareGroupOf);
            ourGroup.run(turn, intents, commit);
        }
        // Apart, because an outbox that is emptied between the turns leaves a log that has to grow again.
        for (int i = 0; i < kTurns; ++i) {
            bareReport.run(turn, nothing, [&](int) { bench.bareReport(); });
            report.run(turn, nothing, [&](int) { bench.report(); });
            bench.erase();
        }
        std::cout << boost::json::object{{"bench", "store"},
                                         {"bare_commits_per_s", bare.perSecond()},
                                         {"bare_ms_p50", quantile(bare.milliseconds, 0.5)},
                                         {"commits_per_s", ours.perSecond()},
                                         {"commits_of_bare", ours.perSecond() / bare.perSecond()},
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
