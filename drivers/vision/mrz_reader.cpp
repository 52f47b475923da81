#include "drivers/vision/mrz_reader.h"

#include "drivers/vision/find_zone.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace balady::vision {
namespace {

// What bench_mrz judges: its wrong_but_valid must be 0 (kiosk/docs/adr/0013).
constexpr float kSureUnchecked = 0.97F; ///< least confidence of a character that no check digit guards
constexpr float kSureChecked = 0.95F;   ///< DecodedZone::certainty of all that one covers
constexpr float kHardlySeen =
    0.5F; ///< confidence of a character below which something lies over it, and what is beside it
constexpr float kLegible = 0.9F; ///< mean confidence from which a zone is shown though check digits fail
constexpr float kLikely = 0.6F;  ///< probability of the whole from which it is shown though it is not sure

/// The characters that look like another whose value differs by ten or twenty (Doc 9303-3 section 4.9): D like 3, G and Q like
/// 6, S like 8, F like P. No check digit tells them from each other, and what lies on one may make the other of it.
constexpr std::string_view kLikeItsTwin = "36DFGPQS8";

float mean(const std::vector<float>& values) {
    float sum = 0;
    for (const float v : values)
        sum += v;
    return sum / static_cast<float>(values.size());
}

/// For each character whether a check digit covers it, or it is one.
std::vector<bool> checkedPlaces(const DecodedZone& zone) {
    std::vector<bool> checked(zone.text.size());
    for (const auto& check : zone.layout->checks) {
        checked[static_cast<std::size_t>(check.digit)] = true;
        for (const auto& span : check.covers)
            std::fill_n(checked.begin() + span.first, span.count, true);
    }
    return checked;
}

/// Of a zone whose check digits hold: the probability that all of it is right.
float likelihood(const DecodedZone& zone) {
    const auto checked = checkedPlaces(zone);
    float together = zone.certainty.empty() ? 1 : *std::ranges::min_element(zone.certainty);
    for (std::size_t i = 0; i < zone.text.size(); ++i)
        together *= checked[i] ? 1 : zone.confidence[i];
    return together;
}

/// Whether more than the eye speaks for a character.
bool isGuarded(bool checked, char place, char c) {
    const bool ofEitherKind = place == 'X' || place == 'A';
    return checked && !(ofEitherKind && kLikeItsTwin.find(c) != std::string_view::npos);
}

/// An 0 whose top is worn off or painted over is a U to any eye, and no check digit tells them from each other.
bool mayBeWornZero(const DecodedZone& zone, std::size_t place) {
    const auto isDigit = [&](std::size_t at) { return zone.text[at] >= '0' && zone.text[at] <= '9'; };
    return zone.text[place] == 'U' && zone.layout->places[place] == 'X' && place > 0 &&
           place + 1 < zone.text.size() && isDigit(place - 1) && isDigit(place + 1);
}

/// Whether all characters are sure enough for a citizen's data.
bool isSure(const DecodedZone& zone) {
    if (zone.misplaced > 0) // a digit in a name is hardly ever printed, and no check digit covers it
        return false;
    const auto checked = checkedPlaces(zone);
    for (std::size_t i = 0; i < zone.text.size(); ++i) {
        const bool guarded = isGuarded(checked[i], zone.layout->places[i], zone.text[i]);
        if (zone.confidence[i] < (guarded ? kHardlySeen : kSureUnchecked) || mayBeWornZero(zone, i))
            return false;
    }
    return std::ranges::all_of(zone.certainty, [](float certainty) { return certainty >= kSureChecked; });
}

MrzReading readingOf(const DecodedZone& zone) {
    MrzReading out;
    if (zone.layout == nullptr)
        return out;
    const bool holds = zone.allHold(), sure = holds && isSure(zone);
    if (!sure && (holds ? likelihood(zone) < kLikely : mean(zone.confidence) < kLegible))
        return out;
    const auto width = static_cast<std::size_t>(zone.layout->width);
    for (std::size_t at = 0; at < zone.text.size(); at += width) {
        out.lines.push_back(zone.text.substr(at, width));
        out.confidence.emplace_back(zone.confidence.begin() + static_cast<std::ptrdiff_t>(at),
                                    zone.confidence.begin() + static_cast<std::ptrdiff_t>(at + width));
    }
    for (std::size_t i = 0; i < zone.holds.size(); ++i)
        out.checks.push_back({zone.layout->checks[i].name, zone.holds[i]});
    if (sure)
        if (auto fields = model::parseMrz(zone.text))
            out.fields = std::move(*fields);
    return out;
}

cv::Mat1b greyOf(const ports::Frame& frame) {
    const auto pixels = static_cast<std::size_t>(frame.width) * static_cast<std::size_t>(frame.height);
    if (frame.width <= 0 || frame.height <= 0 || !frame.bgr || frame.bgr->size() != pixels * 3)
        return {};
    // OpenCV takes no const data; nothing is written.
    const cv::Mat bgr(frame.height, frame.width, CV_8UC3, const_cast<std::uint8_t*>(frame.bgr->data()));
    cv::Mat1b grey;
    cv::cvtColor(bgr, grey, cv::COLOR_BGR2GRAY);
    return grey;
}

cv::Mat1b greyOf(const GreyPicture& picture) {
    if (picture.width <= 0 || picture.height <= 0 || picture.pixels == nullptr ||
        picture.stride < static_cast<std::size_t>(picture.width))
        return {};
    return cv::Mat1b(picture.height, picture.width, const_cast<std::uint8_t*>(picture.pixels),
                     picture.stride);
}

MrzReading readOne(const cv::Mat1b& grey) {
    const auto zone = findZone(grey);
    return zone ? readingOf(zone->decoded) : MrzReading{};
}

int likeliest(const Glyph& glyph) {
    return static_cast<int>(std::ranges::max_element(glyph) - glyph.begin());
}

/// Whether two pictures can be of one document: most characters are alike.
bool showTheSame(const ZoneEvidence& before, const ZoneEvidence& now) {
    if (before.lines != now.lines || before.width != now.width)
        return false;
    std::size_t alike = 0, told = 0; // fillers are alike on all documents
    for (std::size_t i = 0; i < now.glyphs.size(); ++i) {
        const int a = likeliest(before.glyphs[i]), b = likeliest(now.glyphs[i]);
        if (kGlyphs[static_cast<std::size_t>(a)] == '<' && a == b)
            continue;
        ++told;
        alike += a == b ? 1 : 0;
    }
    return 10 * alike >= 7 * told;
}

} // namespace

