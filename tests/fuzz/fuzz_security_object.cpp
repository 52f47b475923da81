// The list of hashes that an issuer has signed, which is read before it is known who signed it.
#include "drivers/smartcard/security_object.h"
#include "tests/fuzz/target.h"

namespace {

using namespace balady;
using namespace balady::smartcard;

void run(ByteView input) {
    if (const auto message = signedMessageIn(input))
        fuzz::mustHold(message->size() < input.size(), "the message is a part of the file");
    const auto object = parseSecurityObject(input);
    if (!object)
        return;
    std::size_t bytes = 0;
    for (const auto& [number, hash] : object->hashes) {
        fuzz::mustHold(number >= 0 && number <= 255, "a number has one byte");
        bytes += hash.size();
    }
    fuzz::mustHold(bytes + 7 * object->hashes.size() <= input.size(), "the hashes stand in the file");
}

const fuzz::Registration kTarget("security_object", run);

} // namespace
