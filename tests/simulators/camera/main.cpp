// balady-camera-scenes: draws the pictures that the simulated document camera sees.
#include "tests/simulators/camera/brush.h"
#include "tests/simulators/camera/card_back.h"
#include "tests/simulators/camera/code_sheet.h"
#include "tests/simulators/camera/desk.h"
#include "tests/simulators/camera/lease_sheet.h"
#include "tests/simulators/camera/shop_front.h"
#include "tests/simulators/camera/sitter.h"
#include "tests/simulators/camera/street.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFont>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QTextStream>

#include "qml/fonts/fonts.h"

namespace {

using namespace balady::scenes;

/// The lower part of a page held close to the camera: the part where licences have their code.
constexpr Placing kHeldClose{6.2, -1.5, {0, -340}};

bool save(const QImage& picture, const QDir& folder, const QString& scene) {
    if (!picture.isNull() && picture.save(folder.filePath(scene + QStringLiteral(".jpg")), "JPG", 93))
        return true;
    QTextStream(stderr) << "balady-camera-scenes: cannot write " << scene << '\n';
    return false;
}

/// Somebody who sits for a portrait, well and in each way in which it cannot be taken.
bool saveSitters(const QDir& folder, Random& random) {
    const Sitter good;
    Sitter shut, tilted, lamp;
    shut.eyesOpen = false;
    tilted.degrees = 13;
    lamp.lampFromTheSide = 0.7;
    const Sitter far{84, {960, 540}}, near{250, {960, 512}}, aside{165, {560, 512}};
    const Sitter left{165, {800, 512}}, behind{130, {1330, 470}};
    const QImage portrait = drawSitters({good});
    return save(portrait, folder, QStringLiteral("portrait")) &&
           save(drawSitters({shut}), folder, QStringLiteral("portrait-eyes-shut")) &&
           save(drawSitters({tilted}), folder, QStringLiteral("portrait-tilted")) &&
           save(drawSitters({far}), folder, QStringLiteral("portrait-far")) &&
           save(drawSitters({near}), folder, QStringLiteral("portrait-near")) &&
           save(drawSitters({aside}), folder, QStringLiteral("portrait-aside")) &&
           save(drawSitters({behind, left}), folder, QStringLiteral("portrait-two")) &&
           save(drawSitters({lamp}), folder, QStringLiteral("portrait-lamp")) &&
           save(blurred(portrait, 14), folder, QStringLiteral("portrait-blurred")) &&
           save(dimmed(portrait, 0.2, random), folder, QStringLiteral("portrait-dark"));
}

bool saveAll(const QDir& folder) {
    Random random(20265);
    constexpr Placing kFlat{3.45, 1.6, {-20, 0}};
    const QImage lease = drawSheetOnDesk(drawLeaseSheet(), kFlat);
    return save(lease, folder, QStringLiteral("default")) &&
           save(drawHeldSheetOnDesk(drawLeaseSheet(), kFlat), folder, QStringLiteral("held")) &&
           save(drawPhoneOnDesk(drawShopFront()), folder, QStringLiteral("shop-front")) &&
           save(drawPhoneOnDesk(drawStreet()), folder, QStringLiteral("street")) &&
           save(dimmed(lease, 0.09, random), folder, QStringLiteral("dark")) &&
           save(blurred(lease, 14), folder, QStringLiteral("blurred")) &&
           save(drawEmptyDesk(), folder, QStringLiteral("empty")) &&
           save(drawCardBack(zoneOf(QStringLiteral(BALADY_CITIZENS_CARD))), folder, QStringLiteral("card")) &&
           saveSitters(folder, random);
}

/// The screen's own type family, Arabic and Latin.
void useTheTerminalsFont() {
    QStringList families;
    for (const char* file : balady::fonts::kFiles)
        families +=
            QFontDatabase::applicationFontFamilies(QFontDatabase::addApplicationFont(QLatin1String(file)));
    if (!families.isEmpty())
        QGuiApplication::setFont(QFont(families.first()));
}

} // namespace

int main(int count, char** words) {
    qputenv("QT_QPA_PLATFORM", "offscreen"); // draws, never shows
    const QGuiApplication application(count, words);
    useTheTerminalsFont();
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Draws the scenes default (a lease), held (the same under a hand), shop-front, "
        "street, dark, blurred, empty, card and portrait (with all that may be wrong with one) as "
        "SCENE.jpg into DIR; or, with "
        "--page, --code or --card, the one scene that a printed page, a QR code or "
        "a card makes."));
    parser.addPositionalArgument(QStringLiteral("DIR"), QStringLiteral("Where the scenes go."));
    const QCommandLineOption page(QStringLiteral("page"),
                                  QStringLiteral("Picture of an A4 page, e.g. made by pdftoppm."),
                                  QStringLiteral("FILE"));
    const QCommandLineOption code(QStringLiteral("code"), QStringLiteral("Text for a QR code."),
                                  QStringLiteral("TEXT"));
    const QCommandLineOption card(QStringLiteral("card"),
                                  QStringLiteral("File of a simulated chip's card; its back is drawn."),
                                  QStringLiteral("FILE"));
    const QCommandLineOption name(QStringLiteral("name"), QStringLiteral("Name of that one scene."),
                                  QStringLiteral("SCENE"), QStringLiteral("licence"));
    parser.addOptions({page, code, card, name});
    parser.addHelpOption();
    parser.process(application);
    if (parser.positionalArguments().size() != 1 || !QDir().mkpath(parser.positionalArguments().first()))
        parser.showHelp(2);
    const QDir folder(parser.positionalArguments().first());
    if (parser.isSet(page)) {
        const QImage sheet(parser.value(page));
        if (sheet.isNull())
            QTextStream(stderr) << "balady-camera-scenes: no picture: " << parser.value(page) << '\n';
        return !sheet.isNull() && save(drawSheetOnDesk(sheet, kHeldClose), folder, parser.value(name)) ? 0
                                                                                                       : 1;
    }
    if (parser.isSet(code)) {
        const auto sheet = drawCodeSheet(parser.value(code).toStdString());
        if (!sheet)
            QTextStream(stderr) << "balady-camera-scenes: text does not fit a code\n";
        return sheet && save(drawSheetOnDesk(*sheet, kHeldClose), folder, parser.value(name)) ? 0 : 1;
    }
    if (parser.isSet(card))
        return save(drawCardBack(zoneOf(parser.value(card))), folder, parser.value(name)) ? 0 : 1;
    return saveAll(folder) ? 0 : 1;
}
