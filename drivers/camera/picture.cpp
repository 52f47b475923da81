#include "drivers/camera/picture.h"

#include "drivers/camera/frame_mat.h"
#include "drivers/camera/jpeg.h"
#include "drivers/camera/measures.h"
#include "drivers/camera/wiped_mat.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace balady::camera {
namespace {

using ports::PictureProblem;

constexpr int kLongestSide = 2400;
constexpr int kLongestShown = 1280; ///< as large as the panel has room for
constexpr int kSmallestSide = 1000; ///< a page is still legible
constexpr int kBestQuality = 88;
constexpr int kLeastQuality = 30;

/// White paper fills a picture without being overexposed; what is clipped has no shade left at all.
constexpr double kClippedShare = 0.6;
constexpr int kClipped = 253;
/// Grey levels of spread below which there is nothing to see.
constexpr double kEmptySpread = 6;

} // namespace

PictureProblem judge(const ports::Frame& picture) {
    const auto bgr = matOf(picture);
    WipedMat small, grey;
    cv::cvtColor(noLargerThan(kJudgedWidth, bgr, small.mat), grey.mat, cv::COLOR_BGR2GRAY);
    if (cv::mean(grey.mat)[0] < kDarkMean)
        return PictureProblem::TooDark;
    const auto pixels = static_cast<double>(grey.mat.total());
    if (cv::countNonZero(grey.mat >= kClipped) / pixels > kClippedShare)
        return PictureProblem::TooBright;
    if (spread(grey.mat) < kEmptySpread)
        return PictureProblem::Empty;
    if (sharpness(grey.mat) < kBlurredBelow)
        return PictureProblem::Blurred;
    return PictureProblem::None;
}

PictureProblem problemOf(model::PageFlaw flaw) {
    switch (flaw) {
    case model::PageFlaw::None:
    case model::PageFlaw::NoPage: return PictureProblem::None;
    case model::PageFlaw::CutOff: return PictureProblem::CutOff;
    case model::PageFlaw::TooDark: return PictureProblem::TooDark;
    case model::PageFlaw::Glare: return PictureProblem::Glare;
    case model::PageFlaw::Blurred: return PictureProblem::Blurred;
    case model::PageFlaw::NoFace: return PictureProblem::NoFace;
    case model::PageFlaw::SeveralFaces: return PictureProblem::SeveralFaces;
    case model::PageFlaw::TooFar: return PictureProblem::TooFar;
    case model::PageFlaw::TooNear: return PictureProblem::TooNear;
    case model::PageFlaw::OffCentre: return PictureProblem::OffCentre;
    case model::PageFlaw::Tilted: return PictureProblem::Tilted;
    case model::PageFlaw::EyesShut: return PictureProblem::EyesShut;
    case model::PageFlaw::UnevenLight: return PictureProblem::UnevenLight;
    }
    return PictureProblem::None;
}

Result<Bytes> compress(const ports::Frame& picture, std::size_t largest) {
    const auto bgr = matOf(picture);
    for (int side = kLongestSide; side >= kSmallestSide; side = side * 3 / 4) { // smaller only if it must be
        WipedMat small;
        const auto& sent = noLargerThan(side, bgr, small.mat);
        for (int quality = kBestQuality; quality >= kLeastQuality; quality -= 10) {
            auto jpeg = encodeJpeg(sent.data, sent.cols, sent.rows, quality);
            if (!jpeg || jpeg->size() <= largest)
                return jpeg;
        }
    }
    return Fault{FaultCode::HardwareError, "picture does not compress"};
}

Result<model::Shown> shownOf(ByteView jpeg) {
    const auto whole = decodeJpeg(jpeg);
    if (!whole)
        return whole.error();
    const auto bgr = matOf(*whole);
    WipedMat small;
    const auto& shown = noLargerThan(kLongestShown, bgr, small.mat);
    return model::Shown{shown.cols, shown.rows, {shown.datastart, shown.dataend}};
}

} // namespace balady::camera
