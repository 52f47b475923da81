// Album: the pictures of a visit in order, and how long each step took; GUI thread.
#pragma once

#include "tests/e2e/citizen/eyes.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QString>
#include <filesystem>

namespace balady::e2e {

class Album {
  public:
    struct Place {
        std::filesystem::path
            folder;             ///< pictures go to screens/ in it; an album that is there already is removed
        QString format = "png"; ///< of the pictures; "jpg", of half the size, takes a fortieth of the time
    };
    Album(Place place, const Eyes& eyes);

    /// A picture of the screen as soon as it has settled: NN-name.png, or .jpg.
    void picture(const QString& name);
    /// What was done, with the time since the step before.
    void note(const QString& step);
    /// Writes timeline.json.
    void finish(bool asExpected) const;

    [[nodiscard]] const std::filesystem::path& folder() const { return m_place.folder; }

  private:
    Place m_place;
    const Eyes& m_eyes;
    QElapsedTimer m_clock;
    qint64 m_noted = 0;
    QJsonArray m_steps;
    int m_pictures = 0;
};

} // namespace balady::e2e
