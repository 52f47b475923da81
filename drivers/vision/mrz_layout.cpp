#include "drivers/vision/mrz_layout.h"

#include <algorithm>
#include <array>

namespace balady::vision {
namespace {

// Doc 9303-3 section 5, parts A (ISO 3166-1 alpha-3), B, C and D; D<< is Germany, RKS and XK are in use for Kosovo,
// UTO is the specimens' Utopia.
constexpr std::array<std::string_view, 284> kCountries{
    "ABW", "AFG", "AGO", "AIA", "ALA", "ALB", "AND", "ANT", "ARE", "ARG", "ARM", "ASM", "ATA", "ATF", "ATG",
    "AUS", "AUT", "AZE", "BDI", "BEL", "BEN", "BES", "BFA", "BGD", "BGR", "BHR", "BHS", "BIH", "BLM", "BLR",
    "BLZ", "BMU", "BOL", "BRA", "BRB", "BRN", "BTN", "BVT", "BWA", "CAF", "CAN", "CCK", "CHE", "CHL", "CHN",
    "CIV", "CMR", "COD", "COG", "COK", "COL", "COM", "CPV", "CRI", "CUB", "CUW", "CXR", "CYM", "CYP", "CZE",
    "D<<", "DJI", "DMA", "DNK", "DOM", "DZA", "ECU", "EGY", "ERI", "ESH", "ESP", "EST", "ETH", "EUE", "FIN",
    "FJI", "FLK", "FRA", "FRO", "FSM", "GAB", "GBD", "GBN", "GBO", "GBP", "GBR", "GBS", "GEO", "GGY", "GHA",
    "GIB", "GIN", "GLP", "GMB", "GNB", "GNQ", "GRC", "GRD", "GRL", "GTM", "GUF", "GUM", "GUY", "HKG", "HMD",
    "HND", "HRV", "HTI", "HUN", "IAO", "IDN", "IMN", "IND", "IOT", "IRL", "IRN", "IRQ", "ISL", "ISR", "ITA",
    "JAM", "JEY", "JOR", "JPN", "KAZ", "KEN", "KGZ", "KHM", "KIR", "KNA", "KOR", "KWT", "LAO", "LBN", "LBR",
    "LBY", "LCA", "LIE", "LKA", "LSO", "LTU", "LUX", "LVA", "MAC", "MAF", "MAR", "MCO", "MDA", "MDG", "MDV",
    "MEX", "MHL", "MKD", "MLI", "MLT", "MMR", "MNE", "MNG", "MNP", "MOZ", "MRT", "MSR", "MTQ", "MUS", "MWI",
    "MYS", "MYT", "NAM", "NCL", "NER", "NFK", "NGA", "NIC", "NIU", "NLD", "NOR", "NPL", "NRU", "NTZ", "NZL",
    "OMN", "PAK", "PAN", "PCN", "PER", "PHL", "PLW", "PNG", "POL", "PRI", "PRK", "PRT", "PRY", "PSE", "PYF",
    "QAT", "REU", "RKS", "ROM", "ROU", "RUS", "RWA", "SAU", "SCG", "SDN", "SEN", "SGP", "SGS", "SHN", "SJM",
    "SLB", "SLE", "SLV", "SMR", "SOM", "SPM", "SRB", "SSD", "STP", "SUR", "SVK", "SVN", "SWE", "SWZ", "SXM",
    "SYC", "SYR", "TCA", "TCD", "TGO", "THA", "TJK", "TKL", "TKM", "TLS", "TON", "TTO", "TUN", "TUR", "TUV",
    "TWN", "TZA", "UGA", "UKR", "UMI", "UNA", "UNK", "UNO", "URY", "USA", "UTO", "UZB", "VAT", "VCT", "VEN",
    "VGB", "VIR", "VNM", "VUT", "WLF", "WSM", "XAA", "XBA", "XCC", "XCE", "XCO", "XCT", "XDC", "XEC", "XES",
    "XIM", "XMP", "XOM", "XPO", "XXA", "XXB", "XXC", "XXX", "YEM", "YUG", "ZAF", "ZAR", "ZMB", "ZWE"};

/// The check digits of a second line that begins at `line` and has a document number, a date of birth and of expiry.
std::vector<Check> checksOfSecondLine(int line) {
    return {{"document number", line + 9, {{line, 9}}, false},
            {"birth date", line + 19, {{line + 13, 6}}, false},
            {"expiry date", line + 27, {{line + 21, 6}}, false}};
}

std::vector<Check> with(std::vector<Check> checks, std::initializer_list<Check> more) {
    checks.insert(checks.end(), more);
    return checks;
}

const std::array<MrzLayout, 6>& layouts() {
    static const std::array<MrzLayout, 6> kLayouts{{
        {ZoneLayout::Td1,
         3,
         30,
         "iACCCXXXXXXXXXFXXXXXXXXXXXXXXX"
         "NNNNNNDSNNNNNNDCCCXXXXXXXXXXXD"
         "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
         {{"document number", 14, {{5, 9}}, false},
          {"birth date", 36, {{30, 6}}, false},
          {"expiry date", 44, {{38, 6}}, false},
          {"composite", 59, {{5, 25}, {30, 7}, {38, 7}, {48, 11}}, false}},
         {{2, 3}, {45, 3}}},
        {ZoneLayout::Td2,
         2,
         36,
         "iACCCAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
         "XXXXXXXXXFCCCNNNNNNDSNNNNNNDXXXXXXXD",
         with(checksOfSecondLine(36), {{"composite", 71, {{36, 10}, {49, 7}, {57, 14}}, false}}),
         {{2, 3}, {46, 3}}},
        {ZoneLayout::Td3,
         2,
         44,
         "pACCCAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
         "XXXXXXXXXDCCCNNNNNNDSNNNNNNDXXXXXXXXXXXXXXFD",
         with(checksOfSecondLine(44), {{"personal number", 86, {{72, 14}}, true},
                                       {"composite", 87, {{44, 10}, {57, 7}, {65, 22}}, false}}),
         {{2, 3}, {54, 3}}},
        {ZoneLayout::MrvA,
         2,
         44,
         "vACCCAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
         "XXXXXXXXXDCCCNNNNNNDSNNNNNNDXXXXXXXXXXXXXXXX",
         checksOfSecondLine(44),
         {{2, 3}, {54, 3}}},
        {ZoneLayout::MrvB,
         2,
         36,
         "vACCCAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
         "XXXXXXXXXDCCCNNNNNNDSNNNNNNDXXXXXXXX",
         checksOfSecondLine(36),
         {{2, 3}, {46, 3}}},
        {ZoneLayout::French,
         2,
         36,
         "fffffAAAAAAAAAAAAAAAAAAAAAAAAAXXXXXX"
         "XXXXXXXXXXXXDAAAAAAAAAAAAAANNNNNNDSD",
         {{"document number", 48, {{36, 12}}, false},
          {"birth date", 69, {{63, 6}}, false},
          {"composite", 71, {{0, 71}}, false}},
         {}},
    }};
    return kLayouts;
}

} // namespace

std::vector<const MrzLayout*> layoutsOf(int lines, int width) {
    std::vector<const MrzLayout*> out;
    for (const auto& layout : layouts())
        if (layout.lines == lines && layout.width == width)
            out.push_back(&layout);
    return out;
}

bool isCountryCode(std::string_view code) {
    return std::ranges::binary_search(kCountries, code);
}

std::span<const std::string_view> countryCodes() {
    return kCountries;
}

} // namespace balady::vision
