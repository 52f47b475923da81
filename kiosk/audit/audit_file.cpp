#include "kiosk/audit/audit_file.h"

#include "kiosk/audit/chain.h"
#include "kiosk/base/descriptor.h"
#include "kiosk/ports/blocking_thread.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <mutex>
#include <vector>

namespace balady::audit {
namespace {

namespace fs = std::filesystem;

/// Entries that wait for a disk that does not take them; beyond it the oldest work is more than can be told.
constexpr std::size_t kMostWaiting = 10'000;

Fault denied(const char* step) {
    return {errno == ENOSPC ? FaultCode::StorageFull : FaultCode::AccessDenied,
            std::string("audit: ") + step + ": errno " + std::to_string(errno)};
}

/// Everything that somebody could not foresee in a session stands for itself.
bool endsBatch(ports::AuditEvent event) {
    using ports::AuditEvent;
    switch (event) {
    case AuditEvent::SessionBegun:
    case AuditEvent::RequestAccepted:
    case AuditEvent::PaperPrinted:
    case AuditEvent::TestPrinted: return false; // the paper follows
    case AuditEvent::SheetKept:                 // of sheets, also after the citizen has gone
    case AuditEvent::SheetBound:
    case AuditEvent::SheetRefused:
    case AuditEvent::SheetUnbound:
    case AuditEvent::TerminalStarted:
    case AuditEvent::SessionEnded:
    case AuditEvent::CatalogueChanged:
    case AuditEvent::CertificateRenewed:
    case AuditEvent::ConditionChanged:
    case AuditEvent::BadgeSignedIn:
    case AuditEvent::BadgeRefused:
    case AuditEvent::BadgeLeft:
    case AuditEvent::RollChanged: return true;
    }
    return true;
}

/// The end of a file, from behind its last but one line end.
struct Tail {
    std::string line;         ///< the last whole line; "" in an empty file
    std::string torn;         ///< what follows it without a line end
    std::uintmax_t whole = 0; ///< size of the file without `torn`
};

Result<Tail> tailOf(const fs::path& file) {
    std::error_code none;
    if (!fs::exists(file, none))
        return Tail{};
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return Fault{FaultCode::AccessDenied, "audit: cannot be read"};
    constexpr std::streamoff kMost = std::streamoff{16} * 1024; // longer than two lines
    in.seekg(0, std::ios::end);
    const std::streamoff size = in.tellg();
    const auto from = std::max<std::streamoff>(0, size - kMost);
    in.seekg(from);
    const std::string end{std::istreambuf_iterator<char>(in), {}};
    Tail tail;
    const auto last = end.rfind('\n');
    if (last == std::string::npos) {
        if (from > 0)
            return Fault{FaultCode::StorageCorrupt, "audit: no line end"};
        tail.torn = end;
        return tail;
    }
    tail.torn = end.substr(last + 1);
    tail.whole = static_cast<std::uintmax_t>(size) - tail.torn.size();
    const auto before = last == 0 ? std::string::npos : end.rfind('\n', last - 1);
    tail.line = end.substr(before == std::string::npos ? 0 : before + 1,
                           before == std::string::npos ? last : last - before - 1);
    return tail;
}

Result<ports::AuditHead> headOf(const Tail& tail) {
    if (tail.line.empty())
        return emptyHead();
    const auto entry = parseLine(tail.line);
    if (!entry)
        return Fault{FaultCode::StorageCorrupt, "audit: the last line is no entry"};
    return headAfter(entry->sequence, tail.line);
}

constexpr std::string_view kDamagedName = "audit.damaged-";

bool hasDamaged(const fs::path& folder) {
    std::error_code error;
    return std::ranges::any_of(fs::directory_iterator(folder, error), [](const fs::directory_entry& entry) {
        return entry.path().filename().string().starts_with(kDamagedName);
    });
}

/// Under the first name that is free: nothing of a trail is ever written over.
Result<Done> setAside(const fs::path& file) {
    fs::path name;
    std::error_code error;
    for (int number = 1; name.empty() || fs::exists(name, error); ++number)
        name = file.parent_path() / (std::string(kDamagedName) + std::to_string(number));
    fs::rename(file, name, error);
    if (error)
        return Fault{FaultCode::AccessDenied, "audit: a damaged trail could not be set aside"};
    log::write(log::Level::Error, "audit", "damaged_trail_set_aside");
    return Done{};
}

} // namespace

class AuditFile::Writer {
  public:
    Writer(Descriptor file, SigningKey key, const Clock& clock, ports::AuditHead head, bool beganAnew)
        : m_file(std::move(file)), m_key(std::move(key)), m_clock(clock), m_beganAnew(beganAnew),
          m_last(head), m_head(std::move(head)) {}
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    ~Writer() {
        boost::asio::post(m_thread.executor(), [this] {
            if (m_unsigned)
                sign();
            flush();
        });
    }

