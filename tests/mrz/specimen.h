// Specimens: papers with a machine readable zone, and photographs of them with all that goes wrong under a camera.
#pragma once

#include "drivers/vision/text_line.h"
#include "tests/mrz/chance.h"
#include "tests/mrz/ocr_b.h"

#include <string>
#include <vector>

namespace balady::tests {

/// A paper seen straight from above, `kPaperPitch` pixels from character to character.
struct Paper {
    cv::Mat1f grey; ///< 0 … 255
    std::vector<std::string> lines;
    std::vector<std::vector<cv::Point2f>> glyphs; ///< the middle of each character
    double digitHeight = 0;                       ///< pixels
};
constexpr double kPaperPitch = 25.4; ///< 10 pixels per millimetre; 10 characters per inch (Doc 9303-3)

/// How hard a paper or a photograph is made: 0 is a clean scan, 1 is what a public terminal sees on a bad day.
using Hardness = double;

/// The zone alone, on a background of its own.
[[nodiscard]] Paper printZone(const std::vector<std::string>& lines, const OcrB& font, Hardness hardness,
                              Chance& chance);
/// A whole card, page or sticker with other print, a portrait and, at its foot, the zone.
[[nodiscard]] Paper printDocument(const std::vector<std::string>& lines, const OcrB& font, Hardness hardness,
                                  Chance& chance);

/// Spots and strokes on the zone, each as large as a part of a character, as dirt, pens and scratches leave them.
void addBlots(Paper& paper, int count, Chance& chance);

/// Where the camera is.
struct View {
    cv::Size size{};        ///< of the photograph
    double pitch = 14;      ///< pixels from character to character in the middle of the picture
    int quarterTurns = 0;   ///< clockwise
    double degrees = 0;     ///< further rotation in the picture's plane
    double tiltDegrees = 0; ///< away from straight above
    double tiltTowards = 0; ///< degrees: the direction in which the paper sinks away
    cv::Point2d offset{};   ///< of the paper's middle from the picture's, pixels
};

struct Photograph {
    cv::Mat1b grey;
    std::vector<std::string> lines;
    std::vector<std::vector<cv::Point2f>> glyphs; ///< the middle of each character
    std::vector<vision::TextLine> places;
};

/// What happens to the light between the paper and the file.
struct Weather {
    double blur = 0;           ///< deviation of the lens' blur, in parts of the pitch
    double motion = 0;         ///< length of the movement, in parts of the pitch
    double motionTowards = 0;  ///< degrees
    double sharpening = 0;     ///< as scanners do it; 1 doubles the edges
    double gain = 1, lift = 0; ///< grey = gain * grey + lift
    double shade = 0;          ///< how much darker one side is, 0 … 1
    double shadow = 0;         ///< how much darker it is behind the edge of a shadow, 0 … 1
    double glare = 0;          ///< how many of them
    double glareStrength = 0;  ///< grey levels
    double noise = 0;          ///< grey levels
    int jpegQuality = 100;     ///< 100: not compressed
    double resample = 1;       ///< shrunk to this part before it is blown up again
};
[[nodiscard]] Weather inventWeather(Hardness hardness, Chance& chance);

[[nodiscard]] Photograph photograph(const Paper& paper, const View& view, const Weather& weather,
                                    Chance& chance);

/// An area of grey, soft blots and lines, as backgrounds and tables are.
[[nodiscard]] cv::Mat1f inventBackground(cv::Size size, Hardness hardness, Chance& chance);

} // namespace balady::tests
