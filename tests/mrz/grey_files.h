// Grey pictures from and to files: JPEG by libjpeg-turbo, PNG by libpng; for programs that are not the kiosk.
#pragma once

#include <opencv2/core.hpp>

#include <filesystem>

namespace balady::tests {

/// Reads a JPEG or PNG file, whatever its name. Empty if it is neither, or damaged beyond use.
[[nodiscard]] cv::Mat1b readGreyFile(const std::filesystem::path& path);

/// Writes a PNG; throws std::runtime_error if that cannot be.
void writeGreyPng(const cv::Mat1b& grey, const std::filesystem::path& path);

/// The picture as it is after a JPEG of that quality (1 … 100).
[[nodiscard]] cv::Mat1b throughJpeg(const cv::Mat1b& grey, int quality);

} // namespace balady::tests
