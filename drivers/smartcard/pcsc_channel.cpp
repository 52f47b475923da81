#include "drivers/smartcard/pcsc_channel.h"

#include "drivers/smartcard/t0_transmission.h"

#include <algorithm>

namespace balady::smartcard {
namespace {

/// A short answer is 256 bytes and a status word; more room so that an overlong one is seen, not cut.
constexpr std::size_t kAnswerRoom = 1024;

} // namespace

Result<std::unique_ptr<PcscChannel>> PcscChannel::open(const std::string& reader) {
    auto context = PcscContext::establish();
    if (!context)
        return context.error();
    SCARDHANDLE card = 0;
    DWORD protocol = 0;
    const LONG code = SCardConnect(context->handle(), reader.c_str(), SCARD_SHARE_EXCLUSIVE,
                                   SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, &card, &protocol);
    if (code != SCARD_S_SUCCESS)
        return pcscFault(code, "connect");
    return std::unique_ptr<PcscChannel>(new PcscChannel(std::move(*context), card, protocol));
}

// The reset closes the chip's session: nobody after us reads on with our keys. A card that is gone must not
// be reset: pcscd would then mark the reader empty behind the back of its own poll, and never notice a card
// that is laid down before the next one.
PcscChannel::~PcscChannel() {
    SCardDisconnect(m_card, m_lost ? SCARD_LEAVE_CARD : SCARD_RESET_CARD);
}

Result<Bytes> PcscChannel::transmit(ByteView command) {
    if (m_protocol == SCARD_PROTOCOL_T0)
        return transmitByT0(command, [this](ByteView tpdu) { return exchange(tpdu); });
    return exchange(command);
}

Result<Bytes> PcscChannel::exchange(ByteView bytes) {
    Bytes answer(kAnswerRoom);
    DWORD size = answer.size();
    const LONG code = SCardTransmit(m_card, m_protocol == SCARD_PROTOCOL_T0 ? SCARD_PCI_T0 : SCARD_PCI_T1,
                                    bytes.data(), bytes.size(), nullptr, answer.data(), &size);
    m_lost = code != SCARD_S_SUCCESS || size < 2;
    if (code != SCARD_S_SUCCESS)
        return pcscFault(code, "transmit");
    answer.resize(std::min<std::size_t>(size, answer.size()));
    return answer;
}

} // namespace balady::smartcard
