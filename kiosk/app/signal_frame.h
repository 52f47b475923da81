// wipeFrameAfterwards(): overwrites what a signal itself puts on a thread's stack: all of the thread's registers, the vectors that last
// moved a citizen's text or pixels among them.
#pragma once

#include <atomic>
#include <cstdint>

namespace balady::app {

/// In a handler with SA_SIGINFO and without SA_ONSTACK: the thread, once the handler has returned, first overwrites its stack from
/// `from` up to where it was interrupted, which is the handler's frame and the kernel's, then writes `value` to `over`, and goes on
/// with what it did. `over` has to be there as long as the program. `context` is the handler's third argument. Async-signal-safe.
/// False, and nothing happens, where that cannot be: on a processor that is not x86-64, in a string operation that runs
/// backwards, and where the thread is at this very work.
[[nodiscard]] bool wipeFrameAfterwards(void* context, std::uintptr_t from, std::atomic<std::uint32_t>& over,
                                       std::uint32_t value) noexcept;

} // namespace balady::app
