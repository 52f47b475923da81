#include "tests/simulators/camera/scenes.h"

#include <QPainter>

namespace balady::simulators {
namespace {

constexpr QRect kPage{-480, -650, 960, 1300}; // about its middle
constexpr int kMargin = 90;

/// A lease as people bring it: nobody's names, no numbers.
const char* const kTitle = "عقد إيجار";
const char* const kParagraphs[] = {
    "اتفق الطرفان، وهما بكامل الأهلية المعتبرة شرعًا ونظامًا، على إبرام هذا العقد لاستئجار محل تجاري في الموقع "
    "المبين أدناه.",
    "يلتزم المستأجر باستعمال المحل في النشاط المتفق عليه، وبالمحافظة عليه وإعادته كما تسلمه عند نهاية المدة.",
    "يلتزم المؤجر بتسليم المحل صالحًا للاستعمال، وبإجراء الإصلاحات الضرورية خلال مدة العقد.",
    "مدة العقد سنة هجرية واحدة تبدأ من تاريخ توقيعه، وتتجدد باتفاق الطرفين كتابةً.",
    "حرر هذا العقد من نسختين، بيد كل طرف نسخة للعمل بموجبها.",
};

QFont font(int pixels, QFont::Weight weight) {
    QFont font(QStringLiteral("IBM Plex Sans Arabic"));
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

void drawText(QPainter& painter) {
    painter.setPen(QColor(0x1f, 0x2a, 0x37));
    painter.setFont(font(64, QFont::Bold));
    auto room = kPage.adjusted(kMargin, kMargin, -kMargin, -kMargin);
    painter.drawText(room, Qt::AlignHCenter | Qt::AlignTop, QString::fromUtf8(kTitle));
    painter.drawLine(room.left(), room.top() + 120, room.right(), room.top() + 120);

    painter.setFont(font(30, QFont::Normal));
    room.setTop(room.top() + 160);
    for (const char* paragraph : kParagraphs) {
        QRect used;
        painter.drawText(room, Qt::AlignRight | Qt::AlignTop | Qt::TextWordWrap, QString::fromUtf8(paragraph),
                         &used);
        room.setTop(used.bottom() + 34);
    }
}

void drawStamp(QPainter& painter) {
    painter.setPen(QPen(QColor(0x2f, 0x4f, 0xa8, 190), 7));
    painter.setBrush(Qt::NoBrush);
    const QPoint middle(-250, 470);
    painter.drawEllipse(middle, 105, 105);
    painter.drawEllipse(middle, 78, 78);
    painter.setFont(font(34, QFont::Bold));
    painter.drawText(QRect(middle.x() - 75, middle.y() - 40, 150, 80), Qt::AlignCenter,
                     QStringLiteral("موثق"));
}

} // namespace

QImage desk() {
    QImage frame(kFrame, QImage::Format_RGB32);
    frame.fill(QColor(0x8b, 0x6f, 0x52));
    return frame;
}

QImage documentScene() {
    auto frame = desk();
    QPainter painter(&frame);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(frame.rect().center());
    painter.rotate(-2.5);
    painter.fillRect(kPage.translated(10, 14), QColor(0, 0, 0, 70)); // its shadow
    painter.fillRect(kPage, QColor(0xf4, 0xf1, 0xea));
    painter.setLayoutDirection(Qt::RightToLeft);
    drawText(painter);
    drawStamp(painter);
    return frame;
}

} // namespace balady::simulators
