// FacialImage: the holder's photo in EF.DG2, taken out of its biometric wrapping (Doc 9303-10, 4.7.2); pure.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/model/card.h"

namespace balady::smartcard {

/// The first facial image. Malformed if a length does not fit, UnsupportedCard if it is wrapped in another way than
/// ISO/IEC 19794-5:2005 does or is neither JPEG nor JPEG 2000. The image's own bytes are not looked into.
[[nodiscard]] Result<model::Portrait> parseDg2(ByteView dg2);

} // namespace balady::smartcard
