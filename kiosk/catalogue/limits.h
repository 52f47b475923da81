// Limits: how much of everything fits on the terminal's screens and papers; config/schema says the same.
#pragma once

#include <cstddef>
#include <cstdint>

namespace balady::catalogue {

// Characters of one language.
inline constexpr std::size_t kNameLength = 60;      ///< names, titles, labels: two lines of a tile
inline constexpr std::size_t kSentenceLength = 160; ///< summaries, helps, conditions, steps, notes
inline constexpr std::size_t kKeywordLength = 40;
inline constexpr std::size_t kCodeLength = 64;
inline constexpr std::size_t kSourceLength = 300;

// Items.
inline constexpr std::size_t kServices = 1000;
inline constexpr std::size_t kLists = 200;
inline constexpr std::size_t kOptions = 1000;
inline constexpr std::size_t kGroups = 50;
inline constexpr std::size_t kKeywords = 30;
inline constexpr std::size_t kSentences = 20; ///< conditions, steps
inline constexpr std::size_t kDocuments = 12;
inline constexpr std::size_t kPages = 12;
inline constexpr std::size_t kFieldsOfPage = 5;
inline constexpr std::size_t kGates = 5;

inline constexpr std::int64_t kPromiseDays = 365;
inline constexpr std::int64_t kFeeHalalas = 100'000'000; ///< a million riyals
inline constexpr std::int64_t kPagesOfDocument = 6;      ///< of paper: what an upload has room for
inline constexpr std::int64_t kPriority = 9;
inline constexpr std::int64_t kRank = 10'000;

} // namespace balady::catalogue
