#include "printing/layout/licence_layout.h"
#include "tests/support/command.h"
#include "tests/support/grey_page.h"
#include "tests/support/sample_licence.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>

#include <QFontDatabase>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <cmath>
#include <fstream>

using namespace balady;
using namespace balady::tests;

namespace {

const layout::LicenceLayout& licenceLayout() {
    static const auto layout = layout::LicenceLayout::open().value();
    return layout;
}

/// A licence on disk, as a viewer or a printer gets it.
struct Printed {
    TempFolder folder;
    std::filesystem::path pdf = folder / "licence.pdf";

    explicit Printed(const model::LicencePaper& paper) {
        const auto bytes = licenceLayout().layOut(paper).value();
        std::ofstream(pdf, std::ios::binary)
            .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    }

    /// What a search finds. The marks that pdftotext adds to show directions are taken out.
    [[nodiscard]] std::string text() const {
        auto found = output("pdftotext '" + pdf.string() + "' -");
        for (const std::string mark : {"\u202a", "\u202b", "\u202c"})
            for (std::size_t at; (at = found.find(mark)) != std::string::npos;)
                found.erase(at, mark.size());
        return found;
    }
};

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

/// The same words drawn by another engine: one line of Arabic, its right end at the picture's right edge.
QImage drawnByQt(const QString& text, double points, const QSize& size, double baseline, double dpi) {
    QFont font(
        QFontDatabase::applicationFontFamilies(QFontDatabase::addApplicationFont(":/fonts/text-600.ttf"))
            .value(0));
    font.setWeight(QFont::DemiBold);
    font.setPixelSize(100);
    QImage image(size, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setLayoutDirection(Qt::RightToLeft);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font);
    const double scale = points / 72 * dpi / 100;
    painter.translate(size.width(), baseline);
    painter.scale(scale, scale);
    painter.drawText(QPointF(-QFontMetricsF(font).horizontalAdvance(text), 0), text);
    return image;
}

/// Correlation of the page at (left, top) with the picture, the best of a few small shifts.
double likeness(const GreyPage& page, int left, int top, const QImage& image) {
    double best = -1;
    for (int dy = -2; dy <= 2; ++dy)
        for (int dx = -3; dx <= 3; ++dx) {
            double a = 0, b = 0, aa = 0, bb = 0, ab = 0;
            const double count = static_cast<double>(image.width()) * image.height();
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x) {
                    const double p = page.at(left + x + dx, top + y + dy), q = image.constScanLine(y)[x];
                    a += p;
                    b += q;
                    aa += p * p;
                    bb += q * q;
                    ab += p * q;
                }
            best =
                std::max(best, (ab - a * b / count) / std::sqrt((aa - a * a / count) * (bb - b * b / count)));
        }
    return best;
}

} // namespace

TEST_CASE("licence_cannot_be_searched_in_arabic") {
    const auto text = Printed(SampleIssuer().paper(sampleLicence())).text();
    for (const auto* part : {"رخصة تجارية", "LC-4500000123", "مؤسسة الأحمد للمواد الغذائية", "7000000012",
                             "RAAA2919", "أمانة المنطقة الشرقية", "Al-Ahmad Foodstuff Establishment",
                             "تاريخ الانتهاء", "20 November 2027", "هذه الرخصة موقّعة رقميًا"})
        CHECK_MESSAGE(contains(text, part), part);
    CHECK_FALSE(contains(text, "COPY"));
}

TEST_CASE("qr_code_of_the_printed_licence_does_not_verify") {
    const SampleIssuer issuer;
    const auto paper = issuer.paper(sampleLicence());
    const auto scanned = GreyPage(Printed(paper).pdf, 200).qrText(18, 216, 64);
    CHECK(scanned == paper.jws);
    CHECK(licence::verify(scanned, issuer.keySet).value().number == "LC-4500000123");
}

TEST_CASE("longest_licence_leaves_its_place_or_its_code_unreadable") {
    auto licence = sampleLicence();
    const std::string arabic = "شركة عبد الله بن محمّد الأحمد وأولاده القابضة للتجارة والمقاولات والصيانة "
                               "والتشغيل المحدودة وشركاؤهم في الدمام والخبر";
    const std::string english = "Abdullah bin Mohammed Al-Ahmad and Sons Holding Company for Trade, "
                                "Contracting, Maintenance and Operation Ltd, Dammam";
    licence.holder = licence.activity = model::text(arabic, english);
    const auto paper = SampleIssuer().paper(licence, true);
    const Printed printed(paper);
    CHECK(GreyPage(printed.pdf, 300).qrText(18, 216, 64) == paper.jws);
    CHECK(contains(printed.text(), "Abdullah bin Mohammed"));
    CHECK(contains(printed.text(), "شركة عبد الله بن محمّد الأحمد"));
}

TEST_CASE("copy_looks_like_the_first_print") {
    const Printed copy(SampleIssuer().paper(sampleLicence(), true));
    CHECK(contains(copy.text(), "COPY"));
    CHECK(contains(copy.text(), "نسخة"));
    const GreyPage page(copy.pdf, 50), original(Printed(SampleIssuer().paper(sampleLicence())).pdf, 50);
    int different = 0;
    for (std::size_t i = 0; i < page.pixels.size(); ++i)
        different += page.pixels[i] != original.pixels[i] ? 1 : 0;
    CHECK(different > static_cast<int>(page.pixels.size()) / 100); // across the page, not only the badge
}

TEST_CASE("day_and_year_change_places_in_arabic") {
    int argc = 1;
    char name[] = "unit_licence_layout";
    char* argv[] = {name, nullptr};
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const GreyPage page(Printed(SampleIssuer().paper(sampleLicence())).pdf, 200);
    // The Gregorian day of issue: its right end and its baseline on the page (licence_layout.cpp, dateCard).
    constexpr double kRight = 183, kBaseline = 181.5 + 19.4, kAbove = 5, kBelow = 2, kWide = 40;
    const QSize size(static_cast<int>(page.pixelsOf(kWide)),
                     static_cast<int>(page.pixelsOf(kAbove + kBelow)));
    const int left = static_cast<int>(std::lround(page.pixelsOf(kRight))) - size.width();
    const int top = static_cast<int>(std::lround(page.pixelsOf(kBaseline - kAbove)));
    const auto like = [&](const QString& text) {
        return likeness(page, left, top, drawnByQt(text, 12.5, size, page.pixelsOf(kAbove), page.dpi));
    };
    const double right = like(QStringLiteral("21 نوفمبر 2026 م"));
    CHECK(right > 0.8);
    CHECK(right > like(QStringLiteral("2026 نوفمبر 21 م")) + 0.2);
    CHECK(right > like(QStringLiteral("20 نوفمبر 2027 م")) + 0.02); // not the other date
}

TEST_CASE("same_licence_gives_different_bytes") {
    const auto paper = SampleIssuer().paper(sampleLicence());
    CHECK(licenceLayout().layOut(paper).value() ==
          layout::LicenceLayout::open().value().layOut(paper).value());
}

TEST_CASE("letter_that_no_font_has_is_printed_as_a_box") {
    auto paper = SampleIssuer().paper(sampleLicence());
    paper.licence.holder = model::text("مؤسسة \U0001F600", "");
    CHECK(licenceLayout().layOut(paper).error().code == FaultCode::InvalidData);
}
