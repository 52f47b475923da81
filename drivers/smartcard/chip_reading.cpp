#include "drivers/smartcard/chip_reading.h"

#include "drivers/smartcard/access_key.h"

namespace balady::smartcard {

ChipReading::ChipReading(ports::AccessKey&& accessKey, std::string readerName,
                         const std::shared_ptr<Bell>& whenDone)
    : key(std::move(accessKey)), reader(std::move(readerName)), bell(whenDone) {
    wipeKey(accessKey); // moving left the short texts where they were
}

ChipReading::~ChipReading() {
    wipeKey(key);
}

std::shared_ptr<ChipReading> ChipReading::make(ports::AccessKey key, std::string reader,
                                               const std::shared_ptr<Bell>& bell) {
    return std::allocate_shared<ChipReading>(WipingAllocator<ChipReading>{}, std::move(key),
                                             std::move(reader), bell);
}

Result<ports::ChipContents> readChip(CardChannel& channel, LdsReader& protocol,
                                     const std::atomic<bool>& abandoned) {
    auto step = protocol.start();
    while (auto* transmit = std::get_if<Transmit>(&step)) {
        if (abandoned)
            return Fault{FaultCode::Cancelled, "nobody waits for the card any more"};
        const auto answer = channel.transmit(transmit->command);
        if (!answer)
            return answer.error();
        step = protocol.resume(*answer);
    }
    return std::get<Result<ports::ChipContents>>(std::move(step));
}

} // namespace balady::smartcard
