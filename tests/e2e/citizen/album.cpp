#include "tests/e2e/citizen/album.h"

#include "tests/e2e/citizen/patience.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace balady::e2e {

Album::Album(Place place, const Eyes& eyes) : m_place(std::move(place)), m_eyes(eyes) {
    std::filesystem::remove_all(m_place.folder / "screens");
    std::filesystem::create_directories(m_place.folder / "screens");
    m_clock.start();
}

void Album::picture(const QString& name) {
    if (!await([&] { return m_eyes.settled(); }))
        throw Unexpected("the screen does not settle");
    const auto file = QString("%1-%2.%3").arg(++m_pictures, 2, 10, QChar('0')).arg(name, m_place.format);
    constexpr int kQuality = 80; // of a JPEG; of a PNG, how little time it takes
    auto photograph = m_eyes.photograph();
    if (m_place.format == "jpg")
        photograph = photograph.scaled(photograph.size() / 2);
    if (!photograph.save(QString::fromStdString((m_place.folder / "screens").string()) + '/' + file, nullptr,
                         kQuality))
        throw Unexpected("cannot write " + file.toStdString());
    if (!await([&] { return m_eyes.collision().isEmpty(); }))
        throw Unexpected("on the page " + m_eyes.page().toStdString() + ": " +
                         m_eyes.collision().toStdString());
}

void Album::note(const QString& step) {
    const auto now = m_clock.elapsed();
    m_steps.append(QJsonObject{{"step", step}, {"page", m_eyes.page()}, {"at", now}, {"ms", now - m_noted}});
    m_noted = now;
}

void Album::finish(bool asExpected) const {
    const QJsonObject line{{"asExpected", asExpected}, {"totalMs", m_clock.elapsed()}, {"steps", m_steps}};
    QFile file(QString::fromStdString((m_place.folder / "timeline.json").string()));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(line).toJson()) < 0)
        throw Unexpected("cannot write timeline.json");
}

} // namespace balady::e2e
