// Schema: the tables of the store and the steps from one version to the next; private to this folder.
#pragma once

#include "kiosk/store/database.h"

namespace balady::store {

/// Brings the file to this program's version, one step a transaction (PRAGMA user_version says how far it
/// is). Faults: InvalidData if a newer program wrote the file; those of Database::execute().
[[nodiscard]] Result<Done> migrate(Database& database);

} // namespace balady::store
