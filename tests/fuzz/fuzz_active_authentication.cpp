// A chip's public key, and its answer to what it was asked to sign: both of anybody's making.
#include "kiosk/crypto/active_authentication.h"
#include "tests/fuzz/target.h"

namespace {

using namespace balady;
using crypto::Proof;

void run(ByteView input) {
    fuzz::Portions portions(input);
    const auto key = crypto::ActiveAuthentication::withKey(portions.portion());
    if (!key)
        return;
    fuzz::mustHold(key->answerSize() > 0 && key->answerSize() <= 512,
                   "an answer has a size that is asked for");
    const auto challenge = portions.portion();
    const auto answer = portions.rest();
    const auto proof = key->judge(challenge, answer);
    fuzz::mustHold(answer.size() == key->answerSize() || proof == Proof::NotUnderstood,
                   "an answer of another size is no proof");
}

const fuzz::Registration kTarget("active_authentication", run);

} // namespace
