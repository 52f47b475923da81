#include "tests/torture/frail_disk.h"

#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <limits>
#include <new>

namespace balady::torture {
namespace {

/// What a disk writes whole or not at all (the smallest unit in use; SQLite itself assumes no more than that).
constexpr std::size_t kSector = 512;

std::string newName() {
    static std::atomic<int> count{0};
    return "frail-" + std::to_string(++count);
}

} // namespace

/// SQLite makes room for it and knows only its beginning.
struct OpenFile {
    sqlite3_file base;
    FrailDisk* disk;
    std::shared_ptr<FrailDisk::File>* file;

    static OpenFile& of(sqlite3_file* file) { return *reinterpret_cast<OpenFile*>(file); }

    static int close(sqlite3_file* self) {
        delete of(self).file;
        return SQLITE_OK;
    }
    static int read(sqlite3_file* self, void* to, int count, sqlite3_int64 offset) {
        if (!of(self).disk->hasPower())
            return SQLITE_IOERR_READ;
        const auto& content = (*of(self).file)->now;
        const auto begin = std::min(static_cast<std::size_t>(offset), content.size());
        const auto there = std::min(static_cast<std::size_t>(count), content.size() - begin);
        std::copy_n(content.data() + begin, there,
                    static_cast<std::uint8_t*>(to)); // nothing is there at first
        std::memset(static_cast<char*>(to) + there, 0, static_cast<std::size_t>(count) - there);
        return there == static_cast<std::size_t>(count) ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
    }
    static int write(sqlite3_file* self, const void* from, int count, sqlite3_int64 offset) {
        return of(self).disk->write(
            **of(self).file, static_cast<std::size_t>(offset),
            {static_cast<const std::uint8_t*>(from), static_cast<std::size_t>(count)});
    }
    static int truncate(sqlite3_file* self, sqlite3_int64 size) {
        return of(self).disk->truncate(**of(self).file, static_cast<std::size_t>(size));
    }
    static int sync(sqlite3_file* self, int) { return of(self).disk->sync(**of(self).file); }
    static int size(sqlite3_file* self, sqlite3_int64* size) {
        *size = static_cast<sqlite3_int64>((*of(self).file)->now.size());
        return SQLITE_OK;
    }
    // One process, and the store locks its file for itself alone: there is nobody to keep out.
    static int lock(sqlite3_file*, int) { return SQLITE_OK; }
    static int isReserved(sqlite3_file*, int* reserved) {
        *reserved = 0;
        return SQLITE_OK;
    }
    static int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
    static int sectorSize(sqlite3_file*) { return 4096; }
    /// What SQLite's own VFS for Unix says: a write spoils nothing beside itself.
    static int characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

    static const sqlite3_io_methods methods;
};

const sqlite3_io_methods OpenFile::methods = [] {
    sqlite3_io_methods table{};
    table.iVersion = 1; // no shared memory: the store does without
    table.xClose = close;
    table.xRead = read;
    table.xWrite = write;
    table.xTruncate = truncate;
    table.xSync = sync;
    table.xFileSize = size;
    table.xLock = lock;
    table.xUnlock = lock;
    table.xCheckReservedLock = isReserved;
    table.xFileControl = control;
    table.xSectorSize = sectorSize;
    table.xDeviceCharacteristics = characteristics;
    return table;
}();

/// SQLite's side of the file system; what has nothing to do with a disk is left to SQLite's own VFS.
struct Vfs {
    static FrailDisk& diskOf(sqlite3_vfs* vfs) { return *static_cast<FrailDisk*>(vfs->pAppData); }

