#include "tests/e2e/citizen/service_book.h"

#include "tests/e2e/citizen/patience.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace balady::e2e {

ServiceBook::ServiceBook(const std::filesystem::path& catalogue, const QString& service) {
    QFile file(QString::fromStdString((catalogue / "services").string()) + '/' + service + ".json");
    if (!file.open(QIODevice::ReadOnly))
        throw Unexpected("the catalogue has no service " + service.toStdString());
    m_service = QJsonDocument::fromJson(file.readAll()).object();
}

std::vector<QJsonObject> ServiceBook::fields() const {
    std::vector<QJsonObject> all;
    for (const QJsonValue page : m_service["form"].toArray())
        for (const QJsonValue field : page["fields"].toArray())
            all.push_back(field.toObject());
    return all;
}

std::vector<QJsonObject> ServiceBook::fieldsThatFollow(const QString& field) const {
    std::vector<QJsonObject> following;
    for (const QJsonValue page : m_service["form"].toArray()) {
        const auto fields = page["fields"].toArray();
        if (std::none_of(fields.begin(), fields.end(),
                         [&](const QJsonValue& one) { return one["id"] == field; }))
            continue;
        for (const QJsonValue other : fields)
            if (other["showIf"]["field"] == field)
                following.push_back(other.toObject());
    }
    return following;
}

std::vector<QJsonObject> ServiceBook::certainPages() const {
    std::vector<QJsonObject> pages;
    for (const QJsonValue page : m_service["form"].toArray()) {
        const auto fields = page["fields"].toArray();
        if (std::any_of(fields.begin(), fields.end(),
                        [](const QJsonValue& field) { return field["showIf"].isUndefined(); }))
            pages.push_back(page.toObject());
    }
    return pages;
}

int ServiceBook::certainDocuments() const {
    const auto documents = m_service["documents"].toArray();
    return static_cast<int>(std::count_if(documents.begin(), documents.end(), [](const QJsonValue& one) {
        return one["askIf"].isUndefined() && one["kind"] != "portrait";
    }));
}

std::optional<QString> plausibleText(const QJsonObject& field, const QString& language) {
    const auto type = field["type"].toString();
    const auto least = field["min"].toInteger();
    if (type == "number")
        return QString::number(std::max<qint64>(least, std::min<qint64>(42, field["max"].toInteger(42))));
    if (type == "digits")
        return QString("1234567890").repeated(4).left(std::max<qint64>(least, 6));
    if (type == "identity")
        return "1000000016";
    if (type == "establishment")
        return "7000000012";
    if (type == "mobile")
        return "0500000001";
    if (type == "address")
        return "DWFA2911";
    if (type == "reference")
        return "LC-4500000104";
    if (type == "text" || type == "note")
        return language == "ar" ? "شارع الملك فهد" : "King Fahd Road";
    return std::nullopt;
}

} // namespace balady::e2e
