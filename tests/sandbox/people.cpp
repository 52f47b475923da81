#include "tests/sandbox/people.h"

namespace balady::sandbox {

std::optional<Person> findPerson(Database& database, std::string_view identity) {
    Query query(database, "SELECT identity, name_ar, name_en, mobile FROM people WHERE identity = ?",
                identity);
    if (!query.next())
        return std::nullopt;
    return Person{query.text(0), model::text(query.text(1), query.text(2)), query.text(3)};
}

std::vector<Establishment> establishmentsOf(Database& database, std::string_view identity) {
    Query query(
        database,
        "SELECT number, name_ar, name_en, address, municipality_ar, municipality_en, amana_ar, amana_en "
        "FROM establishments JOIN memberships ON establishment = number WHERE identity = ? ORDER BY number",
        identity);
    std::vector<Establishment> found;
    while (query.next())
        found.push_back({query.text(0), model::text(query.text(1), query.text(2)), query.text(3),
                         model::text(query.text(4), query.text(5)),
                         model::text(query.text(6), query.text(7))});
    return found;
}

std::optional<Establishment> establishmentOf(Database& database, std::string_view identity,
                                             std::string_view number) {
    for (auto& establishment : establishmentsOf(database, identity))
        if (establishment.number == number)
            return std::move(establishment);
    return std::nullopt;
}

} // namespace balady::sandbox
