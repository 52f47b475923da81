#include "tests/mrz/specimen.h"

#include "tests/mrz/grey_files.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace balady::tests {
namespace {

constexpr double kPi = std::numbers::pi;

cv::Mat1f smoothNoise(cv::Size size, double cell, Chance& chance) {
    cv::Mat1f coarse(std::max(2, static_cast<int>(size.height / cell) + 2),
                     std::max(2, static_cast<int>(size.width / cell) + 2));
    for (auto& value : coarse)
        value = static_cast<float>(chance.uniform(-1, 1));
    cv::Mat1f out;
    cv::resize(coarse, out, size, 0, 0, cv::INTER_CUBIC);
    return out;
}

/// Fine curved lines side by side, as on banknotes.
void addGuilloche(cv::Mat1f& grey, double strength, Chance& chance) {
    const double spacing = chance.uniform(5, 26), angle = chance.uniform(0, kPi),
                 bend = chance.uniform(0, 30), length = chance.uniform(60, 400),
                 sharp = chance.uniform(0.3, 4), phase = chance.uniform(0, 6);
    const double c = std::cos(angle), s = std::sin(angle);
    constexpr int kSteps = 1024;
    float profile[kSteps];
    for (int i = 0; i < kSteps; ++i)
        profile[i] = static_cast<float>(strength *
                                        (std::pow(0.5 + 0.5 * std::cos(2 * kPi * i / kSteps), sharp) - 0.4));
    std::vector<double> wave(static_cast<std::size_t>(grey.cols + grey.rows) * 2);
    for (std::size_t i = 0; i < wave.size(); ++i)
        wave[i] = bend * std::sin(phase + 2 * kPi * static_cast<double>(i) / length);
    for (int y = 0; y < grey.rows; ++y)
        for (int x = 0; x < grey.cols; ++x) {
            const double along = c * x + s * y + grey.rows, across = -s * x + c * y + grey.cols;
            const double at = (across + wave[static_cast<std::size_t>(
                                            std::clamp(along, 0.0, static_cast<double>(wave.size() - 1)))]) /
                              spacing;
            grey(y, x) -= profile[static_cast<int>((at - std::floor(at)) * kSteps) % kSteps];
        }
}

void addStrokes(cv::Mat1f& grey, int count, double strength, double width, Chance& chance) {
    for (int i = 0; i < count; ++i) {
        cv::Mat1f mask(grey.size(), 0.F);
        const cv::Point centre(chance.integer(0, grey.cols), chance.integer(-grey.rows, 2 * grey.rows));
        const cv::Size axes(chance.integer(20, grey.cols), chance.integer(20, 3 * grey.rows));
        cv::ellipse(mask, centre, axes, chance.uniform(0, 180), 0, 360, 1.0,
                    std::max(1, static_cast<int>(width * chance.uniform(0.3, 1))), cv::LINE_AA);
        grey -= mask * chance.uniform(-0.6, 1) * strength;
    }
}

void printLines(Paper& paper, const OcrB& font, cv::Point2d firstGlyph, double lineSpacing, Hardness hardness,
                Chance& chance) {
    OcrBStyle style;
    style.digitHeight = chance.happens(0.2) ? chance.uniform(0.9, 1.4) : chance.uniform(0.98, 1.16);
    style.letterHeight = chance.happens(0.5) ? 1.0 : chance.uniform(0.86, 1.03);
    style.width = chance.uniform(0.84, 1.1);
    style.weight = chance.uniform(-0.05, 0.075);
    style.slant = chance.happens(0.15) ? chance.normal(0.07) : 0;
    style.sharp = chance.happens(0.2);
    if (chance.happens(0.5)) {
        style.fillerSize = chance.uniform(0.75, 1.05);
        style.fillerDrop = chance.uniform(-0.06, 0.06);
    }
    if (chance.happens(0.6)) {
        style.bend = chance.uniform(0, 0.035);
        style.bendPhase = chance.uniform(0, 1);
    }
    paper.digitHeight = style.digitHeight * kPaperPitch;
    cv::Mat1f ink(paper.grey.size(), 0.F);
    const double unsteady = hardness * chance.uniform(0, 0.035) * kPaperPitch;
    const double pitch = kPaperPitch * chance.uniform(0.98, 1.02);
    for (std::size_t row = 0; row < paper.lines.size(); ++row) {
        const double indent = chance.normal(0.06) * kPaperPitch;
        auto& places = paper.glyphs.emplace_back();
        for (std::size_t i = 0; i < paper.lines[row].size(); ++i) {
            const cv::Point2d at{
                firstGlyph.x + indent + static_cast<double>(i) * pitch + chance.normal(unsteady),
                firstGlyph.y + static_cast<double>(row) * lineSpacing + chance.normal(unsteady)};
            font.draw(ink, paper.lines[row][i], at, pitch, style);
            places.emplace_back(at);
        }
    }
    if (chance.happens(0.7))
        cv::GaussianBlur(ink, ink, {}, chance.uniform(0.5, 1.0 + 1.5 * hardness));
    if (chance.happens(0.3 + 0.3 * hardness)) { // ribbon and toner leave gaps
        cv::Mat1f gaps = smoothNoise(ink.size(), chance.uniform(2, 9), chance);
        const double depth = chance.uniform(0.1, 0.5 * hardness + 0.15);
        ink = ink.mul(1 - depth * (gaps + 1) / 2);
    }
    // Ink covers what is below it; thin ink lets some through.
    const double darkness = chance.uniform(10, 60 + 60 * hardness), cover = chance.uniform(0.8, 1);
    ink *= cover;
    paper.grey = paper.grey.mul(1 - ink) + ink * std::min(darkness, cv::mean(paper.grey)[0] - 35);
}

/// What lies over the zone too: laminate, stamps, the word "specimen", dirt.
void addOverlay(Paper& paper, Hardness hardness, Chance& chance) {
    if (chance.happens(0.35 * hardness))
        addStrokes(paper.grey, chance.integer(1, 3), chance.uniform(5, 55), 14, chance);
    if (chance.happens(0.4 * hardness)) {
        for (int i = chance.integer(1, 25); i > 0; --i)
            cv::circle(paper.grey, {chance.integer(0, paper.grey.cols), chance.integer(0, paper.grey.rows)},
                       chance.integer(1, 3), chance.uniform(20, 240), cv::FILLED, cv::LINE_AA);
    }
}

double zoneSpacing(std::size_t lines, Chance& chance) {
    return kPaperPitch * (lines == 3 ? chance.uniform(1.5, 2.1) : chance.uniform(1.6, 2.6));
}

} // namespace

