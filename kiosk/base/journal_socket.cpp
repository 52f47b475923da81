#include "kiosk/base/journal_socket.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace balady::log {

JournalSocket::JournalSocket(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path)
        return;
    std::memcpy(address.sun_path, path.data(), path.size());
    m_socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (m_socket >= 0 &&
        ::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(m_socket);
        m_socket = -1;
    }
}

JournalSocket::~JournalSocket() {
    if (m_socket >= 0)
        ::close(m_socket);
}

bool JournalSocket::send(std::span<const JournalField> fields) const {
    if (m_socket < 0)
        return false;
    std::string entry;
    for (const auto& field : fields) {
        entry += field.key;
        if (field.value.find('\n') == std::string_view::npos) {
            entry += '=';
        } else { // a line end would begin another field: the length comes first, 64 bits, little end first
            entry += '\n';
            for (unsigned byte = 0; byte < 8; ++byte)
                entry += static_cast<char>(std::uint64_t{field.value.size()} >> 8 * byte & 255);
        }
        entry += field.value;
        entry += '\n';
    }
    return ::send(m_socket, entry.data(), entry.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(entry.size());
}

bool journalHearsStandardError() {
    const char* stream = std::getenv("JOURNAL_STREAM");
    unsigned long device = 0;
    unsigned long inode = 0;
    struct stat file {};
    return stream != nullptr && std::sscanf(stream, "%lu:%lu", &device, &inode) == 2 &&
           ::fstat(STDERR_FILENO, &file) == 0 && file.st_dev == device && file.st_ino == inode;
}

} // namespace balady::log
