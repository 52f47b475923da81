// askewOf: by how much the print in a picture lies askew, before any line of it is known.
#pragma once

#include <opencv2/core.hpp>

namespace balady::vision {

/// By how many degrees clockwise a picture has to be turned so that the most of its print lies across or upright, from -45
/// to 45, to within two or three. `dark`: how much darker than its surroundings each pixel is; more than `threshold` is
/// taken for print. Some number where there is no print.
[[nodiscard]] float askewOf(const cv::Mat1b& dark, double threshold);

} // namespace balady::vision
