// Script: a visit written as data: the steps of a journey file, done one after the other (tests/e2e/README.md); GUI thread.
#pragma once

#include "tests/e2e/citizen/walk.h"

#include <QJsonObject>
#include <filesystem>

namespace balady::e2e {

/// A journey file. Without one, the visit is the generic walk.
struct Journey {
    QString service;
    QJsonObject settings; ///< laid over the terminal's settings
    QJsonObject answers;
    QString identity;
    QString card;
    QJsonArray steps;
    bool settingsRefused = false; ///< these served before: the terminal was given others, of no use
};

/// Throws Unexpected where the file cannot be read or holds a key that the language does not have.
[[nodiscard]] Journey readJourney(const std::filesystem::path& file);

/// Does the steps. Throws Unexpected, naming the step, at the first one that does not go as it says.
void perform(const QJsonArray& steps, Walk& walk, const std::filesystem::path& catalogue);

} // namespace balady::e2e
