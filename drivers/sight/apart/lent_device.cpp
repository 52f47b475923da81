#include "drivers/sight/apart/lent_device.h"

#include "drivers/sight/messages.h"

#include <cerrno>

namespace balady::sight {

int LentDevice::open(const std::filesystem::path&) {
    if (!m_channel.send(replyMessage(DeviceWanted{}, m_request)))
        return -EIO;
    auto lent = m_channel.receive(std::nullopt, Channel::With::Descriptor);
    if (!lent)
        return -EIO;
    const auto error = readDevice(lent->bytes);
    if (!error)
        return -EIO;
    if (*error != 0 || !lent->descriptor)
        return *error > 0 ? -*error : -EIO;
    return lent->descriptor.release();
}

} // namespace balady::sight
