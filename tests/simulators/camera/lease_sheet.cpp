#include "tests/simulators/camera/lease_sheet.h"

#include "tests/simulators/camera/brush.h"

#include <QPainterPath>

namespace balady::scenes {
namespace {

constexpr int kWidth = 1240, kHeight = 1754; // A4 at 150 dots an inch
constexpr double kMargin = 100, kInner = kWidth - 2 * kMargin;
const QColor kInk(38, 40, 46);
const QColor kQuiet(96, 100, 108);
const QColor kRule(176, 170, 156);
const QColor kAccent(30, 84, 92);

/// A row of the table: what it is called, and what stands there.
struct Row {
    const char* label;
    const char* value;
};

double heading(QPainter& painter, double y, const char* text) {
    painter.fillRect(QRectF(kMargin, y, kInner, 52), QColor(226, 236, 236));
    painter.fillRect(QRectF(kWidth - kMargin - 8, y, 8, 52), kAccent);
    write(painter, {kMargin, y, kInner - 28, 52}, QString::fromUtf8(text), 30, kAccent,
          Qt::AlignRight | Qt::AlignVCenter, true);
    return y + 66;
}

double table(QPainter& painter, double y, std::initializer_list<Row> rows) {
    for (const Row& row : rows) {
        write(painter, {kWidth - kMargin - 320, y, 300, 50}, QString::fromUtf8(row.label), 26, kQuiet,
              Qt::AlignRight | Qt::AlignVCenter);
        write(painter, {kMargin, y, kInner - 340, 50}, QString::fromUtf8(row.value), 27, kInk,
              Qt::AlignRight | Qt::AlignVCenter);
        y += 54;
        painter.fillRect(QRectF(kMargin, y - 3, kInner, 1.5), kRule);
    }
    return y + 18;
}

double clauses(QPainter& painter, double y, std::initializer_list<const char*> lines) {
    for (const char* line : lines) {
        write(painter, {kMargin, y, kInner - 10, 44}, QString::fromUtf8(line), 25, kInk,
              Qt::AlignRight | Qt::AlignVCenter);
        y += 46;
    }
    return y + 16;
}

void stamp(QPainter& painter, QPointF centre) {
    painter.save();
    painter.translate(centre);
    painter.rotate(-9);
    const QColor ink(44, 70, 150, 170);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 6));
    painter.drawEllipse(QPointF(0, 0), 118, 118);
    painter.setPen(QPen(ink, 2.5));
    painter.drawEllipse(QPointF(0, 0), 102, 102);
    write(painter, {-100, -58, 200, 40}, QStringLiteral("مكتب عقار"), 27, ink, Qt::AlignCenter, true);
    write(painter, {-100, -16, 200, 44}, QStringLiteral("نموذج تجريبي"), 30, ink, Qt::AlignCenter, true);
    write(painter, {-100, 32, 200, 34}, QStringLiteral("SPECIMEN"), 24, ink);
    painter.restore();
}

void signature(QPainter& painter, QPointF at, double lean) {
    QPainterPath path(at);
    path.cubicTo(at + QPointF(30, -70), at + QPointF(50, 40), at + QPointF(86, -22));
    path.cubicTo(at + QPointF(104, -60 * lean), at + QPointF(120, 46), at + QPointF(150, -8));
    path.cubicTo(at + QPointF(176, -34), at + QPointF(190, 24 * lean), at + QPointF(244, -26));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(26, 44, 108, 220), 4.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
}

} // namespace

QImage drawLeaseSheet() {
    QImage sheet(kWidth, kHeight, QImage::Format_RGB32);
    sheet.fill(QColor(246, 245, 240));
    QPainter painter(&sheet);
    painter.setRenderHint(QPainter::Antialiasing);

    painter.fillRect(QRectF(kMargin, 86, kInner, 5), kAccent);
    write(painter, {kMargin, 104, kInner, 84}, QStringLiteral("عقد إيجار تجاري"), 62, kAccent,
          Qt::AlignCenter, true);
    write(painter, {kMargin, 188, kInner, 40}, QStringLiteral("Commercial lease contract - specimen"), 27,
          kQuiet);
    painter.fillRect(QRectF(kMargin, 240, kInner, 2), kRule);
    write(painter, {kMargin, 252, kInner, 40}, QStringLiteral("رقم العقد: 10250001234"), 26, kInk,
          Qt::AlignRight | Qt::AlignVCenter);
    write(painter, {kMargin, 252, kInner, 40}, QStringLiteral("التاريخ: 5 / 5 / 1448 هـ"), 26, kInk,
          Qt::AlignLeft | Qt::AlignVCenter);

    double y = heading(painter, 314, "أولًا: أطراف العقد");
    y = table(
        painter, y,
        {{"المؤجر", "شركة دار المثال للعقارات"}, {"المستأجر", "بقالة الواحة"}, {"يمثله", "نورة السالم"}});
    y = heading(painter, y, "ثانيًا: العين المؤجرة");
    y = table(painter, y,
              {{"النوع", "محل تجاري في الدور الأرضي"},
               {"العنوان الوطني", "DWFA2911"},
               {"المساحة", "72 مترًا مربعًا"},
               {"النشاط", "بقالة ومواد تموينية"}});
    y = heading(painter, y, "ثالثًا: المدة والأجرة");
    y = table(painter, y,
              {{"المدة", "سنتان تبدآن من تاريخ التوقيع"}, {"الأجرة السنوية", "48,000 ر.س تدفع على قسطين"}});
    y = heading(painter, y, "رابعًا: الالتزامات");
    y = clauses(painter, y,
                {"1. يستعمل المستأجر المحل في النشاط المذكور أعلاه دون غيره.",
                 "2. يلتزم المستأجر باستخراج الرخص البلدية وتجديدها في مواعيدها.",
                 "3. يتحمل المؤجر الصيانة الإنشائية، ويتحمل المستأجر ما عداها.",
                 "4. لا يجوز التأجير من الباطن إلا بموافقة مكتوبة من المؤجر."});

    const double foot = kHeight - 190;
    write(painter, {kWidth - kMargin - 340, foot - 40, 340, 44}, QStringLiteral("توقيع المؤجر"), 26, kQuiet);
    write(painter, {kMargin, foot - 40, 340, 44}, QStringLiteral("توقيع المستأجر"), 26, kQuiet);
    signature(painter, {kWidth - kMargin - 290, foot + 70}, 1);
    signature(painter, {kMargin + 50, foot + 74}, -0.6);
    stamp(painter, {kWidth / 2.0, foot + 24});
    return sheet;
}

} // namespace balady::scenes
