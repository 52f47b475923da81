#include "kiosk/app/fonts.h"

#include <fontconfig/fontconfig.h>

#include <QtGlobal>

namespace balady::app {
namespace {

/// fonts-conf(5).
constexpr const char* kConfiguration = R"(<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts/truetype/noto</dir>
  <cachedir>/var/cache/fontconfig</cachedir>
  <selectfont>
    <rejectfont><glob>*</glob></rejectfont>
    <acceptfont>
      <glob>*/NotoSans-Regular.*</glob>
      <glob>*/NotoSans-Bold.*</glob>
      <glob>*/NotoSansArabic-Regular.*</glob>
      <glob>*/NotoSansArabic-Bold.*</glob>
      <glob>*/NotoSansSymbols-Regular.*</glob>
      <glob>*/NotoSansSymbols2-Regular.*</glob>
    </acceptfont>
  </selectfont>
  <match target="pattern">
    <edit name="antialias" mode="append"><bool>true</bool></edit>
    <edit name="hintstyle" mode="append"><const>hintnone</const></edit>
  </match>
</fontconfig>)";

} // namespace

void chooseFonts() {
    if (qEnvironmentVariableIsSet("FONTCONFIG_FILE"))
        return;
    FcConfig* config = FcConfigCreate();
    if (FcConfigParseAndLoadFromMemory(config, reinterpret_cast<const FcChar8*>(kConfiguration), FcTrue) &&
        FcConfigBuildFonts(config))
        FcConfigSetCurrent(config);
    FcConfigDestroy(config); // the current one is held by the library
}

} // namespace balady::app
