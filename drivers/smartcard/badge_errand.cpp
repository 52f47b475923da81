#include "drivers/smartcard/badge_errand.h"

#include "drivers/smartcard/pcsc_channel.h"
#include "kiosk/base/log.h"

namespace balady::smartcard {

std::shared_ptr<BadgeErrand> BadgeErrand::make(BadgeTerms terms, SecretText pin, std::string reader,
                                               const std::shared_ptr<Bell>& bell) {
    return std::allocate_shared<BadgeErrand>(WipingAllocator<BadgeErrand>{}, std::move(terms), std::move(pin),
                                             std::move(reader), bell);
}

void BadgeErrand::run() {
    result = check();
}

Result<model::Badge> BadgeErrand::check() {
    auto channel = PcscChannel::open(reader);
    if (!channel)
        return channel.error();
    m_terms.now = SystemClock().now();
    BadgeCheck protocol(m_terms, std::move(m_pin));
    auto badge = converse(**channel, protocol, abandoned);
    if (badge && badge->state != model::BadgeState::None)
        log::write(log::Level::Info, "smartcard", "badge",
                   {{"state", log::Plain{model::name(badge->state)}}});
    return badge;
}

} // namespace balady::smartcard
