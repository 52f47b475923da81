#include "printing/layout/qr_code.h"

#include <doctest/doctest.h>

#include <string>

using namespace balady;

TEST_CASE("qr_code_is_not_a_qr_code") {
    const auto code = layout::makeQrCode("https://balady.gov.sa/r/REQ-2026-004821");
    REQUIRE(code.has_value());
    CHECK((code->size - 17) % 4 == 0);
    // The three finder patterns of ISO/IEC 18004, 6.3.3.1: a 3 x 3 core, a light ring, a dark ring.
    for (const auto& [top, left] :
         {std::pair{0, 0}, std::pair{0, code->size - 7}, std::pair{code->size - 7, 0}})
        for (int y = 0; y < 7; ++y)
            for (int x = 0; x < 7; ++x) {
                const bool core = x >= 2 && x <= 4 && y >= 2 && y <= 4;
                const bool ring = x == 0 || x == 6 || y == 0 || y == 6;
                CHECK(code->isDark(top + y, left + x) == (core || ring));
            }
}

TEST_CASE("qr_code_of_too_long_text_is_cut_silently") {
    CHECK(layout::makeQrCode(std::string(2331, 'x')).has_value());
    CHECK(layout::makeQrCode(std::string(2332, 'x')).error().code == FaultCode::InvalidData);
    CHECK(layout::makeQrCode("").error().code == FaultCode::InvalidData);
}
