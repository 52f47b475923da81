// CertificatePlan: when the terminal asks for its next certificate, and what a technician is told meanwhile; pure.
#pragma once

#include "kiosk/model/conditions.h"
#include "kiosk/ports/terminal_certificate.h"

#include <chrono>

namespace balady::service::certificate {

/// How patiently it is asked for.
struct Pace {
    std::chrono::milliseconds look{3'600'000};   ///< however far the day is: clocks are set, machines sleep
    std::chrono::milliseconds firstWait{60'000}; ///< after an attempt that failed, doubled each time
    std::chrono::milliseconds longestWait{21'600'000};
};

/// The moment from which on it is asked: when a third of its life is left, or up to a tenth of that later. `chance` is from 0
/// to 1, so that terminals that were enrolled on one day do not all ask on one.
[[nodiscard]] WallTime renewalFrom(const ports::TerminalCertificate::Validity& validity, double chance);

/// How long to wait after so many attempts in a row failed (1 or more); half of it is left to `chance`.
[[nodiscard]] std::chrono::milliseconds waitAfter(int failures, const Pace& pace, double chance);

/// What stands about the certificate: Broken when it is not valid by this clock; SetAside while the last answer was not
/// what was asked for; EndsSoon when less than half of the time for its renewal is left.
[[nodiscard]] model::Trouble troubleOf(const ports::TerminalCertificate::Validity& validity, WallTime now,
                                       bool answerRefused);

} // namespace balady::service::certificate
