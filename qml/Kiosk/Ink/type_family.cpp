#include "qml/Kiosk/Ink/type_family.h"

#include <QFont>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QResource>

#include "qml/fonts/fonts.h"

namespace balady::ink {
namespace {

QString registerFamily() {
    QString family;
    for (const char* path : fonts::kFiles) {
        const QResource file(QString::fromLatin1(path));
        if (file.compressionAlgorithm() != QResource::NoCompression)
            qFatal("a font of the type family is compressed"); // a mistake in the build
        const auto bytes = QByteArray::fromRawData(reinterpret_cast<const char*>(file.data()), file.size());
        family = QFontDatabase::applicationFontFamilies(QFontDatabase::addApplicationFontFromData(bytes))
                     .value(0, family);
    }
    // A text may be laid out before its bindings name the family, and would load another face only for that.
    QGuiApplication::setFont(QFont(family));
    return family;
}

} // namespace

QString TypeFamily::name() {
    static const QString family = registerFamily();
    return family;
}

} // namespace balady::ink
