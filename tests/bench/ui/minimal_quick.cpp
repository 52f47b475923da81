// The least that a Qt Quick program can be: one window of one colour. What the kiosk's start is measured against.

#include <QGuiApplication>
#include <QQuickView>

int main(int argc, char** argv) {
    QGuiApplication app(argc, argv);
    QQuickView view;
    view.setColor(QColor(0x07, 0x4d, 0x31));
    view.resize(1080, 1920);
    view.show();
    return app.exec();
}
