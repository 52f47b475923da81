#include "printing/layout/licence_layout.h"

#include "kiosk/model/date.h"
#include "printing/layout/licence_ornaments.h"
#include "printing/layout/licence_page.h"
#include "printing/layout/qr_code.h"

#include <numbers>

namespace balady::layout {
namespace {

using model::Language;
using model::Licence;
using model::LocalizedText;
using pdf::Colour;
using pdf::Path;
using pdf::Point;
using pdf::Sheet;

constexpr double kWidth = 210, kHeight = 297; // A4
constexpr double kFrame = 6, kBand = 8;       // the border lies between these
constexpr double kLeft = 22, kRight = kWidth - kLeft, kMiddle = kWidth / 2;
constexpr double kInnerWidth = kRight - kLeft;

constexpr Colour kDeepGreen{0x07, 0x4d, 0x31};
constexpr Colour kDeepGreenLine{0x17, 0x63, 0x45};
constexpr Colour kGreen{0x1b, 0x83, 0x54};
constexpr Colour kLineGreen{0x6f, 0xb3, 0x92};
constexpr Colour kTint{0xf3, 0xfc, 0xf6};
constexpr Colour kRosette{0xe4, 0xf2, 0xea};
constexpr Colour kGold{0xc3, 0x9a, 0x3c};
constexpr Colour kInk{0x0d, 0x12, 0x1c};
constexpr Colour kQuietInk{0x4d, 0x57, 0x61};
constexpr Colour kRule{0xd2, 0xd6, 0xdb};
constexpr Colour kWhite{0xff, 0xff, 0xff};
constexpr Colour kRed{0xb4, 0x23, 0x18};
constexpr Colour kPaleRed{0xfb, 0xe9, 0xe7};

/// Our words on the paper.
struct Words {
    LocalizedText kingdom = model::text("المملكة العربية السعودية", "Kingdom of Saudi Arabia");
    LocalizedText ministry = model::text("وزارة البلديات والإسكان", "Ministry of Municipalities and Housing");
    LocalizedText number = model::text("رقم الرخصة", "Licence number");
    LocalizedText holder = model::text("صاحب الرخصة", "Licence holder");
    LocalizedText holderNumber = model::text("رقم المنشأة", "Establishment number");
    LocalizedText identity = model::text("رقم هوية صاحب الرخصة", "Holder's identity number");
    LocalizedText activity = model::text("النشاط", "Activity");
    LocalizedText municipality = model::text("البلدية", "Municipality");
    LocalizedText address = model::text("العنوان الوطني المختصر", "Short national address");
    LocalizedText issued = model::text("تاريخ الإصدار", "Date of issue");
    LocalizedText expires = model::text("تاريخ الانتهاء", "Valid until");
    LocalizedText copy = model::text("نسخة", "COPY");
    LocalizedText verify = model::text("تحقق من الرخصة", "Check this licence");
    LocalizedText howToVerify = model::text(
        "ضع الرمز أمام الماسح في أي جهاز خدمة ذاتية لبلدي واختر «التحقق من رخصة». يظهر لك صاحب الرخصة "
        "ونشاطها وتاريخ انتهائها، حتى بلا اتصال.",
        "Hold the code in front of the scanner of any Balady self-service terminal and choose “Verify a "
        "licence”. It shows the holder, the activity and the last valid day, even offline.");
    LocalizedText signedDigitally =
        model::text("هذه الرخصة موقّعة رقميًا، والرمز يحمل بياناتها كاملة.",
                    "This licence is digitally signed. The code holds all of it.");
    LocalizedText codeInWords =
        model::text("رمز الاستجابة السريعة: الرخصة موقّعة رقميًا", "QR code: the signed licence");
};

constexpr double kInside = kFrame + kBand; // what is inside of the border begins here
constexpr Point kMarkAt{kMiddle, 33};

void rule(pdf::Content& ink, Point from, Point to, Colour colour, double width) {
    Path path;
    path.moveTo(from);
    path.lineTo(to);
    ink.stroke(path, colour, width);
}

void drawBand(pdf::Content& ink) {
    constexpr double kTop = kInside + 1.6, kBottom = 51, kWidest = kWidth - 2 * kTop;
    Path band, inner;
    band.rectangle({kTop, kTop}, kWidest, kBottom - kTop);
    // Some programs do not smooth the edge of a clip: the waves end where it cannot be seen.
    inner.rectangle({kTop + 0.4, kTop + 0.4}, kWidest - 0.8, kBottom - kTop - 0.8);
    ink.fill(band, kDeepGreen);
    ink.beginClip(inner);
    ink.stroke(waves({kTop, kTop}, kWidest, kBottom - kTop, 1.9), kDeepGreenLine, 0.16);
    ink.endClip();
    rule(ink, {kTop, kBottom + 1}, {kWidth - kTop, kBottom + 1}, kGold, 0.7);
    const auto mark = municipalMark(kMarkAt, 12.5);
    ink.stroke(mark.outline, kGold, 0.5);
    ink.fill(mark.solid, kWhite);
    ink.fill(mark.heart, kGold);
}

/// What every licence has: the line work of border, ground and header.
pdf::Drawing drawBackdrop() {
    pdf::Content ink(kHeight);
    ink.stroke(rosette({kMiddle, 168}, 26, 74, 18, 7), kRosette, 0.18);
    ink.stroke(guillocheFrame(kWidth, kHeight, kFrame, kBand), kLineGreen, 0.14);
    for (const auto& [inset, width] : {std::pair{kFrame - 0.6, 0.5}, {kInside + 0.6, 0.35}}) {
        Path frame;
        frame.rectangle({inset, inset}, kWidth - 2 * inset, kHeight - 2 * inset);
        ink.stroke(frame, kDeepGreen, width);
    }
    drawBand(ink);
    return pdf::Drawing(ink);
}

class LicenceSheet {
  public:
    LicenceSheet(const LicenceFonts& fonts, const model::LicencePaper& paper)
        : m_fonts(fonts), m_paper(paper), m_licence(paper.licence),
          m_sheet({kWidth, kHeight, m_licence.title.in(Language::Arabic) + " " + m_licence.number,
                   m_words.ministry.in(Language::Arabic), "ar"}),
          m_page(m_sheet) {}

