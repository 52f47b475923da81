// Pictures as a camera sends them.
#include "drivers/camera/find_face.h"
#include "drivers/camera/find_page.h"
#include "drivers/camera/jpeg.h"
#include "drivers/camera/picture.h"
#include "drivers/camera/straighten.h"
#include "tests/fuzz/target.h"

namespace {

using namespace balady;

/// Larger ones are decoded but not judged and compressed, which would only take time.
constexpr int kMostPixels = 1'000'000;

void run(ByteView input) {
    const auto frame = camera::decodeJpeg(input);
    if (!frame)
        return;
    fuzz::mustHold(frame->width > 0 && frame->height > 0 && frame->bgr &&
                       frame->bgr->size() == std::size_t{3} * static_cast<std::size_t>(frame->width) *
                                                 static_cast<std::size_t>(frame->height),
                   "a picture has as many pixels as it says");
    if (frame->width > kMostPixels / frame->height)
        return;
    (void)camera::judge(*frame);
    const auto compressed = camera::compress(*frame, camera::kLargestScene);
    if (const auto sight = camera::findPage(*frame); sight.outline) {
        const auto page = camera::straighten(*frame, *sight.outline);
        fuzz::mustHold(page.width > 0 && page.height > 0, "a page that was found has a size");
    }
    if (const auto sight = camera::findFace(*frame); sight.outline) {
        const auto portrait = camera::straighten(*frame, *sight.outline);
        fuzz::mustHold(portrait.width > 0 && portrait.height > 0, "a portrait that was found has a size");
    }
    fuzz::mustHold(compressed && compressed->size() <= std::size_t{2} << 20, "a picture can be sent");
    const auto again = camera::decodeJpeg(*compressed);
    fuzz::mustHold(again && again->width <= 2400 && again->height <= 2400, "what we send can be read");
}

const fuzz::Registration kTarget("image", run);

} // namespace
