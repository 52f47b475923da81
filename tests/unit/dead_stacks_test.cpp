// What calls that have returned, and the signal that wipes it, leave on the stacks of threads.
#include "kiosk/app/dead_stacks.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <future>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

using namespace balady;

namespace {

constexpr std::string_view kValue = "a-value-of-a-citizen-on-a-stack";

/// On the stack of a call that returns. Not on the one that a sanitizer makes up.
[[gnu::noinline, gnu::no_sanitize_address]] void leaveBehind(const volatile char*& where) {
    std::array<char, 4000> deep{};
    for (std::size_t i = 0; i < kValue.size(); ++i)
        deep[i] = kValue[i];
    const volatile char* kept = deep.data();
    asm volatile("" : "+r"(kept) : : "memory");
    where = kept;
}

/// Looks where nobody may: at what is left of a call that has returned.
[[gnu::noinline, gnu::no_sanitize_address]] bool standsThere(const volatile char* where) {
    for (std::size_t i = 0; i < kValue.size(); ++i)
        if (where[i] != kValue[i])
            return false;
    return true;
}

} // namespace

TEST_CASE("dead_stack_keeps_a_number") {
    const volatile char* onOther = nullptr;
    std::promise<void> left;
    std::promise<void> over;
    std::thread other([&] {
        leaveBehind(onOther);
        left.set_value();
        over.get_future().wait();
    });
    left.get_future().wait();
    const bool stoodOnOther = standsThere(onOther);
    const volatile char* onThis = nullptr;
    leaveBehind(onThis);
    const bool stoodOnThis = standsThere(onThis);

    const auto stacks = app::wipeDeadStacks();
    const bool standsOnThis = standsThere(onThis);
    const bool standsOnOther = standsThere(onOther);
    over.set_value();
    other.join();
    CHECK(stoodOnThis);
    CHECK(stoodOnOther);
    CHECK_FALSE(standsOnThis);
    CHECK_FALSE(standsOnOther);
    CHECK(stacks.wiped == 2);
    CHECK(stacks.missed == 0);
}

namespace {

/// A thread as it is after it has copied a citizen's pixels: they are in its vector registers, and it waits. Anything that is
/// called would cover what the wait leaves on the stack, so nothing is.
class ThreadThatCopied {
  public:
    ThreadThatCopied() {
        REQUIRE(::pipe2(m_wakes, O_CLOEXEC) == 0);
        m_thread = std::thread([this] { waitWithRegisters(); });
        while (!waits())
            std::this_thread::yield();
    }
    ~ThreadThatCopied() {
        wake();
        m_looked = true;
        m_thread.join();
        for (const int end : m_wakes)
            ::close(end);
    }
    ThreadThatCopied(const ThreadThatCopied&) = delete;
    ThreadThatCopied& operator=(const ThreadThatCopied&) = delete;

    /// Ends the wait. From then on the thread only spins, so that its stack can be looked at.
    void wake() {
        if (std::exchange(m_asleep, false))
            (void)!::write(m_wakes[1], "w", 1);
        while (!m_woken)
            std::this_thread::yield();
    }
    /// Interrupts the wait with a signal whose handler leaves everything as it is.
    void signal() {
        static std::atomic<bool> heard{false};
        struct sigaction action {};
        action.sa_handler = [](int) { heard = true; };
        action.sa_flags = SA_RESTART;
        ::sigaction(SIGUSR1, &action, nullptr);
        REQUIRE(::syscall(SYS_tgkill, ::getpid(), m_id.load(), SIGUSR1) == 0);
        while (!heard || !waits())
            std::this_thread::yield();
    }
    /// How many bytes below the thread's frames show the value.
    [[nodiscard]] std::size_t traces() const {
        std::size_t found = 0;
        for (const char* at = m_frames - kBelow; at + kValue.size() <= m_frames; ++at)
            found += std::equal(kValue.begin(), kValue.end(), at) ? 1 : 0;
        return found;
    }
    /// What the thread has of the value, and of how its wait ended, when it goes on.
    [[nodiscard]] bool wentOnUnharmed() const { return m_read == 1 && m_kept == kLane && m_other == kOther; }

