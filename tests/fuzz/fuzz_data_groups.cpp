// The files of a chip that hold its contents: EF.COM, EF.DG1 and EF.DG2.
#include "drivers/smartcard/data_groups.h"
#include "drivers/smartcard/facial_image.h"
#include "tests/fuzz/target.h"

#include <algorithm>

namespace {

using namespace balady;

void run(ByteView input) {
    const auto first = smartcard::comLists(input, smartcard::kDg1);
    fuzz::mustHold(first.has_value() == smartcard::comLists(input, smartcard::kDg2).has_value(),
                   "whether a file is EF.COM is no question of what is looked for");

    if (const auto zone = smartcard::parseDg1(input))
        fuzz::mustHold(zone->documentNumber.size() <= 22 && zone->birthDate.size() == 6,
                       "fields have their size");

    const auto portrait = smartcard::parseDg2(input);
    if (!portrait)
        return;
    const auto& image = portrait->image;
    fuzz::mustHold(!image.empty() && image.size() < input.size(), "an image is a part of the file");
    fuzz::mustHold(std::search(input.begin(), input.end(), image.begin(), image.end()) != input.end(),
                   "an image is a part of the file");
}

const fuzz::Registration kTarget("data_groups", run);

} // namespace
