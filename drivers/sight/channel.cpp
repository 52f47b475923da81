#include "drivers/sight/channel.h"

#include "drivers/sight/messages.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace balady::sight {
namespace {

using Clock = std::chrono::steady_clock;

Fault lost(std::string_view what) {
    return {FaultCode::ConnectionLost, "sight: " + std::string(what)};
}

/// Room for one descriptor beside a message (cmsg(3)).
struct alignas(cmsghdr) Ancillary {
    std::array<char, CMSG_SPACE(sizeof(int))> bytes{};
};

} // namespace

Result<std::pair<Channel, Channel>> Channel::pair() {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
        return lost("no socket");
    return std::pair(Channel(Descriptor(ends[0])), Channel(Descriptor(ends[1])));
}

Result<Done> Channel::send(ByteView message, int descriptor) const {
    iovec part{const_cast<std::uint8_t*>(message.data()), message.size()};
    msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    Ancillary ancillary;
    if (descriptor >= 0) {
        header.msg_control = ancillary.bytes.data();
        header.msg_controllen = ancillary.bytes.size();
        auto* const rights = CMSG_FIRSTHDR(&header);
        rights->cmsg_level = SOL_SOCKET;
        rights->cmsg_type = SCM_RIGHTS;
        rights->cmsg_len = CMSG_LEN(sizeof descriptor);
        std::memcpy(CMSG_DATA(rights), &descriptor, sizeof descriptor);
    }
    ssize_t sent = 0;
    do
        sent = ::sendmsg(m_socket.number(), &header, MSG_NOSIGNAL | MSG_DONTWAIT);
    while (sent < 0 && errno == EINTR);
    if (sent != static_cast<ssize_t>(message.size()))
        return lost("nobody listens");
    return Done{};
}

void Channel::hangUp() const {
    ::shutdown(m_socket.number(), SHUT_RDWR); // one that is ended already stays so
}

Result<Done> Channel::await(std::optional<std::chrono::milliseconds> patience) const {
    const auto deadline = Clock::now() + patience.value_or(std::chrono::milliseconds{0});
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
        pollfd readable{m_socket.number(), POLLIN, 0};
        const int ready = ::poll(&readable, 1, patience ? static_cast<int>(std::max<long>(left, 0)) : -1);
        if (ready > 0)
            return Done{};
        if (ready == 0)
            return Fault{FaultCode::TimedOut, "sight: no answer"};
        if (errno != EINTR) // the terminal interrupts its threads to wipe their stacks
            return lost("cannot wait");
    }
}

Result<Channel::Message> Channel::receive(std::optional<std::chrono::milliseconds> patience,
                                          With with) const {
    if (auto there = await(patience); !there)
        return there.error();
    Message message{Bytes(kLongestMessage), {}};
    iovec part{message.bytes.data(), message.bytes.size()};
    Ancillary ancillary;
    msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    if (with == With::Descriptor) { // without a place for them, the kernel lets descriptors go (unix(7))
        header.msg_control = ancillary.bytes.data();
        header.msg_controllen = ancillary.bytes.size();
    }
    ssize_t got = 0;
    do
        got = ::recvmsg(m_socket.number(), &header, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    while (got < 0 && errno == EINTR);
    if (got <= 0) // no message of ours is empty
        return lost("the other end is gone");
    const auto* const rights = CMSG_FIRSTHDR(&header);
    if (rights != nullptr && rights->cmsg_level == SOL_SOCKET && rights->cmsg_type == SCM_RIGHTS &&
        rights->cmsg_len == CMSG_LEN(sizeof(int))) {
        int descriptor = -1;
        std::memcpy(&descriptor, CMSG_DATA(rights), sizeof descriptor);
        message.descriptor = Descriptor(descriptor);
    }
    if ((header.msg_flags & MSG_TRUNC) != 0)
        return Fault{FaultCode::Malformed, "sight: a message that is too long"};
    message.bytes.resize(static_cast<std::size_t>(got));
    return message;
}

} // namespace balady::sight
