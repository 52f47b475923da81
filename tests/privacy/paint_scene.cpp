// balady-canary-scene: a picture for the camera, of paper with writing on it, whose large fields have a colour of their own.
#include <QColor>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <iostream>

int main(int argc, char** argv) {
    if (argc != 4) {
        std::cerr << "usage: balady-canary-scene PICTURE RRGGBB OUT\n";
        return 2;
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    QImage scene(QString::fromLocal8Bit(argv[1]));
    if (scene.isNull()) {
        std::cerr << "balady-canary-scene: cannot read the picture\n";
        return 1;
    }
    scene = scene.convertToFormat(QImage::Format_RGB32);
    QPainter painter(&scene);
    // Large enough that a row of it is a run of pixels where the picture is drawn small, too.
    const auto field = QSize(scene.width() / 4, scene.height() / 6);
    for (const auto& corner :
         {QPoint(scene.width() / 3, scene.height() / 4), QPoint(scene.width() / 2, scene.height() / 2)})
        painter.fillRect(QRect(corner, field), QColor(QLatin1Char('#') + QString::fromLatin1(argv[2])));
    painter.end();
    return scene.save(QString::fromLocal8Bit(argv[3]), "JPEG", 92) ? 0 : 1;
}
