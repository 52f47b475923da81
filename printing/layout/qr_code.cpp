#include "printing/layout/qr_code.h"

#include <qrencode.h>

#include <memory>

namespace balady::layout {
namespace {

QRecLevel level(QrCorrection correction) {
    switch (correction) {
    case QrCorrection::Low: return QR_ECLEVEL_L;
    case QrCorrection::Medium: return QR_ECLEVEL_M;
    case QrCorrection::Quartile: return QR_ECLEVEL_Q;
    }
    return QR_ECLEVEL_M;
}

} // namespace

Result<QrCode> makeQrCode(std::string_view text, QrCorrection correction) {
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code{
        QRcode_encodeData(static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.data()),
                          0, level(correction)),
        &QRcode_free};
    if (!code)
        return Fault{FaultCode::InvalidData, "qr code: empty or too long"};
    QrCode made;
    made.size = code->width;
    made.dark.reserve(static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width));
    // libqrencode keeps the module's colour in bit 0 and its purpose in the others.
    for (int i = 0; i < code->width * code->width; ++i)
        made.dark.push_back(code->data[i] & 1U);
    return made;
}

} // namespace balady::layout
