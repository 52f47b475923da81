// balady-last-breath.so: loaded before a program (LD_PRELOAD), it kills it with SIGKILL in the middle of a system call.
//
// Between two calls that leave the process nothing can be seen of it from outside, so a kill at any moment has the effect
// of one before or after such a call; or in it, where a file or a socket has taken only a part. BALADY_LAST_BREATH is
// "N MOMENT": the process dies at its N-th call that leaves it, "before" it, "amid" it, or "after" it.
// BALADY_BREATHS names a file to which the number of calls is appended when the program ends by itself.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace {

std::atomic<long> g_calls{0};

struct Plan {
    long at = -1;
    char moment[8] = "";
    Plan() {
        if (const char* words = std::getenv("BALADY_LAST_BREATH"))
            std::sscanf(words, "%ld %7s", &at, moment);
    }
    [[nodiscard]] bool is(const char* word) const { return std::strcmp(moment, word) == 0; }
};

const Plan& plan() {
    static const Plan once;
    return once;
}

[[noreturn]] void die() {
    ::kill(::getpid(), SIGKILL);
    for (;;)
        ::pause();
}

struct Count {
    ~Count() {
        const char* file = std::getenv("BALADY_BREATHS");
        if (file == nullptr)
            return;
        if (FILE* out = std::fopen(file, "a")) {
            std::fprintf(out, "%ld\n", g_calls.load());
            std::fclose(out);
        }
    }
} g_count;

/// One call that leaves the process: `whole` does all of it, `half` a part; both answer as the call does.
template <class Whole, class Half>
auto breathe(Whole whole, Half half) {
    const bool last = g_calls.fetch_add(1) == plan().at;
    if (!last)
        return whole();
    if (plan().is("amid"))
        (void)half();
    else if (plan().is("after"))
        (void)whole();
    die();
}

template <class Function>
Function* next(const char* name) {
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

} // namespace

// The C library's own declarations, attributes and all, are not repeated here: only the names must be the same.
extern "C" {

ssize_t pwrite(int file, const void* from, size_t size, off_t offset) {
    static auto* const real = next<ssize_t(int, const void*, size_t, off_t)>("pwrite");
    return breathe([&] { return real(file, from, size, offset); },
                   [&] { return real(file, from, size / 2, offset); });
}

ssize_t pwrite64(int file, const void* from, size_t size, off64_t offset) {
    static auto* const real = next<ssize_t(int, const void*, size_t, off64_t)>("pwrite64");
    return breathe([&] { return real(file, from, size, offset); },
                   [&] { return real(file, from, size / 2, offset); });
}

ssize_t send(int socket, const void* from, size_t size, int flags) {
    static auto* const real = next<ssize_t(int, const void*, size_t, int)>("send");
    return breathe([&] { return real(socket, from, size, flags); },
                   [&] { return real(socket, from, size / 2, flags); });
}

ssize_t sendmsg(int socket, const msghdr* message, int flags) {
    static auto* const real = next<ssize_t(int, const msghdr*, int)>("sendmsg");
    const auto half = [&]() -> ssize_t {
        if (message->msg_iovlen == 0)
            return 0;
        msghdr part = *message;
        iovec first = message->msg_iov[0];
        first.iov_len /= 2;
        part.msg_iov = &first;
        part.msg_iovlen = 1;
        return real(socket, &part, flags);
    };
    return breathe([&] { return real(socket, message, flags); }, half);
}

int fdatasync(int file) {
    static auto* const real = next<int(int)>("fdatasync");
    return breathe([&] { return real(file); }, [] { return 0; });
}

int fsync(int file) {
    static auto* const real = next<int(int)>("fsync");
    return breathe([&] { return real(file); }, [] { return 0; });
}

int ftruncate(int file, off_t size) noexcept {
    static auto* const real = next<int(int, off_t)>("ftruncate");
    return breathe([&] { return real(file, size); }, [] { return 0; });
}

int ftruncate64(int file, off64_t size) noexcept {
    static auto* const real = next<int(int, off64_t)>("ftruncate64");
    return breathe([&] { return real(file, size); }, [] { return 0; });
}

int unlink(const char* name) noexcept {
    static auto* const real = next<int(const char*)>("unlink");
    return breathe([&] { return real(name); }, [] { return 0; });
}

int rename(const char* from, const char* to) noexcept {
    static auto* const real = next<int(const char*, const char*)>("rename");
    return breathe([&] { return real(from, to); }, [] { return 0; });
}

int connect(int socket, const sockaddr* address, socklen_t size) {
    static auto* const real = next<int(int, const sockaddr*, socklen_t)>("connect");
    return breathe([&] { return real(socket, address, size); }, [] { return 0; });
}

} // extern "C"
