#include "printing/layout/receipt_layout.h"
#include "tests/support/offscreen_gui.h"
#include "tests/support/sample_receipt.h"

#include <doctest/doctest.h>

#include <QImage>
#include <QPainter>
#include <QTextLayout>
#include <algorithm>
#include <thread>

using namespace balady;
using layout::Bitmap;

namespace {

Bitmap drawn(const model::Receipt& receipt, int width = layout::kRoll80mmDots) {
    tests::offscreenGui();
    return layout::layOutReceipt(receipt, width).value();
}

int blackIn(const Bitmap& bitmap, int left, int top, int right, int bottom) {
    int count = 0;
    for (int y = top; y < bottom; ++y)
        for (int x = left; x < right; ++x)
            count += bitmap.isBlack(x, y);
    return count;
}

/// The black dots of rows [top, bottom), cropped to them, as lines of '#' and '.'.
std::vector<std::string> crop(const Bitmap& bitmap, int top, int bottom) {
    int left = bitmap.widthDots;
    int right = 0;
    for (int y = top; y < bottom; ++y)
        for (int x = 0; x < bitmap.widthDots; ++x)
            if (bitmap.isBlack(x, y)) {
                left = std::min(left, x);
                right = std::max(right, x);
            }
    std::vector<std::string> lines;
    for (int y = top; y < bottom; ++y) {
        std::string line;
        for (int x = left; x <= right; ++x)
            line += bitmap.isBlack(x, y) ? '#' : '.';
        if (!lines.empty() || line.find('#') != std::string::npos)
            lines.push_back(line);
    }
    while (!lines.empty() && lines.back().find('#') == std::string::npos)
        lines.pop_back();
    return lines;
}

/// A value's dots on a receipt where nothing else stands in its row.
std::vector<std::string> valueOnPaper(const std::string& value, model::Language language) {
    model::Receipt receipt;
    receipt.language = language;
    receipt.title = "x";
    const auto without = drawn(receipt);
    receipt.lines.push_back({"", value, true, false});
    const auto with = drawn(receipt);
    return crop(with, without.heightDots - 8, with.heightDots);
}

/// A text alone, as Qt paints it.
std::vector<std::string> painted(const QString& content) {
    QFont font;
    font.setFamilies({"IBM Plex Sans Arabic", "Noto Sans Arabic", "Noto Sans"});
    font.setPixelSize(26);
    font.setWeight(QFont::DemiBold);
    QTextLayout text(content, font);
    text.beginLayout();
    text.createLine().setPosition({0, 0});
    text.endLayout();
    QImage image(576, 80, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    text.draw(&painter, {12, 10});
    painter.end();
    Bitmap bitmap{576, 80, Bytes(std::size_t{72} * 80, 0)};
    for (int y = 0; y < 80; ++y)
        for (int x = 0; x < 576; ++x)
            if (qGray(image.pixel(x, y)) < 128)
                bitmap.rows[static_cast<std::size_t>(y) * 72 + static_cast<std::size_t>(x) / 8] |=
                    static_cast<std::uint8_t>(0x80 >> x % 8);
    return crop(bitmap, 0, 80);
}

/// A run alone on the paper, forced from left to right.
std::vector<std::string> alone(const QString& run) {
    return painted(QChar(0x202d) + run + QChar(0x202c));
}

/// The leftmost character: columns up to the first blank one, without blank rows.
std::vector<std::string> firstCharacter(std::vector<std::string> lines) {
    std::size_t width = 0;
    while (width < lines.front().size() &&
           std::any_of(lines.begin(), lines.end(), [&](const auto& line) { return line[width] == '#'; }))
        ++width;
    for (auto& line : lines)
        line.resize(width);
    std::erase(lines, std::string(width, '.'));
    return lines;
}

} // namespace

TEST_CASE("arabic_digits_swapped") {
    tests::offscreenGui();
    for (const auto* utf8 :
         {"٢٠٢٦-٠٠١", "٢٠٢٦/١١/٢١ ١٦:٠٥", "2026-11-21 16:05", "REQ-2026-004821", "HAAA2919"}) {
        CAPTURE(std::string(utf8));
        const auto run = QString::fromUtf8(utf8);
        const auto expected = alone(run);
        // One character cannot be in a wrong order: so the expected picture is right at least at its left
        // end.
        CHECK(firstCharacter(expected) == firstCharacter(alone(run.left(1))));
        CHECK(valueOnPaper(utf8, model::Language::Arabic) == expected);
        CHECK(valueOnPaper(utf8, model::Language::English) == expected);
    }
}

TEST_CASE("letters_lose_dots_or_their_joins") {
    tests::offscreenGui();
    for (const auto* utf8 : {"رخصة تجارية", "البلديات والإسكان", "مُؤسَّسة", "لا إلى الله", "Balady Way"}) {
        CAPTURE(std::string(utf8));
        CHECK(valueOnPaper(utf8, model::Language::Arabic) == painted(QString::fromUtf8(utf8)));
    }
}

TEST_CASE("arabic_receipt_is_laid_out_left_to_right") {
    model::Receipt receipt;
    receipt.title = "x";
    receipt.lines = {{"طويل جدا جدا جدا", "1", true, false}};
    const auto arabic = drawn(receipt);
    receipt.language = model::Language::English;
    const auto english = drawn(receipt);
    const auto row = [](const Bitmap& b, int left, int right) {
        return blackIn(b, left, b.heightDots - 50, right, b.heightDots);
    };
    // The long label is at the start: right in Arabic, left in English.
    CHECK(row(arabic, 288, 576) > row(arabic, 0, 288));
    CHECK(row(english, 288, 576) < row(english, 0, 288));
}

TEST_CASE("list_is_set_like_a_table") {
    model::Receipt receipt;
    receipt.title = "x";
    for (const auto* mark : {"", "1"})
        for (const auto language : model::kLanguages) {
            receipt.language = language;
            const auto arabic = language == model::Language::Arabic;
            receipt.lists = {{"H", {}}};
            const auto without = drawn(receipt);
            receipt.lists[0].entries = {{mark, arabic ? "شرط" : "short"}};
            const auto with = drawn(receipt);
            const auto ink = [&](int left, int right) {
                return blackIn(with, left, without.heightDots - 8, right, with.heightDots);
            };
            // All of a short sentence, with its mark, stands at the start of the line.
            CHECK(ink(arabic ? 288 : 0, arabic ? 576 : 288) > 0);
            CHECK(ink(arabic ? 0 : 288, arabic ? 288 : 576) == 0);
        }
}

TEST_CASE("ink_falls_off_the_roll") {
    for (const auto language : model::kLanguages)
        for (const int width : {layout::kNarrowestRollDots, layout::kRoll58mmDots, layout::kRoll80mmDots}) {
            auto receipt = tests::sampleReceipt(language);
            receipt.lines.push_back({"long", std::string(200, 'W'), true, true});
            const auto paper = drawn(receipt, width);
            CHECK(paper.rows.size() == paper.stride() * static_cast<std::size_t>(paper.heightDots));
            CHECK(blackIn(paper, 0, 0, 4, paper.heightDots) == 0);
            CHECK(blackIn(paper, width - 4, 0, width, paper.heightDots) == 0);
            CHECK(blackIn(paper, 0, 0, width, 2) == 0);
            CHECK(blackIn(paper, 0, paper.heightDots - 2, width, paper.heightDots) == 0);
            CHECK(blackIn(paper, 0, 0, width, paper.heightDots) > 10'000);
        }
}

TEST_CASE("same_receipt_looks_different_on_another_thread") {
    const auto receipt = tests::sampleReceipt(model::Language::Arabic);
    const auto here = drawn(receipt);
    std::vector<Bitmap> there(2);
    {
        std::vector<std::jthread> threads;
        threads.reserve(there.size());
        for (auto& bitmap : there)
            threads.emplace_back([&] { bitmap = drawn(receipt); });
    }
    CHECK((there[0] == here));
    CHECK((there[1] == here));
}

TEST_CASE("impossible_receipt_is_printed_anyway") {
    tests::offscreenGui();
    auto receipt = tests::sampleReceipt(model::Language::Arabic);
    CHECK(layout::layOutReceipt(receipt, 100).error().code == FaultCode::Bug);
    CHECK(layout::layOutReceipt(receipt, 577).error().code == FaultCode::Bug);
    receipt.qr = std::string(5000, 'x');
    CHECK(layout::layOutReceipt(receipt, 576).error().code == FaultCode::InvalidData);
}
