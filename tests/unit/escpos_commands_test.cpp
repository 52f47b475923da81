#include "printing/escpos/commands.h"

#include <doctest/doctest.h>

using namespace balady;
using namespace balady::escpos;

TEST_CASE("command_bytes_differ_from_the_reference") {
    CHECK(toHex(initialise()) == "1b40");
    CHECK(toHex(feedAndPartialCut()) == "1d564200");
    CHECK(toHex(feedLines(5)) == "1b6405");
    CHECK(toHex(askStatus(RealTimeQuery::Printer)) == "100401");
    CHECK(toHex(askStatus(RealTimeQuery::RollPaper)) == "100404");
    CHECK(toHex(askRollPaperInTurn()) == "1d7201");
    CHECK(toHex(clearBuffers()) == "10140801031401060208");
}

TEST_CASE("raster_header_counts_dots_instead_of_bytes") {
    const Raster raster{16, 3, {0x80, 0x01, 0xff, 0x00, 0x00, 0xaa}};
    CHECK(toHex(rasterBand(raster, 0, 3)) == "1d763000"
                                             "0200"
                                             "0300"
                                             "8001ff0000aa");
    CHECK(toHex(rasterBand(raster, 1, 1)) == "1d763000"
                                             "0200"
                                             "0100"
                                             "ff00");
    const Raster wide{576, 1, Bytes(72, 0)};
    CHECK(toHex(rasterBand(wide, 0, 1)).substr(0, 16) == "1d763000"
                                                         "4800"
                                                         "0100");
}

TEST_CASE("dots_of_a_picture_are_obeyed_as_a_command") {
    Bytes rows{0x10, 0x04, 0x01, 0x10, 0x05, 0x10, 0x14, 0x10, 0x10, 0x04, 0x10, 0x06, 0x10};
    removeRealTimeCodes(rows);
    CHECK(toHex(rows) == "00040100050014"
                         "100004"
                         "1006"
                         "10");
}
