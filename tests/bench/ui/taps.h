// Taps: how long a page takes from the finger that is lifted to its first picture and its last.
#pragma once

#include "tests/bench/ui/subject.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace balady::bench {

/// ms of each tap, by the page that it leads to.
struct Taps {
    std::map<std::string, std::vector<double>> painted; ///< until the first picture of the new page
    std::map<std::string, std::vector<double>>
        settled; ///< until its last change: after a fade, if there is one
    std::map<std::string, std::vector<double>>
        waited; ///< of painted: how long the terminal was ready and other programs had the processors
    std::vector<std::string>
        disturbances; ///< why citizens were left out: the page that was not as it should be
};

/// One citizen after the other, `citizens` times: attract page, language, home, a service, its first step, and back to
/// home, cancel. A citizen to whom a page does not come, or is not the one that came in the warm-up (which is not
/// counted), is left out whole and the terminal started anew; throws when that happens to more than one in five. The
/// pages of the warm-up, and one that was not expected, go to `pictures` as PPM if that is not empty.
[[nodiscard]] Taps measureTaps(const Subject& kiosk, XScreen& screen, int citizens,
                               const std::filesystem::path& log, const std::filesystem::path& pictures);

} // namespace balady::bench
