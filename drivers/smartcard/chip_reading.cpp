#include "drivers/smartcard/chip_reading.h"

#include "drivers/smartcard/access_key.h"
#include "drivers/smartcard/pcsc_channel.h"
#include "kiosk/base/log.h"

namespace balady::smartcard {

ChipReading::ChipReading(ports::AccessKey&& accessKey, ReadingTerms terms, std::string readerName,
                         const std::shared_ptr<Bell>& whenDone)
    : CardErrand(std::move(readerName), whenDone), m_key(std::move(accessKey)), m_terms(std::move(terms)) {
    wipeKey(accessKey); // moving left the short texts where they were
}

ChipReading::~ChipReading() {
    wipeKey(m_key);
}

std::shared_ptr<ChipReading> ChipReading::make(ports::AccessKey key, ReadingTerms terms, std::string reader,
                                               const std::shared_ptr<Bell>& bell) {
    return std::allocate_shared<ChipReading>(WipingAllocator<ChipReading>{}, std::move(key), std::move(terms),
                                             std::move(reader), bell);
}

void ChipReading::run() {
    result = read();
}

Result<ports::ChipContents> ChipReading::read() {
    auto channel = PcscChannel::open(reader);
    if (!channel)
        return channel.error();
    m_terms.now = SystemClock().now();
    LdsReader protocol(m_key, m_terms);
    auto contents = converse(**channel, protocol, abandoned);
    if (contents)
        log::write(contents->authenticity == model::Authenticity::Tampered ? log::Level::Warning
                                                                           : log::Level::Info,
                   "smartcard", "chip_read",
                   {{"access", log::Plain{protocol.access()}}, {"signature", log::Plain{protocol.reason()}}});
    return contents;
}

} // namespace balady::smartcard
