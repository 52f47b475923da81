#include "tests/mrz/scenes.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace balady::tests {
namespace {

void paintOver(Paper& paper) {
    const auto wide = static_cast<float>(kPaperPitch), high = static_cast<float>(paper.digitHeight);
    for (const auto& line : paper.glyphs)
        cv::rectangle(paper.grey, line.front() - cv::Point2f(wide, high),
                      line.back() + cv::Point2f(wide, high), cv::mean(paper.grey), cv::FILLED);
    paper.lines.clear();
    paper.glyphs.clear();
}

} // namespace

Photograph inventScene(Scene scene, ZoneKind kind, const OcrB& font, Chance& chance) {
    const auto lines = inventZone(kind, chance);
    const bool hard = scene == Scene::Hard || scene == Scene::Empty;
    const double hardness = hard ? chance.uniform(0.5, 0.9) : chance.uniform(0.1, 0.5);
    auto paper = printDocument(lines, font, hardness, chance);
    if (scene == Scene::Soiled)
        addBlots(paper, chance.integer(1, 6), chance);
    if (scene == Scene::Empty)
        paintOver(paper);
    auto weather = inventWeather(hardness, chance);
    View view;
    if (scene == Scene::Scan) {
        view.pitch = std::exp(chance.uniform(std::log(6), std::log(26)));
        const double scale = view.pitch / kPaperPitch * chance.uniform(1, 1.08);
        view.size = {static_cast<int>(paper.grey.cols * scale), static_cast<int>(paper.grey.rows * scale)};
        view.degrees = chance.normal(0.5);
        if (view.pitch < 9) {
            weather.motion = 0;
            weather.resample = 1;
            weather.blur = std::min(weather.blur, 0.05);
            weather.jpegQuality = std::max(weather.jpegQuality, 75);
        }
        return photograph(paper, view, weather, chance);
    }
    view.size = chance.happens(0.5) ? cv::Size(1280, 720) : cv::Size(1920, 1080);
    view.quarterTurns = chance.integer(0, 3);
    const double room = view.quarterTurns % 2 == 0
                            ? std::min<double>(view.size.width / double(paper.grey.cols),
                                               view.size.height / double(paper.grey.rows))
                            : std::min<double>(view.size.width / double(paper.grey.rows),
                                               view.size.height / double(paper.grey.cols));
    view.pitch = kPaperPitch * room * chance.uniform(0.7, 0.95);
    view.degrees = chance.uniform(-6, 6);
    if (scene == Scene::Askew) {
        view.degrees = chance.uniform(-45, 45);
        const cv::Size2f lying(static_cast<float>(view.size.width), static_cast<float>(view.size.height));
        const auto needed = cv::RotatedRect({}, lying, static_cast<float>(view.degrees)).boundingRect2f();
        view.pitch *= std::min(lying.width / needed.width, lying.height / needed.height);
    }
    view.tiltDegrees = chance.uniform(0, hard ? 25 : 12);
    view.tiltTowards = chance.uniform(0, 360);
    view.offset = {chance.normal(8), chance.normal(8)};
    return photograph(paper, view, weather, chance);
}

} // namespace balady::tests
