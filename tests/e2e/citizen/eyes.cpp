#include "tests/e2e/citizen/eyes.h"

#include <QRegularExpression>
#include <QVariantMap>
#include <algorithm>
#include <functional>

namespace balady::e2e {
namespace {

/// A row that its list has let go, and keeps for another one: it lies where it was and is not drawn.
bool isKeptRow(QQuickItem& item) {
    auto* const list = item.parentItem() == nullptr ? nullptr : item.parentItem()->parentItem();
    if (list == nullptr || !list->inherits("QQuickItemView"))
        return false;
    const auto index =
        item.property("index"); // asked last: of all items on a page it would take most of the time
    if (!index.isValid())
        return false;
    QQuickItem* shown = nullptr;
    QMetaObject::invokeMethod(list, "itemAtIndex", Q_RETURN_ARG(QQuickItem*, shown),
                              Q_ARG(int, index.toInt()));
    return shown != &item;
}

bool canBeSeen(QQuickItem& item) {
    return item.isVisible() && item.opacity() > 0 && !isKeptRow(item);
}

/// Calls `see` for every item that can be seen, parents first; stops below an item for which it says false.
void look(QQuickItem& item, const std::function<bool(QQuickItem&)>& see) {
    if (!canBeSeen(item) || !see(item))
        return;
    for (auto* child : item.childItems())
        look(*child, see);
}

/// Where the letters of a text are, in its own coordinates.
QRectF lettersOf(const QQuickItem& text) {
    const auto width = text.property("contentWidth").toReal();
    const auto height = text.property("contentHeight").toReal();
    const auto across = text.property("effectiveHorizontalAlignment").toInt();
    const auto down = text.property("verticalAlignment").toInt();
    const auto left = across == Qt::AlignRight     ? text.width() - width
                      : across == Qt::AlignHCenter ? (text.width() - width) / 2
                                                   : 0;
    const auto top = down == Qt::AlignBottom    ? text.height() - height
                     : down == Qt::AlignVCenter ? (text.height() - height) / 2
                                                : 0;
    return {left, top, width, height};
}

bool hasSize(const QQuickItem& item) {
    return item.width() > 0 && item.height() > 0;
}

} // namespace

const QObject* Eyes::view() const {
    const QObject* found = nullptr;
    look(*m_window.contentItem(), [&](QQuickItem& item) {
        if (found == nullptr && item.metaObject()->indexOfProperty("kiosk") >= 0)
            found = item.property("kiosk").value<QObject*>();
        return found == nullptr;
    });
    return found;
}

QString Eyes::page() const {
    const auto* shown = view();
    return shown == nullptr ? QString() : shown->property("page").toString();
}

QString Eyes::pageKey() const {
    const auto* shown = view();
    if (shown == nullptr)
        return {};
    const auto properties = shown->property("properties").toMap();
    return QStringList{page(), properties.value("pageTitle").toString(), properties.value("index").toString(),
                       properties.value("pageNumber").toString(), properties.value("phase").toString()}
        .join('|');
}

QString Eyes::overlay() const {
    const auto* shown = view();
    return shown == nullptr ? QString() : shown->property("overlay").toString();
}

QQuickItem* Eyes::find(const QString& name) const {
    QQuickItem* found = nullptr;
    look(*m_window.contentItem(), [&](QQuickItem& item) {
        if (found == nullptr && item.objectName() == name && hasSize(item))
            found = &item;
        return found == nullptr;
    });
    return found;
}

std::vector<QQuickItem*> Eyes::findAll(const QString& prefix) const {
    std::vector<QQuickItem*> found;
    look(*m_window.contentItem(), [&](QQuickItem& item) {
        if (item.objectName().startsWith(prefix) && hasSize(item))
            found.push_back(&item);
        return true;
    });
    std::stable_sort(found.begin(), found.end(), [](const QQuickItem* a, const QQuickItem* b) {
        return a->mapToScene({0, 0}).y() < b->mapToScene({0, 0}).y();
    });
    return found;
}

QRectF Eyes::visiblePart(const QQuickItem& item) const {
    auto part = item.mapRectToScene(item.boundingRect());
    for (const auto* parent = item.parentItem(); parent != nullptr; parent = parent->parentItem())
        if (parent->clip() || parent->inherits("QQuickFlickable"))
            part = part.intersected(parent->mapRectToScene(parent->boundingRect()));
    return part.intersected(QRectF(QPointF(0, 0), QSizeF(m_window.size())));
}

QQuickItem* Eyes::scroller(const QQuickItem& item) const {
    for (auto* parent = item.parentItem(); parent != nullptr; parent = parent->parentItem())
        if (parent->inherits("QQuickFlickable") &&
            parent->property("contentHeight").toReal() > parent->height() + 1)
            return parent;
    return nullptr;
}

QQuickItem* Eyes::scrollerAt(QPointF where) const {
    QQuickItem* found = nullptr;
    look(*m_window.contentItem(), [&](QQuickItem& item) {
        if (item.inherits("QQuickFlickable") && visiblePart(item).contains(where) &&
            item.property("contentHeight").toReal() > item.height() + 1)
            found = &item; // the innermost comes last
        return true;
    });
    return found;
}

QString Eyes::words(const QQuickItem& item) const {
    QStringList words;
    look(const_cast<QQuickItem&>(item), [&](QQuickItem& one) {
        if (one.inherits("QQuickText") || one.inherits("QQuickTextInput") || one.inherits("QQuickTextEdit"))
            words.append(one.property("text").toString());
        return true;
    });
    // Marks that only direct the script are no words.
    return words.join(' ').remove(
        QRegularExpression(QStringLiteral("[\\x{200e}\\x{200f}\\x{2066}-\\x{2069}]")));
}

QString Eyes::collision() const {
    if (!overlay().isEmpty() || find("key.done") != nullptr)
        return {};
    constexpr double kTouch = 6; // ascenders of neighbouring lines may come that near (pixels)
    std::vector<std::pair<QRectF, QString>> seen;
    QString found;
    look(*m_window.contentItem(), [&](QQuickItem& item) {
        const auto text = item.inherits("QQuickText") ? item.property("text").toString() : QString();
        if (text.trimmed().isEmpty())
            return found.isEmpty();
        const auto letters = item.mapRectToScene(lettersOf(item)).intersected(visiblePart(item));
        for (const auto& [other, otherText] : seen)
            if (const auto both = letters.intersected(other);
                both.width() > kTouch && both.height() > kTouch && found.isEmpty())
                found = QString("\"%1\" lies on \"%2\"").arg(text, otherText);
        seen.emplace_back(letters, text);
        return found.isEmpty();
    });
    return found;
}

bool Eyes::settled() const {
    const auto itself = page() + "Page_";
    bool still = true;
    look(*m_window.contentItem(), [&](QQuickItem& item) {
        if (item.opacity() < 1) {
            const QString type = item.metaObject()->className();
            if (type.startsWith(itself) || type.startsWith("Dialog_") || type.startsWith("QQuickLoader"))
                still = false;
        }
        return still;
    });
    return still;
}

} // namespace balady::e2e
