// PcscContext: one connection to the PC/SC service, released at the end of its life.
#pragma once

#include "drivers/smartcard/pcsc_fault.h"
#include "kiosk/base/result.h"

#include <winscard.h>

#include <utility>

namespace balady::smartcard {

class PcscContext {
  public:
    /// NoDevice while no service runs.
    [[nodiscard]] static Result<PcscContext> establish() {
        PcscContext out;
        const LONG code = SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &out.m_handle);
        if (code != SCARD_S_SUCCESS)
            return pcscFault(code, "establish context");
        out.m_open = true;
        return out;
    }
    PcscContext(PcscContext&& other) noexcept
        : m_handle(other.m_handle), m_open(std::exchange(other.m_open, false)) {}
    PcscContext& operator=(PcscContext&&) = delete;
    ~PcscContext() {
        if (m_open)
            SCardReleaseContext(m_handle);
    }
    [[nodiscard]] SCARDCONTEXT handle() const noexcept { return m_handle; }

  private:
    PcscContext() = default;
    SCARDCONTEXT m_handle = 0;
    bool m_open = false;
};

} // namespace balady::smartcard
