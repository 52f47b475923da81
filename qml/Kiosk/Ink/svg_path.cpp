#include "qml/Kiosk/Ink/svg_path.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace balady::ink {
namespace {

/// Walks over the text: commands, numbers and flags, with the separators that SVG allows between them.
class Scanner {
  public:
    explicit Scanner(QStringView text) : m_text(text) {}

    bool atEnd() {
        skipSeparators();
        return m_at == m_text.size();
    }
    /// The next command letter; 0 when something else comes.
    char command() {
        skipSeparators();
        if (m_at == m_text.size() || !m_text[m_at].isLetter())
            return 0;
        return m_text[m_at++].toLatin1();
    }
    bool number(double& value) {
        skipSeparators();
        auto end = m_at;
        if (end < m_text.size() && (m_text[end] == u'-' || m_text[end] == u'+'))
            ++end;
        bool dot = false;
        while (end < m_text.size() && (m_text[end].isDigit() || (!dot && m_text[end] == u'.')))
            dot = m_text[end++] == u'.' || dot;
        bool ok = false;
        value = m_text.mid(m_at, end - m_at).toDouble(&ok);
        m_at = end;
        return ok;
    }
    bool point(QPointF& value, QPointF origin) {
        double x = 0, y = 0;
        if (!number(x) || !number(y))
            return false;
        value = origin + QPointF(x, y);
        return true;
    }
    /// An arc's flag is one character and may touch the next number.
    bool flag(bool& value) {
        skipSeparators();
        if (m_at == m_text.size() || (m_text[m_at] != u'0' && m_text[m_at] != u'1'))
            return false;
        value = m_text[m_at++] == u'1';
        return true;
    }
    bool numberAhead() {
        skipSeparators();
        return m_at < m_text.size() && !m_text[m_at].isLetter();
    }

  private:
    void skipSeparators() {
        while (m_at < m_text.size() && (m_text[m_at].isSpace() || m_text[m_at] == u','))
            ++m_at;
    }
    QStringView m_text;
    qsizetype m_at = 0;
};

double degrees(double radians) {
    return radians * 180 / std::numbers::pi;
}

/// From endpoints to centre: SVG 1.1, F.6.5, with phi = 0.
void arc(QPainterPath& path, QPointF to, double rx, double ry, bool large, bool sweep) {
    const auto from = path.currentPosition();
    rx = std::abs(rx);
    ry = std::abs(ry);
    if (from == to)
        return;
    if (rx == 0 || ry == 0) {
        path.lineTo(to);
        return;
    }
    const auto half = (from - to) / 2;
    const auto reach = std::sqrt(half.x() * half.x() / (rx * rx) + half.y() * half.y() / (ry * ry));
    if (reach > 1) { // radii that cannot reach are scaled up (F.6.6)
        rx *= reach;
        ry *= reach;
    }
    const auto rx2y2 = rx * rx * half.y() * half.y();
    const auto ry2x2 = ry * ry * half.x() * half.x();
    const auto root = std::sqrt(std::max(0.0, (rx * rx * ry * ry - rx2y2 - ry2x2) / (rx2y2 + ry2x2)));
    const auto sign = large == sweep ? -1.0 : 1.0;
    const QPointF turned(sign * root * rx * half.y() / ry, -sign * root * ry * half.x() / rx);
    const auto centre = turned + (from + to) / 2;
    const auto angle = [&](QPointF p) {
        return std::atan2((p.y() - centre.y()) / ry, (p.x() - centre.x()) / rx);
    };
    const auto start = angle(from);
    auto span = angle(to) - start;
    if (sweep && span < 0)
        span += 2 * std::numbers::pi;
    if (!sweep && span > 0)
        span -= 2 * std::numbers::pi;
    // Qt counts angles against the clock.
    path.arcTo(QRectF(centre.x() - rx, centre.y() - ry, 2 * rx, 2 * ry), -degrees(start), -degrees(span));
}

QPointF mirrored(QPointF control, QPointF about) {
    return 2 * about - control;
}

} // namespace

std::optional<QPainterPath> svgPath(QStringView data) {
    QPainterPath path;
    Scanner in(data);
    QPointF start, cubic, quad; // of the sub-path; the last control points, for S and T
    char last = 0;
    while (!in.atEnd()) {
        char command = in.command();
        if (command == 0 || (last == 0 && command != 'M' && command != 'm'))
            return std::nullopt;
        do {
            const auto here = path.currentPosition();
            const bool relative = command >= 'a';
            const auto origin = relative ? here : QPointF();
            const char kind = relative ? static_cast<char>(command - 'a' + 'A') : command;
            const bool afterCubic = last == 'C' || last == 'S';
            const bool afterQuad = last == 'Q' || last == 'T';
            QPointF to, c1, c2;
            switch (kind) {
            case 'M':
                if (!in.point(to, origin))
                    return std::nullopt;
                path.moveTo(to);
                start = to;
                command = relative ? 'l' : 'L'; // further pairs are lines
                break;
            case 'L':
                if (!in.point(to, origin))
                    return std::nullopt;
                path.lineTo(to);
                break;
            case 'H': {
                double x = 0;
                if (!in.number(x))
                    return std::nullopt;
                path.lineTo(origin.x() + x, here.y());
                break;
            }
            case 'V': {
                double y = 0;
                if (!in.number(y))
                    return std::nullopt;
                path.lineTo(here.x(), origin.y() + y);
                break;
            }
            case 'C':
            case 'S':
                if (kind == 'C' ? !in.point(c1, origin) : false)
                    return std::nullopt;
                if (kind == 'S')
                    c1 = afterCubic ? mirrored(cubic, here) : here;
                if (!in.point(c2, origin) || !in.point(to, origin))
                    return std::nullopt;
                path.cubicTo(c1, c2, to);
                cubic = c2;
                break;
            case 'Q':
            case 'T':
                if (kind == 'Q' ? !in.point(c1, origin) : false)
                    return std::nullopt;
                if (kind == 'T')
                    c1 = afterQuad ? mirrored(quad, here) : here;
                if (!in.point(to, origin))
                    return std::nullopt;
                path.quadTo(c1, to);
                quad = c1;
                break;
            case 'A': {
                double rx = 0, ry = 0, turn = 0;
                bool large = false, sweep = false;
                if (!in.number(rx) || !in.number(ry) || !in.number(turn) || turn != 0 || !in.flag(large) ||
                    !in.flag(sweep) || !in.point(to, origin))
                    return std::nullopt;
                arc(path, to, rx, ry, large, sweep);
                break;
            }
            case 'Z':
                path.closeSubpath();
                path.moveTo(start);
                break;
            default: return std::nullopt;
            }
            last = kind;
        } while (last != 'Z' && in.numberAhead());
    }
    return path;
}

} // namespace balady::ink
