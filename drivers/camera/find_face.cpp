#include "drivers/camera/find_face.h"

#include "drivers/camera/frame_mat.h"
#include "drivers/camera/haar_cascade.h"
#include "drivers/camera/measures.h"
#include "drivers/camera/wiped_mat.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace balady::camera {
namespace {

using model::PageFlaw;
using model::PageSight;

constexpr int kLeastSide = 64; ///< px: no camera's pictures are smaller, or more slender
constexpr int kMostSlender = 8;
constexpr int kSearchedSide = 320; ///< px of the longer side of the picture in which faces are looked for
constexpr int kSmallestFace = 24;  ///< px there: farther away is nobody
constexpr int kFaceVotes = 4;
constexpr double kEveryPixelFrom = 2;
/// Of the largest face's width: who is smaller stands behind, and only passes by.
constexpr double kBystander = 0.45;
/// Of a face's box: the band that has the eyes, and where they are on average.
constexpr double kEyesFrom = 0.18, kEyesTo = 0.62, kEyesAt = 0.4, kEyesApart = 0.38;
constexpr int kFaceWidth = 160; ///< px at which the eyes are looked for
constexpr int kSmallestEye = 27, kLargestEye = 50, kEyeVotes = 2;
/// The eyes' distance in px below which there is too little to recognise somebody by (ISO/IEC 19794-5, full frontal); where the
/// camera is small, a share of its picture's height.
constexpr float kFewestPixels = 90;
constexpr float kOfSmallCamera = 0.15F;
constexpr float kFarthest = 0.1F; ///< of the picture's height: the eyes' distance
constexpr float kAside = 0.2F;    ///< of the picture's height, from its middle
constexpr float kMostTilt = 8;    ///< degrees (ISO/IEC 19794-5, full frontal: roll)
// Grey levels, from forehead to chin.
constexpr double kDarkFace = 55;
constexpr double kPaleFace = 235;
constexpr double kDarkerHalf = 0.6; ///< of the brighter one's mean
/// Variance of the Laplacian about the eyes at kFaceWidth. Skin is smooth, hence less than what paper needs.
constexpr double kBlurredFace = 60;
constexpr float kSway = 0.03F; ///< of the picture: nobody sits as still as paper lies

struct Eyes {
    cv::Point2f left, right; ///< as the picture shows them
};

/// Corners of the portrait of somebody whose eyes are there.
model::Outline portraitAbout(const Eyes& eyes, const cv::Size& picture) {
    const auto across = (eyes.right - eyes.left) * 4; // the portrait's upper edge
    const cv::Point2f down(-across.y, across.x);
    const auto corner = (eyes.left + eyes.right) * 0.5F - across * 0.5F - down * 0.6F;
    const auto height = down * (1 / kPortraitShape);
    const auto spot = [&](const cv::Point2f& at) {
        return model::Spot{at.x / static_cast<float>(picture.width),
                           at.y / static_cast<float>(picture.height)};
    };
    return {spot(corner), spot(corner + across), spot(corner + across + height), spot(corner + height)};
}

cv::Rect partOf(const cv::Rect& face, double left, double right, double top, double bottom) {
    return {cv::Point(cvRound(face.x + left * face.width), cvRound(face.y + top * face.height)),
            cv::Point(cvRound(face.x + right * face.width), cvRound(face.y + bottom * face.height))};
}

Eyes usualEyes(const cv::Rect& face) {
    const auto y = static_cast<float>(face.y + kEyesAt * face.height);
    const auto middle = static_cast<float>(face.x + 0.5 * face.width);
    const auto half = static_cast<float>(kEyesApart / 2 * face.width);
    return {{middle - half, y}, {middle + half, y}};
}

/// Faces in the whole picture, the surest first.
std::vector<Hit> facesIn(const cv::Mat& grey) {
    WipedMat room;
    const auto& small = noLargerThan(kSearchedSide, grey, room.mat);
    const double scale = static_cast<double>(grey.cols) / small.cols;
    auto faces =
        HaarCascade::faces().find(small, {kSmallestFace, kSearchedSide, kFaceVotes, kEveryPixelFrom});
    for (auto& [box, votes] : faces)
        box = cv::Rect(cvRound(box.x * scale), cvRound(box.y * scale), cvRound(box.width * scale),
                       cvRound(box.height * scale)) &
              cv::Rect({0, 0}, grey.size());
    return faces;
}

bool isAlone(const std::vector<Hit>& faces) {
    const auto widest = std::ranges::max(faces, {}, [](const Hit& hit) { return hit.box.width; }).box.width;
    return std::ranges::count_if(faces,
                                 [&](const Hit& hit) { return hit.box.width > kBystander * widest; }) == 1;
}

/// How the face is lit, before its eyes are looked for: in the dark they are not found.
PageFlaw lightOn(const cv::Mat& grey, const cv::Rect& face) {
    const auto mean = [&](double from, double to) {
        return cv::mean(grey(partOf(face, from, to, 0.25, 0.85)))[0];
    };
    const auto [darker, brighter] = std::minmax({mean(0.22, 0.47), mean(0.53, 0.78)});
    if (brighter < kDarkFace)
        return PageFlaw::TooDark;
    if (darker > kPaleFace)
        return PageFlaw::Glare;
    return darker < kDarkerHalf * brighter ? PageFlaw::UnevenLight : PageFlaw::None;
}

/// The surest eye in each half of the band, if both are open. `band` is kFaceWidth wide.
std::optional<Eyes> openEyesIn(const cv::Mat& band) {
    std::optional<cv::Point2f> left, right;
    for (const auto& [box, votes] :
         HaarCascade::openEyes().find(band, {kSmallestEye, kLargestEye, kEyeVotes, 1})) {
        const cv::Point2f middle(static_cast<float>(box.x) + static_cast<float>(box.width) / 2,
                                 static_cast<float>(box.y) + static_cast<float>(box.height) / 2);
        auto& side = middle.x < kFaceWidth / 2.0F ? left : right;
        if (!side)
            side = middle;
    }
    return left && right ? std::optional(Eyes{*left, *right}) : std::nullopt;
}

/// Whether a portrait fits in where the person is.
PageFlaw placeOf(const Eyes& eyes, const model::Outline& portrait, const cv::Size& picture) {
    const auto height = static_cast<float>(picture.height);
    const auto span = eyes.right - eyes.left;
    const auto apart = static_cast<float>(cv::norm(span));
    if (apart < std::max(kFarthest * height, std::min(kFewestPixels, kOfSmallCamera * height)))
        return PageFlaw::TooFar;
    if (4 * apart / kPortraitShape > height)
        return PageFlaw::TooNear;
    const auto middle = (eyes.left + eyes.right) * 0.5F;
    const bool inside = std::ranges::all_of(portrait, [](const model::Spot& corner) {
        return corner.x >= 0 && corner.x <= 1 && corner.y >= 0 && corner.y <= 1;
    });
    const auto tilt = std::atan2(span.y, span.x) * 180 / static_cast<float>(CV_PI);
    if (std::abs(tilt) > kMostTilt)
        return PageFlaw::Tilted;
    const auto aside = std::abs(middle.x - static_cast<float>(picture.width) / 2);
    return inside && aside < kAside * height ? PageFlaw::None : PageFlaw::OffCentre;
}

bool isBlurred(const cv::Mat& band) {
    WipedMat edges;
    cv::Laplacian(band, edges.mat, CV_32F);
    const double deviation = spread(edges.mat);
    return deviation * deviation < kBlurredFace;
}

} // namespace

