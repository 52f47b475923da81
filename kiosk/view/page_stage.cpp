#include "kiosk/view/page_stage.h"

#include "kiosk/base/log.h"

#include <QQmlContext>
#include <QQmlEngine>
#include <QQmlProperty>
#include <QQuickWindow>
#include <QTimer>
#include <algorithm>
#include <chrono>

namespace balady::view {
namespace {

/// Long after the paint of the page that came, and before a finger can be at the next button.
constexpr std::chrono::milliseconds kUntilRetired{100};

bool samePage(const PageModel& a, const PageModel& b) {
    return a.page == b.page && a.key == b.key;
}

bool isKept(const QQuickItem& item) {
    return item.property("kept").toBool();
}

void logErrors(const QString& page, const QList<QQmlError>& errors) {
    for (const auto& error : errors)
        log::write(log::Level::Error, "screen", "no_page",
                   {{"page", log::Plain{page.toStdString()}},
                    {"error", log::Plain{error.toString().toStdString()}}});
}

} // namespace

/// A page on its way, made piece by piece between two frames.
class PageStage::Making final : public QQmlIncubator {
  public:
    Making(PageStage& stage, PageModel model) : m_stage(stage), m_model(std::move(model)) {
        setInitialProperties(m_model.properties);
    }
    ~Making() override { clear(); } // destroys what is half made

    [[nodiscard]] const PageModel& model() const { return m_model; }
    /// Makes what is missing now; statusChanged() receives it.
    void finish() { forceCompletion(); }
    [[nodiscard]] std::unique_ptr<QQuickItem> take() {
        finish();
        return std::move(m_item);
    }

  private:
    void setInitialState(QObject* object) override {
        if (auto* item = qobject_cast<QQuickItem*>(object))
            m_stage.place(*item);
    }
    void statusChanged(Status status) override {
        if (status == Error)
            logErrors(m_model.page, errors());
        if (status != Ready)
            return;
        m_item.reset(qobject_cast<QQuickItem*>(object()));
        if (m_item)
            Q_EMIT m_stage.made(m_item.get());
    }

