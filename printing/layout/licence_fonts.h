// Licence fonts: the faces of a printed licence, by weight; read once, shared by every licence.
#pragma once

#include "kiosk/base/result.h"
#include "printing/pdf/text_line.h"

namespace balady::layout {

struct LicenceFonts {
    pdf::Faces regular;
    pdf::Faces strong;
    pdf::Faces display; ///< titles

    /// The embedded family (":/fonts/text-400.ttf"…, where the program has it) and behind it Debian's Noto for
    /// characters that it lacks. Fault: NotFound, if there is neither.
    [[nodiscard]] static Result<LicenceFonts> load();
};

} // namespace balady::layout
