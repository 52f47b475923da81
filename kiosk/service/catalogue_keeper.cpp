#include "kiosk/service/catalogue_keeper.h"

#include "kiosk/base/log.h"
#include "kiosk/catalogue/catalogue.h"
#include "kiosk/crypto/crypto.h"

#include <algorithm>

namespace balady::service {
namespace {

constexpr const char* kCatalogueDocument = "catalogue";
constexpr const char* kKeysDocument = "verification-keys";

/// On the disk the signature, which has no line end, is the first line: the two are written and read as one.
std::string onDisk(std::string_view signature, std::string_view json) {
    return std::string(signature) + '\n' + std::string(json);
}

} // namespace

/// The signature is verified first: nothing of what a stranger wrote is interpreted.
Result<std::shared_ptr<const model::Catalogue>> CatalogueKeeper::believe(std::string_view json,
                                                                         std::string_view signature) {
    auto signedAt = crypto::verifyDetachedJws(signature, json, m_catalogueKeys);
    if (!signedAt)
        return signedAt.error().within("signature");
    if (*signedAt < m_signedAt)
        return Fault{FaultCode::Tampered, "signed before the one that is here"};
    auto catalogue = catalogue::readDocument(json);
    if (!catalogue)
        return catalogue.error();
    m_signedAt = *signedAt;
    return std::make_shared<const model::Catalogue>(std::move(*catalogue));
}

ports::Task<Done> CatalogueKeeper::start(std::string bundled) {
    if (auto keys = co_await m_devices.cache.load(kKeysDocument))
        m_keys = keys->body;
    if (auto kept = co_await m_devices.cache.load(kCatalogueDocument)) {
        const std::string_view body = kept->body;
        const auto line = std::min(body.find('\n'), body.size());
        if (auto catalogue = believe(body.substr(std::min(line + 1, body.size())), body.substr(0, line))) {
            m_catalogue = std::move(*catalogue);
            m_etag = kept->etag;
            co_return Done{};
        } else {
            log::fault("catalogue", "kept_catalogue_refused", catalogue.error());
            m_board.set(model::DeviceRole::Catalogue, model::Trouble::SetAside);
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
        if (auto why = reply.error().context; why != m_lastTold) { // once a reason, not once a try
            log::fault("network", "platform_not_reached", reply.error());
            m_lastTold = std::move(why);
        }
        co_return reply.error();
    }
    if (!m_lastTold.empty())
        log::write(log::Level::Info, "network", "platform_reached");
    m_lastTold.clear();
    m_board.set(model::DeviceRole::Network, model::Trouble::None);
    Result<Done> taken = Done{};
    if (reply->json)
        taken =
            co_await takeNew(std::move(*reply->json), std::move(reply->signature), std::move(reply->etag));
    if (!taken)
        log::fault("catalogue", "new_catalogue_refused", taken.error());
    m_board.set(model::DeviceRole::Catalogue, taken ? model::Trouble::None : model::Trouble::SetAside);
    co_return co_await refreshKeys();
}

ports::Task<Done> CatalogueKeeper::takeNew(std::string json, std::string signature, std::string etag) {
    auto catalogue = believe(json, signature);
    if (!catalogue)
        co_return catalogue.error();
    m_catalogue = std::move(*catalogue);
    m_etag = std::move(etag);
    ports::DocumentCache::Document kept{onDisk(signature, json), m_etag}; // named: see kiosk/ports/task.h
    const auto saved = co_await m_devices.cache.save(kCatalogueDocument, std::move(kept));
    if (!saved)
        log::fault("catalogue", "catalogue_not_kept", saved.error());
    if (m_listener)
        m_listener();
    co_return Done{};
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
