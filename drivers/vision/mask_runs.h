// MaskRuns: gaps that are bridged and specks that go away in a mask, by the lengths of its runs of pixels. What OpenCV's closings and
// openings with long thin elements do in ten times the time.
#pragma once

#include <opencv2/core.hpp>

namespace balady::vision {

// A mask's pixels are 0 or 255. Beyond its edges there is nothing.

/// Fills the gaps between two runs of a row that are shorter than so many pixels: a closing with a row of them.
void bridgeGaps(cv::Mat1b& mask, int pixels);

/// Takes away the runs of rows that are shorter than so many pixels: an opening with a row of them.
void keepLong(cv::Mat1b& mask, int pixels);

/// Takes away the runs of columns that are shorter than so many pixels, from 1 to 255: an opening with a column of them.
void keepHigh(cv::Mat1b& mask, int pixels);

} // namespace balady::vision
