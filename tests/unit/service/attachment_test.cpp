// A document's pictures on their way out.
#include "kiosk/crypto/crypto.h"
#include "kiosk/service/attachment.h"

#include <doctest/doctest.h>

using namespace balady;

namespace {

std::shared_ptr<const model::Still> page(std::uint8_t mark) {
    auto still = std::make_shared<model::Still>();
    still->jpeg = {0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 9, 0, 7, 3, 0xff, 0xda, mark, 0xff, 0xd9};
    return still;
}

} // namespace

TEST_CASE("pages_are_sent_as_something_else") {
    const auto one = service::attachmentOf({"lease", {page(1)}}).value();
    CHECK(one.documentId == "lease");
    CHECK(one.mediaType == "image/jpeg");
    CHECK(one.content == page(1)->jpeg);
    CHECK(one.sha256Hex == toHex(crypto::sha256(one.content)));
    const auto several = service::attachmentOf({"lease", {page(1), page(2)}}).value();
    CHECK(several.mediaType == "application/pdf");
    CHECK(asText(several.content).starts_with("%PDF-"));
    CHECK(several.sha256Hex == toHex(crypto::sha256(several.content)));
    const auto broken = std::make_shared<model::Still>();
    CHECK(service::attachmentOf({"lease", {page(1), broken}}).has_error());
}
