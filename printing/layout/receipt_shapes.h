// Receipt shapes: the marks on a receipt that are not letters. Private to printing/layout.
#pragma once

#include "printing/layout/dot_canvas.h"
#include "printing/layout/qr_code.h"

namespace balady::layout {

void drawFrame(DotCanvas& canvas, int left, int top, int width, int height);
/// Two-dot squares on a line.
void drawDottedLine(DotCanvas& canvas, int left, int top, int length);
void drawBullet(DotCanvas& canvas, int middleX, int middleY, int radius);
/// A city inside an eight-pointed star: the paper's own sign, nobody's logo.
void drawStar(DotCanvas& canvas, int middleX, int middleY, int radius);
void drawCode(DotCanvas& canvas, const QrCode& code, int left, int top, int module);

} // namespace balady::layout
