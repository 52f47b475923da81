// The front of a small shop, as an applicant would photograph it.
#pragma once

#include <QImage>

namespace balady::scenes {

[[nodiscard]] QImage drawShopFront();

} // namespace balady::scenes
