// Fonts: the faces that this program may use, the same on every machine.
#pragma once

namespace balady::app {

/// Leaves Qt our own family and, for characters that it lacks, Debian's Noto Sans, whatever else is installed: asking
/// fontconfig about hundreds of fonts costs a tenth of the start. FONTCONFIG_FILE, where it is set, names other ones.
/// Before the QGuiApplication is made. Our own family comes with the first page (Theme.qml), for papers too.
void chooseFonts();

} // namespace balady::app
