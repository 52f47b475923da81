// Canary: a value that belongs to a made-up citizen and to nothing else, and every form in which it could stay behind.
#pragma once

#include "kiosk/base/bytes.h"

#include <array>
#include <string>
#include <vector>

namespace balady::privacy {

/// Text as a person would write it, UTF-8. Where it is digits alone, Arabic-Indic ones and parts of it count too.
struct TextCanary {
    std::string name; ///< what it is ("identity"): reports say this, never the value
    std::string text;
};

/// A file that only this visit had: a picture as it was sent, a portrait of a chip.
struct FileCanary {
    std::string name;
    Bytes content;
};

/// A colour that fills parts of a picture and occurs nowhere else: pixels are found however they are laid out.
struct ColourCanary {
    std::string name;
    std::array<std::uint8_t, 3> rgb{};
};

struct Canaries {
    std::vector<TextCanary> texts;
    std::vector<FileCanary> files;
    std::vector<ColourCanary> colours;
};

/// One sequence of bytes to look for.
struct Needle {
    std::string canary;
    std::string form; ///< "utf-8", "utf-16le", "base64", …
    Bytes bytes;
};

/// Every form of the texts and files: UTF-8, UTF-16 both ways, UTF-32, Arabic-Indic digits in all of them, any seven
/// digits of a number in a row, base64 at each of its three alignments (also the URL alphabet), percent-encoding, hexadecimal;
/// of a file, runs of its bytes, raw and in base64, and its SHA-256. None is shorter than kShortest.
[[nodiscard]] std::vector<Needle> needles(const Canaries& canaries);

inline constexpr std::size_t kShortest = 7;

} // namespace balady::privacy
