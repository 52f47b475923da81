// Subject: a program whose screen is measured, and how its first page is told.
#pragma once

#include "tests/bench/ui/process_tree.h"
#include "tests/bench/ui/x_screen.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace balady::bench {

struct Subject {
    std::string name;
    std::vector<std::string> command;
    std::map<std::string, std::string> environment;
    /// Its first page is on the screen when so many colours are, from top to bottom: 1 for a plain window; a page has
    /// words and surfaces, and smooth edges between them.
    std::size_t colours = 12;
};

/// One start, seen from outside.
struct Start {
    double firstPage = 0; ///< ms from making the process to the first picture of its page
    double settled = 0;   ///< ms until the last change, arrivals and animations included
    double processor =
        0;         ///< ms of processor time of its tree until it was settled, and the wait that proves it
    Memory memory; ///< then
};

/// Starts it, waits until its screen rests, measures and ends it. Throws when no page comes within a minute.
[[nodiscard]] Start measureStart(const Subject& subject, XScreen& screen, const std::filesystem::path& log);

/// Waits until nothing in the area has changed for `rest`; the moment of the last change, if there was one.
/// What the area shows then is in `picture`, which holds what it showed before.
std::optional<Moment> untilSettled(XScreen& screen, Area area, Picture& picture,
                                   std::chrono::milliseconds rest);

/// Waits until the subject's first page is seen. Throws when it does not come within a minute.
Moment untilFirstPage(const Subject& subject, XScreen& screen);

/// Milliseconds.
[[nodiscard]] double between(Moment from, Moment to);

} // namespace balady::bench
