// One stroke of an icon or a drawing: SVG path data painted once into a picture that the scene graph then moves,
// clips and fades. GUI thread. Qt Quick's own Shape cannot stand in: under the software scene graph of Qt 6.4 it paints
// outside its clip as soon as it has been scrolled out of it. Nor can QQuickPaintedItem, which keeps an empty copy of
// each picture and a paint engine with it: 2.5 times the memory.
#pragma once

#include <QColor>
#include <QImage>
#include <QPainterPath>
#include <QPen>
#include <QQuickItem>

namespace balady::ink {

class StrokePath : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    /// SVG path data on a square grid of `units` by `units`; paints nothing when it cannot be read.
    Q_PROPERTY(QString path READ path WRITE setPath NOTIFY pathChanged FINAL)
    /// The grid's side; it is spread over the item's width.
    Q_PROPERTY(qreal units READ units WRITE setUnits NOTIFY unitsChanged FINAL)
    Q_PROPERTY(QColor ink READ ink WRITE setInk NOTIFY inkChanged FINAL)
    Q_PROPERTY(QColor fill READ fill WRITE setFill NOTIFY fillChanged FINAL)
    /// Width of the line in the item's px, whatever the grid; 0 draws no line. Ends and corners are round.
    Q_PROPERTY(qreal thickness READ thickness WRITE setThickness NOTIFY thicknessChanged FINAL)
    /// Painted mirrored left to right.
    Q_PROPERTY(bool flipped READ flipped WRITE setFlipped NOTIFY flippedChanged FINAL)

  public:
    explicit StrokePath(QQuickItem* parent = nullptr);

    [[nodiscard]] QString path() const { return m_path; }
    void setPath(const QString& path);
    [[nodiscard]] qreal units() const { return m_units; }
    void setUnits(qreal units);
    [[nodiscard]] QColor ink() const { return m_ink; }
    void setInk(const QColor& ink);
    [[nodiscard]] QColor fill() const { return m_fill; }
    void setFill(const QColor& fill);
    [[nodiscard]] qreal thickness() const { return m_thickness; }
    void setThickness(qreal thickness);
    [[nodiscard]] bool flipped() const { return m_flipped; }
    void setFlipped(bool flipped);

  Q_SIGNALS:
    void pathChanged();
    void unitsChanged();
    void inkChanged();
    void fillChanged();
    void thicknessChanged();
    void flippedChanged();

  protected:
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;

  private:
    /// From the grid to the item's px.
    [[nodiscard]] QTransform onItem() const;
    [[nodiscard]] QPen pen() const;
    [[nodiscard]] bool hasOneColour() const;
    /// The part of the item that has ink on it; whole px.
    [[nodiscard]] QRect inked() const;
    /// A byte a px where line and ground are of one colour, else four.
    [[nodiscard]] QImage picture(QRect part, qreal pixelRatio) const;

    QString m_path;
    QPainterPath m_outline;
    qreal m_units = 24;
    QColor m_ink = Qt::black;
    QColor m_fill = Qt::transparent;
    qreal m_thickness = 2;
    bool m_flipped = false;
};

} // namespace balady::ink
