// openDatabase(): the store's file, opened so that what is committed survives, checked and migrated; private to this folder.
#pragma once

#include "kiosk/store/database.h"
#include "kiosk/store/sqlite_store.h"

namespace balady::store {

/// Blocks. StorageCorrupt: it is damaged, or no database; the other faults as SqliteStore::open().
[[nodiscard]] Result<Database> openDatabase(const StoreSettings& settings);

} // namespace balady::store
