// What a hand scanner sends, as bytes of a serial line and as keys. The first byte of the input says how it is framed.
#include "drivers/scanner/key_decoding.h"
#include "drivers/scanner/scan_framing.h"
#include "tests/fuzz/target.h"

#include <algorithm>

namespace {

using namespace balady;
using namespace balady::scanner;

using Time = ScanFraming::Time;

struct Outcome {
    std::vector<std::string> scans;
    std::size_t dropped = 0;
};

/// All the bytes in one breath, `step` at a time.
Outcome frame(const Frame& around, ByteView bytes, std::size_t step) {
    ScanFraming framing(around);
    Outcome out;
    for (std::size_t at = 0; at < bytes.size(); at += step)
        for (auto& scan : framing.take(bytes.subspan(at, std::min(step, bytes.size() - at)), Time{}))
            out.scans.push_back(std::move(scan));
    out.dropped = framing.takeDropped();
    fuzz::mustHold(framing.takeDropped() == 0, "a scan is dropped once");
    return out;
}

void read(const Frame& around, ByteView bytes) {
    const auto whole = frame(around, bytes, std::max<std::size_t>(bytes.size(), 1));
    const auto cut = frame(around, bytes, 1);
    fuzz::mustHold(whole.scans == cut.scans && whole.dropped == cut.dropped,
                   "scans are the same however they are cut on their way");
    std::size_t size = 0;
    for (const auto& scan : whole.scans) {
        fuzz::mustHold(std::ranges::all_of(scan, [](char c) { return c >= ' ' && c <= '~'; }),
                       "a scan is printable");
        fuzz::mustHold(scan.size() <= ScanFraming::kLargestScan, "a scan is no longer than a code");
        size += scan.size() + around.suffix.size();
    }
    fuzz::mustHold(size <= bytes.size(), "what is scanned was sent");
}

void run(ByteView input) {
    fuzz::Portions portions(input);
    const auto how = portions.byte();
    Frame around;
    if ((how & 1) != 0)
        around.prefix = "]Q1";
    if ((how & 2) != 0)
        around.suffix = "\r\n";
    if ((how & 4) == 0) {
        read(around, portions.rest());
        return;
    }
    KeyDecoding keys;
    const auto typed = keys.take(portions.rest());
    fuzz::mustHold(typed.size() * 16 <= portions.rest().size(), "each key that is typed is an event");
    read(around, typed);
}

const fuzz::Registration kTarget("hand_scanner", run);

} // namespace
