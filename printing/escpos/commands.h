// ESC/POS commands: bytes for the printer, as "ESC/POS Command Reference" (Seiko Epson) numbers them; pure,
// any thread.
#pragma once

#include "kiosk/base/bytes.h"

namespace balady::escpos {

/// What a receipt printer can do, as the settings of the terminal say it.
struct Profile {
    int widthDots =
        576; ///< printable width: 576 on 80 mm paper and 384 on 58 mm, at 203 dpi; 512 and 360 at 180
    bool hasCutter = true; ///< otherwise the paper is fed to the tear bar
    bool hasStatus = true; ///< answers DLE EOT and GS r (a one-way channel does not)
    int dotsPerInch = 203;
    bool pulseAtEnd = false; ///< something hangs on the drawer-kick connector: a bell, a drawer
};

/// A picture of dots. Rows are packed eight dots a byte, the leftmost in bit 7, 1 is black.
struct Raster {
    int widthDots = 0; ///< a multiple of 8
    int heightDots = 0;
    Bytes rows; ///< heightDots * widthDots / 8

    [[nodiscard]] std::size_t stride() const { return static_cast<std::size_t>(widthDots) / 8; }
};

/// ESC @: modes back to their defaults, print buffer empty.
[[nodiscard]] Bytes initialise();

/// GS v 0, normal size: rows [firstRow, firstRow + rowCount) of the raster, at most 255 rows.
[[nodiscard]] Bytes rasterBand(const Raster& raster, int firstRow, int rowCount);

/// GS V 66 0: feeds to the cutting position and cuts, leaving one point of paper so that nothing falls down.
[[nodiscard]] Bytes feedAndPartialCut();
/// GS V 65 0: feeds to the cutting position and cuts right through: what hangs there falls into the tray, and does not
/// go to whoever takes the next paper.
[[nodiscard]] Bytes feedAndFullCut();
/// ESC d: feeds whole lines, for a printer without a cutter.
[[nodiscard]] Bytes feedLines(std::uint8_t lines);

/// ESC p: a pulse of 100 ms on pin 2 of the drawer-kick connector.
[[nodiscard]] Bytes pulse();

/// Ends a paper as the profile can: for one that somebody is to take (which may ring), and for a strip that nobody should.
[[nodiscard]] Bytes release(const Profile& profile);
[[nodiscard]] Bytes cutOff(const Profile& profile);

/// The four questions of DLE EOT n. Answered at once, out of turn with the data before them.
enum class RealTimeQuery : std::uint8_t { Printer = 1, OfflineCause = 2, ErrorCause = 3, RollPaper = 4 };
[[nodiscard]] Bytes askStatus(RealTimeQuery query);

/// GS r 1: the roll paper sensors, answered in turn: only after everything before it has been carried out.
[[nodiscard]] Bytes askRollPaperInTurn();

/// GS a: automatic status back for on/offline, errors and roll paper, from here on until `reportNothing()`, ESC @ or a
/// restart. Answered in turn with one report, then with one at each change, as it happens.
[[nodiscard]] Bytes reportChanges();
[[nodiscard]] Bytes reportNothing();

/// DLE DC4 8: throws away all that waits in the printer, at once. After a receipt broke in the middle, so
/// that the rest of it does not come out for the next citizen when the paper is back.
[[nodiscard]] Bytes clearBuffers();

/// The printer obeys DLE EOT, DLE ENQ and DLE DC4 even inside a picture ("if print data includes the same
/// data string as this command, the printer performs the operation"). Where dots spell one, the one dot of
/// the DLE byte is left white. Touches lone dots only: no stroke, rule or QR module looks like 0x10.
void removeRealTimeCodes(Bytes& rows);

} // namespace balady::escpos
