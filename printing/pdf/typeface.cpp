#include "printing/pdf/typeface.h"

#include "printing/pdf/sfnt.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

namespace balady::pdf {
namespace {

template <class T, void (*release)(T*)>
struct Release {
    void operator()(T* thing) const { release(thing); }
};
using BlobPtr = std::unique_ptr<hb_blob_t, Release<hb_blob_t, hb_blob_destroy>>;
using FacePtr = std::unique_ptr<hb_face_t, Release<hb_face_t, hb_face_destroy>>;
using FontPtr = std::unique_ptr<hb_font_t, Release<hb_font_t, hb_font_destroy>>;
using BufferPtr = std::unique_ptr<hb_buffer_t, Release<hb_buffer_t, hb_buffer_destroy>>;
using InputPtr = std::unique_ptr<hb_subset_input_t, Release<hb_subset_input_t, hb_subset_input_destroy>>;
using PlanPtr = std::unique_ptr<hb_subset_plan_t, Release<hb_subset_plan_t, hb_subset_plan_destroy>>;

constexpr hb_tag_t kGlyf = HB_TAG('g', 'l', 'y', 'f');
constexpr hb_tag_t kHead = HB_TAG('h', 'e', 'a', 'd');
constexpr hb_tag_t kHhea = HB_TAG('h', 'h', 'e', 'a');
constexpr hb_tag_t kHmtx = HB_TAG('h', 'm', 't', 'x');
constexpr hb_tag_t kLoca = HB_TAG('l', 'o', 'c', 'a');
constexpr hb_tag_t kMaxp = HB_TAG('m', 'a', 'x', 'p');

Bytes table(hb_face_t* face, hb_tag_t tag) {
    const BlobPtr blob{hb_face_reference_table(face, tag)};
    unsigned length = 0;
    const auto* data = reinterpret_cast<const std::uint8_t*>(hb_blob_get_data(blob.get(), &length));
    return {data, data + length};
}

void put16(Bytes& bytes, std::size_t at, std::uint32_t value) {
    bytes[at] = static_cast<std::uint8_t>(value >> 8);
    bytes[at + 1] = static_cast<std::uint8_t>(value);
}

/// Glyphs and their metrics taken apart, so that parts of ligatures can be added behind the font's own.
struct GlyphTables {
    Bytes glyf;
    std::vector<std::uint32_t> offsets; ///< one more than glyphs
    Bytes hmtx;

    void add(ByteView outline, std::uint32_t advance, std::uint32_t bearing) {
        glyf.insert(glyf.end(), outline.begin(), outline.end());
        glyf.resize((glyf.size() + 3) / 4 * 4);
        offsets.push_back(static_cast<std::uint32_t>(glyf.size()));
        append16(hmtx, advance);
        append16(hmtx, bearing);
    }
};

struct PathTarget {
    Path& path;
    Point origin;
    double scale;
    Point last{};

