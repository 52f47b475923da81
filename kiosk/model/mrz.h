// MRZ: the machine readable zone of an identity document, ICAO Doc 9303 parts 3 to 7.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/model/date.h"

#include <optional>
#include <string>
#include <string_view>

namespace balady::model {

/// Layouts: TD1 is a card (3 x 30), TD2 a larger one (2 x 36), TD3 a passport (2 x 44), MRV-A and MRV-B are visas of
/// their sizes (Doc 9303-7). FrenchCard is the French identity card of 1988 to 2021, which has TD2's size and an order
/// of its own (décret 55-1397): no date of expiry, the family name alone in the first line.
enum class MrzFormat { Td1, Td2, Td3, MrvA, MrvB, FrenchCard };

/// A zone whose check digits all fit. Personal: lives only in the citizen's session.
struct Mrz {
    MrzFormat format = MrzFormat::Td1;
    std::string documentCode;   ///< "I", "ID", "P"…
    std::string issuingState;   ///< three letters ("SAU")
    std::string documentNumber; ///< without fillers; the long form of 9303-5 4.2.2.1 is put together
    std::string nationality;
    std::string surname;
    std::string givenNames;
    std::string birthDate;  ///< YYMMDD as printed
    std::string expiryDate; ///< YYMMDD as printed; empty on a FrenchCard
    std::string sex;        ///< "M", "F" or "X"
    std::string
        optionalData; ///< TD1: both optional fields, without fillers; Saudi cards carry the identity number here

    /// Full expiry date: the century is the one that puts it from 50 years before to 49 after `today`.
    [[nodiscard]] std::optional<Date> expiry(Date today) const;
};

/// Doc 9303-3 section 4.9: weights 7, 3, 1; '<' counts 0. A character outside A-Z 0-9 < counts as not valid: -1.
[[nodiscard]] int mrzCheckDigit(std::string_view field);

/// Reads a zone given as one text (lines glued together or separated by line feeds). Malformed if the length fits
/// no format, a character is foreign, or any check digit (composite included) is wrong; the context names which,
/// never the value.
[[nodiscard]] Result<Mrz> parseMrz(std::string_view text);

} // namespace balady::model
