// The embedded type family, registered with Qt where its bytes lie. GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QString>

namespace balady::ink {

/// Qt Quick's own FontLoader would copy each file into the heap, twice once a glyph is wanted: 1.6 MiB of a terminal's
/// memory. Here the pages of a font stay the program file's, and only those with wanted glyphs are read.
class TypeFamily : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// What to ask for as `font.family`; all four weights are there. For the whole process, also for paper.
    Q_PROPERTY(QString name READ name CONSTANT FINAL)

  public:
    using QObject::QObject;
    /// Registers the family at the first call of the process.
    [[nodiscard]] static QString name();
};

} // namespace balady::ink
