// A lease, as an applicant would put it under the camera. Fictional in every word.
#pragma once

#include <QImage>

namespace balady::scenes {

[[nodiscard]] QImage drawLeaseSheet();

} // namespace balady::scenes
