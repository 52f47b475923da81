#include "kiosk/app/signal_frame.h"

#include <ucontext.h>

#include <cstddef>

#ifdef __x86_64__

namespace {

/// What a thread needs after the handler, when it may not use its stack.
struct Afterwards {
    greg_t goOn;
    greg_t rax, rcx, rdi;
    std::uintptr_t from, bytes;
    std::atomic<std::uint32_t>* over;
    std::uint64_t value;
};
static_assert(offsetof(Afterwards, goOn) == 0 && offsetof(Afterwards, rax) == 8 &&
              offsetof(Afterwards, rcx) == 16 && offsetof(Afterwards, rdi) == 24 &&
              offsetof(Afterwards, from) == 32 && offsetof(Afterwards, bytes) == 40 &&
              offsetof(Afterwards, over) == 48 && offsetof(Afterwards, value) == 56 &&
              sizeof(std::atomic<std::uint32_t>) == 4);

} // namespace

// C names, because the assembly below says them.
extern "C" {
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
[[gnu::used, gnu::tls_model("local-exec")]] constinit thread_local Afterwards baladyAfterwards{};
void baladyWipeSignalFrame();
extern const char baladyWipeSignalFrame_end;
}

// Runs in the middle of whatever was interrupted: keeps every register and the flags, which no instruction here touches. Go's
// runtime preempts its threads in this way.
asm(R"(
    .pushsection .text
    .type baladyWipeSignalFrame, @function
baladyWipeSignalFrame:
    movq %rax, %fs:baladyAfterwards@tpoff+8
    movq %rcx, %fs:baladyAfterwards@tpoff+16
    movq %rdi, %fs:baladyAfterwards@tpoff+24
    movq %fs:baladyAfterwards@tpoff+32, %rdi
    movq %fs:baladyAfterwards@tpoff+40, %rcx
    movl $0, %eax
    rep stosb
    movq %fs:baladyAfterwards@tpoff+48, %rdi
    movq %fs:baladyAfterwards@tpoff+56, %rax
    movl %eax, (%rdi)
    movq %fs:baladyAfterwards@tpoff+24, %rdi
    movq %fs:baladyAfterwards@tpoff+16, %rcx
    movq %fs:baladyAfterwards@tpoff+8, %rax
    jmpq *%fs:baladyAfterwards@tpoff
baladyWipeSignalFrame_end:
    .size baladyWipeSignalFrame, . - baladyWipeSignalFrame
    .popsection
)");

namespace balady::app {

bool wipeFrameAfterwards(void* context, std::uintptr_t from, std::atomic<std::uint32_t>& over,
                         std::uint32_t value) noexcept {
    constexpr greg_t kBackwards = 1 << 10; // the direction flag
    // Below its stack pointer a function may keep something (System V ABI, 3.2.2).
    constexpr std::uintptr_t kRedZone = 128;
    auto& registers = static_cast<ucontext_t*>(context)->uc_mcontext.gregs;
    const auto at = registers[REG_RIP], begin = reinterpret_cast<greg_t>(&baladyWipeSignalFrame),
               end = reinterpret_cast<greg_t>(&baladyWipeSignalFrame_end);
    const auto to = static_cast<std::uintptr_t>(registers[REG_RSP]) - kRedZone;
    if ((begin <= at && at < end) || (registers[REG_EFL] & kBackwards) != 0 || to <= from)
        return false;
    baladyAfterwards = {at, 0, 0, 0, from, to - from, &over, value};
    registers[REG_RIP] = begin;
    return true;
}

} // namespace balady::app

#else

namespace balady::app {

bool wipeFrameAfterwards(void*, std::uintptr_t, std::atomic<std::uint32_t>&, std::uint32_t) noexcept {
    return false;
}

} // namespace balady::app

#endif
