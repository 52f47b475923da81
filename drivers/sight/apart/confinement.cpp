#include "drivers/sight/apart/confinement.h"

#include <fcntl.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <array>
#include <csignal>
#include <memory>
#include <type_traits>

namespace balady::sight {
namespace {

#ifdef BALADY_SANITIZED
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

/// Two pictures of 16 million pixels, what is made of a third one, and the libraries: a fifth of this.
constexpr rlim_t kMostMemory = rlim_t{1} << 30;
/// The socket, the camera, the standard streams, and what four event loops have.
constexpr rlim_t kMostFiles = 40;

/// With what there is: memory, time, waiting, and files that are open already. A thread's first calls are among them, because
/// one that was made before may begin after.
constexpr std::array kAllowed{SCMP_SYS(brk),
                              SCMP_SYS(madvise),
                              SCMP_SYS(mremap),
                              SCMP_SYS(munmap), //
                              SCMP_SYS(clock_gettime),
                              SCMP_SYS(clock_nanosleep),
                              SCMP_SYS(gettimeofday),
                              SCMP_SYS(nanosleep),
                              SCMP_SYS(close),
                              SCMP_SYS(epoll_ctl),
                              SCMP_SYS(epoll_pwait),
                              SCMP_SYS(epoll_wait),
                              SCMP_SYS(fstat),
                              SCMP_SYS(poll),
                              SCMP_SYS(ppoll),
                              SCMP_SYS(read),
                              SCMP_SYS(recvmsg),
                              SCMP_SYS(sendmsg),
                              SCMP_SYS(timerfd_settime),
                              SCMP_SYS(write), //
                              SCMP_SYS(exit),
                              SCMP_SYS(exit_group),
                              SCMP_SYS(futex),
                              SCMP_SYS(getpid),
                              SCMP_SYS(getrandom),
                              SCMP_SYS(gettid),
                              SCMP_SYS(restart_syscall),
                              SCMP_SYS(rseq),
                              SCMP_SYS(rt_sigprocmask),
                              SCMP_SYS(rt_sigreturn),
                              SCMP_SYS(set_robust_list),
                              SCMP_SYS(sched_yield)};

/// To look into folders, beside openat().
constexpr std::array kAllowedForScenes{SCMP_SYS(fcntl),      SCMP_SYS(getdents64), SCMP_SYS(lseek),
                                       SCMP_SYS(newfstatat), SCMP_SYS(readv),      SCMP_SYS(statx),
                                       SCMP_SYS(stat)};

struct Release {
    void operator()(void* filter) const { ::seccomp_release(filter); }
};

class Filter {
  public:
    Filter() : m_filter(::seccomp_init(SCMP_ACT_KILL_PROCESS)) {
        // A call of another architecture's is told apart by other numbers (seccomp(2)).
        m_good = m_filter != nullptr &&
                 ::seccomp_attr_set(m_filter.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0 &&
                 ::seccomp_attr_set(m_filter.get(), SCMP_FLTATR_CTL_TSYNC, 1) == 0;
    }

    /// The call, where each of the conditions holds.
    template <class... Conditions>
    void allow(int call, Conditions... conditions) {
        m_good = m_good && ::seccomp_rule_add(m_filter.get(), SCMP_ACT_ALLOW, call, sizeof...(conditions),
                                              conditions...) == 0;
    }
    [[nodiscard]] bool load() { return m_good && ::seccomp_load(m_filter.get()) == 0; }

  private:
    std::unique_ptr<std::remove_pointer_t<scmp_filter_ctx>, Release> m_filter;
    bool m_good = false;
};

/// Bits of an argument that must be so.
scmp_arg_cmp bits(unsigned argument, scmp_datum_t mask, scmp_datum_t value) {
    return {argument, SCMP_CMP_MASKED_EQ, mask, value};
}

bool limited(int resource, rlim_t most) {
    const rlimit both{most, most};
    return ::setrlimit(resource, &both) == 0;
}

} // namespace

Result<Done> limitProcess() {
    // Sanitizers map terabytes, of which they use little.
    if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || ::prctl(PR_SET_DUMPABLE, 0) != 0 ||
        ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || !limited(RLIMIT_CORE, 0) ||
        !limited(RLIMIT_NOFILE, kMostFiles) || (!kSanitized && !limited(RLIMIT_AS, kMostMemory)))
        return Fault{FaultCode::Bug, "sight: limits"};
    return Done{};
}

Result<Done> confine(Eyes eyes) {
    if (kSanitized)
        return Done{};
    constexpr scmp_datum_t kVideo =
        'V'; // of VIDIOC_*: the second byte of a control's number (linux/videodev2.h)
    Filter filter;
    for (const int call : kAllowed)
        filter.allow(call);
    // Memory, but none that could be run.
    filter.allow(SCMP_SYS(mmap), bits(2, PROT_EXEC, 0));
    filter.allow(SCMP_SYS(mprotect), bits(2, PROT_EXEC, 0));
    filter.allow(SCMP_SYS(ioctl), bits(1, 0xff00, kVideo << 8));
    if (eyes == Eyes::Scenes) {
        for (const int call : kAllowedForScenes)
            filter.allow(call);
        filter.allow(SCMP_SYS(openat), bits(2, O_ACCMODE | O_CREAT | O_TRUNC, O_RDONLY));
    }
    if (!filter.load())
        return Fault{FaultCode::Bug, "sight: filter of system calls"};
    return Done{};
}

} // namespace balady::sight
