// CatalogueKeeper: the newest good catalogue and the keys that verify licences, with or without a network; core thread.
#pragma once

#include "kiosk/service/condition_board.h"
#include "kiosk/service/devices.h"

#include <functional>
#include <memory>
#include <string>

namespace balady::service {

class CatalogueKeeper {
  public:
    CatalogueKeeper(Devices devices, ConditionBoard& board) : m_devices(devices), m_board(board) {}

    /// Takes what was kept on disk, or else `bundled` (the catalogue shipped with the program). InvalidData only if
    /// neither can be read.
    ports::Task<Done> start(std::string bundled);
    /// Asks the backend for a newer catalogue and the keys; raises or clears the Network condition. A catalogue that
    /// does not read is refused and the old one stays.
    ports::Task<Done> refresh();

    [[nodiscard]] std::shared_ptr<const model::Catalogue> catalogue() const { return m_catalogue; }
    /// JWK Set (RFC 7517); empty before the first contact with a backend.
    [[nodiscard]] const std::string& keys() const { return m_keys; }

    void onNewCatalogue(std::function<void()> listener) { m_listener = std::move(listener); }

  private:
    ports::Task<Done> refreshKeys();

    Devices m_devices;
    ConditionBoard& m_board;
    std::shared_ptr<const model::Catalogue> m_catalogue;
    std::string m_etag;
    std::string m_keys;
    std::function<void()> m_listener;
};

} // namespace balady::service
