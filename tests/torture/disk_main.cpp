// balady-torture-disk: power cuts and failing disks under the terminal's store, at every operation that reaches the disk.
// usage: balady-torture-disk power-cut|disk [--points N] [--seed S] [--point POINT]
// Prints one JSON object with the counts. Ends with 1 if anything was lost or broken, and says how to repeat it; or if
// what must be lost on a disk that lies is not found out.
#include "kiosk/base/log.h"
#include "tests/torture/store_day.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <random>
#include <sstream>
#include <string_view>

namespace {

using namespace balady;
using namespace balady::torture;

/// A day of few writes, so that each can be tried; and one whose document overflows SQLite's log (1000 pages), which then
/// is written back in the middle of work.
struct Kind {
    int visits;
    std::size_t documentBytes;
};
constexpr std::array<Kind, 2> kDays{{{6, 9000}, {6, 1'000'000}}};

constexpr std::array<std::string_view, 3> kUnsynced{"dropped", "kept", "torn"};
constexpr std::array<std::string_view, 4> kFailures{"full", "read-only", "io", "sync-lost"};

/// One trial. `failure` is nothing for a power cut; else the disk fails at that operation, and `unsynced` says what is
/// left when the power goes at the end of the day, or nothing: it does not go.
struct Point {
    std::size_t day = 0;
    std::size_t at = 0;
    std::optional<std::size_t> failure = {};
    bool lasting = false;
    std::optional<std::size_t> unsynced = {};
    std::uint32_t seed = 0;
};

std::string text(const Point& point) {
    std::ostringstream out;
    out << point.day << ':' << point.at << ':' << (point.failure ? kFailures[*point.failure] : "cut") << ':'
        << (point.lasting ? "lasting" : "once") << ':'
        << (point.unsynced ? kUnsynced[*point.unsynced] : "power") << ':' << point.seed;
    return out.str();
}

template <std::size_t N>
std::optional<std::size_t> indexOf(const std::array<std::string_view, N>& words, std::string_view word) {
    const auto found = std::ranges::find(words, word);
    if (found == words.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - words.begin());
}

std::optional<Point> pointFrom(const std::string& words) {
    std::istringstream in(words);
    std::array<std::string, 6> part;
    for (auto& one : part)
        if (!std::getline(in, one, ':'))
            return std::nullopt;
    Point point;
    point.day = std::strtoul(part[0].c_str(), nullptr, 10);
    point.at = std::strtoul(part[1].c_str(), nullptr, 10);
    point.failure = indexOf(kFailures, part[2]);
    point.lasting = part[3] == "lasting";
    point.unsynced = indexOf(kUnsynced, part[4]);
    point.seed = static_cast<std::uint32_t>(std::strtoul(part[5].c_str(), nullptr, 10));
    return point.day < kDays.size() ? std::optional(point) : std::nullopt;
}

StoreDay dayOn(FrailDisk& disk, std::size_t day) {
    return {disk, kDays[day].visits, kDays[day].documentBytes};
}

Verdict run(const Point& point) {
    FrailDisk disk;
    if (point.failure)
        disk.failAt(point.at, static_cast<Failure>(*point.failure), point.lasting);
    else
        disk.cutPowerAt(point.at);
    auto day = dayOn(disk, point.day);
    day.live();
    if (point.unsynced)
        disk.powerOn(static_cast<Unsynced>(*point.unsynced), point.seed);
    else
        disk.mend();
    return day.morningAfter();
}

std::vector<Operation> operationsOf(std::size_t day) {
    FrailDisk disk;
    dayOn(disk, day).live();
    return disk.done();
}

/// Cuts around every sync of the day of few writes, in all three ways; then cuts anywhere.
std::vector<Point> powerCuts(std::size_t count, std::mt19937& random) {
    std::vector<Point> points;
    const auto add = [&](std::size_t day, std::size_t at, std::size_t unsynced) {
        points.push_back({day, at, {}, false, unsynced, static_cast<std::uint32_t>(random())});
    };
    const auto operations = operationsOf(0);
    for (std::size_t at = 0; at < operations.size(); ++at)
        if (operations[at] == Operation::Sync)
            for (std::size_t unsynced = 0; unsynced < kUnsynced.size(); ++unsynced) {
                add(0, at, unsynced);
                add(0, at + 1, unsynced);
            }
    const std::array sizes{operations.size(), operationsOf(1).size()};
    while (points.size() < count) {
        const std::size_t day = points.size() % 8 == 0 ? 1 : 0; // the long day takes longer, too
        add(day, random() % sizes[day], random() % 5 < 3 ? 2 : random() % 2);
    }
    return points;
}

/// A failure of each kind at every operation of the day of few writes; then anywhere.
std::vector<Point> failures(std::size_t count, std::mt19937& random) {
    std::vector<Point> points;
    const std::array sizes{operationsOf(0).size(), operationsOf(1).size()};
    const auto add = [&](std::size_t day, std::size_t at, std::size_t failure, bool lasting) {
        Point point{day, at, failure, lasting, {}, static_cast<std::uint32_t>(random())};
        if (random() % 2 == 0)
            point.unsynced = random() % kUnsynced.size();
        points.push_back(point);
    };
    for (std::size_t at = 0; at < sizes[0]; ++at)
        for (std::size_t failure = 0; failure < kFailures.size(); ++failure)
            add(0, at, failure, random() % 2 == 0);
    std::ranges::shuffle(points, random);
    if (points.size() > count)
        points.resize(count);
    while (points.size() < count) {
        const std::size_t day = points.size() % 8 == 0 ? 1 : 0;
        add(day, random() % sizes[day], random() % kFailures.size(), random() % 2 == 0);
    }
    return points;
}

/// On a disk that says "synced" and has nothing, everything is lost: what this does not find, it could not find anywhere.
bool findsOutALiar() {
    FrailDisk disk;
    disk.lieAboutSyncs();
    auto day = dayOn(disk, 0);
    day.live();
    disk.powerOn(Unsynced::Dropped, 0);
    const auto why = day.morningAfter().why;
    return std::ranges::all_of(std::array{"00000000-", "report-", "sheet-", "mark-"},
                               [&](std::string_view what) {
                                   return std::ranges::any_of(why, [&](const std::string& one) {
                                       return one.find(what) != std::string::npos;
                                   });
                               });
}

} // namespace

