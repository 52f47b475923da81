#include "drivers/vision/find_zone.h"

#include "drivers/vision/find_lines.h"
#include "drivers/vision/glyph_grid.h"
#include "drivers/vision/regularity.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace balady::vision {
namespace {

constexpr float kPrintFit = -1.1F; ///< GlyphGrid::fit below which a line is not OCR-B
constexpr int kMostLooks = 40;     ///< at lines, until a picture is given up: the next one may be better
constexpr float kNoGrid = -100;    ///< GlyphGrid::fit of what has no evenly spaced characters
constexpr float kClearFit = -0.6F; ///< GlyphGrid::fit of a line that is read the right way, most likely
constexpr float kOtherWidth =
    0.3F; ///< by which a line fits worse that has more characters, or fewer, than it is read with
constexpr float kKnownBeyond = 2;    ///< characters that a line's strip shows beyond its ends
constexpr float kMostMissing = 2.5F; ///< how much longer than it was found a line may be, by its length
constexpr int kFineFrom = 1000;      ///< pixels of the longer side from which a paper may be small in it
constexpr float kMostAskew = 7;      ///< degrees by which print may lie askew and still be searched as it is
constexpr float kNoPerspective = 0.08F;  ///< SeenLine::widening, less 1, that a straight view may have
constexpr float kSameHeight = 0.06F;     ///< part by which the lines of a zone may be measured differently
constexpr float kSameDirection = 0.006F; ///< sine of the angle that may be between them
constexpr std::array kOtherHeights{0.93F, 1.07F}; ///< by which a doubtful zone's lines are cut once more
constexpr float kBeyondDoubt = 0.95F;             ///< of a character, and of what a check digit covers
constexpr float kRegular = 0.37F;                 ///< regularityOf() a line of OCR-B, at least
constexpr float kZoneScore = -0.9F;               ///< DecodedZone::score below which lines are no zone

/// Looks at lines of one picture, so often and no oftener.
class Eye {
  public:
    explicit Eye(const cv::Mat1b& grey) : m_picture(grey) {}

    [[nodiscard]] std::shared_ptr<SeenLine> see(const TextLine& line) {
        --m_looks;
        return std::make_shared<SeenLine>(m_picture, line, GlyphNet::ocrB());
    }
    [[nodiscard]] const Pyramid& picture() const { return m_picture; }
    [[nodiscard]] bool isTired() const { return m_looks <= 0; }

  private:
    Pyramid m_picture;
    int m_looks = kMostLooks; ///< that are left
};

/// A line, read in one direction.
struct ReadLine {
    std::shared_ptr<SeenLine> seen;
    std::array<std::optional<GlyphGrid>, kLineWidths.size()> grids;
    float best = kNoGrid; ///< fit of the best of them