    [[nodiscard]] Point at(float x, float y) const {
        return {origin.x + static_cast<double>(x) * scale, origin.y - static_cast<double>(y) * scale};
    }
};

hb_draw_funcs_t* pathFuncs() {
    static hb_draw_funcs_t* const funcs = [] {
        auto* made = hb_draw_funcs_create();
        hb_draw_funcs_set_move_to_func(
            made,
            [](hb_draw_funcs_t*, void* target, hb_draw_state_t*, float x, float y, void*) {
                auto& to = *static_cast<PathTarget*>(target);
                to.path.moveTo(to.last = to.at(x, y));
            },
            nullptr, nullptr);
        hb_draw_funcs_set_line_to_func(
            made,
            [](hb_draw_funcs_t*, void* target, hb_draw_state_t*, float x, float y, void*) {
                auto& to = *static_cast<PathTarget*>(target);
                to.path.lineTo(to.last = to.at(x, y));
            },
            nullptr, nullptr);
        hb_draw_funcs_set_cubic_to_func(
            made,
            [](hb_draw_funcs_t*, void* target, hb_draw_state_t*, float ax, float ay, float bx, float by,
               float x, float y, void*) {
                auto& to = *static_cast<PathTarget*>(target);
                to.path.curveTo(to.at(ax, ay), to.at(bx, by), to.last = to.at(x, y));
            },
            nullptr, nullptr);
        hb_draw_funcs_set_close_path_func(
            made,
            [](hb_draw_funcs_t*, void* target, hb_draw_state_t*, void*) {
                static_cast<PathTarget*>(target)->path.close();
            },
            nullptr, nullptr);
        hb_draw_funcs_make_immutable(made);
        return made;
    }();
    return funcs;
}

} // namespace

struct Typeface::Handles {
    Bytes sfnt;
    FacePtr face;
    FontPtr font;
    double unitsPerEm = 1000;
};

Result<std::shared_ptr<const Typeface>> Typeface::fromFont(Bytes sfnt) {
    auto handles = std::make_unique<Handles>();
    handles->sfnt = std::move(sfnt);
    const BlobPtr blob{hb_blob_create(reinterpret_cast<const char*>(handles->sfnt.data()),
                                      static_cast<unsigned>(handles->sfnt.size()), HB_MEMORY_MODE_READONLY,
                                      nullptr, nullptr)};
    handles->face.reset(hb_face_create(blob.get(), 0));
    if (hb_face_get_glyph_count(handles->face.get()) == 0 || table(handles->face.get(), kHead).size() < 54 ||
        table(handles->face.get(), kGlyf).empty())
        return Fault{FaultCode::Malformed, "font: no TrueType outlines"};
    hb_face_make_immutable(handles->face.get());
    handles->font.reset(hb_font_create(handles->face.get()));
    hb_font_make_immutable(handles->font.get());
    handles->unitsPerEm = hb_face_get_upem(handles->face.get());
    return std::shared_ptr<const Typeface>(new Typeface(std::move(handles)));
}

Typeface::Typeface(std::unique_ptr<Handles> handles) : m_handles(std::move(handles)) {
    auto* font = m_handles->font.get();
    const auto em = m_handles->unitsPerEm;
    const auto metric = [&](hb_ot_metrics_tag_t tag) {
        hb_position_t value = 0;
        hb_ot_metrics_get_position_with_fallback(font, tag, &value);
        return value / em;
    };
    m_metrics.ascent = metric(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
    m_metrics.descent = metric(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
    m_metrics.capHeight = metric(HB_OT_METRICS_TAG_CAP_HEIGHT);
    const auto head = table(m_handles->face.get(), kHead);
    for (std::size_t i = 0; i < 4; ++i)
        m_metrics.box[i] = static_cast<std::int16_t>(read16(head, 36 + 2 * i)) / em;
    char name[64] = "";
    unsigned size = sizeof name;
    hb_ot_name_get_utf8(m_handles->face.get(), HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size,
                        name);
    m_name = name;
}

Typeface::~Typeface() = default;

bool Typeface::covers(char32_t character) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(m_handles->font.get(), character, &glyph) != 0;
}

int Typeface::width(std::uint32_t glyph) const {
    return static_cast<int>(std::lround(hb_font_get_glyph_h_advance(m_handles->font.get(), glyph) * 1000 /
                                        m_handles->unitsPerEm));
}

void Typeface::outline(std::uint32_t glyph, Point origin, double size, Path& path) const {
    PathTarget target{path, origin, size / m_handles->unitsPerEm};
    hb_font_get_glyph_shape(m_handles->font.get(), glyph, pathFuncs(), &target);
}

std::vector<Glyph> Typeface::shape(std::u32string_view text, std::size_t from, std::size_t count,
                                   bool rightToLeft) const {
    const BufferPtr buffer{hb_buffer_create()};
    hb_buffer_set_cluster_level(buffer.get(), HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_add_codepoints(buffer.get(), reinterpret_cast<const hb_codepoint_t*>(text.data()),
                             static_cast<int>(text.size()), static_cast<unsigned>(from),
                             static_cast<int>(count));
    hb_buffer_set_direction(buffer.get(), rightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_guess_segment_properties(buffer.get());
    hb_buffer_set_language(buffer.get(), hb_language_from_string(rightToLeft ? "ar" : "en", -1));
    hb_shape(m_handles->font.get(), buffer.get(), nullptr, 0);

    unsigned length = 0;
    const auto* infos = hb_buffer_get_glyph_infos(buffer.get(), &length);
    const auto* positions = hb_buffer_get_glyph_positions(buffer.get(), &length);
    std::set<std::size_t> starts{from + count};
    for (unsigned i = 0; i < length; ++i)
        starts.insert(infos[i].cluster);

    const auto em = m_handles->unitsPerEm;
    std::vector<Glyph> glyphs;
    for (unsigned begin = 0; begin < length;) {
        unsigned end = begin;
        unsigned widest = begin; // the glyph that has the cluster's characters
        for (; end < length && infos[end].cluster == infos[begin].cluster; ++end)
            if (positions[end].x_advance > positions[widest].x_advance)
                widest = end;
        const std::size_t first = infos[begin].cluster;
        const auto characters = text.substr(first, *starts.upper_bound(first) - first);
        for (unsigned i = begin; i < end; ++i) {
            Glyph glyph{this,
                        infos[i].codepoint,
                        {},
                        positions[i].x_advance / em,
                        positions[i].x_offset / em,
                        positions[i].y_offset / em};
            if (i != widest) {
                glyphs.push_back(std::move(glyph));
            } else if (glyph.advance == 0) {
                glyphs.push_back(std::move(glyph));
                glyphs.push_back({this, 0, std::u32string(characters), 0, 0, 0, false, false});
            } else if (rightToLeft && characters.size() > 1) {
                glyph.advance /= static_cast<double>(characters.size());
                glyph.whole = false;
                for (auto character = characters.rbegin(); character != characters.rend(); ++character) {
                    glyph.text = *character;
                    glyphs.push_back(glyph);
                    glyph.id = 0;
                    glyph.ink = false;
                    glyph.dx = glyph.dy = 0;
                }
            } else {
                glyph.text = characters;
                glyphs.push_back(std::move(glyph));
            }
        }
        begin = end;
    }
    return glyphs;
}

Result<Typeface::Subset> Typeface::subset(const std::vector<Needed>& needed) const {
    const Fault refused{FaultCode::Malformed, "font: cannot be cut to the glyphs of a document"};
    const InputPtr input{hb_subset_input_create_or_fail()};
    if (!input)
        return refused;
    for (const auto& glyph : needed)
        hb_set_add(hb_subset_input_glyph_set(input.get()), glyph.id);
    // A PDF font needs outlines and widths. Without the layout tables no glyph is added for their sake.
    hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const char* tag : {"GSUB", "GPOS", "GDEF", "OS/2", "cmap", "name", "post", "gasp"})
        hb_set_add(dropped, hb_tag_from_string(tag, 4));
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
    const PlanPtr plan{hb_subset_plan_create_or_fail(m_handles->face.get(), input.get())};
    const FacePtr cut{plan ? hb_subset_plan_execute_or_fail(plan.get()) : nullptr};
    if (!cut)
        return refused;

    auto head = table(cut.get(), kHead);
    auto hhea = table(cut.get(), kHhea);
    auto maxp = table(cut.get(), kMaxp);
    const auto loca = table(cut.get(), kLoca);
    const auto metrics = table(cut.get(), kHmtx);
    const auto sourceGlyf = table(cut.get(), kGlyf);
    if (head.size() < 54 || hhea.size() < 36 || maxp.size() < 6)
        return refused;
    const std::size_t count = read16(maxp, 4);
    const std::size_t longMetrics = read16(hhea, 34);
    const bool longOffsets = read16(head, 50) != 0;
    if (longMetrics == 0 || loca.size() < (count + 1) * (longOffsets ? 4 : 2) ||
        metrics.size() < longMetrics * 4 + (count - std::min(count, longMetrics)) * 2)
        return refused;

    const auto offset = [&](std::size_t i) -> std::size_t {
        return longOffsets ? read32(loca, 4 * i) : 2 * static_cast<std::size_t>(read16(loca, 2 * i));
    };
    const auto advanceOf = [&](std::size_t i) { return read16(metrics, 4 * std::min(i, longMetrics - 1)); };
    const auto bearingOf = [&](std::size_t i) {
        return i < longMetrics ? read16(metrics, 4 * i + 2)
                               : read16(metrics, 4 * longMetrics + 2 * (i - longMetrics));
    };
    const auto outlineOf = [&](std::size_t i) {
        return ByteView(sourceGlyf).subspan(offset(i), offset(i + 1) - offset(i));
    };
    for (std::size_t i = 0; i < count; ++i)
        if (offset(i) > offset(i + 1) || offset(i + 1) > sourceGlyf.size())
            return refused;

    GlyphTables out{{}, {0}, {}};
    for (std::size_t i = 0; i < count; ++i)
        out.add(outlineOf(i), advanceOf(i), bearingOf(i));

    Subset subset;
    const hb_map_t* places = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    for (const auto& glyph : needed) {
        const std::size_t place = hb_map_get(places, glyph.id);
        if (place >= count)
            return refused;
        if (glyph.ink && glyph.width == kOwnWidth) {
            subset.places.push_back(static_cast<std::uint32_t>(place));
            continue;
        }
        subset.places.push_back(static_cast<std::uint32_t>(out.offsets.size() - 1));
        const auto width =
            static_cast<std::uint32_t>(std::lround(glyph.width * m_handles->unitsPerEm / 1000));
        if (glyph.ink)
            out.add(outlineOf(place), width, bearingOf(place));
        else
            out.add({}, width, 0);
    }

    const auto total = static_cast<std::uint32_t>(out.offsets.size() - 1);
    Bytes newLoca;
    for (const auto at : out.offsets)
        append32(newLoca, at);
    put16(head, 50, 1);
    put16(hhea, 34, total);
    put16(maxp, 4, total);
    subset.program = assembleFont({{kGlyf, std::move(out.glyf)},
                                   {kHead, std::move(head)},
                                   {kHhea, std::move(hhea)},
                                   {kHmtx, std::move(out.hmtx)},
                                   {kLoca, std::move(newLoca)},
                                   {kMaxp, std::move(maxp)}});
    return subset;
}

} // namespace balady::pdf
