#include "printing/layout/receipt_layout.h"

#include "kiosk/model/date.h"
#include "printing/layout/receipt_column.h"

#include <QStringList>
#include <algorithm>

namespace balady::layout {
namespace {

// Sizes in dots for the 80 mm roll: 24 dots are 3 mm, about 8.5 points. The narrow roll takes five sixths.
struct Sizes {
    explicit Sizes(int widthDots) : narrow(widthDots < 500) {}
    [[nodiscard]] int operator()(int dots) const { return narrow ? dots * 5 / 6 : dots; }
    bool narrow;
};

QFont font(int pixels, QFont::Weight weight) {
    QFont made;
    // The screen's family where it is installed, then Debian's, which has no Latin letters of its own.
    made.setFamilies({QStringLiteral("IBM Plex Sans Arabic"), QStringLiteral("Noto Sans Arabic"),
                      QStringLiteral("Noto Sans")});
    made.setPixelSize(pixels);
    made.setWeight(weight);
    made.setStyleStrategy(QFont::PreferAntialias);
    return made;
}

QString qt(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

// Arabic-Indic digits keep their groups in order only under an override (LRI alone swaps "٢٠٢٦-٠٠١"), and an
// override would write letters backwards: so only where there are digits of that kind and no letter that runs
// from right to left.
QString leftToRightValue(const std::string& value) {
    const auto text = qt(value);
    const bool arabicDigits =
        std::any_of(text.begin(), text.end(), [](QChar c) { return c.direction() == QChar::DirAN; });
    const bool letters = std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.direction() == QChar::DirAL || c.direction() == QChar::DirR;
    });
    return qt(model::isolated(value, arabicDigits && !letters));
}

QString valueOf(const model::PaperLine& line) {
    return line.leftToRight ? leftToRightValue(line.value) : qt(line.value);
}

} // namespace

Result<Bitmap> layOutReceipt(const model::Receipt& receipt, int widthDots) {
    if (widthDots < kNarrowestRollDots || widthDots % 8 != 0)
        return Fault{FaultCode::Bug, "receipt layout: no roll is that wide"};

    const Sizes size{widthDots};
    const auto small = font(size(23), QFont::Normal);
    const auto body = font(size(26), QFont::Normal);
    const auto bodyStrong = font(size(26), QFont::DemiBold);
    const auto heading = font(size(38), QFont::Bold);
    const auto subheading = font(size(30), QFont::Bold);
    const auto large = font(size(50), QFont::Bold);

    ReceiptColumn column{widthDots,
                         receipt.language == model::Language::Arabic ? Qt::RightToLeft : Qt::LeftToRight};
    column.space(size(8));
    column.letterhead(font(size(44), QFont::Bold));
    if (!receipt.place.empty()) {
        column.space(size(6));
        column.paragraph(qt(receipt.place), body, Place::Centre);
    }
    column.space(size(8));
    column.rule(4);
    column.space(size(8));
    column.paragraph(qt(receipt.title), heading, Place::Centre);
    if (!receipt.subtitle.empty())
        column.paragraph(qt(receipt.subtitle), body, Place::Centre);

    if (!receipt.mark.empty()) {
        column.space(size(8));
        column.rule(2);
        column.paragraph(qt(receipt.mark), heading, Place::Centre);
        column.rule(2);
    }

    bool afterRow = false;
    for (const auto& line : receipt.lines) {
        if (line.strong) {
            column.space(size(12));
            column.framed(qt(line.label), body, valueOf(line), large);
            column.space(size(6));
        } else {
            if (afterRow) {
                column.space(size(3));
                column.dottedRule();
            }
            column.space(size(2));
            column.row(qt(line.label), body, valueOf(line), bodyStrong);
        }
        afterRow = !line.strong;
    }

    for (const auto& list : receipt.lists) {
        column.space(size(14));
        column.paragraph(qt(list.heading), subheading, Place::Start);
        column.space(size(4));
        for (const auto& entry : list.entries) {
            if (entry.mark.empty())
                column.marked(qt(entry.sentence), body, size(24));
            else
                column.marked(qt(entry.mark), qt(entry.sentence), body, size(36));
            column.space(size(6));
        }
    }
    if (!receipt.notes.empty()) {
        column.space(size(10));
        column.rule(2);
        column.space(size(8));
        for (const auto& note : receipt.notes) {
            column.marked(qt(note), body, size(24));
            column.space(size(4));
        }
    }
    if (!receipt.qr.empty()) {
        const auto code = makeQrCode(receipt.qr);
        if (!code)
            return code.error().within("receipt layout");
        column.code(*code, size(288));
    }
    if (!receipt.footer.empty()) {
        column.rule(2);
        column.space(size(4));
        column.paragraph(qt(receipt.footer), small, Place::Centre);
    }
    column.space(size(8));
    return column.cutOff();
}

} // namespace balady::layout
