// Measures of a picture: how much there is to see in it and how sharp it is; private to this folder.
#pragma once

#include <opencv2/core.hpp>

namespace balady::camera {

/// Pictures are judged at this width, so that the thresholds mean the same for every camera.
inline constexpr int kJudgedWidth = 960;
/// Mean of the grey levels of a picture in which nothing can be made out.
inline constexpr double kDarkMean = 35;
/// Less is blurred. The unit is that of sharpness().
inline constexpr double kBlurredBelow = 60;

/// Standard deviation of the grey levels.
[[nodiscard]] double spread(const cv::Mat& grey);
/// Variance of the Laplacian in the sharpest tenth of the tiles: plain areas are no fault. Of a grey picture that is
/// kJudgedWidth wide, or of a part of one.
[[nodiscard]] double sharpness(const cv::Mat& grey);
/// `from`, or a smaller copy in `room` if a side is longer than `longest`.
[[nodiscard]] const cv::Mat& noLargerThan(int longest, const cv::Mat& from, cv::Mat& room);

} // namespace balady::camera
