// ServiceBook: what the catalogue promises about one service, read apart from the product's own reader; no state.
#pragma once

#include <QJsonObject>
#include <QString>
#include <filesystem>
#include <optional>
#include <vector>

namespace balady::e2e {

class ServiceBook {
  public:
    /// Throws Unexpected where the catalogue has no such service.
    ServiceBook(const std::filesystem::path& catalogue, const QString& service);

    [[nodiscard]] QString id() const { return m_service["id"].toString(); }
    [[nodiscard]] QString kind() const { return m_service["kind"].toString(); }
    [[nodiscard]] QString name(const QString& language) const {
        return m_service["name"][language].toString();
    }
    [[nodiscard]] bool needsIdentity() const { return m_service["needsIdentity"].toBool(); }
    /// "licence", "receipt", "slip" or "none".
    [[nodiscard]] QString paper() const { return m_service["output"]["paper"].toString(); }
    /// Whether it works without a network: by the service's kind, or because it may be kept.
    [[nodiscard]] bool worksOffline() const {
        return kind() == "conditions" || kind() == "verification" || m_service.contains("offline");
    }
    /// All fields of the form, in order.
    [[nodiscard]] std::vector<QJsonObject> fields() const;
    /// Fields of the same page that an answer to this one shows or hides.
    [[nodiscard]] std::vector<QJsonObject> fieldsThatFollow(const QString& field) const;
    /// Pages of the form that are shown whatever is answered.
    [[nodiscard]] std::vector<QJsonObject> certainPages() const;
    /// Documents that are asked for whatever is answered.
    [[nodiscard]] int certainDocuments() const;

  private:
    QJsonObject m_service;
};

/// A plausible answer to a field that is typed; nothing for one that is chosen.
[[nodiscard]] std::optional<QString> plausibleText(const QJsonObject& field, const QString& language);

} // namespace balady::e2e
