// SightProcess: a program that sees for the terminal, from its start to its end; blocks; one thread.
#pragma once

#include "drivers/sight/channel.h"
#include "drivers/sight/messages.h"
#include "drivers/sight/shared_room.h"

#include <sys/types.h>

#include <filesystem>
#include <memory>

namespace balady::sight {

/// What is started.
struct Program {
    std::filesystem::path file;
    std::vector<std::string> arguments;
    std::filesystem::path
        device; ///< the camera, which is opened for the process when it asks; empty: there is none
};

/// The process has no descriptor of ours but its socket and the room, and no environment. It ends with this object, and with
/// the thread that started it. Nothing that it says is believed (messages.h).
class SightProcess {
  public:
    /// NotFound, if the program cannot be started; HardwareError without memory.
    [[nodiscard]] static Result<std::unique_ptr<SightProcess>> start(const Program& program);
    SightProcess(const SightProcess&) = delete;
    SightProcess& operator=(const SightProcess&) = delete;
    /// Kills it and waits until it is gone; no time that anybody notices.
    ~SightProcess() { (void)end(); }

    /// Waits no longer than `patience` for the reply, the camera's opening included. TimedOut, ConnectionLost (it has ended),
    /// Malformed (it lies): after any of these it is of no use any more.
    [[nodiscard]] Result<Reply> exchange(const Request& request, std::chrono::milliseconds patience);
    /// What the last reply told of.
    [[nodiscard]] ByteView room() const { return m_room.bytes(); }
    /// Whoever waits for a reply has ConnectionLost at once, now and from now on. Any thread.
    void hangUp() const { m_channel.hangUp(); }
    /// Kills it, if it has not ended by itself, and says by which signal it ended: 0 for none.
    int end();

  private:
    SightProcess(pid_t pid, Channel channel, SharedRoom room, std::filesystem::path device)
        : m_pid(pid), m_channel(std::move(channel)), m_room(std::move(room)), m_device(std::move(device)) {}
    [[nodiscard]] Result<Done> lendDevice() const;

    pid_t m_pid;
    Channel m_channel;
    SharedRoom m_room;
    const std::filesystem::path m_device;
};

/// Of a process that has been started: where it finds its socket.
inline constexpr int kSocketOfProcess = 3;

} // namespace balady::sight
