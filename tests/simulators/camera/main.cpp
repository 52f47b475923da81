// balady-camera-scenes: draws what a simulated document camera may see, one picture a scene.
#include "tests/simulators/camera/scenes.h"

#include <QDir>
#include <QFontDatabase>
#include <QGuiApplication>
#include <cstdio>
#include <utility>

#include "qml/fonts/fonts.h"

int main(int argc, char** argv) {
    using namespace balady;
    if (argc != 2) {
        std::fputs("usage: balady-camera-scenes DIR\n", stderr);
        return 2;
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    for (const char* file : fonts::kFiles)
        QFontDatabase::addApplicationFont(file);

    const std::pair<const char*, QImage (*)()> scenes[] = {
        {"default", simulators::documentScene}, {"shop-front", simulators::shopFrontScene},
        {"street", simulators::streetScene},    {"dark", simulators::darkScene},
        {"blurred", simulators::blurredScene},  {"empty", simulators::desk},
    };
    const QDir folder(argv[1]);
    for (const auto& [name, draw] : scenes) {
        const auto file = folder.filePath(QString::fromLatin1(name) + ".jpg");
        if (!draw().save(file, nullptr, 90)) {
            std::fprintf(stderr, "balady-camera-scenes: cannot write %s\n", qPrintable(file));
            return 1;
        }
    }
    return 0;
}
