// JobTicket: what is asked of a printer for a licence, of what it says that it can (IPP Everywhere, PWG 5100.14); pure;
// private to this folder.
#pragma once

#include "kiosk/base/result.h"

#include <string>
#include <vector>

namespace balady::cups {

/// As it says in its attributes (RFC 8011, 5.4; PWG 5100.13); a list without entries: it does not say.
struct Capabilities {
    std::vector<std::string> formats;     ///< document-format-supported
    std::vector<std::string> media;       ///< media-supported, by PWG 5101.1's names
    std::vector<std::string> sides;       ///< sides-supported
    std::vector<std::string> colourModes; ///< print-color-mode-supported
    std::vector<int>
        resolutions; ///< printer-resolution-supported: dots an inch, where both directions have as many
};

/// What stays empty, or 0, is left to the printer.
struct JobTicket {
    std::string media;
    std::string sides;
    std::string colourMode;
    int resolution = 0;
    friend bool operator==(const JobTicket&, const JobTicket&) = default;
};

/// One side of A4, in colour where there is any, as fine as a code's modules need it and no finer. NoDevice for a printer that
/// takes no PDF, or no A4: whatever it is for, it is not for licences.
[[nodiscard]] Result<JobTicket> ticketFor(const Capabilities& can);

} // namespace balady::cups