cv::Mat1f inventBackground(cv::Size size, Hardness hardness, Chance& chance) {
    cv::Mat1f grey(size, static_cast<float>(chance.uniform(245 - 95 * hardness, 253)));
    grey += smoothNoise(size, chance.uniform(60, 300), chance) * chance.uniform(0, 8 + 25 * hardness);
    if (chance.happens(0.3 + 0.6 * hardness))
        for (int i = chance.integer(1, 3); i > 0; --i)
            addGuilloche(grey, chance.uniform(0, 10 + 45 * hardness * hardness), chance);
    if (chance.happens(0.5 * hardness))
        addStrokes(grey, chance.integer(1, 6), chance.uniform(4, 45), 30, chance);
    if (chance.happens(0.5))
        grey += smoothNoise(size, chance.uniform(2, 6), chance) * chance.uniform(0, 4 + 10 * hardness);
    return grey;
}

Paper printZone(const std::vector<std::string>& lines, const OcrB& font, Hardness hardness, Chance& chance) {
    Paper paper;
    paper.lines = lines;
    const double spacing = zoneSpacing(lines.size(), chance);
    const double margin = kPaperPitch * 4;
    paper.grey = inventBackground(
        {static_cast<int>(kPaperPitch * static_cast<double>(lines[0].size()) + 2 * margin),
         static_cast<int>(spacing * static_cast<double>(lines.size() - 1) + 4 * kPaperPitch)},
        hardness, chance);
    printLines(paper, font, {margin + kPaperPitch / 2, 2 * kPaperPitch}, spacing, hardness, chance);
    addOverlay(paper, hardness, chance);
    if (chance.happens(0.3)) { // the paper's edge is near
        const int edge = chance.integer(static_cast<int>(margin * 0.1), static_cast<int>(margin * 0.7));
        const double shade = chance.uniform(20, 255);
        paper.grey.colRange(0, edge).setTo(shade);
        paper.grey.colRange(paper.grey.cols - edge, paper.grey.cols).setTo(shade);
    }
    return paper;
}

