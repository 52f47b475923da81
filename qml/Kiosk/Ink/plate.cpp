#include "qml/Kiosk/Ink/plate.h"

#include <QQuickWindow>
#include <QSGImageNode>
#include <QSGRectangleNode>
#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include "qml/Kiosk/Ink/plate_picture.h"

namespace balady::ink {
namespace {

/// Where the picture and the item are cut along one side: the end of the shadow, the inner edge of the line, the end of the
/// corner, and the same again from the other end. What lies between the corners is stretched.
struct Cuts {
    std::array<qreal, 6> picture;
    std::array<qreal, 6> item;
};

Cuts cut(const PlateLook& look, int plate, qreal side, int before, int after) {
    const auto corner = (plate - 1) / 2;
    const auto line = std::min(corner, static_cast<int>(std::ceil(look.borderWidth)));
    const auto cuts = [&](qreal length) {
        return std::array<qreal, 6>{qreal(-before),  qreal(line),   qreal(corner),
                                    length - corner, length - line, length + after};
    };
    Cuts both{cuts(plate), cuts(side)};
    for (auto& at : both.picture)
        at = (at + before) * look.pixelRatio;
    return both;
}

/// A part of a plate, from cut to cut.
struct Part {
    std::size_t left, right, top, bottom;

    [[nodiscard]] QRectF of(const std::array<qreal, 6>& x, const std::array<qreal, 6>& y) const {
        return {QPointF(x.at(left), y.at(top)), QPointF(x.at(right), y.at(bottom))};
    }
};

/// Corners, and the line and the shadow between them.
constexpr std::array<Part, 8> kDrawn{{{0, 2, 0, 2},
                                      {3, 5, 0, 2},
                                      {0, 2, 3, 5},
                                      {3, 5, 3, 5},
                                      {2, 3, 0, 1},
                                      {2, 3, 4, 5},
                                      {0, 1, 2, 3},
                                      {4, 5, 2, 3}}};
/// The ground, which is quicker filled than drawn. It is filled first, and a little further than to the cut where something is
/// drawn beside it: on a window that is scaled, the edge of what is filled is smoothed, and would be seen.
constexpr qreal kUnder = 2;
constexpr std::array<Part, 3> kFilled{{{2, 3, 1, 2}, {1, 4, 2, 3}, {2, 3, 3, 4}}};

class PlateNode final : public QSGNode {
  public:
    explicit PlateNode(QQuickWindow& window) : m_window(window) {
        for (auto*& part : m_filled)
            appendChildNode(part = window.createRectangleNode());
        for (auto*& part : m_drawn) {
            appendChildNode(part = window.createImageNode());
            part->setFiltering(QSGTexture::Nearest);
        }
    }

    void show(const PlateLook& look, QSizeF size) {
        if (!m_texture || look != m_look)
            dress(look);
        const auto reach = look.reach();
        const auto x = cut(look, look.width, size.width(), reach.left(), reach.right());
        const auto y = cut(look, look.height, size.height(), reach.top(), reach.bottom());
        for (std::size_t part = 0; part < kDrawn.size(); ++part) {
            m_drawn.at(part)->setSourceRect(kDrawn.at(part).of(x.picture, y.picture));
            m_drawn.at(part)->setRect(kDrawn.at(part).of(x.item, y.item));
        }
        const auto under = qAlpha(look.ground) == 255 ? kUnder : 0.0;
        const QRectF inside = Part{1, 4, 1, 4}.of(x.item, y.item);
        const auto line = std::min(under, x.item[1]);
        for (std::size_t part = 0; part < kFilled.size(); ++part)
            m_filled.at(part)->setRect(
                qAlpha(look.ground) == 0
                    ? QRectF()
                    : kFilled.at(part).of(x.item, y.item).adjusted(-under, -under, under, under) &
                          inside.adjusted(-line, -line, line, line));
    }

  private:
    void dress(const PlateLook& look) {
        std::unique_ptr<QSGTexture> texture(
            m_window.createTextureFromImage(platePicture(look), QQuickWindow::TextureHasAlphaChannel));
        for (auto* part : m_drawn)
            part->setTexture(texture.get());
        for (auto* part : m_filled)
            part->setColor(QColor::fromRgba(look.ground));
        m_texture = std::move(texture);
        m_look = look;
    }

    QQuickWindow& m_window;
    PlateLook m_look;
    std::unique_ptr<QSGTexture> m_texture;
    std::array<QSGRectangleNode*, kFilled.size()> m_filled{};
    std::array<QSGImageNode*, kDrawn.size()> m_drawn{};
};

} // namespace

Plate::Plate(QQuickItem* parent) : QQuickItem(parent) {
    setFlag(ItemHasContents);
    connect(this, &Plate::lookChanged, this, &QQuickItem::update);
}

void Plate::geometryChange(const QRectF& now, const QRectF& before) {
    QQuickItem::geometryChange(now, before);
    if (now.size() != before.size())
        update();
}

QSGNode* Plate::updatePaintNode(QSGNode* old, UpdatePaintNodeData*) {
    if (width() < 1 || height() < 1) {
        delete old;
        return nullptr;
    }
    PlateLook look{m_color.rgba(),     m_borderColor.rgba(), m_nearShadow.rgba(),
                   m_farShadow.rgba(), m_borderWidth,        std::min({m_radius, width() / 2, height() / 2})};
    const auto smallest = 2 * look.corner() + 1;
    look.width = std::min(smallest, static_cast<int>(width()));
    look.height = std::min(smallest, static_cast<int>(height()));
    look.pixelRatio = window()->effectiveDevicePixelRatio();
    auto* node = old != nullptr ? static_cast<PlateNode*>(old) : new PlateNode(*window());
    node->show(look, size());
    return node;
}

} // namespace balady::ink
