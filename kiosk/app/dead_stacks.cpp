#include "kiosk/app/dead_stacks.h"

#include "kiosk/app/signal_frame.h"
#include "kiosk/base/dead_frames.h"

#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

namespace balady::app {
namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 100ms;
constexpr std::uintptr_t kPage = 4096;
/// Between the frame that is looked from and the pages that are given back: the calls that do it.
constexpr std::uintptr_t kOwnCalls = 512;

struct Range {
    std::uintptr_t begin;
    std::uintptr_t end;
};

// What the handler needs, made before the signal: in a handler nothing may be allocated and no file read.
std::array<Range, 1024> writable; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
std::size_t writableCount = 0;    // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
/// For each thread that heard the signal: the last round in which its stack was wiped, the frame of the signal with it.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
std::array<std::atomic<std::uint32_t>, 1024> wipedIn;
std::atomic<std::uint32_t> heard{0};
/// The round that is going on and whose list is whole, or 0. A thread that hears the signal later wipes the signal's frame only: the list
/// may be another's.
std::atomic<std::uint32_t> going{0};

/// The writable mappings. A stack's ends at the guard page below it.
void listWritable() {
    writableCount = 0;
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line) && writableCount < writable.size();) {
        std::size_t dash = 0, blank = 0;
        const auto begin = std::stoull(line, &dash, 16);
        const auto end = std::stoull(line.substr(dash + 1), &blank, 16);
        if (line.compare(dash + 1 + blank + 1, 2, "rw") == 0)
            writable[writableCount++] = {begin, end};
    }
}

[[gnu::noinline]] void wipeBelowHere() {
    const auto here = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
    for (std::size_t i = 0; i < writableCount; ++i)
        if (writable[i].begin <= here && here < writable[i].end) {
            const auto end = (here - kOwnCalls) / kPage * kPage;
            // What is given back reads as zeros when it is used again. The main stack is longer than what is listed only
            // while it grows, which is then not dead.
            if (end > writable[i].begin)
                ::madvise(reinterpret_cast<void*>(writable[i].begin), end - writable[i].begin, MADV_DONTNEED);
        }
    wipeDeadFrames(); // the pages around this frame cannot be given back
}

void onSignal(int, siginfo_t*, void* context) {
    static std::atomic<std::uint32_t> nobodyWaits{0};
    const auto round = going.load(std::memory_order_acquire);
    auto* over = &nobodyWaits;
    if (round != 0) {
        const int error = errno;
        wipeBelowHere();
        errno = error;
        if (const auto place = heard.fetch_add(1, std::memory_order_relaxed); place < wipedIn.size())
            over = &wipedIn[place];
    }
    const auto here = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
    (void)wipeFrameAfterwards(context, here - kOwnCalls, *over, round); // who cannot is missed
}

int wipeSignal() {
    static const int number = [] {
        struct sigaction action {};
        action.sa_sigaction = onSignal;
        action.sa_flags = SA_RESTART | SA_SIGINFO;
        ::sigfillset(&action.sa_mask);
        ::sigaction(SIGRTMIN + 4, &action, nullptr);
        return SIGRTMIN + 4;
    }();
    return number;
}

/// Asio's threads that look up names, for example, take none.
bool takes(const std::filesystem::path& thread, int signal) {
    std::ifstream status(thread / "status");
    for (std::string word; status >> word;)
        if (word == "SigBlk:" && status >> word)
            return (std::stoull(word, nullptr, 16) >> (signal - 1) & 1) == 0;
    return false;
}

} // namespace

WipedStacks wipeDeadStacks() {
    static std::uint32_t round = 0;
    const int signal = wipeSignal();
    const auto process = ::getpid();
    const auto self = static_cast<pid_t>(::syscall(SYS_gettid));
    WipedStacks result;
    listWritable();
    ++round;
    heard.store(0, std::memory_order_relaxed);
    going.store(round, std::memory_order_release);
    std::size_t asked = 0;
    std::error_code gone; // a thread may end meanwhile
    for (const auto& thread : std::filesystem::directory_iterator("/proc/self/task", gone)) {
        const auto id = std::stoi(thread.path().filename().string());
        if (id == self)
            continue;
        if (takes(thread.path(), signal) && ::syscall(SYS_tgkill, process, id, signal) == 0)
            ++asked;
        else
            ++result.missed;
    }
    const auto answered = [] {
        return static_cast<std::size_t>(std::ranges::count_if(
            wipedIn, [](const auto& in) { return in.load(std::memory_order_acquire) == round; }));
    };
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (answered() < asked && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(200us);
    going.store(0, std::memory_order_release);
    wipeBelowHere();
    result.wiped = answered();
    result.missed += asked - result.wiped;
    ++result.wiped; // this one
    return result;
}

} // namespace balady::app