    [[nodiscard]] const TextLine& line() const { return seen->strip().line; }
};

void fitGrids(ReadLine& line) {
    line.grids = line.seen->fits();
    for (const auto& grid : line.grids)
        if (grid)
            line.best = std::max(line.best, grid->fit);
}

ReadLine lookAt(Eye& eye, const TextLine& line) {
    ReadLine out{eye.see(line), {}, kNoGrid};
    fitGrids(out);
    return out;
}

ReadLine readLine(Eye& eye, const TextLine& line) {
    auto out = lookAt(eye, line);
    const auto lookAgain = [&](const TextLine& otherwise) {
        if (auto again = lookAt(eye, otherwise); again.best >= out.best)
            out = std::move(again);
    };
    // What is seen in perspective becomes smaller with its distance, and closer together with the square of that; but
    // few distances may be measured wrongly.
    if (const float widening = out.seen->widening(); std::abs(widening - 1) > kNoPerspective) {
        auto tilted = out.line();
        const float change = std::pow(widening, 0.25F);
        tilted.heightLeft /= change;
        tilted.heightRight *= change;
        lookAgain(tilted);
    }
    // A row of faint '<' is easily missed by the search: the line is followed to its end.
    for (int i = 0; i < 4 && out.best > kNoGrid && (out.seen->goesOnLeft() || out.seen->goesOnRight()); ++i)
        out = lookAt(eye, out.line().extended(out.seen->goesOnLeft() ? 0.25F : 0,
                                              out.seen->goesOnRight() ? 0.25F : 0));
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

/// The characters of `seen` that stand where those of `member` do, be it another cut of the same line or the line beside it.
std::optional<GlyphGrid> charactersAt(const SeenLine& seen, const Member& member) {
    return seen.fitBetween(static_cast<int>(member.grid.glyphs.size()), seen.strip().columnOf(member.first),
                           seen.strip().columnOf(member.last));
}

/// The other line read as one that stands straight below or above `member`; nothing if it does not. If it was found
/// in part only, it is read anew from `member`'s first to its last character.
std::optional<Member> alignedWith(Eye& eye, const Member& member, ReadLine& other) {
    const auto middle = (other.line().left + other.line().right) / 2, own = (member.first + member.last) / 2;
    const auto along = (member.last - member.first) / cv::norm(member.last - member.first);
    const float pitch = static_cast<float>(cv::norm(member.last - member.first)) /
                        static_cast<float>(member.grid.glyphs.size() - 1);
    const float aside = std::abs(static_cast<float>((middle - own).cross(along))) / pitch;
    if (aside < 0.9F || aside > 6.5F)
        return std::nullopt;
    const float length = other.line().length(),
                before = std::max(0.F, (other.line().left - member.first).dot(along)) / length,
                behind = std::max(0.F, (member.last - other.line().right).dot(along)) / length;
    if ((before + behind) * length > kKnownBeyond * pitch && before + behind < kMostMissing) {
        other.seen = eye.see(other.line().extended(before, behind));
        fitGrids(other);
    }
    auto grid = charactersAt(*other.seen, member);
    if (!grid || grid->fit < std::max(kPrintFit, other.best - kOtherWidth))
        return std::nullopt;
    return memberOf(*other.seen, std::move(*grid));
}

/// Whether two found lines are the same print, found twice.
bool isSame(const TextLine& a, const TextLine& b) {
    const float height = a.meanHeight();
    return cv::norm(a.left - b.left) < 0.8F * height && cv::norm(a.right - b.right) < 0.8F * height &&
           std::abs(b.meanHeight() - height) < 0.12F * height;
}

/// The mean logarithm of how sure the network is of a line's characters; unlike their fit, of no matter how long a strip.
float clarityOf(const GlyphGrid& grid) {
    float sum = 0;
    for (const auto& glyph : grid.glyphs)
        sum += *std::ranges::max_element(glyph);
    return sum / static_cast<float>(grid.glyphs.size());
}

/// Whether a zone is so clear that no other look at it would see more: its check digits are wrong as printed.
bool isClear(const FoundZone& zone) {
    const auto& sure = zone.decoded.confidence;
    return zone.fit > kClearFit && zone.decoded.leastConfidence() > 0.6F &&
           std::reduce(sure.begin(), sure.end()) > 0.99F * static_cast<float>(sure.size());
}

class ZoneFinder {
  public:
    explicit ZoneFinder(const cv::Mat1b& grey) : m_eye(grey) {}

    std::optional<FoundZone> find() {
        search();
        if (m_found && cutAlike())
            m_found = zoneOf(m_members);
        if (m_found && !isBeyondDoubt(m_found->decoded))
            lookAgain();
        return std::move(m_found);
    }

  private:
    static bool isBeyondDoubt(const DecodedZone& zone) {
        return zone.allHold() && zone.leastConfidence() > kBeyondDoubt &&
               std::ranges::all_of(zone.certainty, [](float certainty) { return certainty > kBeyondDoubt; });
    }

    /// The lines of a zone are of one print. Those that were measured otherwise than the clearest one, as rows of fillers are and
    /// lines that touch others, are cut as high as that is, and as it lies; whether one of them is clearer then.
    bool cutAlike() {
        const auto clearest =
            std::ranges::max_element(m_members, {}, [](const Member& m) { return clarityOf(m.grid); })->line;
        bool changed = false;
        for (auto& member : m_members) {
            for (const auto& otherwise : likeClearest(member.line, clearest)) {
                const auto seen = m_eye.see(otherwise);
                if (auto grid = charactersAt(*seen, member);
                    grid && clarityOf(*grid) > clarityOf(member.grid)) {
                    member = memberOf(*seen, std::move(*grid));
                    changed = true;
                }
            }
        }
        return changed;
    }

    /// A line as high as the clearest one, and one that has its direction, too; nothing if it is as good as that already.
    static std::vector<TextLine> likeClearest(const TextLine& line, const TextLine& clearest) {
        const auto along = clearest.along() / clearest.length();
        const bool asHigh = std::abs(line.meanHeight() / clearest.meanHeight() - 1) < kSameHeight,
                   asStraight = std::abs(static_cast<float>((line.along() / line.length()).cross(along))) <
                                kSameDirection;
        std::vector<TextLine> out;
        if (!asHigh) { // seen in perspective, its direction may be its own
            out.push_back(line);
            const float change = clearest.meanHeight() / line.meanHeight();
            out.back().heightLeft *= change;
            out.back().heightRight *= change;
        }
        if (!asHigh || !asStraight) {
            const auto down = clearest.down();
            const auto beside = (line.at(0.5F) - clearest.at(0.5F)).dot(down) * down;
            out.push_back(clearest);
            out.back().left += beside;
            out.back().right += beside;
        }
        return out;
    }

    /// The network errs otherwise where the print is a little smaller or larger. The mean of what it sees is surer than one look,
    /// but no surer than the surest.
    void lookAgain() {
        auto together = m_found->evidence;
        float looks = 1;
        for (const float height : kOtherHeights) {
            const auto seen = foundAt(height);
            if (seen.size() != together.glyphs.size())
                continue;
            ++looks;
            for (std::size_t i = 0; i < seen.size(); ++i)
                for (std::size_t c = 0; c < kGlyphs.size(); ++c)
                    together.glyphs[i][c] += seen[i][c];
        }
        for (auto& glyph : together.glyphs)
            for (auto& value : glyph)
                value /= looks;
        auto decoded = decodeZone(together);
        if (decoded.layout == nullptr || (m_found->decoded.allHold() && !decoded.allHold()))
            return;
        m_found->evidence = std::move(together);
        m_found->decoded = std::move(decoded);
    }

    /// What stands in the places of the zone that was found if its lines are cut so many times as high; fewer if it cannot be read.
    [[nodiscard]] std::vector<Glyph> foundAt(float height) {
        std::vector<Glyph> out;
        for (const auto& member : m_members) {
            auto line = member.line;
            line.heightLeft *= height;
            line.heightRight *= height;
            const auto seen = m_eye.see(line);
            const auto grid = charactersAt(*seen, member);
            if (!grid || grid->fit < kPrintFit)
                return out;
            out.insert(out.end(), grid->glyphs.begin(), grid->glyphs.end());
        }
        return out;
    }

    /// The picture as it is and, if its print lies askew, turned.
    struct Searches {
        LineSearch straight;
        std::optional<LineSearch> turned;
        float turn = 0;

        Searches(const Pyramid& picture, Focus focus) : straight(picture, {.focus = focus}) {
            if (const float askew = straight.askew(); std::abs(askew) > kMostAskew) {
                turn = askew;
                turned.emplace(picture, LineSearch::View{.focus = focus, .turn = askew});
            }
        }
    };

    /// Searches until a zone is found, be it one whose check digits fail as printed or that is not legible: no other search mends
    /// that. What is found out of focus is read as sharp as it is.
    void search() {
        Searches sharp(m_eye.picture(), Focus::Sharp);
        if (searchAll(sharp, Contrast::Strong) || m_eye.isTired())
            return;
        Searches soft(m_eye.picture(), Focus::Soft);
        if (searchAll(soft, Contrast::Strong) || searchFinely(sharp.turn))
            return;
        if (!searchAll(sharp, Contrast::Weak))
            searchAll(soft, Contrast::Weak);
    }

    bool searchAll(Searches& searches, Contrast contrast) {
        return (searches.turned && searchAll(*searches.turned, contrast)) ||
               searchAll(searches.straight, contrast);
    }

    bool searchAll(LineSearch& search, Contrast contrast) {
        for (const auto direction : likelierFirst(search)) {
            for (const auto print : {Print::Large, Print::Small})
                if (look(search, direction, print, contrast))
                    return true;
            if (m_found)
                return true;
        }
        return false;
    }

    /// For a small paper in a large picture.
    bool searchFinely(float turn) {
        const auto& whole = m_eye.picture().whole();
        if (m_eye.isTired() || std::max(whole.cols, whole.rows) < kFineFrom)
            return false;
        LineSearch fine(m_eye.picture(), {.side = LineSearch::kFineSide, .turn = turn});
        return std::ranges::any_of(likelierFirst(fine), [&](Direction direction) {
            return look(fine, direction, Print::Large, Contrast::Strong) || m_found;
        });
    }

    [[nodiscard]] bool isFound() const {
        return m_found && (m_found->decoded.allHold() || isClear(*m_found));
    }

    /// The direction in which the two likeliest lines are longer, and the other one.
    static std::array<Direction, 2> likelierFirst(LineSearch& search) {
        const auto longest = [&](Direction direction) {
            float sum = 0;
            const auto& lines = search.find(direction, Print::Large, Contrast::Strong);
            for (const auto& line : std::span(lines).first(std::min<std::size_t>(2, lines.size())))
                sum += line.length();
            return sum;
        };
        if (longest(Direction::Across) >= longest(Direction::Upright))
            return {Direction::Across, Direction::Upright};
        return {Direction::Upright, Direction::Across};
    }

    /// Reads the lines of one search; whether a zone was found that needs no better one.
    bool look(LineSearch& search, Direction direction, Print print, Contrast contrast) {
        if (m_eye.isTired())
            return isFound();
        // Much of OCR-B is like other characters upside down: only a whole zone tells which way is right. What is
        // clear one way is read the other way last.
        std::vector<TextLine> later;
        for (const auto& rough : search.find(direction, print, contrast)) {
            if (m_eye.isTired())
                break;
            if (regularityOf(m_eye.picture(), rough) < kRegular)
                continue;
            const auto line = refineLine(m_eye.picture(), rough);
            if (std::ranges::any_of(m_known, [&](const TextLine& known) { return isSame(known, line); }))
                continue;
            m_known.push_back(line);
            const float fit = take(line);
            if (fit > kClearFit)
                later.push_back(line.upsideDown());
            else if (!isFound())
                take(line.upsideDown());
            if (isFound())
                return true;
        }
        for (const auto& line : later) {
            take(line);
            if (isFound())
                return true;
        }
        if (!m_found && !m_lines.empty() && !m_eye.isTired())
            lookBeside();
        return isFound();
    }

    /// Reads a line and looks for a zone with it; how well it fits.
    float take(const TextLine& line) {
        auto read = readLine(m_eye, line);
        const float fit = read.best;
        if (fit >= kPrintFit) {
            m_lines.push_back(std::move(read));
            assembleFrom(m_lines.size() - 1);
        }
        return fit;
    }

    /// Reads what stands above and below the best line, where the search saw no line: faint or half covered ones.
    void lookBeside() {
        const auto best = static_cast<std::size_t>(std::ranges::max_element(m_lines, {}, &ReadLine::best) -
                                                   m_lines.begin());
        if (isSame(m_lines[best].line(), m_looked))
            return;
        m_looked = m_lines[best].line();
        for (const float heights : {-3.4F, -1.8F, 1.8F, 3.4F, -2.4F, 2.4F}) {
            auto beside = m_looked;
            const auto shift = beside.down() * (heights * beside.meanHeight());
            beside.left += shift;
            beside.right += shift;
            if (regularityOf(m_eye.picture(), beside) < kRegular)
                continue;
            auto read = readLine(m_eye, refineLine(m_eye.picture(), beside));
            if (read.best >= kPrintFit)
                m_lines.push_back(std::move(read));
        }
        assembleFrom(best);
    }

    void assembleFrom(std::size_t line) {
        const auto grids = m_lines[line].grids;
        for (const auto& grid : grids)
            if (grid && grid->fit >= kPrintFit)
                assemble(memberOf(*m_lines[line].seen, *grid));
    }

    /// Puts the lines beside `first` to it, and keeps the zone if it is the best so far.
    void assemble(const Member& first) {
        std::vector<Member> zone{first};
        for (auto& other : m_lines)
            if (const auto turned = other.line().along().dot(first.line.along()) < 0; !turned)
                if (auto member = alignedWith(m_eye, first, other))
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

    static FoundZone zoneOf(const std::vector<Member>& members) {
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
        return zone;
    }

    void consider(const std::vector<Member>& members) {
        auto zone = zoneOf(members);
        if (zone.decoded.layout == nullptr || zone.decoded.score < kZoneScore)
            return;
        if (!m_found || zone.decoded.score + zone.fit > m_found->decoded.score + m_found->fit) {
            m_found = std::move(zone);
            m_members = members;
        }
    }

    Eye m_eye;
    std::vector<TextLine> m_known; ///< whatever was read, one way at least
    std::vector<ReadLine> m_lines; ///< what of it looks like OCR-B
    TextLine m_looked;             ///< the line that lookBeside() was at
    std::optional<FoundZone> m_found;
    std::vector<Member> m_members; ///< its lines
};

} // namespace

std::optional<FoundZone> findZone(const cv::Mat1b& grey) {
    if (grey.cols < 64 || grey.rows < 32)
        return std::nullopt;
    return ZoneFinder(grey).find();
}

} // namespace balady::vision
