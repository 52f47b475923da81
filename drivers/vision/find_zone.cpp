#include "drivers/vision/find_zone.h"

#include "drivers/vision/find_lines.h"
#include "drivers/vision/glyph_grid.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

namespace balady::vision {
namespace {

constexpr float kPrintFit = -1.1F;  ///< GlyphGrid::fit below which a line is not OCR-B
constexpr float kZoneScore = -0.9F; ///< DecodedZone::score below which lines are no zone

/// A line, read in one direction.
struct ReadLine {
    std::shared_ptr<SeenLine> seen;
    std::array<std::optional<GlyphGrid>, kLineWidths.size()> grids;
    float best = -100; ///< fit of the best of them

    [[nodiscard]] const TextLine& line() const { return seen->strip().line; }
};

ReadLine readLine(const cv::Mat1b& grey, const TextLine& line) {
    ReadLine out{std::make_shared<SeenLine>(grey, line, GlyphNet::ocrB()), {}, -100};
    // A row of faint '<' is easily missed by the search: the line is followed to its end.
    for (int i = 0; i < 2 && (out.seen->goesOnLeft() || out.seen->goesOnRight()); ++i) {
        auto longer = out.line();
        const auto more = longer.along() * 0.2F;
        if (out.seen->goesOnLeft())
            longer.left -= more;
        if (out.seen->goesOnRight())
            longer.right += more;
        out.seen = std::make_shared<SeenLine>(grey, longer, GlyphNet::ocrB());
    }
    out.grids = out.seen->fits();
    for (const auto& grid : out.grids)
        if (grid)
            out.best = std::max(out.best, grid->fit);
    return out;
}

/// A zone's line and where its first and last characters are in the picture.
struct Member {
    GlyphGrid grid;
    TextLine line;
    cv::Point2f first, last;
};

Member memberOf(const SeenLine& seen, GlyphGrid grid) {
    const auto& strip = seen.strip();
    const auto first = strip.inPicture(grid.columns.front()), last = strip.inPicture(grid.columns.back());
    return {std::move(grid), strip.line, first, last};
}

/// The column of a strip's line that is nearest to a point.
float columnOf(const LineStrip& strip, cv::Point2f point) {
    return strip.firstColumn +
           (point - strip.line.left).dot(strip.line.along()) / strip.line.length() * strip.scale;
}

/// The other line read as one that stands straight below or above `member`; nothing if it does not.
std::optional<Member> alignedWith(const Member& member, const ReadLine& other) {
    const auto middle = (other.line().left + other.line().right) / 2, own = (member.first + member.last) / 2;
    const auto along = (member.last - member.first) / cv::norm(member.last - member.first);
    const float pitch = static_cast<float>(cv::norm(member.last - member.first)) /
                        static_cast<float>(member.grid.glyphs.size() - 1);
    const float aside = std::abs(static_cast<float>((middle - own).cross(along))) / pitch;
    if (aside < 0.9F || aside > 6.5F)
        return std::nullopt;
    auto grid = other.seen->fitBetween(static_cast<int>(member.grid.glyphs.size()),
                                       columnOf(other.seen->strip(), member.first),
                                       columnOf(other.seen->strip(), member.last));
    if (!grid || grid->fit < kPrintFit)
        return std::nullopt;
    return memberOf(*other.seen, std::move(*grid));
}

class ZoneFinder {
  public:
    explicit ZoneFinder(const cv::Mat1b& grey) : m_grey(grey), m_search(grey) {}

    std::optional<FoundZone> find() {
        for (const auto contrast : {Contrast::Strong, Contrast::Weak})
            for (const auto direction : {Direction::Across, Direction::Upright}) {
                for (const auto print : {Print::Large, Print::Small})
                    if (look(direction, print, contrast))
                        return std::move(m_found);
                if (m_found) // its check digits fail as printed, or it is not legible: no other search mends that
                    return std::move(m_found);
            }
        return std::nullopt;
    }

