// balady-torture-papers: prints what the QR codes on pictures of papers say: one line a picture, its codes apart by spaces.
// usage: balady-torture-papers PICTURE...
// A paper that the terminal was killed at may be followed by the next one on the same piece: all codes count.
#include <QImage>

#define ZX_USE_UTF8 1 // text() as std::string in UTF-8; ZXing 1.4 would give std::wstring
#include <ZXing/ReadBarcode.h>

#include <iostream>

int main(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        const auto picture = QImage(argv[i]).convertToFormat(QImage::Format_Grayscale8);
        if (picture.isNull()) {
            std::cerr << "balady-torture-papers: " << argv[i] << " is no picture\n";
            return 2;
        }
        const ZXing::ImageView view(picture.constBits(), picture.width(), picture.height(),
                                    ZXing::ImageFormat::Lum, static_cast<int>(picture.bytesPerLine()));
        ZXing::DecodeHints hints;
        hints.setFormats(ZXing::BarcodeFormat::QRCode).setTryHarder(true);
        for (const auto& code : ZXing::ReadBarcodes(view, hints))
            if (code.isValid())
                std::cout << code.text() << ' ';
        std::cout << '\n';
    }
    return 0;
}