PageSight findFace(const ports::Frame& picture) {
    const auto [shorter, longer] = std::minmax(picture.width, picture.height);
    if (shorter < kLeastSide || longer > kMostSlender * shorter)
        return {std::nullopt, PageFlaw::NoFace, kSway};
    const auto bgr = matOf(picture);
    WipedMat grey;
    cv::cvtColor(bgr, grey.mat, cv::COLOR_BGR2GRAY);
    PageSight sight;
    sight.sway = kSway;
    const auto faces = facesIn(grey.mat);
    if (faces.empty()) {
        sight.flaw = cv::mean(grey.mat)[0] < kDarkFace ? PageFlaw::TooDark : PageFlaw::NoFace;
        return sight;
    }
    const auto& face = faces.front().box;
    auto eyes = usualEyes(face);
    const auto told = [&](PageFlaw flaw) {
        sight.outline = portraitAbout(eyes, grey.mat.size());
        sight.flaw = flaw;
        return sight;
    };
    if (!isAlone(faces))
        return told(PageFlaw::SeveralFaces);
    if (const auto flaw = lightOn(grey.mat, face); flaw != PageFlaw::None)
        return told(flaw);
    const auto bandInPicture = partOf(face, 0, 1, kEyesFrom, kEyesTo) & cv::Rect({0, 0}, grey.mat.size());
    const double scale = static_cast<double>(kFaceWidth) / face.width;
    WipedMat band;
    cv::resize(grey.mat(bandInPicture), band.mat, {}, scale, scale,
               scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
    const auto open = openEyesIn(band.mat);
    if (open) {
        const auto inPicture = [&](const cv::Point2f& at) {
            return at * static_cast<float>(1 / scale) + cv::Point2f(bandInPicture.tl());
        };
        eyes = {inPicture(open->left), inPicture(open->right)};
    }
    const auto place = placeOf(eyes, portraitAbout(eyes, grey.mat.size()), grey.mat.size());
    if (place == PageFlaw::TooFar || (open && place != PageFlaw::None))
        return told(place);
    if (!open)
        return told(PageFlaw::EyesShut);
    return told(isBlurred(band.mat) ? PageFlaw::Blurred : PageFlaw::None);
}

} // namespace balady::camera
