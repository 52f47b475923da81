// Traces: what a visit brought and what it leaves behind, as facts, for the last page to tell; pure.
#pragma once

#include "kiosk/flow/journey.h"

namespace balady::flow {

/// Gathered over all that the citizen did in one visit. Says only what is known to have happened.
struct Traces {
    // Erased when the session ends.
    bool identity = false; ///< who they are
    bool answers = false;
    bool pictures = false;
    // Kept, and by whom.
    bool request = false;     ///< the platform confirmed that it has one
    bool unconfirmed = false; ///< whether it arrived is still to be found out, by a key without a person
    bool keptHere = false;    ///< accepted without a network: it lies here, encrypted, until it is sent
    bool paper = false;       ///< a printer took one
    friend bool operator==(const Traces&, const Traces&) = default;
};

/// Adds what the journey holds now.
void add(Traces& traces, const Journey& journey);

} // namespace balady::flow