    PageStage& m_stage;
    PageModel m_model;
    std::unique_ptr<QQuickItem> m_item;
};

PageStage::PageStage(QQuickItem* parent) : QQuickItem(parent) {
    setFlag(ItemIsFocusScope);
}

PageStage::~PageStage() = default;

void PageStage::setKiosk(KioskView* kiosk) {
    m_kiosk = kiosk;
    const auto showIts = [this] {
        if (!m_kiosk->model().page.isEmpty() && m_kiosk->model().page != QLatin1String("Attract"))
            show(m_kiosk->model()); // the welcoming page belongs to nobody's visit
    };
    connect(m_kiosk, &KioskView::pageChanged, this, showIts);
}

void PageStage::foresee(const QString& act, const QVariant& value) {
    const auto model = m_kiosk->pageAfter(act, value);
    if (!model)
        return;
    prepare(*model);
    // Once the touched control has answered, there is nothing else to do until the finger is lifted.
    m_urgent = *model;
    connect(window(), &QQuickWindow::frameSwapped, this, &PageStage::hurry,
            static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    window()->update();
}

void PageStage::hurry() {
    for (const auto& page : m_foreseen)
        if (page->model() == m_urgent)
            page->finish();
}

void PageStage::expect(const QVariantList& acts) {
    std::vector<PageModel> expected;
    for (const auto& act : acts)
        if (auto model = m_kiosk->pageAfter(act.toMap().value(QStringLiteral("name")).toString(),
                                            act.toMap().value(QStringLiteral("value"))))
            expected.push_back(std::move(*model));
    std::erase_if(m_foreseen,
                  [&](const auto& page) { return std::ranges::count(expected, page->model()) == 0; });
    for (const auto& model : expected)
        prepare(model);
}

void PageStage::prepare(const PageModel& model) {
    if (samePage(model, m_current.model) ||
        std::ranges::any_of(m_kept, [&](const Page& page) { return samePage(page.model, model); }) ||
        std::ranges::any_of(m_foreseen, [&](const auto& page) { return page->model() == model; }))
        return;
    auto* type = component(model.page);
    if (type == nullptr)
        return;
    m_foreseen.push_back(std::make_unique<Making>(*this, model));
    type->create(*m_foreseen.back(), qmlContext(this)->engine()->rootContext());
}

void PageStage::show(const PageModel& model) {
    if (m_current.item && samePage(m_current.model, model)) {
        update(m_current, model);
        return;
    }
    auto next = take(model);
    if (!next.item)
        next = make(model);
    if (!next.item)
        return;
    auto last = std::exchange(m_current, std::move(next));
    if (last.item) {
        last.item->setVisible(false);
        last.item->setFocus(false);
        putAside(std::move(last));
    }
    m_current.item->setVisible(true);
    m_current.item->setFocus(true);
    Q_EMIT currentChanged();
    polish();
}

PageStage::Page PageStage::take(const PageModel& model) {
    const auto kept =
        std::ranges::find_if(m_kept, [&](const Page& page) { return samePage(page.model, model); });
    if (kept != m_kept.end()) {
        auto page = std::move(*kept);
        m_kept.erase(kept);
        update(page, model);
        return page;
    }
    // Only if it was made with the same properties: a page may begin with them, as a field with its value.
    const auto foreseen =
        std::ranges::find_if(m_foreseen, [&](const auto& page) { return page->model() == model; });
    if (foreseen == m_foreseen.end())
        return {};
    Page page{model, (*foreseen)->take()};
    m_foreseen.erase(foreseen);
    return page;
}

PageStage::Page PageStage::make(const PageModel& model) {
    auto* type = component(model.page);
    if (type == nullptr)
        return {};
    auto* object = type->beginCreate(qmlContext(this)->engine()->rootContext());
    Page page{model, std::unique_ptr<QQuickItem>(qobject_cast<QQuickItem*>(object))};
    if (!page.item) {
        logErrors(model.page, type->errors());
        return {};
    }
    type->setInitialProperties(object, model.properties);
    place(*page.item);
    type->completeCreate();
    if (type->isError()) // a required property was left out
        logErrors(model.page, type->errors());
    Q_EMIT made(page.item.get());
    return page;
}

QQmlComponent* PageStage::component(const QString& page) {
    auto& type = m_components[page];
    if (!type)
        type = std::make_unique<QQmlComponent>(
            qmlContext(this)->engine(), QUrl(QStringLiteral("qrc:/qt/qml/Kiosk/Pages/%1Page.qml").arg(page)));
    if (type->isReady())
        return type.get();
    logErrors(page, type->errors());
    return nullptr;
}

void PageStage::place(QQuickItem& item) {
    item.setVisible(false);
    item.setParentItem(this);
    item.setSize(size());
}

void PageStage::putAside(Page page) {
    if (!isKept(*page.item)) {
        retire(std::move(page.item));
        return;
    }
    // One of a name is enough: after a change of language the other one is not coming back.
    for (auto& other : m_kept)
        if (other.model.page == page.model.page)
            retire(std::move(other.item));
    std::erase_if(m_kept, [](const Page& other) { return !other.item; });
    m_kept.push_back(std::move(page));
}

void PageStage::retire(std::unique_ptr<QQuickItem> item) {
    m_retired.push_back(std::move(item));
    QTimer::singleShot(kUntilRetired, this, [this] { m_retired.clear(); });
}

void PageStage::update(Page& page, const PageModel& model) {
    for (auto it = model.properties.cbegin(); it != model.properties.cend(); ++it)
        if (page.model.properties.value(it.key()) != it.value())
            QQmlProperty::write(page.item.get(), it.key(), it.value(), qmlContext(page.item.get()));
    page.model = model;
}

void PageStage::geometryChange(const QRectF& now, const QRectF& before) {
    QQuickItem::geometryChange(now, before);
    polish();
}

void PageStage::updatePolish() {
    if (m_current.item)
        m_current.item->setSize(size());
}

} // namespace balady::view