    void add(std::string event, std::vector<log::Field> fields, bool last) {
        boost::asio::post(m_thread.executor(),
                          [this, event = std::move(event), fields = std::move(fields), last] {
                              if (m_waiting.size() > kMostWaiting)
                                  return; // the log has been saying so all the time
                              append(event, fields);
                              m_unsigned = true;
                              if (last)
                                  sign();
                              flush();
                          });
    }

    [[nodiscard]] ports::AuditHead head() const {
        const std::scoped_lock lock(m_mutex);
        return m_head;
    }
    [[nodiscard]] model::Trouble trouble() const {
        if (m_refused)
            return model::Trouble::Broken;
        return m_beganAnew ? model::Trouble::DataLost : model::Trouble::None;
    }
    [[nodiscard]] const std::string& publicKey() const { return m_key.publicKey(); }

  private:
    void append(std::string_view event, std::span<const log::Field> fields) {
        auto line = makeLine(m_last, m_clock.now(), event, fields);
        m_last = headAfter(m_last.sequence + 1, line);
        line += '\n';
        m_waiting.push_back(std::move(line));
    }

    void sign() {
        const auto signature = m_key.sign(signedText(m_last));
        if (!signature) {
            log::fault("audit", "not_signed", signature.error());
            return;
        }
        const auto code = toBase64Url(*signature);
        const std::vector<log::Field> fields{{"key", log::Plain{m_key.publicKey()}},
                                             {"signature", log::Plain{code}}};
        append(kSigned, fields);
        m_unsigned = false;
    }

    /// All that waits, in one write, and onto the disk.
    void flush() {
        if (m_waiting.empty())
            return;
        std::string lines;
        for (const auto& line : m_waiting)
            lines += line;
        const auto before = ::lseek(m_file.number(), 0, SEEK_END);
        const auto count = ::write(m_file.number(), lines.data(), lines.size());
        if (count != static_cast<ssize_t>(lines.size()) || ::fdatasync(m_file.number()) != 0) {
            log::fault("audit", "not_written", denied("write"));
            m_refused = true;
            // Half a line must not come before the next try; where even that fails the next start finds it.
            if (count > 0 && before >= 0 && ::ftruncate(m_file.number(), before) != 0)
                log::fault("audit", "half_a_line", denied("truncate"));
            return;
        }
        m_refused = false;
        m_waiting.clear();
        const std::scoped_lock lock(m_mutex);
        m_head = m_last;
    }

    const Descriptor m_file;
    const SigningKey m_key;
    const Clock& m_clock;
    const bool m_beganAnew;             ///< a damaged one lies beside it
    std::atomic<bool> m_refused{false}; ///< by the disk, the last time
    ports::AuditHead m_last;            ///< of all entries
    std::vector<std::string> m_waiting; ///< not on the disk yet
    bool m_unsigned = false;
    mutable std::mutex m_mutex;
    ports::AuditHead m_head;        ///< of those on the disk
    ports::BlockingThread m_thread; ///< last: joined before the rest is destroyed
};

Result<std::unique_ptr<AuditFile>> AuditFile::open(const fs::path& folder, SigningKey key,
                                                   const Clock& clock) {
    const auto path = folder / "audit.log";
    auto tail = tailOf(path);
    auto head = tail ? headOf(*tail) : tail.error();
    const bool damaged = !head && head.error().code == FaultCode::StorageCorrupt;
    if (damaged) {
        if (auto aside = setAside(path); !aside)
            return aside.error();
        tail = Tail{};
        head = emptyHead();
    }
    if (!head)
        return head.error();
    Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
    if (!file)
        return denied("open");
    if (!tail->torn.empty()) {
        // Named by where it would have stood, so that no two share a name for long.
        std::ofstream aside(folder / ("audit.torn-" + std::to_string(head->sequence + 1)),
                            std::ios::binary | std::ios::app);
        aside << tail->torn;
        aside.close();
        if (!aside || ::ftruncate(file.number(), static_cast<off_t>(tail->whole)) != 0)
            return denied("set a torn line aside");
        log::write(log::Level::Warning, "audit", "torn_line_set_aside", {{"bytes", tail->torn.size()}});
    }
    auto writer = std::make_unique<Writer>(std::move(file), std::move(key), clock, std::move(*head),
                                           hasDamaged(folder));
    if (damaged)
        writer->add(std::string(kDamagedTrail), {}, true);
    if (!tail->torn.empty())
        writer->add(std::string(kTornLine), {{"bytes", tail->torn.size()}}, true);
    return std::unique_ptr<AuditFile>(new AuditFile(std::move(writer)));
}

AuditFile::AuditFile(std::unique_ptr<Writer> writer) : m_writer(std::move(writer)) {}
AuditFile::~AuditFile() = default;

void AuditFile::record(ports::AuditEvent event, std::initializer_list<log::Field> fields) {
    m_writer->add(std::string(name(event)), {fields.begin(), fields.end()}, endsBatch(event));
}

ports::AuditHead AuditFile::head() const {
    return m_writer->head();
}

model::Trouble AuditFile::trouble() const {
    return m_writer->trouble();
}

const std::string& AuditFile::publicKey() const {
    return m_writer->publicKey();
}

} // namespace balady::audit
