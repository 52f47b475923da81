#include "tests/e2e/citizen/hand.h"

#include "tests/e2e/citizen/patience.h"

#include <QPointer>
#include <algorithm>
#include <cmath>

namespace balady::e2e {
namespace {

[[noreturn]] void fail(const QString& what) {
    throw Unexpected(what.toStdString());
}

/// A drag that must pass over fields and buttons: as much as fits between the edges.
constexpr qreal kMostOfView = 0.6;
constexpr int kScrollsAtMost = 120;
constexpr qreal kEdge = 8;
constexpr qreal kLeastDrag = 60;
constexpr int kBetweenTaps = 280; // milliseconds

QPointF middle(const QRectF& part) {
    return part.center();
}

} // namespace

void Hand::scroll(QQuickItem& scroller, qreal by) {
    const auto view = m_eyes.visiblePart(scroller);
    const auto most = view.height() * kMostOfView;
    by = std::clamp(by, -most, most);
    if (std::abs(by) < kLeastDrag) // less than this is a touch, not a drag
        by = by < 0 ? -kLeastDrag : kLeastDrag;
    QPointF from(view.center().x(), view.center().y() + by / 2);
    for (qreal y = view.top() + std::max(by, 0.0) + kEdge; y < view.bottom() + std::min(by, 0.0) - kEdge;
         y += kEdge)
        if (m_eyes.scrollerAt({from.x(), y}) == &scroller) { // a list inside would take the drag for itself
            from.setY(y);
            break;
        }
    m_finger.drag(from, from - QPointF(0, by));
    if (!await([&] { return !scroller.property("moving").toBool(); }))
        fail("the list does not come to rest");
}

QQuickItem* Hand::bringIntoSight(const QString& name) {
    QPointer<QQuickItem> scrolled;
    qreal by = 0;
    for (int tries = 0; tries < kScrollsAtMost; ++tries) {
        auto* item = m_eyes.find(name);
        if (item == nullptr && scrolled == nullptr)
            return nullptr;
        // On a busy machine a drag goes too far, and a long list drops the rows that are out of sight.
        if (item == nullptr) {
            by = -by;
            scroll(*scrolled, by);
            continue;
        }
        const auto part = m_eyes.visiblePart(*item);
        const auto whole = item->mapRectToScene(item->boundingRect());
        auto* scroller = m_eyes.scroller(*item);
        if (scroller == nullptr)
            return part.contains(whole.center()) ? item : nullptr;
        const auto view = m_eyes.visiblePart(*scroller).adjusted(0, kEdge, 0, -kEdge);
        const auto wanted = std::min(whole.height(), view.height() * kMostOfView);
        if (part.height() + 1 >= wanted && part.contains(part.center()))
            return item;
        const auto before = scroller->property("contentY").toReal();
        by = whole.top() < view.top() ? whole.top() - view.top() : whole.bottom() - view.bottom();
        scrolled = scroller;
        scroll(*scroller, by);
        if (qFuzzyCompare(1 + before, 1 + scroller->property("contentY").toReal()) && part.height() > 1)
            return item; // as far as it goes
    }
    return nullptr;
}

bool Hand::isReady(const QString& name) const {
    const auto* item = m_eyes.find(name);
    return item != nullptr && item->isEnabled() && m_eyes.settled();
}

QQuickItem& Hand::reach(const QString& name) {
    if (!await([&] { return isReady(name); }))
        fail(name + (m_eyes.find(name) == nullptr ? " is not on the screen" : " takes no touch"));
    auto* item = bringIntoSight(name);
    if (item == nullptr)
        fail(name + " cannot be scrolled into sight");
    return *item;
}

void Hand::calm() {
    // A button takes a second touch within a quarter of a second for a trembling hand's.
    if (m_sinceTap.isValid() && !await([&] { return m_sinceTap.elapsed() > kBetweenTaps; }))
        fail("time stands still");
}

void Hand::tap(const QString& name) {
    calm();
    touch(name);
    m_sinceTap.start();
}

void Hand::tapIfThere(const QString& name) {
    calm();
    if (!isReady(name))
        return;
    touch(name); // nothing has moved since the look
    m_sinceTap.start();
}

void Hand::tapUnless(const std::function<bool()>& tooLate, const QString& name) {
    calm();
    if (!await([&] { return tooLate() || isReady(name); }))
        fail(name + " takes no touch");
    if (tooLate())
        return;
    auto& item = reach(name);
    if (tooLate()) // it had to be scrolled into sight
        return;
    m_finger.tap(middle(m_eyes.visiblePart(item)));
    m_sinceTap.start();
}

void Hand::touch(const QString& name) {
    auto& item = reach(name);
    m_finger.tap(middle(m_eyes.visiblePart(item)));
}

void Hand::strike(QChar letter) {
    const auto key = [](QChar one) {
        return one == ' ' ? QStringLiteral("key.space") : QStringLiteral("key.") + one;
    };
    const auto shown = [&](const QString& name) { return m_eyes.find(name) != nullptr; };
    if (!await([&] { return shown("key.backspace"); }))
        fail("no keyboard comes up");
    if (!shown(key(letter)) && letter.isUpper() && shown("key.shift"))
        touch("key.shift");
    else if (!shown(key(letter)) && shown("key.switch"))
        touch("key.switch");
    if (!shown(key(letter)) && letter.isUpper() && shown("key.shift"))
        touch("key.shift");
    if (!await([&] { return shown(key(letter)); }))
        fail(QStringLiteral("no key for U+%1").arg(letter.unicode(), 4, 16, QChar('0')));
    touch(key(letter));
}

void Hand::focus(const QString& field) {
    auto& item = reach(field);
    if (!item.hasActiveFocus())
        m_finger.tap(middle(m_eyes.visiblePart(item)));
    if (!await([&] {
            auto* now = m_eyes.find(field);
            return now != nullptr && now->hasActiveFocus();
        }))
        fail(field + " does not take the focus");
}

void Hand::type(const QString& text, const QString& field) {
    focus(field);
    for (const auto letter : text)
        strike(letter);
}

void Hand::erase(const QString& field) {
    const auto text = [&] { return reach(field).property("text").toString(); };
    if (text().isEmpty())
        return;
    focus(field);
    while (!text().isEmpty()) {
        const auto before = text();
        touch("key.backspace");
        if (!await([&] { return text() != before; }))
            fail("nothing is taken away from " + field);
    }
}

void Hand::choose(const QString& field, const QString& code) {
    const auto prefix = field + '.';
    const auto isOption = [&](const QQuickItem* item) {
        const auto name = item->objectName();
        return !name.startsWith(prefix + "search") && name != prefix + "chosen" &&
               (code.isEmpty() || name == prefix + code);
    };
    const auto seen = [&]() -> QQuickItem* {
        const auto options = m_eyes.findAll(prefix);
        const auto it = std::find_if(options.begin(), options.end(), isOption);
        return it == options.end() ? nullptr : *it;
    };
    if (!await([&] { return m_eyes.settled() && m_eyes.findAll(prefix).size() > 0; }))
        fail(field + " offers nothing");
    // A long list is folded over an answer that is already there, such as the terminal's own municipality.
    if (m_eyes.find(prefix + "chosen") != nullptr) {
        const auto value = m_eyes.find(field)->property("value").toString();
        if (code.isEmpty() || value == code)
            return;
        tap(prefix + "chosen");
        if (!await([&] { return m_eyes.settled() && seen() != nullptr; }))
            fail(field + " does not unfold");
    }
    if (seen() == nullptr) // the list itself may be below the edge
        bringIntoSight(field);
    // A long list makes its rows only as they come into sight. A drag may go too far on a busy machine, so from the end
    // the search goes back once.
    bool down = true;
    for (int tries = 0; seen() == nullptr && tries < kScrollsAtMost; ++tries) {
        const auto rows = m_eyes.findAll(prefix);
        auto* list = rows.empty() ? nullptr : m_eyes.scroller(*rows.back());
        if (list == nullptr || (!down && list->property("atYBeginning").toBool()))
            fail(field + " has no option " + code);
        if (m_eyes.visiblePart(*list).height() < list->height() / 2) // the drag moved the page instead
            bringIntoSight(field);
        down = down && !list->property("atYEnd").toBool();
        scroll(*list, down ? list->height() : -list->height() / 2);
    }
    if (seen() == nullptr)
        fail(field + " does not show the option " + code);
    const auto option = seen()->objectName();
    // A touch that lands on the neighbour is a wrong answer that everything after it would carry along.
    const auto chosen = [&] {
        return m_eyes.find(field) == nullptr ? QString()
                                             : prefix + m_eyes.find(field)->property("value").toString();
    };
    const auto before = chosen();
    tap(option);
    if (!await([&] { return chosen() != before; }, std::chrono::seconds{5}) && m_eyes.find(option) != nullptr)
        tap(option); // the list was still moving: the first touch only stopped it
    if (!await([&] { return chosen() == option; }))
        fail(option + " was touched and " + chosen() + " was chosen");
}

void Hand::pickDate(const QString& field, std::chrono::year_month_day day) {
    const auto twoDigits = [](unsigned number) {
        return QStringLiteral("%1").arg(number, 2, 10, QChar('0'));
    };
    type(twoDigits(static_cast<unsigned>(day.day())), field + ".dayBox");
    type(twoDigits(static_cast<unsigned>(day.month())), field + ".monthBox");
    type(QString::number(static_cast<int>(day.year())), field + ".yearBox");
}

} // namespace balady::e2e
