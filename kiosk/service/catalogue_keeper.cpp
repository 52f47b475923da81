#include "kiosk/service/catalogue_keeper.h"

#include "kiosk/base/log.h"
#include "kiosk/catalogue/catalogue.h"

namespace balady::service {
namespace {

constexpr const char* kCatalogueDocument = "catalogue";
constexpr const char* kKeysDocument = "verification-keys";

} // namespace

ports::Task<Done> CatalogueKeeper::start(std::string bundled) {
    if (auto keys = co_await m_devices.cache.load(kKeysDocument))
        m_keys = keys->body;
    if (auto kept = co_await m_devices.cache.load(kCatalogueDocument)) {
        if (auto catalogue = catalogue::readDocument(kept->body)) {
            m_catalogue = std::make_shared<const model::Catalogue>(std::move(*catalogue));
            m_etag = kept->etag;
            co_return Done{};
        } else {
            log::fault("catalogue", "kept_catalogue_refused", catalogue.error());
        }
    }
    auto catalogue = catalogue::readDocument(bundled);
    if (!catalogue)
        co_return catalogue.error().within("bundled catalogue");
    m_catalogue = std::make_shared<const model::Catalogue>(std::move(*catalogue));
    co_return Done{};
}

ports::Task<Done> CatalogueKeeper::refresh() {
    auto reply = co_await m_devices.backend.catalogue(m_etag);
    if (!reply) {
        m_board.set(model::DeviceRole::Network, model::Trouble::Offline);
        co_return reply.error();
    }
    m_board.set(model::DeviceRole::Network, model::Trouble::None);
    if (reply->json) {
        auto catalogue = catalogue::readDocument(*reply->json);
        if (!catalogue) {
            log::fault("catalogue", "new_catalogue_refused", catalogue.error());
            co_return catalogue.error();
        }
        m_catalogue = std::make_shared<const model::Catalogue>(std::move(*catalogue));
        m_etag = reply->etag;
        ports::DocumentCache::Document kept{*reply->json, reply->etag}; // named: see kiosk/ports/task.h
        const auto saved = co_await m_devices.cache.save(kCatalogueDocument, std::move(kept));
        if (!saved)
            log::fault("catalogue", "catalogue_not_kept", saved.error());
        if (m_listener)
            m_listener();
    }
    co_return co_await refreshKeys();
}

ports::Task<Done> CatalogueKeeper::refreshKeys() {
    auto keys = co_await m_devices.backend.verificationKeys();
    if (!keys)
        co_return keys.error();
    if (*keys == m_keys)
        co_return Done{};
    m_keys = *keys;
    ports::DocumentCache::Document kept{m_keys, ""};
    co_return co_await m_devices.cache.save(kKeysDocument, std::move(kept));
}

} // namespace balady::service
