// Receipt layout: how a receipt looks on the roll, in the citizen's language and direction.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/model/paper.h"
#include "printing/layout/bitmap.h"

namespace balady::layout {

/// Printable widths at 203 dpi (8 dots a millimetre).
inline constexpr int kRoll80mmDots = 576;
inline constexpr int kRoll58mmDots = 384;
/// The narrowest: 58 mm paper at 180 dpi (80 mm paper has 512 dots there).
inline constexpr int kNarrowestRollDots = 360;

/// Draws the receipt for a roll of `widthDots` (a multiple of 8, at least kNarrowestRollDots). The same receipt,
/// width and fonts give the same dots. Works on any thread, while a QGuiApplication exists (Qt's fonts need
/// one). InvalidData if the QR text is longer than a code can hold; Bug on a width that no roll has.
[[nodiscard]] Result<Bitmap> layOutReceipt(const model::Receipt& receipt, int widthDots);

} // namespace balady::layout