Paper printDocument(const std::vector<std::string>& lines, const OcrB& font, Hardness hardness,
                    Chance& chance) {
    Paper paper;
    paper.lines = lines;
    const auto characters = lines[0].size();
    const cv::Size size = characters == 30   ? cv::Size(856, 540)
                          : characters == 36 ? cv::Size(1050, 740)
                                             : cv::Size(1250, 880);
    paper.grey = inventBackground(size, hardness, chance);
    const double spacing = zoneSpacing(lines.size(), chance);
    const double wide = kPaperPitch * static_cast<double>(characters);
    const double last = size.height - kPaperPitch * chance.uniform(1.4, 2.6);
    const double first = last - spacing * static_cast<double>(lines.size() - 1);
    if (chance.happens(0.4)) // many zones stand on a plain ground
        paper.grey.rowRange(static_cast<int>(first - kPaperPitch * 1.5), size.height)
            .setTo(chance.uniform(225, 252));
    // The portrait and the other print, in the three fonts that OpenCV has.
    cv::Mat1f portrait = paper.grey({size.width / 20, size.height / 6, size.width / 4, size.height / 2});
    portrait =
        120 + 90 * smoothNoise(portrait.size(), 40, chance) + 20 * smoothNoise(portrait.size(), 5, chance);
    portrait.copyTo(paper.grey({size.width / 20, size.height / 6, size.width / 4, size.height / 2}));
    for (int row = 0; size.height / 12 + 42 * row < first - 2 * kPaperPitch; ++row) {
        std::string text;
        for (int i = chance.integer(4, 30); i > 0; --i)
            text += chance.happens(0.15)
                        ? ' '
                        : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789./"[chance.integer(
                              0, 63)];
        const int fonts[] = {cv::FONT_HERSHEY_SIMPLEX, cv::FONT_HERSHEY_DUPLEX,
                             cv::FONT_HERSHEY_COMPLEX_SMALL};
        cv::putText(paper.grey, text, {size.width / 3, size.height / 12 + 42 * row}, chance.pick(fonts),
                    chance.uniform(0.4, 1), chance.uniform(20, 120), chance.integer(1, 2), cv::LINE_AA);
    }
    printLines(paper, font, {(size.width - wide + kPaperPitch) / 2 + chance.normal(6), first}, spacing,
               hardness, chance);
    addOverlay(paper, hardness, chance);
    return paper;
}

void addBlots(Paper& paper, int count, Chance& chance) {
    for (; count > 0; --count) {
        const auto& row = paper.glyphs[static_cast<std::size_t>(
            chance.integer(0, static_cast<int>(paper.glyphs.size()) - 1))];
        const auto& glyph =
            row[static_cast<std::size_t>(chance.integer(0, static_cast<int>(row.size()) - 1))];
        const cv::Point2f at =
            glyph + cv::Point2f(static_cast<float>(chance.uniform(-0.6, 0.6) * kPaperPitch),
                                static_cast<float>(chance.uniform(-0.8, 0.8) * kPaperPitch));
        const double grey = chance.happens(0.5) ? chance.uniform(10, 90) : chance.uniform(90, 250);
        if (chance.happens(0.5)) {
            cv::circle(paper.grey, at, static_cast<int>(chance.uniform(0.1, 0.4) * kPaperPitch), grey,
                       cv::FILLED, cv::LINE_AA);
        } else {
            const double length = chance.uniform(0.3, 2) * kPaperPitch, towards = chance.uniform(0, kPi);
            const cv::Point2f half(static_cast<float>(length / 2 * std::cos(towards)),
                                   static_cast<float>(length / 2 * std::sin(towards)));
            cv::line(paper.grey, at - half, at + half, grey,
                     std::max(1, static_cast<int>(chance.uniform(0.06, 0.25) * kPaperPitch)), cv::LINE_AA);
        }
    }
}

