// read_code: prints the text of the one QR code in a picture; ends with 1 if there is none or there are several.
#include <QImage>

#define ZX_USE_UTF8 1 // text() as std::string in UTF-8; ZXing 1.4 would give std::wstring
#include <ZXing/ReadBarcode.h>

#include <iostream>

int main(int argc, char** argv) {
    const auto picture = argc == 2 ? QImage(argv[1]).convertToFormat(QImage::Format_Grayscale8) : QImage();
    if (picture.isNull()) {
        std::cerr << "usage: read_code PICTURE" << std::endl;
        return 2;
    }
    const ZXing::ImageView view(picture.constBits(), picture.width(), picture.height(),
                                ZXing::ImageFormat::Lum, static_cast<int>(picture.bytesPerLine()));
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode).setTryHarder(true);
    const auto codes = ZXing::ReadBarcodes(view, hints);
    if (codes.size() != 1 || !codes.front().isValid()) {
        std::cerr << "read_code: " << codes.size() << " codes" << std::endl;
        return 1;
    }
    std::cout << codes.front().text() << std::endl;
    return 0;
}
