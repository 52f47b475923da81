#include "drivers/vision/mrz_decode.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>

namespace balady::vision {
namespace {

constexpr auto kFiller = kGlyphs.find('<');

// Logarithms of how much rarer a character is in a place where it does not belong than where it does. They are not
// minus infinity: specimens and real documents break the rules, and then the eye has to win.
constexpr float kForeign = -5;
constexpr float kUnusual = -3;
constexpr float kDigitInName = -9; // nobody's name has one, and 0 and O differ by less than a camera sees
constexpr double kWordsAfterAll =
    0.03; // how likely it is that words go on after the "<<" that ends them, each time
// Corrections by check digits: how unlikely the sum of them may be, how much better than the next one, how many.
constexpr float kWorstCorrection = 3.5F;
constexpr float kClearlyBetter = 2.5F;
constexpr std::size_t kDoubts = 24;

bool isDigit(int glyph) {
    return glyph < 10;
}
bool isLetter(int glyph) {
    return glyph >= 10 && glyph < static_cast<int>(kFiller);
}

float expectation(char place, int at, int glyph) {
    const char c = kGlyphs[static_cast<std::size_t>(glyph)];
    switch (place) {
    case 'A': return isDigit(glyph) ? kDigitInName : 0;
    case 'C': return isDigit(glyph) ? kForeign : 0;
    case 'N': return isDigit(glyph) ? 0 : c == '<' ? kUnusual : kForeign;
    case 'D': return isDigit(glyph) ? 0 : kForeign;
    case 'F': return isDigit(glyph) ? 0 : c == '<' ? -0.7F : kForeign;
    case 'S': return c == 'M' || c == 'F' ? 0 : c == '<' ? -1 : c == 'X' ? kUnusual : kForeign;
    case 'i': return c == 'I' || c == 'A' || c == 'C' ? 0 : isLetter(glyph) ? kUnusual : kForeign;
    case 'p': return c == 'P' ? 0 : isLetter(glyph) ? kUnusual - 1 : kForeign;
    case 'v': return c == 'V' ? 0 : kForeign;
    case 'f': return c == "IDFRA"[at] ? 0 : kForeign;
    default: return 0;
    }
}

int value(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    return c == '<' ? 0 : c - 'A' + 10;
}

int checkDigit(std::string_view text, const std::vector<Span>& covers) {
    constexpr int kWeights[] = {7, 3, 1};
    int sum = 0, at = 0;
    for (const auto& span : covers)
        for (int i = 0; i < span.count; ++i)
            sum += kWeights[at++ % 3] * value(text.begin()[span.first + i]);
    return sum % 10;
}

/// Doc 9303-5 section 4.2.2.1: '<' instead of the document number's check digit says that the number goes on in the
/// optional field, up to its own check digit and a '<'.
bool longNumberHolds(std::string_view text, const Check& check) {
    const auto number = check.covers.front();
    auto end = static_cast<std::size_t>(check.digit) + 1;
    while (end < text.size() && text[end] != '<')
        ++end;
    const int more = static_cast<int>(end) - check.digit - 2;
    if (more < 1)
        return false;
    return checkDigit(text, {number, {check.digit + 1, more}}) == value(text[end - 1]) &&
           text[end - 1] <= '9';
}

bool holds(const MrzLayout& layout, std::string_view text, const Check& check) {
    const char digit = text[static_cast<std::size_t>(check.digit)];
    if (digit != '<')
        return digit <= '9' && digit - '0' == checkDigit(text, check.covers);
    if (layout.places[static_cast<std::size_t>(check.digit)] != 'F')
        return false;
    const auto covered = text.substr(static_cast<std::size_t>(check.covers.front().first),
                                     static_cast<std::size_t>(check.covers.front().count));
    return check.mayBeFiller ? covered.find_first_not_of('<') == std::string_view::npos
                             : longNumberHolds(text, check);
}

using Chances = std::vector<Glyph>; ///< as ZoneEvidence::glyphs, with what the layout expects

void normalize(Glyph& glyph) {
    const float top = *std::max_element(glyph.begin(), glyph.end());
    float sum = 0;
    for (const float v : glyph)
        sum += std::exp(v - top);
    for (auto& v : glyph)
        v -= top + std::log(sum);
}

float addLogs(float a, float b) {
    const float high = std::max(a, b), low = std::min(a, b);
    return high + std::log1p(std::exp(low - high));
}

/// A country code is one of a few hundred: what the others have in a place counts for nothing.
void expectCountry(Chances& chances, int first) {
    Glyph together[3];
    for (auto& glyph : together)
        glyph.fill(-60);
    const auto add = [](float& to, float term) { to = addLogs(to, term); };
    const auto at = [&](int i) -> Glyph& { return chances.begin()[first + i]; };
    for (const auto code : countryCodes()) {
        int glyph[3];
        float sum = 0;
        for (int i = 0; i < 3; ++i) {
            glyph[i] = static_cast<int>(kGlyphs.find(code[static_cast<std::size_t>(i)]));
            sum += at(i)[static_cast<std::size_t>(glyph[i])];
        }
        for (int i = 0; i < 3; ++i)
            add(together[i][static_cast<std::size_t>(glyph[i])], sum);
    }
    // Codes that no list has: much rarer than each that is listed.
    for (int i = 0; i < 3; ++i)
        for (std::size_t c = 0; c < together[i].size(); ++c)
            add(together[i][c], at(i)[c] - 6);
    for (int i = 0; i < 3; ++i) {
        at(i) = together[i];
        normalize(at(i));
    }
}

/// A run of places that hold words, with '<' between them and after the last.
struct Words {
    Span span;
    double afterFirstGap = 1; ///< how likely it is that words go on after the first "<<", each time
};

/// The names, whose two parts "<<" separates (Doc 9303-3 section 4.6), and numbers and optional data, which "<<" ends.
std::vector<Words> wordsOf(const MrzLayout& layout) {
    constexpr int kShortest = 7;
    std::vector<Words> out;
    const auto places = layout.places;
    for (std::size_t from = 0; from < places.size();) {
        auto end = places.find_first_not_of(places[from], from);
        // A name of three lines ends where its line does.
        end = std::min(
            {end, places.size(),
             (from / static_cast<std::size_t>(layout.width) + 1) * static_cast<std::size_t>(layout.width)});
        const int count = static_cast<int>(end - from);
        if ((places[from] == 'A' || places[from] == 'X') && count >= kShortest)
            out.push_back({{static_cast<int>(from), count}, places[from] == 'A' ? 1 : kWordsAfterAll});
        from = end;
    }
    return out;
}

/// After "<<" there are hardly ever words again: one that seems to stand among fillers is a filler, most likely. What is seen
/// in all places of the run together tells how likely each of them is one (forward and backward over six states).
void expectWords(Chances& chances, const Words& words) {
    enum : std::size_t { Word, Filler, Gap, SecondWord, SecondFiller, SecondGap, States };
    constexpr std::array<std::size_t, States> kOnFiller{Filler, Gap, Gap, SecondFiller, SecondGap, SecondGap};
    constexpr std::array<std::size_t, States> kOnOther{Word,       Word,       SecondWord,
                                                       SecondWord, SecondWord, SecondWord};
    constexpr double kFaintest = 1e-9; // what is less likely than this is not told apart
    const std::array<double, States> rare{1, 1, words.afterFirstGap, 1, 1, kWordsAfterAll};
    using Likely = std::array<double, States>;
    const auto scaled = [](Likely likely) {
        const double most = *std::ranges::max_element(likely);
        for (auto& one : likely)
            one /= most;
        return likely;
    };
    const auto count = static_cast<std::size_t>(words.span.count);
    const auto glyphs = std::span(chances).subspan(static_cast<std::size_t>(words.span.first), count);
    std::vector<std::array<double, 2>> seen(count); // a filler, anything else
    for (std::size_t i = 0; i < count; ++i) {
        const double filler = std::exp(static_cast<double>(glyphs[i][kFiller]));
        seen[i] = {std::max(kFaintest, filler), std::max(kFaintest, 1 - filler)};
    }
    std::vector<Likely> before(count + 1, Likely{1});
    for (std::size_t i = 0; i < count; ++i) {
        Likely next{};
        for (std::size_t s = 0; s < States; ++s) {
            next[kOnFiller[s]] += before[i][s] * seen[i][0];
            next[kOnOther[s]] += before[i][s] * seen[i][1] * rare[s];
        }
        before[i + 1] = scaled(next);
    }
    Likely behind;
    behind.fill(1);
    for (std::size_t i = count; i-- > 0;) {
        double filler = 0, other = 0;
        Likely here;
        for (std::size_t s = 0; s < States; ++s) {
            const double asFiller = behind[kOnFiller[s]] * seen[i][0],
                         asOther = behind[kOnOther[s]] * seen[i][1] * rare[s];
            filler += before[i][s] * asFiller;
            other += before[i][s] * asOther;
            here[s] = asFiller + asOther;
        }
        behind = scaled(here);
        const auto change = [&](double now, double was) {
            return static_cast<float>(std::log(std::max(kFaintest, now / (filler + other)) / was));
        };
        const float asFiller = change(filler, seen[i][0]), asOther = change(other, seen[i][1]);
        for (std::size_t c = 0; c < glyphs[i].size(); ++c)
            glyphs[i][c] += c == kFiller ? asFiller : asOther;
    }
}

struct Doubt {
    int at;
    int glyph;
    float cost;
};

/// The changes that are the least unlikely, of characters that a check digit covers or that are one.
std::vector<Doubt> doubtsOf(const MrzLayout& layout, const Chances& chances, const std::string& text) {
    std::vector<bool> checked(text.size());
    for (const auto& check : layout.checks) {
        checked[static_cast<std::size_t>(check.digit)] = true;
        for (const auto& span : check.covers)
            std::fill_n(checked.begin() + span.first, span.count, true);
    }
    std::vector<Doubt> out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto now = kGlyphs.find(text[i]);
        for (std::size_t c = 0; checked[i] && c < kGlyphs.size(); ++c)
            if (const float cost = chances[i][now] - chances[i][c];
                c != now && cost < kWorstCorrection + kClearlyBetter)
                out.push_back({static_cast<int>(i), static_cast<int>(c), cost});
    }
    std::ranges::sort(out, {}, &Doubt::cost);
    if (out.size() > kDoubts)
        out.resize(kDoubts);
    return out;
}

/// Makes all checks hold with the likeliest change, if there is a likely one that is clearly better than the others.
void correct(const MrzLayout& layout, const Chances& chances, DecodedZone& zone) {
    const auto doubts = doubtsOf(layout, chances, zone.text);
    float best = std::numeric_limits<float>::max(), next = best;
    std::string bestText;
    int bestCount = 0;
    const auto consider = [&](std::initializer_list<const Doubt*> changes) {
        float cost = 0;
        auto text = zone.text;
        for (const auto* change : changes) {
            cost += change->cost;
            text[static_cast<std::size_t>(change->at)] = kGlyphs[static_cast<std::size_t>(change->glyph)];
        }
        if (cost >= next ||
            !std::ranges::all_of(layout.checks, [&](const Check& c) { return holds(layout, text, c); }))
            return;
        if (cost < best) {
            next = best;
            best = cost;
            bestText = std::move(text);
            bestCount = static_cast<int>(changes.size());
        } else {
            next = cost;
        }
    };
    for (std::size_t i = 0; i < doubts.size(); ++i) {
        consider({&doubts[i]});
        for (std::size_t j = 0; j < i; ++j) {
            if (doubts[i].at == doubts[j].at)
                continue;
            consider({&doubts[i], &doubts[j]});
            for (std::size_t k = 0; k < j; ++k)
                if (doubts[k].at != doubts[i].at && doubts[k].at != doubts[j].at)
                    consider({&doubts[i], &doubts[j], &doubts[k]});
        }
    }
    if (best > kWorstCorrection || next - best < kClearlyBetter)
        return;
    zone.text = bestText;
    zone.corrected = bestCount;
}

/// How likely it is that all that a check covers, and its digit, are right, given that it holds: a check digit sees no
/// exchange of characters whose values differ by ten ('0', 'A', 'K' and 'U'), and no two errors that make up for each other.
float certaintyOf(const Chances& chances, const std::string& text, const Check& check) {
    constexpr int kWeights[] = {7, 3, 1};
    std::array<double, 10> sums{1}; // how likely the sum of what was added is each of these, modulo 10
    double chosen = 1;
    int at = 0;
    for (const auto& span : check.covers)
        for (int i = span.first; i < span.first + span.count; ++i, ++at) {
            const auto& glyph = chances[static_cast<std::size_t>(i)];
            std::array<double, 10> next{};
            for (std::size_t c = 0; c < kGlyphs.size(); ++c) {
                const auto added =
                    static_cast<std::size_t>(kWeights[at % 3]) * static_cast<std::size_t>(value(kGlyphs[c]));
                const double probability = std::exp(glyph[c]);
                for (std::size_t s = 0; probability > 1e-6 && s < sums.size(); ++s)
                    next[(s + added) % 10] += probability * sums[s];
            }
            sums = next;
            chosen *= std::exp(glyph[kGlyphs.find(text[static_cast<std::size_t>(i)])]);
        }
    const auto& digit = chances[static_cast<std::size_t>(check.digit)];
    const char printed = text[static_cast<std::size_t>(check.digit)];
    chosen *= std::exp(digit[kGlyphs.find(printed)]);
    if (printed == '<' && !check.mayBeFiller) // of a long number, which the sums above know nothing of
        return static_cast<float>(chosen);
    double any = check.mayBeFiller ? sums[0] * std::exp(digit[static_cast<std::size_t>(kFiller)]) : 0;
    for (std::size_t s = 0; s < sums.size(); ++s)
        any += sums[s] * std::exp(digit[s]);
    return static_cast<float>(any > 0 ? std::min(1.0, chosen / any) : 0);
}

DecodedZone decodeAs(const MrzLayout& layout, const ZoneEvidence& evidence) {
    DecodedZone zone;
    zone.layout = &layout;
    auto chances = evidence.glyphs;
    float sum = 0;
    for (std::size_t i = 0; i < chances.size(); ++i) {
        for (std::size_t c = 0; c < chances[i].size(); ++c)
            chances[i][c] += expectation(layout.places[i], static_cast<int>(i), static_cast<int>(c));
        sum += *std::max_element(chances[i].begin(), chances[i].end());
        normalize(chances[i]);
    }
    for (const auto& country : layout.countries)
        expectCountry(chances, country.first);
    for (const auto& words : wordsOf(layout))
        expectWords(chances, words);
    for (const auto& glyph : chances)
        zone.text +=
            kGlyphs[static_cast<std::size_t>(std::max_element(glyph.begin(), glyph.end()) - glyph.begin())];
    zone.holds = checkResults(layout, zone.text);
    if (!zone.allHold())
        correct(layout, chances, zone);
    zone.holds = checkResults(layout, zone.text);
    for (std::size_t i = 0; i < chances.size(); ++i) {
        const auto glyph = kGlyphs.find(zone.text[i]);
        zone.confidence.push_back(std::exp(chances[i][glyph]));
        if (expectation(layout.places[i], static_cast<int>(i), static_cast<int>(glyph)) <= kForeign)
            ++zone.misplaced;
    }
    for (const auto& check : layout.checks)
        zone.certainty.push_back(certaintyOf(chances, zone.text, check));
    // A digit that fits by chance is one of ten.
    sum += 2.3F * static_cast<float>(std::ranges::count(zone.holds, true)) -
           2.3F * static_cast<float>(zone.holds.size());
    zone.score = sum / static_cast<float>(chances.size());
    return zone;
}

} // namespace

bool DecodedZone::allHold() const {
    return std::ranges::all_of(holds, [](bool h) { return h; });
}

float DecodedZone::leastConfidence() const {
    return confidence.empty() ? 0 : *std::min_element(confidence.begin(), confidence.end());
}

std::vector<bool> checkResults(const MrzLayout& layout, std::string_view text) {
    std::vector<bool> out;
    for (const auto& check : layout.checks)
        out.push_back(holds(layout, text, check));
    return out;
}

DecodedZone decodeZone(const ZoneEvidence& evidence) {
    DecodedZone best;
    for (const auto* layout : layoutsOf(evidence.lines, evidence.width)) {
        auto zone = decodeAs(*layout, evidence);
        if (best.layout == nullptr || zone.score > best.score)
            best = std::move(zone);
    }
    return best;
}

} // namespace balady::vision
