// LicenceLayout: a licence as the A4 page that the citizen takes away.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/model/paper.h"
#include "printing/layout/licence_fonts.h"
#include "printing/pdf/content.h"

namespace balady::layout {

/// The page in Arabic and English: who licences whom to do what, where and how long, in both calendars, and a QR code
/// of at least 45 mm that carries the whole signed licence, so that any terminal can verify it without a network.
/// A copy says so across the page. Immutable; any thread.
class LicenceLayout {
  public:
    /// Fault: NotFound, if there are no fonts.
    [[nodiscard]] static Result<LicenceLayout> open();

    /// One page as PDF/A-2u (ISO 19005-2); the same licence gives the same bytes. Fault: InvalidData, if no font has
    /// some character or the signed licence is too long for a QR code.
    [[nodiscard]] Result<Bytes> layOut(const model::LicencePaper& paper) const;

  private:
    LicenceLayout(LicenceFonts fonts, pdf::Drawing backdrop)
        : m_fonts(std::move(fonts)), m_backdrop(std::move(backdrop)) {}

    LicenceFonts m_fonts;
    pdf::Drawing m_backdrop; ///< the line work that all licences share
};

} // namespace balady::layout
