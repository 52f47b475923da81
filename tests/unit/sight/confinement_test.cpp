// What a process that parses pictures can do to the terminal once it is somebody else's: each forbidden thing is tried.
#include "drivers/sight/apart/confinement.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <linux/videodev2.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>
#include <string>
#include <thread>

using namespace balady;
using sight::Eyes;

namespace {

/// The status of a process that is confined and then does this.
int statusAfter(const std::function<void()>& act, Eyes eyes = Eyes::Device) {
    const pid_t child = ::fork();
    if (child == 0) {
        if (!sight::limitProcess() || !sight::confine(eyes))
            ::_exit(2);
        act();
        ::_exit(0);
    }
    int status = -1;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return status;
}

bool killed(const std::function<void()>& act, Eyes eyes = Eyes::Device) {
    const int status = statusAfter(act, eyes);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS && !WCOREDUMP(status);
}

bool goesOn(const std::function<void()>& act, Eyes eyes = Eyes::Device) {
    const int status = statusAfter(act, eyes);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace

TEST_CASE("sight_process_may_open_a_file") {
    const tests::TempFolder folder;
    const auto file = (folder / "secret").string();
    CHECK(goesOn([] {}));
    CHECK(killed([] { (void)::open("/etc/passwd", O_RDONLY); }));
    CHECK(killed([&] { (void)::open(file.c_str(), O_WRONLY | O_CREAT, 0600); }));
    CHECK(killed([] { (void)::open("/proc/self/mem", O_RDWR); }));
    CHECK(killed([&] { (void)::unlink(file.c_str()); }));
    CHECK(killed([] { (void)::chdir("/"); }));
    // Pictures from files are a developer's: they are read, and nothing is written.
    CHECK(goesOn([] { (void)::open("/etc/passwd", O_RDONLY); }, Eyes::Scenes));
    CHECK(killed([&] { (void)::open(file.c_str(), O_WRONLY | O_CREAT, 0600); }, Eyes::Scenes));
    CHECK(killed([] { (void)::open("/dev/null", O_RDWR); }, Eyes::Scenes));
}

TEST_CASE("sight_process_connects_somewhere") {
    CHECK(killed([] { (void)::socket(AF_INET, SOCK_STREAM, 0); }));
    CHECK(killed([] { (void)::socket(AF_UNIX, SOCK_STREAM, 0); }));
    int ends[2];
    REQUIRE(::socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends) == 0);
    const sockaddr nowhere{AF_UNSPEC, {}};
    CHECK(killed([&] { (void)::connect(ends[0], &nowhere, sizeof nowhere); }));
    ::close(ends[0]);
    ::close(ends[1]);
}

TEST_CASE("sight_process_starts_a_program") {
    CHECK(killed([] { ::execl("/bin/true", "true", nullptr); }));
    CHECK(killed([] { (void)::fork(); }));
    CHECK(killed([] { std::thread([] {}).join(); }));
}

TEST_CASE("sight_process_runs_what_it_wrote") {
    constexpr std::size_t kPage = 4096;
    CHECK(killed([] {
        (void)::mmap(nullptr, kPage, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    }));
    CHECK(killed([] {
        void* const memory =
            ::mmap(nullptr, kPage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        (void)::mprotect(memory, kPage, PROT_READ | PROT_EXEC);
    }));
}

TEST_CASE("sight_process_reaches_another_process") {
    CHECK(killed([] { (void)::kill(::getppid(), 0); }));
    CHECK(killed([] { (void)::setpriority(PRIO_PROCESS, 0, 5); }));
}

TEST_CASE("sight_process_works_another_device_than_a_camera") {
    const int null = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    CHECK(goesOn([&] {
        v4l2_capability capability{};
        (void)::ioctl(null, VIDIOC_QUERYCAP, &capability);
    }));
    char letter = 'x';
    CHECK(killed([&] { (void)::ioctl(null, TIOCSTI, &letter); }));
    ::close(null);
}

TEST_CASE("sight_process_fills_the_memory") {
    CHECK(goesOn([] {
        constexpr std::size_t kMuch = std::size_t{2} << 30;
        if (::mmap(nullptr, kMuch, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED)
            ::_exit(1);
    }));
}

TEST_CASE("sight_process_that_crashes_writes_its_pictures_to_disk") {
    const int status = statusAfter([] { *static_cast<volatile int*>(nullptr) = 1; });
    CHECK(WIFSIGNALED(status));
    CHECK_FALSE(WCOREDUMP(status));
}