    Result<Bytes> make(const pdf::Drawing& backdrop) {
        const auto code = makeQrCode(m_paper.jws, QrCorrection::Medium);
        if (!code)
            return code.error().within("licence");
        m_sheet.beginOrnament();
        m_sheet.draw(backdrop);
        if (m_paper.copy)
            copyAcross();
        header();
        title();
        numberPanel();
        fields();
        dates();
        verification(*code);
        if (m_page.fault())
            return m_page.fault()->within("licence");
        return m_sheet.finish();
    }

  private:
    [[nodiscard]] TextStyle regular(double size, Colour colour = kInk) const {
        return {&m_fonts.regular, size, colour};
    }
    [[nodiscard]] TextStyle strong(double size, Colour colour = kInk) const {
        return {&m_fonts.strong, size, colour};
    }

    /// As outlines, so that it is not mixed into the text that can be copied; the badge beside the title can be.
    void copyAcross() {
        Path path;
        constexpr double kSize = 29; // mm an em
        constexpr double kGap = 10;
        const auto arabic =
            layOutLine(m_words.copy.in(Language::Arabic), m_fonts.display, pdf::Direction::RightToLeft);
        const auto english =
            layOutLine(m_words.copy.in(Language::English), m_fonts.display, pdf::Direction::LeftToRight);
        double x = kMiddle - ((arabic.width + english.width) * kSize + kGap) / 2;
        const auto draw = [&](const pdf::TextLine& line) {
            for (const auto& glyph : line.glyphs) {
                if (glyph.ink)
                    glyph.face->outline(glyph.id, {x + glyph.dx * kSize, 151 - glyph.dy * kSize}, kSize,
                                        path);
                x += glyph.advance * kSize;
            }
        };
        draw(english);
        x += kGap;
        draw(arabic);
        path.rotate({kMiddle, 141}, -std::numbers::pi / 6.5);
        m_sheet.ink().fill(path, kPaleRed);
    }

    void header() {
        for (const auto language : model::kLanguages) {
            const bool arabic = language == Language::Arabic;
            const double x = arabic ? kRight : kLeft;
            const auto align = arabic ? Align::Right : Align::Left;
            constexpr double kSide = 64;
            m_page.line(m_words.kingdom.in(language), language, {{x, 24.5}, align, kSide},
                        strong(arabic ? 13.5 : 12, kWhite));
            m_page.line(m_words.ministry.in(language), language, {{x, 31.3}, align, kSide},
                        regular(arabic ? 11 : 9.5, kWhite));
            m_page.line(m_licence.amana.in(language), language, {{x, 37.9}, align, kSide},
                        regular(arabic ? 11 : 9.5, kWhite));
            m_page.line(m_licence.municipality.in(language), language, {{x, 44.5}, align, kSide},
                        regular(arabic ? 11 : 9.5, kWhite));
        }
    }

