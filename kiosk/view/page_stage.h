// PageStage: the place on the screen where one page stands; makes pages, before they are wanted where it can.
#pragma once

#include "kiosk/view/kiosk_view.h"
#include "kiosk/view/page_model.h"

#include <QtQml/qqmlregistration.h>

#include <QQmlComponent>
#include <QQmlIncubator>
#include <QQuickItem>
#include <map>
#include <memory>
#include <vector>

namespace balady::view {

/// GUI thread; lives in a citizen's engine and dies with it, and all its pages too. Every page fills the stage. A page
/// that stands ready is hidden, but laid out and with its picture nodes made: showing it is only painting.
class PageStage : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    /// Whose pages to show; set once, at creation.
    Q_PROPERTY(balady::view::KioskView* kiosk READ kiosk WRITE setKiosk REQUIRED FINAL)
    /// The page on show; null while nobody is there.
    Q_PROPERTY(QQuickItem* current READ current NOTIFY currentChanged FINAL)

  public:
    explicit PageStage(QQuickItem* parent = nullptr);
    ~PageStage() override;

    /// Makes the page to which this act would lead from here, as soon as the next frame is painted: a finger is on its
    /// control. It is used if the act then leads there indeed; nothing happens to the session.
    Q_INVOKABLE void foresee(const QString& act, const QVariant& value = {});
    /// Makes the pages of all these acts, [{name, value}], in the pauses between frames, and destroys what was foreseen before and is not among them.
    Q_INVOKABLE void expect(const QVariantList& acts);

    [[nodiscard]] KioskView* kiosk() const { return m_kiosk; }
    void setKiosk(KioskView* kiosk);
    [[nodiscard]] QQuickItem* current() const { return m_current.item.get(); }

  Q_SIGNALS:
    /// A page was made and has its properties; it is not on show yet. The moment to give it the size that it will have.
    void made(QQuickItem* page);
    void currentChanged();

  protected:
    void geometryChange(const QRectF& now, const QRectF& before) override;
    /// Before the frame: the page takes the stage's size once, however often the frame around it has moved since.
    void updatePolish() override;

  private:
    struct Page {
        PageModel model;
        std::unique_ptr<QQuickItem> item;
    };
    class Making;

    void show(const PageModel& model);
    void prepare(const PageModel& model);
    void hurry();
    [[nodiscard]] Page take(const PageModel& model);
    [[nodiscard]] Page make(const PageModel& model);
    QQmlComponent* component(const QString& page);
    /// Hidden and in its place, before its bindings are made: what depends on its size is then right at once.
    void place(QQuickItem& item);
    void putAside(Page page);
    void retire(std::unique_ptr<QQuickItem> item);
    static void update(Page& page, const PageModel& model);

    KioskView* m_kiosk = nullptr;
    std::map<QString, std::unique_ptr<QQmlComponent>> m_components;
    Page m_current;
    std::vector<Page> m_kept;                           ///< hidden; came off the screen and may come back
    std::vector<std::unique_ptr<Making>> m_foreseen;    ///< hidden; being made, or ready
    PageModel m_urgent;                                 ///< what the control under the finger leads to
    std::vector<std::unique_ptr<QQuickItem>> m_retired; ///< hidden; destroyed once the new page is painted
};

} // namespace balady::view
