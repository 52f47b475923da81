// PcscChannel: a card in a PC/SC reader, held exclusively and reset when let go; one thread.
#pragma once

#include "drivers/smartcard/card_channel.h"
#include "drivers/smartcard/pcsc_context.h"

#include <memory>
#include <string>

namespace balady::smartcard {

class PcscChannel final : public CardChannel {
  public:
    /// Powers the card up. Faults: NotFound (no card), UnsupportedCard (mute), DeviceBusy, NoDevice. By air a
    /// card speaks T=1 (PC/SC part 3, 3.1.3.2.3); in a slot it may speak T=0, and many a badge does.
    [[nodiscard]] static Result<std::unique_ptr<PcscChannel>> open(const std::string& reader);
    ~PcscChannel() override;

    /// Cannot be interrupted: it ends when the card answers, leaves or the reader gives up.
    [[nodiscard]] Result<Bytes> transmit(ByteView command) override;

  private:
    PcscChannel(PcscContext context, SCARDHANDLE card, DWORD protocol)
        : m_context(std::move(context)), m_card(card), m_protocol(protocol) {}
    [[nodiscard]] Result<Bytes> exchange(ByteView bytes);

    PcscContext m_context;
    SCARDHANDLE m_card;
    DWORD m_protocol;    ///< SCARD_PROTOCOL_T0 or SCARD_PROTOCOL_T1
    bool m_lost = false; ///< the last answer says that the card has left
};

} // namespace balady::smartcard