    void title() {
        const TextStyle arabic{&m_fonts.display, 29, kDeepGreen, Sheet::Role::Heading};
        m_page.line(m_licence.title.in(Language::Arabic), Language::Arabic,
                    {{kMiddle, 68.5}, Align::Centre, 120}, arabic);
        auto english = strong(13, kGreen);
        english.role = Sheet::Role::Heading;
        m_page.line(m_licence.title.in(Language::English), Language::English,
                    {{kMiddle, 77}, Align::Centre, 120}, english);
        if (!m_paper.copy)
            return;
        Path badge;
        badge.roundedRectangle({kLeft, 60}, 33, 10, 5);
        m_sheet.beginOrnament();
        m_sheet.ink().fill(badge, kWhite);
        m_sheet.ink().stroke(badge, kRed, 0.5);
        m_page.line(m_words.copy.in(Language::Arabic), Language::Arabic,
                    {{kLeft + 29, 66.5}, Align::Right, 12}, strong(12, kRed));
        m_page.line(m_words.copy.in(Language::English), Language::English,
                    {{kLeft + 4, 66.5}, Align::Left, 14}, strong(10.5, kRed));
    }

    void numberPanel() {
        constexpr double kTop = 83, kPanelHeight = 15;
        Path panel;
        panel.roundedRectangle({kLeft, kTop}, kInnerWidth, kPanelHeight, 2.5);
        m_sheet.beginOrnament();
        m_sheet.ink().fill(panel, kTint);
        m_sheet.ink().stroke(panel, kGreen, 0.4);
        constexpr double kBaseline = kTop + kPanelHeight / 2;
        labels(m_words.number, kBaseline + 1.2, 5, 10);
        TextStyle style{&m_fonts.display, 21, kInk};
        m_page.number(m_licence.number, {{kMiddle, kBaseline + 2.6}, Align::Centre, 90}, style);
    }

    /// A label at both edges, `inset` from them.
    void labels(const LocalizedText& label, double baseline, double inset, double size) {
        m_page.line(label.in(Language::Arabic), Language::Arabic,
                    {{kRight - inset, baseline}, Align::Right, 50}, regular(size + 0.5, kQuietInk));
        m_page.line(label.in(Language::English), Language::English,
                    {{kLeft + inset, baseline}, Align::Left, 50}, regular(size, kQuietInk));
    }

    void bothLanguages(double top, const LocalizedText& label, const LocalizedText& value) {
        labels(label, top + 5.2, 0, 8.5);
        constexpr double kSide = kInnerWidth / 2 - 3;
        m_page.block(value.in(Language::Arabic), Language::Arabic,
                     {{kRight, top + 12.4}, Align::Right, kSide}, strong(13.5), 2);
        // A missing English text falls back to Arabic: once is enough then.
        if (!value.byLanguage[1].empty())
            m_page.block(value.in(Language::English), Language::English,
                         {{kLeft, top + 12.4}, Align::Left, kSide}, strong(11.5), 2);
    }

    void oneNumber(double top, const LocalizedText& label, const std::string& value) {
        labels(label, top + 7, 0, 8.5);
        m_page.number(value, {{kMiddle, top + 7.4}, Align::Centre, 80}, strong(13));
    }

    void endRow(double bottom) {
        m_sheet.beginOrnament();
        rule(m_sheet.ink(), {kLeft, bottom}, {kRight, bottom}, kRule, 0.2);
    }

    void fields() {
        constexpr double kShort = 11.2;
        const double tall = m_licence.address.empty() ? 20.5 : 17.5;
        double y = 101;
        bothLanguages(y, m_words.holder, m_licence.holder);
        endRow(y += tall);
        // A masked number is a person's, another one an establishment's.
        const bool masked = m_licence.holderNumber.find_first_not_of("0123456789") != std::string::npos;
        oneNumber(y, masked ? m_words.identity : m_words.holderNumber, m_licence.holderNumber);
        endRow(y += kShort);
        bothLanguages(y, m_words.activity, m_licence.activity);
        endRow(y += tall);
        bothLanguages(y, m_words.municipality, m_licence.municipality);
        endRow(y += tall);
        if (m_licence.address.empty())
            return;
        oneNumber(y, m_words.address, m_licence.address);
        endRow(y += kShort);
    }

