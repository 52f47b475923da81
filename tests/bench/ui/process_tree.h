// ProcessTree: a program and everything that it starts, as the system sees them from outside.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace balady::bench {

/// MiB (2^20 bytes) of a whole tree, from /proc/PID/smaps_rollup.
struct Memory {
    std::size_t processes = 0;
    double pss = 0;      ///< pages that several processes hold count in parts
    double ownPages = 0; ///< held by one process alone: what would be free without it
};

/// One tree at a time: orphans of the program come to this process, and are told from its other children only
/// because those were there before.
class ProcessTree {
  public:
    /// Starts the program with these variables beside the environment of this process; what it says goes to `log`.
    /// Throws when the system has no process for it.
    ProcessTree(const std::vector<std::string>& command,
                const std::map<std::string, std::string>& environment, const std::filesystem::path& log);
    ProcessTree(const ProcessTree&) = delete;
    ProcessTree& operator=(const ProcessTree&) = delete;
    /// Ends all of it: SIGTERM to the program, five seconds later SIGKILL to what is left.
    ~ProcessTree();

    /// Just before the program's process was made.
    [[nodiscard]] std::chrono::steady_clock::time_point started() const { return m_started; }
    [[nodiscard]] Memory memory() const;
    /// Processor time of all processes of the tree so far, in steps of the kernel's clock tick (10 ms).
    [[nodiscard]] std::chrono::milliseconds processorTime() const;
    /// How long the program's first thread was ready to run so far and had no processor: others had them. From
    /// /proc/PID/schedstat; 0 where the kernel does not count it. What a virtual machine's host takes is not in it.
    [[nodiscard]] std::chrono::nanoseconds waitedForProcessor() const;

  private:
    [[nodiscard]] std::vector<pid_t> members() const;

    std::vector<pid_t> m_others; ///< children of this process that are not of the tree
    std::chrono::steady_clock::time_point m_started;
    pid_t m_pid = -1;
};

} // namespace balady::bench
