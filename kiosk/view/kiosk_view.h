// KioskView: the one object that QML sees: the page on show, what lies over it, the terminal's head line; GUI thread.
#pragma once

#include "kiosk/flow/event.h"
#include "kiosk/service/session_runner.h"
#include "kiosk/view/minute_timer.h"
#include "kiosk/view/page_model.h"

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariantMap>
#include <functional>
#include <memory>
#include <optional>

namespace balady::view {

class LivePictures;

class KioskView final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the bridge")
    Q_PROPERTY(QString page READ page NOTIFY pageChanged)
    Q_PROPERTY(QVariantMap properties READ properties NOTIFY pageChanged)
    Q_PROPERTY(QString overlay READ overlay NOTIFY overlayChanged)
    Q_PROPERTY(QString language READ language NOTIFY languageChanged)
    /** The languages that the terminal offers, by code, in order. */
    Q_PROPERTY(QStringList languages READ languages CONSTANT)
    /** Digits of the language that is spoken now: "latin" or "arabic". */
    Q_PROPERTY(QString digits READ digits NOTIFY languageChanged)
    Q_PROPERTY(QString amanaName READ amanaName NOTIFY languageChanged)
    Q_PROPERTY(QString placeName READ placeName NOTIFY languageChanged)
    Q_PROPERTY(QString clockText READ clockText NOTIFY clockChanged)
    Q_PROPERTY(QString dateText READ dateText NOTIFY clockChanged)
    Q_PROPERTY(QString previewSource READ previewSource NOTIFY previewChanged)
    /** Over the preview: "corners", eight shares of its width and height, clockwise from the top left, or none; "hint", the
     *  name of a sentence or ""; "progress" to the picture, 0 to 1. */
    Q_PROPERTY(QVariantMap pageCue READ pageCue NOTIFY previewChanged)
    Q_PROPERTY(QString stillSource READ stillSource NOTIFY stillChanged)
    Q_PROPERTY(int graceSeconds READ graceSeconds CONSTANT)

  public:
    /// `send` takes an event to the core thread. `pictures` belongs to the QML engine and outlives this view.
    using Send = std::function<void(flow::Event)>;
    KioskView(flow::Terminal terminal, Send send, LivePictures* pictures, QObject* parent = nullptr);

    /// A newer state of the session; only what changed is announced.
    void show(std::shared_ptr<const service::Snapshot> snapshot);
    /// A newer camera frame, while a page watches.
    void showPreview(const ports::Frame& frame, const flow::PageCue& cue);

    /// What a page says. Unknown actions are a bug of the page: logged, nothing happens.
    Q_INVOKABLE void act(const QString& name, const QVariant& value = {});
    /// Between the calendars, as ISO 8601 texts: "2026-10-23" is "1448-05-12" of Umm al-Qura; "" for no such day.
    Q_INVOKABLE QString toHijri(const QString& gregorian) const;
    Q_INVOKABLE QString fromHijri(const QString& hijri) const;

    /// The page to which this act leads from here, if the session answers it at once: the journey's own pure step,
    /// taken by nobody. Nothing when the act is unknown or no session has been shown.
    [[nodiscard]] std::optional<PageModel> pageAfter(const QString& act, const QVariant& value) const;

    [[nodiscard]] const PageModel& model() const { return m_model; }
    [[nodiscard]] QString page() const { return m_model.page; }
    [[nodiscard]] QVariantMap properties() const { return m_model.properties; }
    [[nodiscard]] QString overlay() const { return m_overlay; }
    [[nodiscard]] QString language() const;
    [[nodiscard]] QStringList languages() const;
    [[nodiscard]] QString digits() const;
    [[nodiscard]] QString amanaName() const;
    [[nodiscard]] QString placeName() const;
    [[nodiscard]] QString clockText() const { return m_clockText; }
    [[nodiscard]] QString dateText() const { return m_dateText; }
    [[nodiscard]] QString previewSource() const { return m_previewSource; }
    [[nodiscard]] QVariantMap pageCue() const { return m_pageCue; }
    [[nodiscard]] QString stillSource() const { return m_stillSource; }
    [[nodiscard]] int graceSeconds() const { return static_cast<int>(m_terminal.idleGrace.count()); }

  Q_SIGNALS:
    void pageChanged();
    void overlayChanged();
    void languageChanged();
    void clockChanged();
    void previewChanged();
    void stillChanged();

  private:
    void showStill(const flow::Session& session);
    void showTime();

    flow::Terminal m_terminal;
    Send m_send;
    LivePictures* m_pictures;
    SystemClock m_clock;
    MinuteTimer m_minute{m_clock};
    model::Language m_language = model::Language::Arabic;
    std::shared_ptr<const service::Snapshot> m_snapshot;
    PageModel m_model;
    QString m_overlay;
    QString m_clockText;
    QString m_dateText;
    QString m_previewSource;
    QVariantMap m_pageCue;
    QString m_stillSource;
    std::shared_ptr<const model::Still> m_still;
    int m_pictureNumber = 0;
};

} // namespace balady::view
