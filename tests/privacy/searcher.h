// Searcher: finds any of many needles, and pixels of a colour, in memory or files, in one pass over the bytes.
#pragma once

#include "tests/privacy/canary.h"

#include <cstdint>
#include <vector>

namespace balady::privacy {

/// What the bytes around a hit look like; says where to look for the cause, and nothing of the value.
enum class Neighbourhood { Zeros, Text, WideText, Binary };
[[nodiscard]] std::string_view name(Neighbourhood neighbourhood);

struct Hit {
    std::string canary;
    std::string form;
    std::size_t offset = 0; ///< in what was searched
    Neighbourhood neighbourhood = Neighbourhood::Binary;
};

class Searcher {
  public:
    explicit Searcher(const Canaries& canaries);

    /// All hits, by offset; a needle inside a hit of a longer one of the same canary is not told again.
    [[nodiscard]] std::vector<Hit> search(ByteView haystack) const;

    /// Bytes that a reader who reads in pieces must read again at the start of the next piece.
    [[nodiscard]] std::size_t overlap() const { return m_longest; }

  private:
    void searchNeedles(ByteView haystack, std::vector<Hit>& hits) const;
    void searchColour(const ColourCanary& colour, ByteView haystack, std::vector<Hit>& hits) const;

    std::vector<Needle> m_needles;
    std::vector<ColourCanary> m_colours;
    std::vector<std::uint64_t> m_begins;              ///< a bit for each hash of a needle's first four bytes
    std::vector<std::vector<std::uint32_t>> m_byHash; ///< the needles with that hash
    std::size_t m_longest = 0;
};

} // namespace balady::privacy
