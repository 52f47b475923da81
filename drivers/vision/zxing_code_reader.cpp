#include "drivers/vision/zxing_code_reader.h"

#define ZX_USE_UTF8 1 // text() as std::string in UTF-8; ZXing 1.4 would give std::wstring
#include <ZXing/ReadBarcode.h>

#include <exception>

namespace balady::vision {
namespace {

void addCodes(const ZXing::ImageView& view, const ZXing::DecodeHints& hints, std::vector<std::string>& out) {
    for (const auto& code : ZXing::ReadBarcodes(view, hints))
        if (code.isValid())
            out.push_back(code.text());
}

std::vector<std::string> findCodes(const ports::Frame& frame, ports::CodeKinds kinds) {
    const auto pixels = static_cast<std::size_t>(frame.width) * static_cast<std::size_t>(frame.height);
    if (frame.width <= 0 || frame.height <= 0 || !frame.bgr || frame.bgr->size() != pixels * 3)
        return {};
    std::vector<std::string> out;
    try {
        const ZXing::ImageView view(frame.bgr->data(), frame.width, frame.height, ZXing::ImageFormat::BGR);
        ZXing::DecodeHints hints;
        hints.setFormats(ZXing::BarcodeFormat::QRCode).setTryHarder(true);
        addCodes(view, hints, out);
        if (kinds == ports::CodeKinds::SquaresAndBars) {
            // One at a time: ZXing 1.4 ends the process (an assertion in Result::operator==) when it compares a bar code that
            // it has read on several lines with another.
            hints.setFormats(ZXing::BarcodeFormat::Code128).setMaxNumberOfSymbols(1);
            addCodes(view, hints, out);
        }
    } catch (const std::exception&) {
        // A picture that the library stumbles over holds no code that we could use.
        out.clear();
    }
    return out;
}

} // namespace

ports::Task<std::vector<std::string>> ZxingCodeReader::read(ports::Frame frame, ports::CodeKinds kinds) {
    // Named, not a temporary of the await expression: GCC 12 destroys what such a lambda has captured twice.
    auto work = [frame = std::move(frame), kinds]() -> Result<std::vector<std::string>> {
        return findCodes(frame, kinds);
    };
    co_return co_await m_thread.run(std::move(work));
}

} // namespace balady::vision
