// The heap of the terminal's program: memory is overwritten when it is freed, whoever freed it (ADR 0016). Linked into a
// program, these functions take the place of the C library's for all its libraries: Qt's strings and pictures, OpenSSL's and
// Boost's buffers, CUPS, SQLite. glibc allows that (its manual, "Replacing malloc"); only what frees is replaced, and the heap
// itself stays glibc's, which offers its own functions under these names.
#include <malloc.h>

#include <cerrno>
#include <cstddef>
#include <cstring>

// The C library's names and those of its implementation. NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming)
extern "C" {
void* __libc_malloc(std::size_t size) noexcept;
void __libc_free(void* block) noexcept;
void* __libc_realloc(void* block, std::size_t size) noexcept;
}
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)

namespace {

/// In a way that the optimiser may not remove. Not wipe(): explicit_bzero is a call more, millions of times.
inline void clear(void* from, std::size_t size) noexcept {
    std::memset(from, 0, size);
    asm volatile("" : : "r"(from) : "memory");
}

} // namespace

extern "C" {

__attribute__((visibility("default"))) void free(void* block) noexcept {
    if (block == nullptr)
        return;
    const int error = errno; // free() keeps it (POSIX.1-2024)
    clear(block, malloc_usable_size(block));
    __libc_free(block);
    errno = error;
}

/// Never lets the heap move a block by itself, because it would leave the old one as it is.
__attribute__((visibility("default"))) void* realloc(void* block, std::size_t size) noexcept {
    if (block == nullptr)
        return __libc_malloc(size);
    if (size == 0) {
        free(block);
        return nullptr;
    }
    const auto old = malloc_usable_size(block);
    if (size <= old) { // stays where it is, and gives back what is behind it
        clear(static_cast<char*>(block) + size, old - size);
        return __libc_realloc(block, size);
    }
    void* grown = __libc_malloc(size);
    if (grown == nullptr)
        return nullptr;
    std::memcpy(grown, block, old);
    free(block);
    return grown;
}

} // extern "C"