    static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* out, int flags, int* outFlags) {
        auto& opened = OpenFile::of(out);
        opened.base.pMethods = nullptr; // then SQLite doesn't close what could not be opened
        auto& disk = diskOf(vfs);
        std::shared_ptr<FrailDisk::File> file;
        if (name == nullptr) {
            file = std::make_shared<FrailDisk::File>(); // a temporary file, which nobody ever finds again
        } else {
            if (const int refused = disk.allow(Operation::Open); refused != SQLITE_OK)
                return SQLITE_CANTOPEN;
            file = disk.open(name, (flags & SQLITE_OPEN_CREATE) != 0);
        }
        if (!file)
            return SQLITE_CANTOPEN;
        opened.disk = &disk;
        opened.file = new std::shared_ptr<FrailDisk::File>(std::move(file));
        opened.base.pMethods = &OpenFile::methods;
        if (outFlags != nullptr)
            *outFlags = flags;
        return SQLITE_OK;
    }
    static int remove(sqlite3_vfs* vfs, const char* name, int durably) {
        return diskOf(vfs).remove(name, durably != 0);
    }
    static int access(sqlite3_vfs* vfs, const char* name, int, int* answer) {
        const auto& files = diskOf(vfs).m_files;
        const auto file = files.find(name);
        *answer = file != files.end() && file->second->exists ? 1 : 0;
        return SQLITE_OK;
    }
    static int fullPathname(sqlite3_vfs*, const char* name, int room, char* out) {
        sqlite3_snprintf(room, out, "%s", name);
        return SQLITE_OK;
    }
    static sqlite3_vfs* system() { return sqlite3_vfs_find("unix"); }
    static int randomness(sqlite3_vfs*, int count, char* out) {
        return system()->xRandomness(system(), count, out);
    }
    static int sleep(sqlite3_vfs*, int microseconds) { return microseconds; }
    static int currentTime(sqlite3_vfs*, double* out) { return system()->xCurrentTime(system(), out); }
    static int lastError(sqlite3_vfs*, int, char*) { return 0; }
};

FrailDisk::FrailDisk() : m_name(newName()), m_vfs(std::make_unique<sqlite3_vfs>()) {
    m_vfs->iVersion = 1;
    m_vfs->szOsFile = sizeof(OpenFile);
    m_vfs->mxPathname = 512;
    m_vfs->zName = m_name.c_str();
    m_vfs->pAppData = this;
    m_vfs->xOpen = Vfs::open;
    m_vfs->xDelete = Vfs::remove;
    m_vfs->xAccess = Vfs::access;
    m_vfs->xFullPathname = Vfs::fullPathname;
    m_vfs->xRandomness = Vfs::randomness;
    m_vfs->xSleep = Vfs::sleep;
    m_vfs->xCurrentTime = Vfs::currentTime;
    m_vfs->xGetLastError = Vfs::lastError;
    if (sqlite3_vfs_register(m_vfs.get(), 0) != SQLITE_OK)
        throw std::bad_alloc{};
}

FrailDisk::~FrailDisk() {
    sqlite3_vfs_unregister(m_vfs.get());
}

void FrailDisk::failAt(std::size_t at, Failure how, bool lasting) {
    m_failure = Planned{at, how, lasting};
}

int FrailDisk::allow(Operation operation) {
    const auto number = m_done.size();
    m_done.push_back(operation);
    if (m_cutAt && number >= *m_cutAt)
        m_power = false;
    if (!m_power)
        return SQLITE_IOERR;
    if (!m_failure || number < m_failure->at || (!m_failure->lasting && number > m_failure->at))
        return SQLITE_OK;
    const bool write = operation == Operation::Write;
    switch (m_failure->how) {
    case Failure::Full: return write ? SQLITE_FULL : SQLITE_OK;
    case Failure::ReadOnly: return operation == Operation::Sync ? SQLITE_OK : SQLITE_READONLY;
    case Failure::Io: return operation == Operation::Open ? SQLITE_OK : SQLITE_IOERR;
    case Failure::SyncLost: return operation == Operation::Sync ? SQLITE_IOERR_FSYNC : SQLITE_OK;
    }
    return SQLITE_OK;
}

std::shared_ptr<FrailDisk::File> FrailDisk::open(const std::string& name, bool create) {
    auto& file = m_files[name];
    if (!file) {
        file = std::make_shared<File>();
        file->exists = false;
    }
    if (!file->exists) {
        if (!create)
            return nullptr;
        // What a deleted file of that name held may come back after a power cut, until this one is synced.
        file->exists = true;
        if (!file->now.empty())
            file->pending.push_back({0, std::nullopt});
        file->now.clear();
    }
    return file;
}

void FrailDisk::apply(Bytes& content, const Change& change) {
    if (!change.written) {
        content.resize(change.offset);
        return;
    }
    content.resize(std::max(content.size(), change.offset + change.written->size()));
    std::copy(change.written->begin(), change.written->end(),
              content.begin() + static_cast<std::ptrdiff_t>(change.offset));
}

