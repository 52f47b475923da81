// What a dying or traced process gives away.
#include "kiosk/app/private_memory.h"
#include "kiosk/app/swap.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

using namespace balady;

TEST_CASE("crash_writes_the_memory_to_disk") {
    const tests::TempFolder folder;
    const pid_t child = ::fork();
    if (child == 0) {
        const rlimit any{RLIM_INFINITY, RLIM_INFINITY};
        ::setrlimit(RLIMIT_CORE, &any);
        if (::chdir(folder.path().c_str()) != 0 || ::prctl(PR_SET_DUMPABLE, 1) != 0 ||
            !app::keepMemoryPrivate() || ::prctl(PR_GET_DUMPABLE) != 0)
            ::_exit(2);
        ::signal(SIGABRT, SIG_DFL); // doctest has a handler
        std::abort();
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == SIGABRT);
    CHECK_FALSE(WCOREDUMP(status));
}

TEST_CASE("other_program_of_the_account_reads_the_memory") {
    // Root reads everything, so the child first becomes somebody else, as the kiosk is on a terminal.
    const pid_t child = ::fork();
    if (child == 0) {
        constexpr uid_t kNobody = 65534;
        if (::geteuid() == 0 && ::setresuid(kNobody, kNobody, kNobody) != 0)
            ::_exit(2);
        ::prctl(PR_SET_DUMPABLE, 1);
        if (const int before = ::open("/proc/self/environ", O_RDONLY); before < 0 || ::close(before) != 0)
            ::_exit(3);
        if (!app::keepMemoryPrivate())
            ::_exit(4);
        // Its files in /proc belong to root now, and so not to any program of the account, itself among them.
        ::_exit(::open("/proc/self/environ", O_RDONLY) < 0 ? 0 : 5);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("swap_in_the_clear_is_not_told_of_or_an_encrypted_one_is") {
    const tests::TempFolder root;
    const auto write = [&](const char* name, std::string_view text) {
        const auto file = root / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file) << text;
    };
    CHECK(app::swapInTheClear(root.path()).empty()); // a kernel without swap
    write("proc/swaps", "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n");
    CHECK(app::swapInTheClear(root.path()).empty());
    write("proc/swaps", "Filename Type Size Used Priority\n"
                        "/dev/dm-0 partition 976 0 -2\n"
                        "/dev/dm-1 partition 976 0 -3\n"
                        "/dev/dm-2 partition 976 0 -3\n"
                        "/dev/zram0 partition 976 0 100\n"
                        "/dev/sda2 partition 976 0 -4\n"
                        "/var/swap\\040file file 976 0 -5\n");
    write("sys/class/block/dm-0/dm/uuid", "CRYPT-PLAIN-swap\n");
    write("sys/class/block/dm-1/dm/uuid", "LVM-CRYPT-\n");
    write("sys/class/block/dm-2/dm/uuid", "LVM-swap\n"); // a volume on an encrypted disk
    std::filesystem::create_directories(root / "sys/class/block/dm-2/slaves/dm-0");
    CHECK(app::swapInTheClear(root.path()) ==
          std::vector<std::string>{"/dev/dm-1", "/dev/sda2", "/var/swap\\040file"});
}