  private:
    using Lane = std::array<char, 16>;
    static constexpr std::size_t kBelow = 16384;
    static constexpr std::string_view kValue = "pixels-of-a-card";
    static constexpr Lane kLane{'p', 'i', 'x', 'e', 'l', 's', '-', 'o',
                                'f', '-', 'a', '-', 'c', 'a', 'r', 'd'};
    static constexpr std::uint64_t kOther = 0x0123456789abcdef;

    [[gnu::noinline]] void waitWithRegisters() {
        m_id = static_cast<pid_t>(::syscall(SYS_gettid));
        m_frames = static_cast<char*>(__builtin_frame_address(0)) -
                   256; // below this function's own, and the red zone
        char byte = 0;
        long result = SYS_read;
        std::uint64_t other = kOther;
        Lane kept{};
        asm volatile("movdqu %[lane], %%xmm9\n\t"
                     "syscall\n\t"
                     "movdqu %%xmm9, %[kept]\n\t"
                     "pxor %%xmm9, %%xmm9"
                     : "+a"(result), "+b"(other), [kept] "=m"(kept)
                     : "D"(m_wakes[0]), "S"(&byte), "d"(1), [lane] "m"(kLane)
                     : "rcx", "r11", "xmm9", "memory", "cc");
        m_read = result;
        m_other = other;
        m_kept = kept;
        m_woken = true;
        while (!m_looked)
            asm volatile("pause");
    }
    [[nodiscard]] bool waits() const {
        std::string call;
        std::ifstream("/proc/self/task/" + std::to_string(m_id) + "/syscall") >> call;
        return m_id != 0 && call == std::to_string(SYS_read);
    }

    int m_wakes[2]{};
    bool m_asleep = true;
    std::atomic<pid_t> m_id{0};
    char* m_frames = nullptr;
    long m_read = 0;
    std::uint64_t m_other = 0;
    Lane m_kept{};
    std::atomic<bool> m_woken{false}, m_looked{false};
    std::thread m_thread;
};

} // namespace

TEST_CASE("registers_that_a_signal_saved_stay_on_the_stack") {
    ThreadThatCopied thread;
    for (int round = 0; round < 3; ++round) {
        const auto stacks = app::wipeDeadStacks();
        CHECK(stacks.wiped == 2);
        CHECK(stacks.missed == 0);
        CHECK(thread.traces() == 0);
    }
    thread.wake();
    CHECK(thread.wentOnUnharmed());
}

TEST_CASE("signal_that_only_returns_leaves_registers_behind") { // else the test above would show nothing
    ThreadThatCopied thread;
    thread.signal();
    thread.wake();
    CHECK(thread.traces() > 0);
}

TEST_CASE("thread_that_works_loses_a_register_or_its_place_to_the_wiping") {
    // Whatever it is at, calls of the system among it: each round has to come to the same end.
    const auto work = [] {
        std::array<double, 512> numbers{};
        std::string text;
        std::uint64_t sum = 1469598103934665603;
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            numbers[i] = std::sqrt(static_cast<double>(i) + 0.5) * (i % 3 == 0 ? -1 : 1);
            text += std::to_string(numbers[i]);
            if (i % 64 == 0)
                std::this_thread::yield();
        }
        std::ranges::sort(numbers);
        std::memmove(text.data() + 5, text.data(), text.size() - 5);
        for (const char c : text + std::to_string(numbers[100]))
            sum = (sum ^ static_cast<unsigned char>(c)) * 1099511628211u;
        return sum;
    };
    const auto right = work();
    std::atomic<bool> over{false};
    std::atomic<std::size_t> rounds{0}, wrong{0};
    const auto keepWorking = [&] {
        for (; !over; ++rounds)
            wrong += work() == right ? 0 : 1;
    };
    std::array threads{std::thread(keepWorking), std::thread(keepWorking), std::thread(keepWorking)};
    std::size_t wiped = 0;
    for (int i = 0; i < 500 || rounds < 100; ++i)
        wiped += app::wipeDeadStacks().wiped - 1;
    over = true;
    for (auto& thread : threads)
        thread.join();
    CHECK(wrong == 0);
    CHECK(wiped > 500);
}
