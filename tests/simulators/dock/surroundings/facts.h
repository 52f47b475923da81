// Facts: what a running terminal's surroundings say about themselves in terminal.json (tests/simulators/terminal.py).
#pragma once

#include <QString>
#include <QUrl>
#include <optional>

namespace balady::dock {

/// A part that was not started leaves its member empty.
struct Facts {
    QString control;   ///< folder of the control files
    QUrl admin;        ///< the sandbox's administration, on loopback
    QString scenes;    ///< folder of the pictures that may lie under the camera
    QString documents; ///< folder of the licences that were printed, as PDF
};

/// Nothing when the file cannot be read, or names no control folder.
[[nodiscard]] std::optional<Facts> readFacts(const QString& file);

} // namespace balady::dock
