#include "tests/sandbox/settings.h"

namespace balady::sandbox {

std::int64_t readSetting(Database& database, std::string_view name) {
    Query query(database, "SELECT value FROM settings WHERE name = ?", name);
    return query.next() ? query.integer(0) : 0;
}

void writeSetting(Database& database, std::string_view name, std::int64_t value) {
    database.run("INSERT OR REPLACE INTO settings(name, value) VALUES(?, ?)", name, value);
}

std::int64_t nextNumber(Database& database, std::string_view name) {
    const auto number = readSetting(database, name) + 1;
    writeSetting(database, name, number);
    return number;
}

} // namespace balady::sandbox
