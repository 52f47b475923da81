// The QML modules that are linked into the program; without these lines the linker would leave them out.
#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(Kiosk_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_InkPlugin)
Q_IMPORT_QML_PLUGIN(KioskPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_PagesPlugin)
Q_IMPORT_QML_PLUGIN(Kiosk_ShellPlugin)
