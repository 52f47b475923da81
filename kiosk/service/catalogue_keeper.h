// CatalogueKeeper: the newest good catalogue and the keys that verify licences, with or without a network; core thread.
#pragma once

#include "kiosk/service/condition_board.h"
#include "kiosk/service/devices.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace balady::service {

class CatalogueKeeper {
  public:
    /// `catalogueKeys` is a JWK Set (RFC 7517): who signs catalogues.
    CatalogueKeeper(Devices devices, ConditionBoard& board, std::string catalogueKeys)
        : m_devices(devices), m_board(board), m_catalogueKeys(std::move(catalogueKeys)) {}

    /// Takes what was kept on disk, or else `bundled` (the catalogue shipped with the program, which needs no signature). A
    /// kept one that is unsigned, altered or cannot be read raises the Catalogue condition. InvalidData only if neither
    /// can be read.
    ports::Task<Done> start(std::string bundled);
    /// Asks the backend for a newer catalogue and the keys; raises or clears the conditions Network and Catalogue. A
    /// catalogue that is unsigned, altered, older than the present one or cannot be read is refused, and the old one stays:
    /// that is no fault of this call, because the backend was reached.
    ports::Task<Done> refresh();

    [[nodiscard]] std::shared_ptr<const model::Catalogue> catalogue() const { return m_catalogue; }
    /// JWK Set (RFC 7517); empty before the first contact with a backend.
    [[nodiscard]] const std::string& keys() const { return m_keys; }

    void onNewCatalogue(std::function<void()> listener) { m_listener = std::move(listener); }

  private:
    [[nodiscard]] Result<std::shared_ptr<const model::Catalogue>> believe(std::string_view json,
                                                                          std::string_view signature);
    ports::Task<Done> takeNew(std::string json, std::string signature, std::string etag);
    ports::Task<Done> refreshKeys();

    Devices m_devices;
    ConditionBoard& m_board;
    const std::string m_catalogueKeys;
    std::shared_ptr<const model::Catalogue> m_catalogue;
    std::string m_etag;
    std::string m_lastTold; ///< why the platform was not reached, as the log has it
    std::chrono::sys_seconds m_signedAt = std::chrono::sys_seconds::min(); ///< the one that is shown
    std::string m_keys;
    std::function<void()> m_listener;
};

} // namespace balady::service
