// The data objects of which all that a chip answers is made.
#include "drivers/smartcard/tlv.h"
#include "tests/fuzz/target.h"

#include <algorithm>

namespace {

using namespace balady;
using namespace balady::smartcard;

void run(ByteView input) {
    const auto objects = parseTlvs(input);
    if (!objects)
        return;
    const auto* at = input.data();
    Bytes again;
    for (const auto& object : *objects) {
        fuzz::mustHold(object.value.data() > at &&
                           object.value.data() + object.value.size() <= input.data() + input.size(),
                       "values lie in the input, one behind the other");
        at = object.value.data() + object.value.size();
        appendTlv(again, object.tag, object.value);
    }
    fuzz::mustHold(at == input.data() + input.size() || objects->empty(), "the objects fill the input");
    fuzz::mustHold(again.size() <= input.size(), "we write the shortest form");
    const auto reread = parseTlvs(again);
    fuzz::mustHold(reread && reread->size() == objects->size(), "what we write is what was read");
    for (std::size_t i = 0; i < objects->size(); ++i)
        fuzz::mustHold((*reread)[i].tag == (*objects)[i].tag &&
                           std::ranges::equal((*reread)[i].value, (*objects)[i].value),
                       "what we write is what was read");
    if (objects->size() != 1)
        return;
    const auto only = parseOnly(objects->front().tag, input);
    fuzz::mustHold(only && only->data() == objects->front().value.data(), "one object is the only one");
    const auto size = sizeFromHead(input);
    fuzz::mustHold(size && *size == input.size(), "the head tells the size of the whole");
}

const fuzz::Registration kTarget("tlv", run);

} // namespace
