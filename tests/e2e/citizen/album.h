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
    /// Pictures go to `folder`/screens. A folder that already holds an album is emptied of it.
    Album(std::filesystem::path folder, const Eyes& eyes);

    /// A picture of the screen as soon as it has settled: NN-name.png.
    void picture(const QString& name);
    /// What was done, with the time since the step before.
    void note(const QString& step);
    /// Writes timeline.json.
    void finish(bool asExpected) const;

    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

  private:
    std::filesystem::path m_folder;
    const Eyes& m_eyes;
    QElapsedTimer m_clock;
    qint64 m_noted = 0;
    QJsonArray m_steps;
    int m_pictures = 0;
};

} // namespace balady::e2e
