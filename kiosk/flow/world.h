// World: what a journey may look at but not change; the runner makes a fresh one for each event.
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/model/card.h"
#include "kiosk/model/conditions.h"
#include "kiosk/model/digits.h"
#include "kiosk/model/language.h"
#include "kiosk/model/service.h"
#include "kiosk/model/stock.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace balady::flow {

/// Which terminal this is; from the settings.
struct Terminal {
    std::string id;
    model::LocalizedText amana;
    model::LocalizedText municipality;
    std::string municipalityCode; ///< in the catalogue's list of municipalities
    std::vector<model::Language> languages{model::kLanguages.begin(),
                                           model::kLanguages.end()}; ///< as offered
    model::DigitStyle digits = model::DigitStyle::Latin; ///< of Arabic texts; digitsIn() is what to ask
    std::chrono::seconds idle{60};                       ///< without a touch, until "are you still there?"
    std::chrono::seconds idleGrace{20};                  ///< from that question to the end of the session
    bool handScanner = false;                            ///< there is one beside the camera
    std::string programVersion;
    std::string phoneOrigin{}; ///< "https://HOST[:PORT]" that telephones send documents to; empty: none
    bool badges = false;       ///< it knows technicians' badges
    std::optional<model::Stock> stock{}; ///< licences are printed on numbered paper
    std::chrono::seconds stepMax{600}; ///< on one step, however often it is touched, until the same question
};

/// The digits of a text in that language: Arabic-Indic ones belong to the Arabic script.
[[nodiscard]] inline model::DigitStyle digitsIn(model::Language language, const Terminal& terminal) {
    return language == model::Language::Arabic ? terminal.digits : model::DigitStyle::Latin;
}

struct World {
    std::shared_ptr<const model::Catalogue> catalogue;
    model::Conditions conditions;
    model::CardPresence card = model::CardPresence::NoReader;
    WallTime now{};
    std::chrono::seconds lookUpWait{0}; ///< until the platform may be asked for a number again (LookUpLimit)
    Terminal terminal;
    std::string
        freshKey; ///< a new UUID (RFC 9562) each time: the idempotency key of a journey that begins now
};

} // namespace balady::flow
