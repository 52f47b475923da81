// A chip's answer in an open session: whoever has not got the keys can make none that is believed.
#include "drivers/smartcard/secure_messaging.h"
#include "tests/fuzz/target.h"

namespace {

using namespace balady;
using namespace balady::smartcard;

SecretBytes secret(std::string_view hex) {
    const auto bytes = fromHex(hex).value();
    return {bytes.begin(), bytes.end()};
}

/// Doc 9303-11, appendix D.4, as it stands before the answer to "SELECT EF.COM".
SecureMessaging session(Cipher cipher) {
    if (cipher == Cipher::Des3)
        return SecureMessaging(
            Session{cipher,
                    {secret("979ec13b1cbfe9dcd01ab0fed307eae5"), secret("f1cb1f1fb5adf208806b89dc579dc1f8")},
                    fromHex("887022120c06c227").value()});
    return SecureMessaging(
        Session{cipher,
                {secret("979ec13b1cbfe9dcd01ab0fed307eae5"), secret("f1cb1f1fb5adf208806b89dc579dc1f8")},
                fromHex("0000000000000000887022120c06c227").value()});
}

void run(ByteView input) {
    const auto response = parseResponse(input);
    fuzz::mustHold(response.has_value() == (input.size() >= 2), "an answer has a status word");
    if (!response)
        return;
    fuzz::mustHold(response->data.size() + 2 == input.size(), "the rest of an answer is its data");
    fuzz::mustHold(!response->status.text().empty(), "each status word has a text");
    for (const auto cipher : {Cipher::Des3, Cipher::Aes128}) {
        const auto opened = session(cipher).open(*response);
        if (!opened)
            continue;
        // The answer of the worked example. A second one would be a forgery.
        fuzz::mustHold(cipher == Cipher::Des3 && toHex(input) == "990290008e08fa855a5d4c50a8ed9000",
                       "a MAC fits only what the chip has said");
        fuzz::mustHold(opened->data.empty() && opened->status.ok(),
                       "the example says success and nothing else");
    }
}

const fuzz::Registration kTarget("secure_messaging", run);

} // namespace
