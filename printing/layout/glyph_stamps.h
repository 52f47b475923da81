// GlyphStamps: the letters of a receipt as dots, each drawn once and then only stamped. Private to printing/layout.
#pragma once

#include "printing/layout/bitmap.h"

#include <QHashFunctions>
#include <QRawFont>
#include <unordered_map>

namespace balady::layout {

/// Letters repeat: a receipt has some 900 of 150 kinds, and drawing one costs fifty times as much as stamping it.
class GlyphStamps {
  public:
    struct Stamp {
        Bitmap dots;
        int left = 0; ///< of the first column, from the glyph's origin
        int top = 0;  ///< of the first row, from the base line
    };

    /// Glyphs are told apart to a quarter of a dot across, as Qt does on a screen.
    static constexpr int kSteps = 4;

    /// Of the calling thread, because Qt's fonts belong to the thread that loaded them.
    [[nodiscard]] static GlyphStamps& ofThisThread();

    /// `step` of kSteps to the right of the origin. Valid until the next call.
    [[nodiscard]] const Stamp& stamp(const QRawFont& font, quint32 glyph, int step);

  private:
    struct Key {
        QRawFont font;
        quint32 glyph;
        int step;
        friend bool operator==(const Key&, const Key&) = default;
    };
    struct Hash {
        std::size_t operator()(const Key& key) const { return qHashMulti(0, key.font, key.glyph, key.step); }
    };

    std::unordered_map<Key, Stamp, Hash> m_stamps;
};

} // namespace balady::layout
