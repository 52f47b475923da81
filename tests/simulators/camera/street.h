// A street with a hole in its asphalt, as somebody would report it.
#pragma once

#include <QImage>

namespace balady::scenes {

[[nodiscard]] QImage drawStreet();

} // namespace balady::scenes