  private:
    /// Reads the lines of one search; whether a zone was found that needs no better one.
    bool look(Direction direction, Print print, Contrast contrast) {
        std::vector<ReadLine> lines;
        for (const auto& rough : m_search.find(direction, print, contrast)) {
            const auto line = refineLine(m_grey, rough);
            // Much of OCR-B is like other characters upside down: only a whole zone tells which way is right.
            for (const auto& way : {line, line.upsideDown()}) {
                auto read = readLine(m_grey, way);
                if (read.best < kPrintFit)
                    continue;
                lines.push_back(std::move(read));
                for (const auto& grid : lines.back().grids)
                    if (grid && grid->fit >= kPrintFit)
                        assemble(memberOf(*lines.back().seen, *grid), lines);
                if (m_found && m_found->decoded.allHold())
                    return true;
            }
        }
        if (!m_found && !lines.empty())
            lookBeside(lines);
        return m_found && m_found->decoded.allHold();
    }

    /// Reads what stands above and below the best line, where the search saw no line: faint or half covered ones.
    void lookBeside(std::vector<ReadLine>& lines) {
        const auto best = *std::ranges::max_element(lines, {}, &ReadLine::best);
        for (const float heights : {-3.4F, -1.8F, 1.8F, 3.4F, -2.4F, 2.4F}) {
            auto beside = best.line();
            const auto shift = beside.down() * (heights * beside.meanHeight());
            beside.left += shift;
            beside.right += shift;
            auto read = readLine(m_grey, refineLine(m_grey, beside));
            if (read.best >= kPrintFit)
                lines.push_back(std::move(read));
        }
        for (const auto& grid : best.grids)
            if (grid && grid->fit >= kPrintFit)
                assemble(memberOf(*best.seen, *grid), lines);
    }

    /// Puts the lines beside `first` to it, and keeps the zone if it is the best so far.
    void assemble(const Member& first, const std::vector<ReadLine>& lines) {
        std::vector<Member> zone{first};
        for (const auto& other : lines)
            if (const auto turned = other.line().along().dot(first.line.along()) < 0; !turned)
                if (auto member = alignedWith(first, other))
                    zone.push_back(std::move(*member));
        const auto down = first.line.down();
        dropDoubles(zone, down);
        std::ranges::sort(zone, {}, [&](const Member& m) { return (m.first + m.last).dot(down); });
        const std::size_t width = first.grid.glyphs.size(), count = width == 30 ? 3 : 2;
        for (std::size_t from = 0; from + count <= zone.size(); ++from)
            consider({zone.begin() + static_cast<std::ptrdiff_t>(from),
                      zone.begin() + static_cast<std::ptrdiff_t>(from + count)});
    }

    /// Of members that are the same line, found twice, the better one stays.
    static void dropDoubles(std::vector<Member>& zone, cv::Point2f down) {
        std::ranges::sort(zone, {}, [](const Member& m) { return -m.grid.fit; });
        for (std::size_t i = 0; i < zone.size(); ++i) {
            const auto isDouble = [&, i](const Member& other) {
                const auto between = other.first + other.last - zone[i].first - zone[i].last;
                return std::abs(between.dot(down)) / 2 < 0.7F * zone[i].line.meanHeight();
            };
            zone.erase(
                std::remove_if(zone.begin() + static_cast<std::ptrdiff_t>(i) + 1, zone.end(), isDouble),
                zone.end());
        }
    }

    void consider(const std::vector<Member>& members) {
        FoundZone zone;
        zone.evidence.lines = static_cast<int>(members.size());
        zone.evidence.width = static_cast<int>(members.front().grid.glyphs.size());
        zone.fit = 0;
        for (const auto& member : members) {
            zone.evidence.glyphs.insert(zone.evidence.glyphs.end(), member.grid.glyphs.begin(),
                                        member.grid.glyphs.end());
            zone.places.push_back(member.line);
            zone.fit = std::min(zone.fit, member.grid.fit);
        }
        zone.decoded = decodeZone(zone.evidence);
        if (zone.decoded.layout == nullptr || zone.decoded.score < kZoneScore)
            return;
        if (!m_found || zone.decoded.score + zone.fit > m_found->decoded.score + m_found->fit)
            m_found = std::move(zone);
    }

    const cv::Mat1b& m_grey;
    LineSearch m_search;
    std::optional<FoundZone> m_found;
};

} // namespace

std::optional<FoundZone> findZone(const cv::Mat1b& grey) {
    if (grey.cols < 64 || grey.rows < 32)
        return std::nullopt;
    return ZoneFinder(grey).find();
}

} // namespace balady::vision
