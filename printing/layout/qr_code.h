// QrCode: a text as the square of modules that a phone's camera reads (ISO/IEC 18004); pure, any thread.
#pragma once

#include "kiosk/base/result.h"

#include <string_view>
#include <vector>

namespace balady::layout {

/// Modules without the quiet zone, which is 4 modules on each side (clause 6.3.8): whoever draws it leaves
/// that much.
struct QrCode {
    int size = 0;                    ///< modules a side
    std::vector<unsigned char> dark; ///< size * size, row by row, 1 is dark

    [[nodiscard]] bool isDark(int row, int column) const {
        return dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(size) +
                    static_cast<std::size_t>(column)] != 0;
    }
};

inline constexpr int kQrQuietZone = 4;

/// How much of the code may be damaged and still be read (clause 6.5.1): about 7, 15 and 25 per cent.
enum class QrCorrection { Low, Medium, Quartile };

/// The smallest code in byte mode that holds `text` (UTF-8). InvalidData if the text is empty or too long.
[[nodiscard]] Result<QrCode> makeQrCode(std::string_view text,
                                        QrCorrection correction = QrCorrection::Medium);

} // namespace balady::layout
