#include "drivers/sight/sight_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <csignal>

namespace balady::sight {
namespace {

using Clock = std::chrono::steady_clock;

/// A camera is opened once, and once more if it was gone and is there again.
constexpr int kMostOpenings = 4;

/// What posix_spawn(3) does in the new process before the program begins there, freed at the end.
class Preparations {
  public:
    Preparations() {
        ::posix_spawn_file_actions_init(&m_files);
        ::posix_spawnattr_init(&m_attributes);
    }
    Preparations(const Preparations&) = delete;
    Preparations& operator=(const Preparations&) = delete;
    ~Preparations() {
        ::posix_spawn_file_actions_destroy(&m_files);
        ::posix_spawnattr_destroy(&m_attributes);
    }

    /// Its standard streams lead nowhere, and of what is open here it has nothing but this socket.
    void leaveOnly(int socket) {
        for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
            ::posix_spawn_file_actions_addopen(&m_files, standard, "/dev/null", O_RDWR, 0);
        ::posix_spawn_file_actions_adddup2(&m_files, socket, kSocketOfProcess);
        ::posix_spawn_file_actions_addclosefrom_np(&m_files, kSocketOfProcess + 1);
    }
    /// The terminal blocks the signals that end it; a program that it starts would inherit that.
    void takeNoSignalsOver() {
        sigset_t none, all;
        ::sigemptyset(&none);
        ::sigfillset(&all);
        ::posix_spawnattr_setsigmask(&m_attributes, &none);
        ::posix_spawnattr_setsigdefault(&m_attributes, &all);
        ::posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    [[nodiscard]] const posix_spawn_file_actions_t* files() const { return &m_files; }
    [[nodiscard]] const posix_spawnattr_t* attributes() const { return &m_attributes; }

  private:
    posix_spawn_file_actions_t m_files{};
    posix_spawnattr_t m_attributes{};
};

/// Of the new process, or nothing.
Result<pid_t> spawn(const Program& program, int socket) {
    std::vector<char*> arguments{const_cast<char*>(program.file.c_str())};
    for (const auto& argument : program.arguments)
        arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    std::array<char*, 1> environment{nullptr};
    Preparations preparations;
    preparations.leaveOnly(socket);
    preparations.takeNoSignalsOver();
    pid_t pid = -1;
    const int error = ::posix_spawn(&pid, program.file.c_str(), preparations.files(),
                                    preparations.attributes(), arguments.data(), environment.data());
    if (error != 0)
        return Fault{FaultCode::NotFound, "sight: program: errno " + std::to_string(error)};
    return pid;
}

} // namespace

Result<std::unique_ptr<SightProcess>> SightProcess::start(const Program& program) {
    auto room = SharedRoom::make();
    if (!room)
        return room.error();
    auto ends = Channel::pair();
    if (!ends)
        return ends.error();
    // Never at the number itself: then dup2() would leave it as it is, to be closed at the program's start.
    const Descriptor theirs(::fcntl(ends->second.file(), F_DUPFD_CLOEXEC, kSocketOfProcess + 1));
    if (!theirs)
        return Fault{FaultCode::HardwareError, "sight: no descriptor"};
    const auto pid = spawn(program, theirs.number());
    if (!pid)
        return pid.error();
    const int file = room->file();
    std::unique_ptr<SightProcess> process(
        new SightProcess(*pid, std::move(ends->first), std::move(*room), program.device));
    if (auto told = process->m_channel.send(deviceMessage(0), file); !told)
        return told.error();
    return process;
}

int SightProcess::end() {
    if (m_pid < 0)
        return 0;
    ::kill(m_pid, SIGKILL); // changes nothing for one that has ended: until we ask, its number is its own
    int status = 0;
    while (::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
    }
    m_pid = -1;
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

/// The only file that is ever opened for it, whatever it asks.
Result<Done> SightProcess::lendDevice() const {
    if (m_device.empty())
        return m_channel.send(deviceMessage(ENODEV));
    int number = 0;
    do
        number = ::open(m_device.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    while (number < 0 && errno == EINTR);
    if (number < 0)
        return m_channel.send(deviceMessage(errno));
    const Descriptor device(number);
    return m_channel.send(deviceMessage(0), device.number());
}

Result<Reply> SightProcess::exchange(const Request& request, std::chrono::milliseconds patience) {
    if (auto asked = m_channel.send(requestMessage(request)); !asked)
        return asked.error();
    const auto deadline = Clock::now() + patience;
    for (int openings = 0;; ++openings) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
        const auto message = m_channel.receive(std::max(left, std::chrono::milliseconds{0}));
        if (!message)
            return message.error();
        auto reply = readReply(message->bytes, request, kRoomBytes);
        if (!reply || !std::holds_alternative<DeviceWanted>(*reply))
            return reply;
        if (openings == kMostOpenings)
            return Fault{FaultCode::Malformed, "sight: wants the camera again and again"};
        if (auto lent = lendDevice(); !lent)
            return lent.error();
    }
}

} // namespace balady::sight
