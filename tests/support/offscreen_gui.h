// offscreenGui: a QGuiApplication without a screen, for tests and tools that draw texts.
#pragma once

#include <QGuiApplication>

namespace balady::tests {

/// The first call makes it, on the thread that is then Qt's main thread.
inline QGuiApplication& offscreenGui() {
    static int argc = 1;
    static char name[] = "balady";
    static char* argv[] = {name, nullptr};
    static const bool chosen = qputenv("QT_QPA_PLATFORM", "offscreen");
    // Never destroyed: at exit Qt's own statics are gone before ours.
    static auto* const application = new QGuiApplication(argc, argv);
    (void)chosen;
    return *application;
}

} // namespace balady::tests
