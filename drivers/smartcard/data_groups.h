// DataGroups: the files of the logical data structure, taken apart (Doc 9303-10, 4); pure.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/crypto/active_authentication.h"
#include "kiosk/model/mrz.h"

#include <cstdint>

namespace balady::smartcard {

/// A file's identifier in the application, and the tag of the object that it holds (Doc 9303-10, table 38).
struct DataGroup {
    std::uint16_t fileId = 0;
    std::uint8_t tag = 0;
};
inline constexpr DataGroup kCom{0x011e, 0x60};
inline constexpr DataGroup kSod{0x011d, 0x77};
inline constexpr DataGroup kDg1{0x0101, 0x61};
inline constexpr DataGroup kDg2{0x0102, 0x75};
inline constexpr DataGroup kDg15{0x010f, 0x6f};

/// Whether EF.COM lists a data group. Malformed if it is no EF.COM.
[[nodiscard]] Result<bool> comLists(ByteView com, DataGroup group);

/// The key in EF.DG15 with which a chip can prove that it is no copy. Malformed if it cannot be used.
[[nodiscard]] Result<crypto::ActiveAuthentication> parseDg15(ByteView dg15);

/// The zone in EF.DG1, check digits and all.
[[nodiscard]] Result<model::Mrz> parseDg1(ByteView dg1);

} // namespace balady::smartcard
