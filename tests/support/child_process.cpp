#include "tests/support/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>

namespace balady::tests {

ChildProcess::ChildProcess(const std::vector<std::string>& command) {
    std::vector<char*> arguments;
    arguments.reserve(command.size() + 1);
    for (const auto& argument : command)
        arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe");
    m_pid = ::fork();
    if (m_pid == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::dup2(ends[1], STDOUT_FILENO);
        ::execv(arguments[0], arguments.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    m_output = ends[0];
    if (m_pid < 0)
        throw std::runtime_error("no process");
}

ChildProcess::~ChildProcess() {
    ::close(m_output);
    ::kill(m_pid, SIGTERM);
    const int descriptor = static_cast<int>(::syscall(SYS_pidfd_open, m_pid, 0));
    pollfd ended{descriptor, POLLIN, 0};
    if (descriptor < 0 || ::poll(&ended, 1, 5'000) != 1)
        ::kill(m_pid, SIGKILL);
    if (descriptor >= 0)
        ::close(descriptor);
    ::waitpid(m_pid, nullptr, 0);
}

std::string ChildProcess::line(std::chrono::milliseconds within) {
    const auto deadline = std::chrono::steady_clock::now() + within;
    for (;;) {
        if (const auto end = m_read.find('\n'); end != std::string::npos) {
            auto text = m_read.substr(0, end);
            m_read.erase(0, end + 1);
            return text;
        }
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            deadline - std::chrono::steady_clock::now());
        pollfd readable{m_output, POLLIN, 0};
        if (left.count() <= 0 || ::poll(&readable, 1, static_cast<int>(left.count())) != 1)
            throw std::runtime_error("the program said nothing in time");
        char piece[4096];
        const auto count = ::read(m_output, piece, sizeof piece);
        if (count <= 0)
            throw std::runtime_error("the program ended");
        m_read.append(piece, static_cast<std::size_t>(count));
    }
}

} // namespace balady::tests