Weather inventWeather(Hardness hardness, Chance& chance) {
    Weather w;
    if (chance.happens(0.3 + 0.6 * hardness))
        w.blur = chance.uniform(0, 0.05 + 0.07 * hardness);
    if (chance.happens(0.3 * hardness)) {
        w.motion = chance.uniform(0, 0.35);
        w.motionTowards = chance.uniform(0, 180);
    }
    if (chance.happens(0.3))
        w.sharpening = chance.uniform(0, 1.5);
    w.gain = chance.uniform(1 - 0.6 * hardness, 1.05);
    w.lift = chance.uniform(-20, 20) + (1 - w.gain) * chance.uniform(0, 180);
    w.shade = chance.happens(0.5) ? chance.uniform(0, 0.5 * hardness) : 0;
    w.shadow = chance.happens(0.25 * hardness) ? chance.uniform(0.2, 0.6) : 0;
    if (chance.happens(0.35 * hardness)) {
        w.glare = chance.integer(1, 3);
        w.glareStrength = chance.uniform(20, 160);
    }
    w.noise = chance.happens(0.6) ? chance.uniform(0, 2 + 9 * hardness) : 0;
    if (chance.happens(0.6))
        w.jpegQuality = chance.integer(85 - static_cast<int>(50 * hardness), 95);
    if (chance.happens(0.25 * hardness))
        w.resample = chance.uniform(0.55, 0.95);
    return w;
}

