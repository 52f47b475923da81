// PcscChannel: a card in a PC/SC reader, held exclusively and reset when let go; one thread.
#pragma once

#include "drivers/smartcard/card_channel.h"
#include "drivers/smartcard/pcsc_context.h"

#include <memory>
#include <string>

namespace balady::smartcard {

class PcscChannel final : public CardChannel {
  public:
    /// Powers the card up. Faults: NotFound (no card), UnsupportedCard (mute, or not T=1: the chips of Doc
    /// 9303-10 are contactless, which PC/SC part 3 presents as T=1), DeviceBusy, NoDevice.
    [[nodiscard]] static Result<std::unique_ptr<PcscChannel>> open(const std::string& reader);
    ~PcscChannel() override;

    /// Cannot be interrupted: it ends when the card answers, leaves or the reader gives up.
    [[nodiscard]] Result<Bytes> transmit(ByteView command) override;

  private:
    PcscChannel(PcscContext context, SCARDHANDLE card) : m_context(std::move(context)), m_card(card) {}
    PcscContext m_context;
    SCARDHANDLE m_card;
    bool m_lost = false; ///< the last answer says that the card has left
};

} // namespace balady::smartcard
