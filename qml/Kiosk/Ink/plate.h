// A plate: the rounded, bordered ground of cards, tiles and keys, with a soft edge where it is raised. GUI thread. Qt Quick's
// Rectangle keeps a corner and a paint engine of its own under the software scene graph, up to 17 kB, and a shadow takes two
// more; plates that look alike share one small picture, cut in nine.
#pragma once

#include <QColor>
#include <QQuickItem>

namespace balady::ink {

class Plate : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    /// The ground; transparent paints none.
    Q_PROPERTY(QColor color MEMBER m_color NOTIFY lookChanged FINAL)
    Q_PROPERTY(QColor borderColor MEMBER m_borderColor NOTIFY lookChanged FINAL)
    /// In px, inside the item; 0 draws no line.
    Q_PROPERTY(qreal borderWidth MEMBER m_borderWidth NOTIFY lookChanged FINAL)
    /// Of the corners, px; never more than half the shorter side.
    Q_PROPERTY(qreal radius MEMBER m_radius NOTIFY lookChanged FINAL)
    /// The two opaque rims below a raised plate, mixed with the page's ground; they reach 9 px out of the item. Transparent: it
    /// lies flat.
    Q_PROPERTY(QColor nearShadow MEMBER m_nearShadow NOTIFY lookChanged FINAL)
    Q_PROPERTY(QColor farShadow MEMBER m_farShadow NOTIFY lookChanged FINAL)

  public:
    explicit Plate(QQuickItem* parent = nullptr);

  Q_SIGNALS:
    void lookChanged();

  protected:
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;

  private:
    QColor m_color = Qt::white;
    QColor m_borderColor = Qt::black;
    QColor m_nearShadow = Qt::transparent;
    QColor m_farShadow = Qt::transparent;
    qreal m_borderWidth = 0;
    qreal m_radius = 0;
};

} // namespace balady::ink