Photograph photograph(const Paper& paper, const View& view, const Weather& weather, Chance& chance) {
    // The paper as a plane in space, turned, tilted and seen from 2.5 times its width.
    const double scale = view.pitch / kPaperPitch, turn = (view.quarterTurns * 90 + view.degrees) * kPi / 180,
                 tilt = view.tiltDegrees * kPi / 180, towards = view.tiltTowards * kPi / 180;
    const double distance = 2.5 * std::max(paper.grey.cols, 600) * scale;
    const auto seen = [&](cv::Point2d p) {
        p = (p - cv::Point2d(paper.grey.cols / 2.0, paper.grey.rows / 2.0)) * scale;
        const cv::Point2d q{std::cos(turn) * p.x - std::sin(turn) * p.y,
                            std::sin(turn) * p.x + std::cos(turn) * p.y};
        const cv::Point2d axis{std::cos(towards), std::sin(towards)};
        const double depth = q.dot(axis);
        const cv::Point2d flat = q - axis * depth * (1 - std::cos(tilt));
        const cv::Point2d at = flat * (distance / (distance + depth * std::sin(tilt)));
        return cv::Point2f(at + cv::Point2d(view.size.width / 2.0, view.size.height / 2.0) + view.offset);
    };
    const float w = static_cast<float>(paper.grey.cols), h = static_cast<float>(paper.grey.rows);
    const cv::Point2f corners[] = {{0, 0}, {w, 0}, {w, h}, {0, h}};
    cv::Point2f there[4];
    std::transform(std::begin(corners), std::end(corners), there, seen);
    const auto map = cv::getPerspectiveTransform(corners, there);

    cv::Mat1f soft;
    if (scale < 0.9) // a pixel of the camera sees an area
        cv::GaussianBlur(paper.grey, soft, {}, 0.42 / scale);
    else
        soft = paper.grey;
    cv::Mat1f shown(inventBackground(view.size, 0.5, chance) - static_cast<float>(chance.uniform(0, 150)));
    cv::warpPerspective(soft, shown, map, view.size, cv::INTER_LINEAR, cv::BORDER_TRANSPARENT);

    if (weather.blur * view.pitch > 0.2)
        cv::GaussianBlur(shown, shown, {}, weather.blur * view.pitch);
    if (const int length = static_cast<int>(std::lround(weather.motion * view.pitch)); length > 1) {
        cv::Mat1f kernel(2 * length + 1, 2 * length + 1, 0.F);
        const cv::Point2d step{std::cos(weather.motionTowards * kPi / 180),
                               std::sin(weather.motionTowards * kPi / 180)};
        for (double t = -length / 2.0; t <= length / 2.0; t += 0.25)
            kernel(length + static_cast<int>(std::lround(t * step.y)),
                   length + static_cast<int>(std::lround(t * step.x))) += 1;
        cv::filter2D(shown, shown, -1, kernel / cv::sum(kernel)[0]);
    }
    if (weather.sharpening > 0) {
        cv::Mat1f smooth;
        cv::GaussianBlur(shown, smooth, {}, std::max(0.7, view.pitch * 0.08));
        shown += (shown - smooth) * weather.sharpening;
    }
    shown = shown * weather.gain + weather.lift;
    if (weather.shade > 0) {
        const double angle = chance.uniform(0, 2 * kPi), across = std::hypot(shown.cols, shown.rows);
        for (int y = 0; y < shown.rows; ++y)
            for (int x = 0; x < shown.cols; ++x)
                shown(y, x) *=
                    static_cast<float>(1 - weather.shade * (0.5 + (std::cos(angle) * (x - shown.cols / 2.0) +
                                                                   std::sin(angle) * (y - shown.rows / 2.0)) /
                                                                      across));
    }
    if (weather.shadow > 0) { // a hand's or the phone's: on one side of a line, with a soft edge
        const double angle = chance.uniform(0, 2 * kPi), width = view.pitch * chance.uniform(0.1, 1.5);
        const double edge = chance.uniform(-0.35, 0.35) * std::abs(std::cos(angle)) * shown.cols;
        for (int y = 0; y < shown.rows; ++y)
            for (int x = 0; x < shown.cols; ++x) {
                const double away = std::cos(angle) * (x - shown.cols / 2.0) +
                                    std::sin(angle) * (y - shown.rows / 2.0) - edge;
                shown(y, x) *= static_cast<float>(1 - weather.shadow * std::clamp(away / width, 0.0, 1.0));
            }
    }
    for (int i = 0; i < weather.glare; ++i) {
        const double gx = chance.uniform(0, shown.cols), gy = chance.uniform(0, shown.rows),
                     rx = view.pitch * chance.uniform(1, 7), ry = view.pitch * chance.uniform(1, 4);
        for (int y = std::max(0, static_cast<int>(gy - 3 * ry));
             y < std::min<double>(shown.rows, gy + 3 * ry); ++y)
            for (int x = std::max(0, static_cast<int>(gx - 3 * rx));
                 x < std::min<double>(shown.cols, gx + 3 * rx); ++x)
                shown(y, x) += static_cast<float>(
                    weather.glareStrength *
                    std::exp(-0.5 * (std::pow((x - gx) / rx, 2) + std::pow((y - gy) / ry, 2))));
    }
    if (weather.resample < 1) {
        cv::Mat1f small;
        cv::resize(shown, small, {}, weather.resample, weather.resample, cv::INTER_AREA);
        cv::resize(small, shown, shown.size(), 0, 0,
                   chance.happens(0.5) ? cv::INTER_CUBIC : cv::INTER_LINEAR);
    }
    if (weather.noise > 0) {
        cv::Mat1f noise(shown.size());
        cv::RNG rng(chance.seed());
        rng.fill(noise, cv::RNG::NORMAL, 0, weather.noise);
        shown += noise;
    }
    Photograph out;
    shown.convertTo(out.grey, CV_8U);
    if (weather.jpegQuality < 100)
        out.grey = throughJpeg(out.grey, weather.jpegQuality);
    out.lines = paper.lines;
    for (const auto& line : paper.glyphs) {
        auto& places = out.glyphs.emplace_back();
        for (const auto& glyph : line)
            places.push_back(seen(glyph));
        const auto height = [&](cv::Point2f glyph) {
            const cv::Point2d half{0, paper.digitHeight / 2};
            return static_cast<float>(
                cv::norm(seen(cv::Point2d(glyph) + half) - seen(cv::Point2d(glyph) - half)));
        };
        out.places.push_back({places.front(), places.back(), height(line.front()), height(line.back()), 0});
    }
    return out;
}

} // namespace balady::tests
