// Scenes: what the document camera of a simulated terminal may see, drawn by formula so that no picture is stored.
#pragma once

#include <QImage>

namespace balady::simulators {

/// What the camera's frames measure.
inline constexpr QSize kFrame{1920, 1440};

/// The desk under the camera, with nothing on it.
[[nodiscard]] QImage desk();

/// A printed page of Arabic text with a stamp, a little askew.
[[nodiscard]] QImage documentScene();

/// A telephone that shows a shop's front.
[[nodiscard]] QImage shopFrontScene();
/// A telephone that shows a hole in a street.
[[nodiscard]] QImage streetScene();

/// The document as it looks when something is wrong with the picture.
[[nodiscard]] QImage darkScene();
[[nodiscard]] QImage blurredScene();

} // namespace balady::simulators