    void dateCard(double left, const LocalizedText& label, model::Date date, bool last) {
        constexpr double kTop = 181.5, kCardWidth = (kInnerWidth - 6) / 2, kCardHeight = 33.5;
        Path card;
        card.roundedRectangle({left, kTop}, kCardWidth, kCardHeight, 2.5);
        m_sheet.beginOrnament();
        m_sheet.ink().fill(card, last ? kDeepGreen : kTint);
        m_sheet.ink().stroke(card, last ? kDeepGreen : kGreen, 0.4);
        const auto ink = last ? kWhite : kInk;
        const auto quiet = last ? Colour{0xd6, 0xec, 0xe0} : kQuietInk;
        const double start = left + kCardWidth - 5, end = left + 5, room = kCardWidth - 10;
        m_page.line(label.in(Language::Arabic), Language::Arabic,
                    {{start, kTop + 6.6}, Align::Right, room / 2}, regular(9.5, quiet));
        m_page.line(label.in(Language::English), Language::English,
                    {{end, kTop + 6.6}, Align::Left, room / 2}, regular(9, quiet));
        m_page.line(model::hijriText(date, Language::Arabic), Language::Arabic,
                    {{start, kTop + 13.4}, Align::Right, room}, strong(12.5, ink));
        m_page.line(model::gregorianText(date, Language::Arabic), Language::Arabic,
                    {{start, kTop + 19.4}, Align::Right, room}, strong(12.5, ink));
        m_page.line(model::hijriText(date, Language::English), Language::English,
                    {{end, kTop + 25.6}, Align::Left, room}, regular(9, quiet));
        m_page.line(model::gregorianText(date, Language::English), Language::English,
                    {{end, kTop + 30}, Align::Left, room}, regular(9, quiet));
    }

    void dates() {
        dateCard(kMiddle + 3, m_words.issued, m_licence.issued, false);
        dateCard(kLeft, m_words.expires, m_licence.expires, true);
    }

    void verification(const QrCode& code) {
        constexpr double kTop = 220, kSide = 56; // with the quiet zone
        Path ground;
        std::vector<pdf::CellRun> runs;
        ground.roundedRectangle({kLeft, kTop}, kSide, kSide, 2);
        m_sheet.beginElement(Sheet::Role::Figure, model::code(Language::Arabic),
                             m_words.codeInWords.in(Language::Arabic));
        m_sheet.ink().fill(ground, kWhite);
        const double module = kSide / (code.size + 2 * kQrQuietZone);
        const Point first{kLeft + kQrQuietZone * module, kTop + kQrQuietZone * module};
        for (int row = 0; row < code.size; ++row)
            for (int column = 0; column < code.size;) {
                int dark = 0;
                while (column + dark < code.size && code.isDark(row, column + dark))
                    ++dark;
                if (dark != 0)
                    runs.push_back({column, row, dark});
                column += std::max(dark, 1);
            }
        m_sheet.ink().fillCells(first, module, runs, {0, 0, 0});
        m_sheet.beginOrnament();
        m_sheet.ink().stroke(ground, kRule, 0.25);

        constexpr double kTextLeft = kLeft + kSide + 8, kTextWidth = kRight - kTextLeft;
        double y = kTop + 5;
        m_page.line(m_words.verify.in(Language::Arabic), Language::Arabic,
                    {{kRight, y}, Align::Right, kTextWidth}, strong(12.5, kDeepGreen));
        y = m_page.sentences(m_words.howToVerify.in(Language::Arabic), Language::Arabic,
                             {{kRight, y + 6}, Align::Right, kTextWidth}, regular(10));
        y = m_page.sentences(m_words.signedDigitally.in(Language::Arabic), Language::Arabic,
                             {{kRight, y}, Align::Right, kTextWidth}, regular(10));
        y += 4;
        m_page.line(m_words.verify.in(Language::English), Language::English,
                    {{kTextLeft, y}, Align::Left, kTextWidth}, strong(11, kDeepGreen));
        y = m_page.sentences(m_words.howToVerify.in(Language::English), Language::English,
                             {{kTextLeft, y + 5}, Align::Left, kTextWidth}, regular(8.8, kQuietInk));
        m_page.sentences(m_words.signedDigitally.in(Language::English), Language::English,
                         {{kTextLeft, y}, Align::Left, kTextWidth}, regular(8.8, kQuietInk));
    }

    const LicenceFonts& m_fonts;
    const model::LicencePaper& m_paper;
    const Licence& m_licence;
    const Words m_words;
    Sheet m_sheet;
    LicencePage m_page;
};

} // namespace

Result<LicenceLayout> LicenceLayout::open() {
    auto fonts = LicenceFonts::load();
    if (!fonts)
        return fonts.error();
    return LicenceLayout(std::move(*fonts), drawBackdrop());
}

Result<Bytes> LicenceLayout::layOut(const model::LicencePaper& paper) const {
    return LicenceSheet(m_fonts, paper).make(m_backdrop);
}

} // namespace balady::layout
