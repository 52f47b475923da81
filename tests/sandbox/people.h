// People: the demo citizens, and the establishments that they may act for.
#pragma once

#include "kiosk/model/language.h"
#include "tests/sandbox/database.h"

#include <optional>
#include <string>
#include <vector>

namespace balady::sandbox {

struct Person {
    std::string identity;
    model::LocalizedText name;
    std::string mobile;
};

struct Establishment {
    std::string number;
    model::LocalizedText name;
    std::string address; ///< short national address, or empty
    model::LocalizedText municipality;
    model::LocalizedText amana;
};

[[nodiscard]] std::optional<Person> findPerson(Database& database, std::string_view identity);
[[nodiscard]] std::vector<Establishment> establishmentsOf(Database& database, std::string_view identity);
[[nodiscard]] std::optional<Establishment> establishmentOf(Database& database, std::string_view identity,
                                                           std::string_view number);

} // namespace balady::sandbox