int main(int argc, char** argv) {
    const std::string kind = argc > 1 ? argv[1] : "";
    std::size_t count = 1000;
    std::uint32_t seed = 1;
    std::optional<Point> only;
    bool understood = (kind == "power-cut" || kind == "disk") && argc % 2 == 0;
    for (int i = 2; understood && i + 1 < argc; i += 2) {
        const std::string name = argv[i];
        if (name == "--points")
            count = std::strtoul(argv[i + 1], nullptr, 10);
        else if (name == "--seed")
            seed = static_cast<std::uint32_t>(std::strtoul(argv[i + 1], nullptr, 10));
        else if (name == "--point")
            understood = (only = pointFrom(argv[i + 1])).has_value();
        else
            understood = false;
    }
    if (!understood) {
        std::cerr << "usage: balady-torture-disk power-cut|disk [--points N] [--seed S] [--point POINT]\n";
        return 2;
    }
    // The store's own lines about every failure that is arranged here would hide the one that counts.
    log::setThreshold(only ? log::Level::Debug : log::Level::Error);

    std::mt19937 random(seed);
    const auto points = only                  ? std::vector{*only}
                        : kind == "power-cut" ? powerCuts(count, random)
                                              : failures(count, random);
    int lost = 0;
    int broken = 0;
    for (const auto& point : points) {
        const auto verdict = run(point);
        lost += verdict.lost;
        broken += verdict.broken;
        if (verdict.good())
            continue;
        std::cerr << "torture: " << kind << " point " << text(point) << '\n';
        for (const auto& why : verdict.why)
            std::cerr << "    " << why << '\n';
        std::cerr << "    again: ./dev torture " << kind << " --point " << text(point) << '\n';
    }
    const bool sees = findsOutALiar();
    if (!sees)
        std::cerr << "torture: a disk that lies was not found out, so nothing was proven\n";
    std::cout << boost::json::serialize(boost::json::object{
                     {"points", points.size()}, {"lost", lost}, {"broken", broken}, {"liarFound", sees}})
              << std::endl;
    return lost == 0 && broken == 0 && sees ? 0 : 1;
}
