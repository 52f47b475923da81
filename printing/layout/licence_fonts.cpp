#include "printing/layout/licence_fonts.h"

#include <QFile>
#include <QString>

namespace balady::layout {
namespace {

const auto kEmbedded = QStringLiteral(":/fonts/text-%1.ttf");
const auto kNoto = QStringLiteral("/usr/share/fonts/truetype/noto/Noto%1.ttf");

void append(pdf::Faces& faces, const QString& name) {
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const auto content = file.readAll();
    if (auto face = pdf::Typeface::fromFont({content.begin(), content.end()}))
        faces.push_back(std::move(*face));
}

pdf::Faces family(int weight, const char* notoWeight) {
    pdf::Faces faces;
    append(faces, kEmbedded.arg(weight));
    for (const char* script : {"SansArabic-", "Sans-"})
        append(faces, kNoto.arg(QLatin1String(script) + QLatin1String(notoWeight)));
    return faces;
}

} // namespace

Result<LicenceFonts> LicenceFonts::load() {
    LicenceFonts fonts{family(400, "Regular"), family(600, "Bold"), family(700, "Bold")};
    if (fonts.regular.empty() || fonts.strong.empty() || fonts.display.empty())
        return Fault{FaultCode::NotFound, "licence: no fonts"};
    return fonts;
}

} // namespace balady::layout
