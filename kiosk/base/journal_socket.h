// JournalSocket: the systemd journal's own protocol, so that a line's parts can be asked for one by one; thread-safe.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace balady::log {

struct JournalField {
    std::string_view key; ///< upper case letters, digits and '_' (systemd.journal-fields(7))
    std::string_view value;
};

/// A datagram (AF_UNIX) an entry, as systemd's JOURNAL_NATIVE_PROTOCOL describes it.
class JournalSocket {
  public:
    /// Where nobody listens, `send` says so.
    explicit JournalSocket(const std::string& path);
    JournalSocket(const JournalSocket&) = delete;
    JournalSocket& operator=(const JournalSocket&) = delete;
    ~JournalSocket();

    [[nodiscard]] bool send(std::span<const JournalField> fields) const;

  private:
    int m_socket = -1;
};

/// Whether standard error is the journal: systemd says which file it connected (JOURNAL_STREAM, systemd.exec(5)).
[[nodiscard]] bool journalHearsStandardError();

} // namespace balady::log
