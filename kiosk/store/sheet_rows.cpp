#include "kiosk/store/sheet_rows.h"

#include "kiosk/base/log.h"

#include <algorithm>

namespace balady::store {
namespace {

/// More than any terminal prints in a week without a network.
constexpr long long kMostSheets = 2000;

/// What a sealed pair is bound to: nobody may give it to another row.
std::string placeOf(const std::string& key) {
    return "sheet\n" + key;
}

} // namespace

Result<Done> SheetRows::checkRoom() {
    auto query = m_database.prepare("SELECT count(*) FROM sheet");
    if (!query)
        return query.error();
    if (auto row = query->step(); !row)
        return row.error();
    if (query->number(0) >= kMostSheets)
        return Fault{FaultCode::StorageFull, "sheets: too many are kept"};
    return Done{};
}

Result<Done> SheetRows::keep(const model::SheetBinding& binding) {
    if (!m_keys)
        return Fault{FaultCode::AccessDenied, "sheets: there is no key"};
    if (auto room = checkRoom(); !room)
        return room;
    const auto pair = binding.sheet + "\n" + binding.licence;
    const auto sealed = m_keys->seal(asBytes(pair), asBytes(placeOf(binding.idempotencyKey)));
    if (!sealed)
        return sealed.error();
    auto insert = m_database.prepare("INSERT INTO sheet (key, sealed) VALUES (?, ?)");
    if (!insert)
        return insert.error();
    return insert->bind(binding.idempotencyKey).bind(ByteView(*sealed)).run();
}

std::optional<model::SheetBinding> SheetRows::opened(const Statement& row) const {
    if (!m_keys)
        return std::nullopt;
    model::SheetBinding binding;
    binding.idempotencyKey = row.text(0);
    const auto place = placeOf(binding.idempotencyKey);
    const auto pair = m_keys->open(row.blob(1), asBytes(place));
    if (!pair)
        return std::nullopt;
    const auto line = std::find(pair->begin(), pair->end(), '\n');
    if (line == pair->end())
        return std::nullopt;
    binding.sheet.assign(pair->begin(), line);
    binding.licence.assign(line + 1, pair->end());
    return binding;
}

Result<std::vector<model::SheetBinding>> SheetRows::kept() {
    auto query = m_database.prepare("SELECT key, sealed FROM sheet ORDER BY number");
    if (!query)
        return query.error();
    std::vector<model::SheetBinding> bindings;
    int closed = 0;
    auto end = query->eachRow([&](const Statement& row) {
        if (auto binding = opened(row))
            bindings.push_back(std::move(*binding));
        else
            ++closed;
    });
    if (!end)
        return end.error();
    if (closed > 0)
        log::write(log::Level::Error, "sheets", "keys_do_not_open", {{"sheets", closed}});
    return bindings;
}

Result<Done> SheetRows::erase(const std::string& key) {
    auto remove = m_database.prepare("DELETE FROM sheet WHERE key = ?");
    if (!remove)
        return remove.error();
    return remove->bind(key).run();
}

} // namespace balady::store