float MrzReading::leastConfidence() const {
    float least = lines.empty() ? 0.F : 1.F;
    for (const auto& line : confidence)
        least = std::min(least, *std::ranges::min_element(line));
    return least;
}

MrzReader::MrzReader() = default;
MrzReader::~MrzReader() = default;
MrzReader::MrzReader(MrzReader&&) noexcept = default;
MrzReader& MrzReader::operator=(MrzReader&&) noexcept = default;

MrzReading MrzReader::read(const GreyPicture& picture) const {
    return readOne(greyOf(picture));
}

MrzReading MrzReader::read(const ports::Frame& frame) const {
    return readOne(greyOf(frame));
}

void MrzReader::forget() {
    m_seen.reset();
    m_pictures = 0;
}

MrzReading MrzReader::add(const GreyPicture& picture) {
    const auto zone = findZone(greyOf(picture));
    return zone ? add(*zone) : MrzReading{};
}

MrzReading MrzReader::add(const ports::Frame& frame) {
    const auto zone = findZone(greyOf(frame));
    return zone ? add(*zone) : MrzReading{};
}

MrzReading MrzReader::add(const FoundZone& zone) {
    if (!m_seen || !showTheSame(*m_seen, zone.evidence)) {
        m_seen = std::make_unique<ZoneEvidence>(zone.evidence);
        m_pictures = 1;
        return readingOf(zone.decoded);
    }
    ++m_pictures;
    for (std::size_t i = 0; i < m_seen->glyphs.size(); ++i)
        for (std::size_t c = 0; c < kGlyphs.size(); ++c)
            m_seen->glyphs[i][c] += zone.evidence.glyphs[i][c];
    // Pictures of one print err alike: four of them count as two.
    auto together = *m_seen;
    for (auto& glyph : together.glyphs)
        for (auto& value : glyph)
            value /= std::sqrt(static_cast<float>(m_pictures));
    return readingOf(decodeZone(together));
}

} // namespace balady::vision
