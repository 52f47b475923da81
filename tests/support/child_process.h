// ChildProcess: a program that a test runs beside itself and that ends with the test.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>
#include <vector>

namespace balady::tests {

class ChildProcess {
  public:
    /// Starts the program; its standard output is ours to read. It dies with this process, however that ends.
    explicit ChildProcess(const std::vector<std::string>& command);
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    /// Asks it to end (SIGTERM) and waits; SIGKILL after five seconds.
    ~ChildProcess();

    /// The next line without its end; throws when none comes within the time.
    [[nodiscard]] std::string line(std::chrono::milliseconds within);

  private:
    pid_t m_pid = -1;
    int m_output = -1;
    std::string m_read;
};

} // namespace balady::tests
