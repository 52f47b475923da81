#include "tests/bench/ui/process_tree.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace balady::bench {
namespace {

using namespace std::chrono_literals;

struct ProcessLine {
    pid_t parent = 0;
    long ticks = 0; ///< of processor time, in user and system mode
};

/// /proc/PID/stat (proc(5)); nothing when the process has ended meanwhile.
std::optional<ProcessLine> processLine(pid_t pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    std::string text;
    std::getline(file, text);
    const auto name = text.rfind(')'); // a name may hold anything, even ")"
    if (name == std::string::npos)
        return std::nullopt;
    std::istringstream fields(text.substr(name + 1));
    std::string skipped;
    ProcessLine line;
    fields >> skipped >> line.parent;
    for (int field = 5; field < 14; ++field)
        fields >> skipped;
    long user = 0;
    long system = 0;
    fields >> user >> system;
    line.ticks = user + system;
    return line;
}

std::multimap<pid_t, pid_t> childrenByParent() {
    std::multimap<pid_t, pid_t> out;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const auto name = entry.path().filename().string();
        pid_t pid = 0;
        if (std::from_chars(name.data(), name.data() + name.size(), pid).ec != std::errc{})
            continue;
        if (const auto line = processLine(pid))
            out.emplace(line->parent, pid);
    }
    return out;
}

std::vector<pid_t> childrenOf(const std::multimap<pid_t, pid_t>& all, pid_t parent) {
    std::vector<pid_t> out;
    const auto [begin, end] = all.equal_range(parent);
    std::transform(begin, end, std::back_inserter(out), [](const auto& pair) { return pair.second; });
    return out;
}

} // namespace

ProcessTree::ProcessTree(const std::vector<std::string>& command,
                         const std::map<std::string, std::string>& environment,
                         const std::filesystem::path& log) {
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    m_others = childrenOf(childrenByParent(), ::getpid());
    std::vector<char*> arguments;
    for (const auto& argument : command)
        arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    const int output = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    m_started = std::chrono::steady_clock::now();
    m_pid = ::fork();
    if (m_pid == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::dup2(output, STDOUT_FILENO);
        ::dup2(output, STDERR_FILENO);
        for (const auto& [name, value] : environment)
            ::setenv(name.c_str(), value.c_str(), 1);
        ::execvp(arguments[0], arguments.data());
        ::_exit(127);
    }
    ::close(output);
    if (m_pid < 0)
        throw std::runtime_error("no process for " + command.front());
}

ProcessTree::~ProcessTree() {
    ::kill(m_pid, SIGTERM);
    const auto deadline = std::chrono::steady_clock::now() + 5s;
    for (auto left = members(); !left.empty(); left = members()) {
        if (std::chrono::steady_clock::now() > deadline)
            for (const auto pid : left)
                ::kill(pid, SIGKILL);
        for (const auto pid : left)
            ::waitpid(pid, nullptr, WNOHANG); // those that are not our children say ECHILD
        std::this_thread::sleep_for(5ms);
    }
}

std::vector<pid_t> ProcessTree::members() const {
    const auto all = childrenByParent();
    auto out = childrenOf(all, ::getpid());
    std::erase_if(out, [this](pid_t pid) { return std::ranges::find(m_others, pid) != m_others.end(); });
    for (std::size_t i = 0; i < out.size(); ++i)
        std::ranges::copy(childrenOf(all, out[i]), std::back_inserter(out));
    return out;
}

Memory ProcessTree::memory() const {
    Memory memory;
    for (const auto pid : members()) {
        std::ifstream file("/proc/" + std::to_string(pid) + "/smaps_rollup");
        ++memory.processes;
        for (std::string line; std::getline(file, line);) {
            std::istringstream words(line);
            std::string key;
            double kibibytes = 0;
            words >> key >> kibibytes;
            if (key == "Pss:")
                memory.pss += kibibytes / 1024;
            else if (key == "Private_Clean:" || key == "Private_Dirty:")
                memory.ownPages += kibibytes / 1024;
        }
    }
    return memory;
}

std::chrono::milliseconds ProcessTree::processorTime() const {
    long ticks = 0;
    for (const auto pid : members())
        if (const auto line = processLine(pid))
            ticks += line->ticks;
    return std::chrono::milliseconds(ticks * 1000 / ::sysconf(_SC_CLK_TCK));
}

std::chrono::nanoseconds ProcessTree::waitedForProcessor() const {
    std::ifstream file("/proc/" + std::to_string(m_pid) + "/schedstat");
    std::chrono::nanoseconds::rep ran = 0;
    std::chrono::nanoseconds::rep waited = 0;
    return std::chrono::nanoseconds(file >> ran >> waited ? waited : 0);
}

} // namespace balady::bench