/// What is written anew is no longer adrift.
void FrailDisk::overwrite(std::vector<Change>& adrift, const Change& change) {
    const auto from = change.offset;
    const auto to = change.written ? from + change.written->size() : std::numeric_limits<std::size_t>::max();
    std::vector<Change> left;
    for (auto& old : adrift) {
        const auto end = old.offset + old.written->size();
        const auto bytes = [&](std::size_t begin, std::size_t stop) {
            return Bytes(old.written->begin() + static_cast<std::ptrdiff_t>(begin - old.offset),
                         old.written->begin() + static_cast<std::ptrdiff_t>(stop - old.offset));
        };
        if (old.offset < std::min(from, end))
            left.push_back({old.offset, bytes(old.offset, std::min(from, end))});
        if (std::max(to, old.offset) < end)
            left.push_back({std::max(to, old.offset), bytes(std::max(to, old.offset), end)});
    }
    adrift = std::move(left);
}

int FrailDisk::write(File& file, std::size_t offset, ByteView bytes) {
    const bool hadPower = m_power;
    const int allowed = allow(Operation::Write);
    auto arrived =
        bytes; // all of it also where the power goes now: it is then pending, and torn like the others
    if (!hadPower)
        arrived = {};
    else if (allowed != SQLITE_OK && m_power)
        arrived = m_failure->how == Failure::Io ? bytes.first(bytes.size() / 2) : ByteView{};
    if (arrived.empty())
        return allowed;
    Change change{offset, Bytes(arrived.begin(), arrived.end())};
    apply(file.now, change);
    file.pending.push_back(std::move(change));
    return allowed;
}

int FrailDisk::truncate(File& file, std::size_t size) {
    if (const int allowed = allow(Operation::Truncate); allowed != SQLITE_OK)
        return allowed;
    file.pending.push_back({size, std::nullopt});
    file.now.resize(size);
    return SQLITE_OK;
}

int FrailDisk::sync(File& file) {
    const int allowed = allow(Operation::Sync);
    if (allowed == SQLITE_OK && m_lies)
        return SQLITE_OK;
    if (!m_power)
        return allowed;
    for (auto& change : file.pending) {
        if (allowed == SQLITE_OK ||
            !change.written) { // a file's size is kept apart from what failed to arrive
            overwrite(file.adrift, change);
            apply(file.synced, change);
        } else {
            file.adrift.push_back(std::move(change));
        }
    }
    file.durable = file.durable || allowed == SQLITE_OK;
    file.pending.clear();
    return allowed;
}

int FrailDisk::remove(const std::string& name, bool durably) {
    if (const int allowed = allow(Operation::Delete); allowed != SQLITE_OK)
        return allowed == SQLITE_READONLY ? SQLITE_IOERR_DELETE : allowed;
    const auto found = m_files.find(name);
    if (found == m_files.end() || !found->second->exists)
        return SQLITE_IOERR_DELETE_NOENT;
    found->second->exists = false;
    if (durably)
        m_files.erase(found);
    return SQLITE_OK;
}

void FrailDisk::survive(File& file, Unsynced unsynced, std::mt19937& random) {
    const auto arrives = [&] { return unsynced == Unsynced::Kept || (random() & 1U) != 0; };
    // A file that was made or deleted since the last sync is there or not.
    const bool wasThere = file.durable;
    if (unsynced == Unsynced::Dropped)
        file.exists = wasThere;
    else if (file.exists != wasThere)
        file.exists = arrives() ? file.exists : wasThere;
    auto changes = std::move(file.adrift);
    changes.insert(changes.end(), file.pending.begin(), file.pending.end());
    if (unsynced == Unsynced::Dropped)
        changes.clear();
    for (const auto& change : changes) {
        if (!change.written) {
            if (arrives())
                apply(file.synced, change);
            continue;
        }
        const auto end = change.offset + change.written->size();
        for (auto from = change.offset; from < end;) {
            const auto to = std::min(end, (from / kSector + 1) * kSector);
            if (arrives())
                apply(
                    file.synced,
                    {from, Bytes(change.written->begin() + static_cast<std::ptrdiff_t>(from - change.offset),
                                 change.written->begin() + static_cast<std::ptrdiff_t>(to - change.offset))});
            from = to;
        }
    }
    file.now = file.synced;
    file.pending.clear();
    file.adrift.clear();
    file.durable = file.exists;
}

void FrailDisk::powerOn(Unsynced unsynced, std::uint32_t seed) {
    std::mt19937 random(seed);
    for (auto& [name, file] : m_files)
        survive(*file, unsynced, random);
    std::erase_if(m_files, [](const auto& entry) { return !entry.second->exists; });
    m_cutAt.reset();
    m_failure.reset();
    m_power = true;
}

} // namespace balady::torture
