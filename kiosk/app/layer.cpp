#include "kiosk/app/layer.h"

#include "kiosk/base/log.h"
#include "kiosk/view/live_pictures.h"

#include <QQmlComponent>
#include <algorithm>

namespace balady::app {

Layer::Layer(QQuickWindow& window, const flow::Terminal& terminal, view::KioskView::Send send,
             const QUrl& source)
    : m_window(window) {
    m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_engine.setIncubationController(window.incubationController());
    auto* pictures = new view::LivePictures; // the engine owns its providers
    m_engine.addImageProvider(QStringLiteral("live"), pictures);
    m_view = std::make_unique<view::KioskView>(terminal, std::move(send), pictures);

    QQmlComponent component(&m_engine, source);
    m_root.reset(qobject_cast<QQuickItem*>(component.beginCreate(m_engine.rootContext())));
    if (m_root) {
        m_root->setVisible(false);
        m_root->setParentItem(window.contentItem());
        if (m_root->metaObject()->indexOfProperty("kiosk") >= 0)
            component.setInitialProperties(m_root.get(),
                                           {{QStringLiteral("kiosk"), QVariant::fromValue(m_view.get())}});
        component.completeCreate();
    }
    if (component.isError()) {
        log::write(log::Level::Error, "screen", "no_root_item",
                   {{"errors", log::Plain{component.errorString().toStdString()}}});
        m_root.reset();
    }
}

Layer::~Layer() {
    m_root.reset();
    m_view.reset();
}

void Layer::setShown(bool shown) {
    if (!m_root || m_root->isVisible() == shown)
        return;
    m_root->setVisible(shown);
    if (shown)
        m_root->forceActiveFocus();
}

void Layer::fit(QSize panel) {
    if (!m_root || m_window.width() == 0 || m_window.height() == 0)
        return;
    const auto scale =
        std::min(double(m_window.width()) / panel.width(), double(m_window.height()) / panel.height());
    m_root->setTransformOrigin(QQuickItem::TopLeft);
    m_root->setSize(QSizeF(panel));
    m_root->setScale(scale);
    m_root->setPosition(
        {(m_window.width() - panel.width() * scale) / 2, (m_window.height() - panel.height() * scale) / 2});
}

} // namespace balady::app
