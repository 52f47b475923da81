#include "tests/simulators/dock/surroundings/facts.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace balady::dock {

std::optional<Facts> readFacts(const QString& file) {
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return std::nullopt;
    const auto object = QJsonDocument::fromJson(in.readAll()).object();
    Facts facts;
    facts.control = object["control"].toString();
    facts.admin = QUrl(object["sandbox"].toObject()["admin"].toString());
    facts.scenes = object["scenes"].toString();
    facts.documents = object["documents"].toString();
    if (facts.control.isEmpty())
        return std::nullopt;
    return facts;
}

} // namespace balady::dock
