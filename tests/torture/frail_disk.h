// FrailDisk: a disk in memory, offered to SQLite as a VFS, that loses its power or fails at a chosen moment.
#pragma once

#include "kiosk/base/bytes.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

struct sqlite3_vfs;

namespace balady::torture {

/// What can be asked of a disk that changes it, or that may fail.
enum class Operation { Open, Write, Truncate, Sync, Delete };

/// How a disk fails without losing its power.
enum class Failure {
    Full,     ///< no space: writes fail, what is there stays
    ReadOnly, ///< the file system was mounted again read-only: nothing changes any more, files can't be made
    Io,       ///< the operation fails, and half of a write is there
    SyncLost, ///< a sync fails, and what it should have made durable never will be by a later one (Linux after EIO)
};

/// What became of the writes that no sync had made durable when the power went.
enum class Unsynced {
    Dropped, ///< none arrived
    Kept,    ///< all arrived
    Torn,    ///< each sector arrived or not, by itself, whatever the order of writing
};

/// One file system. Operations that change it are counted from 0; all of it on the thread that SQLite is used on.
class FrailDisk {
  public:
    FrailDisk();
    FrailDisk(const FrailDisk&) = delete;
    FrailDisk& operator=(const FrailDisk&) = delete;
    ~FrailDisk();

    /// The name under which SQLite knows it.
    [[nodiscard]] const std::string& vfs() const { return m_name; }

    /// In operation `at` the power goes: a write may still arrive in part, everything after it fails, until powerOn().
    void cutPowerAt(std::size_t at) { m_cutAt = at; }
    /// From operation `at` on the disk fails; once, or until mend().
    void failAt(std::size_t at, Failure how, bool lasting);
    void mend() { m_failure.reset(); }
    /// From now on a sync says that it is done and does nothing: what a bad disk does, and no store can bear.
    void lieAboutSyncs() { m_lies = true; }
    /// The power comes back. Files are what was synced, and of the rest what `unsynced` says.
    void powerOn(Unsynced unsynced, std::uint32_t seed);

    [[nodiscard]] bool hasPower() const { return m_power; }
    /// What was done so far, in order; its size is the number of operations.
    [[nodiscard]] const std::vector<Operation>& done() const { return m_done; }

  private:
    friend struct OpenFile; // SQLite's side of an open file
    friend struct Vfs;

    struct Change {
        std::size_t offset = 0;
        std::optional<Bytes> written; ///< nothing: the file was cut off at `offset`
    };
    struct File {
        bool exists = true; ///< as programs see it
        Bytes now;
        bool durable = false; ///< it is there after a power cut
        Bytes synced;
        std::vector<Change> pending; ///< since the last sync; the next one makes them durable
        std::vector<Change>
            adrift; ///< writes of a sync that failed; only writing them anew makes them durable
    };

    /// Whether it is carried out; else the SQLite code of its failure. Counts it.
    [[nodiscard]] int allow(Operation operation);
    [[nodiscard]] std::shared_ptr<File> open(const std::string& name, bool create);
    [[nodiscard]] int write(File& file, std::size_t offset, ByteView bytes);
    [[nodiscard]] int truncate(File& file, std::size_t size);
    [[nodiscard]] int sync(File& file);
    [[nodiscard]] int remove(const std::string& name, bool durably);
    void survive(File& file, Unsynced unsynced, std::mt19937& random);

    static void apply(Bytes& content, const Change& change);
    static void overwrite(std::vector<Change>& adrift, const Change& change);

    struct Planned {
        std::size_t at = 0;
        Failure how = Failure::Io;
        bool lasting = false;
    };
    std::string m_name;
    std::unique_ptr<sqlite3_vfs> m_vfs;
    std::map<std::string, std::shared_ptr<File>> m_files;
    std::vector<Operation> m_done;
    std::optional<std::size_t> m_cutAt;
    std::optional<Planned> m_failure;
    bool m_power = true;
    bool m_lies = false;
};

} // namespace balady::torture
