#include "kiosk/view/kiosk_view.h"

#include "kiosk/base/log.h"
#include "kiosk/model/date.h"
#include "kiosk/view/actions.h"
#include "kiosk/view/live_pictures.h"
#include "kiosk/view/page_model.h"

#include <chrono>

namespace balady::view {
namespace {

QString qt(const std::string& text) {
    return QString::fromStdString(text);
}

/// Names of sentences on the page (qml/Kiosk/Pages/Sentences.qml).
QString hintName(flow::PageHint hint) {
    switch (hint) {
    case flow::PageHint::None: return {};
    case flow::PageHint::NoPage: return QStringLiteral("no_page");
    case flow::PageHint::CutOff: return QStringLiteral("cut_off");
    case flow::PageHint::TooDark: return QStringLiteral("too_dark");
    case flow::PageHint::Glare: return QStringLiteral("glare");
    case flow::PageHint::Blurred: return QStringLiteral("blurred");
    case flow::PageHint::HoldStill: return QStringLiteral("hold_still");
    case flow::PageHint::Taking: return QStringLiteral("taking");
    case flow::PageHint::Taken: return QStringLiteral("taken");
    case flow::PageHint::NoFace: return QStringLiteral("no_face");
    case flow::PageHint::SeveralFaces: return QStringLiteral("several_faces");
    case flow::PageHint::TooFar: return QStringLiteral("too_far");
    case flow::PageHint::TooNear: return QStringLiteral("too_near");
    case flow::PageHint::OffCentre: return QStringLiteral("off_centre");
    case flow::PageHint::Tilted: return QStringLiteral("tilted");
    case flow::PageHint::EyesShut: return QStringLiteral("eyes_shut");
    case flow::PageHint::UnevenLight: return QStringLiteral("uneven_light");
    }
    return {};
}

QVariantMap cueMap(const flow::PageCue& cue) {
    QVariantList corners;
    if (cue.outline)
        for (const auto& spot : *cue.outline)
            corners << spot.x << spot.y;
    return {{QStringLiteral("corners"), corners},
            {QStringLiteral("hint"), hintName(cue.hint)},
            {QStringLiteral("progress"), cue.progress}};
}

} // namespace

KioskView::KioskView(flow::Terminal terminal, Send send, LivePictures* pictures, QObject* parent)
    : QObject(parent), m_terminal(std::move(terminal)), m_send(std::move(send)), m_pictures(pictures) {
    connect(&m_minute, &MinuteTimer::turned, this, &KioskView::showTime);
    showTime();
}

void KioskView::show(std::shared_ptr<const service::Snapshot> snapshot) {
    const auto& session = snapshot->session;
    if (session.language != m_language) {
        m_language = session.language;
        m_clockText.clear();
        showTime();
        Q_EMIT languageChanged();
    }
    auto page = pageModel(session, snapshot->world);
    showStill(session);
    if (!snapshot->cameraOn && !m_previewSource.isEmpty()) {
        m_previewSource.clear();
        m_pageCue.clear();
        Q_EMIT previewChanged();
    } else if (!flow::aimsAtPage(session) && !flow::aimsByHand(session) &&
               !m_pageCue.isEmpty()) { // it was about another page
        m_pageCue.clear();
        Q_EMIT previewChanged();
    }
    m_snapshot = snapshot;
    if (page != m_model) {
        m_model = std::move(page);
        Q_EMIT pageChanged();
    }
    if (const auto overlay = overlayName(session.overlay); overlay != m_overlay) {
        m_overlay = overlay;
        Q_EMIT overlayChanged();
    }
}

void KioskView::showStill(const flow::Session& session) {
    std::shared_ptr<const model::Still> still;
    if (const auto* journey = std::get_if<flow::Journey>(&session.place))
        if (const auto* documents = std::get_if<flow::documents::State>(&journey->stage))
            if (const auto* judge = std::get_if<flow::documents::Judge>(documents))
                still = judge->still;
    if (still == m_still)
        return;
    m_still = still;
    m_pictures->setStill(still ? imageOf(still->shown) : QImage());
    m_stillSource = still ? QStringLiteral("image://live/still/%1").arg(++m_pictureNumber) : QString();
    Q_EMIT stillChanged();
}

void KioskView::showPreview(const ports::Frame& frame, const flow::PageCue& cue) {
    m_pageCue = cueMap(cue);
    m_pictures->setPreview(imageOf(frame));
    m_previewSource = QStringLiteral("image://live/preview/%1").arg(++m_pictureNumber);
    Q_EMIT previewChanged();
}

void KioskView::act(const QString& name, const QVariant& value) {
    if (auto event = eventFor(name, value))
        m_send(std::move(*event));
    else
        log::write(log::Level::Error, "view", "unknown_action", {{"action", log::Plain{name.toStdString()}}});
}

std::optional<PageModel> KioskView::pageAfter(const QString& act, const QVariant& value) const {
    const auto event = eventFor(act, value);
    if (!event || !m_snapshot)
        return std::nullopt;
    const auto stepped = flow::step(m_snapshot->session, *event, m_snapshot->world);
    return pageModel(stepped.session, m_snapshot->world);
}

QString KioskView::toHijri(const QString& gregorian) const {
    const auto date = model::parseIsoDate(gregorian.toStdString());
    if (!date)
        return {};
    const auto hijri = model::toHijri(*date);
    return QStringLiteral("%1-%2-%3")
        .arg(hijri.year, 4, 10, QLatin1Char('0'))
        .arg(hijri.month, 2, 10, QLatin1Char('0'))
        .arg(hijri.day, 2, 10, QLatin1Char('0'));
}

QString KioskView::fromHijri(const QString& hijri) const {
    const auto parts = hijri.split(QLatin1Char('-'));
    if (parts.size() != 3)
        return {};
    const auto date = model::fromHijri({parts[0].toInt(), parts[1].toInt(), parts[2].toInt()});
    return date ? qt(model::toIso(*date)) : QString();
}

QString KioskView::language() const {
    const auto code = model::code(m_language);
    return QString::fromLatin1(code.data(), static_cast<qsizetype>(code.size()));
}
QStringList KioskView::languages() const {
    return languageCodes(m_terminal);
}
QString KioskView::digits() const {
    return digitsIn(m_language, m_terminal) == model::DigitStyle::ArabicIndic ? QStringLiteral("arabic")
                                                                              : QStringLiteral("latin");
}
QString KioskView::amanaName() const {
    return qt(m_terminal.amana.in(m_language));
}
QString KioskView::placeName() const {
    return qt(m_terminal.municipality.in(m_language));
}

void KioskView::showTime() {
    const auto local = inRiyadh(m_clock.now());
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const auto minutes = std::chrono::floor<std::chrono::minutes>(local - day);
    const auto digits = digitsIn(m_language, m_terminal);
    if (const auto clock = qt(model::inDigits(model::timeText(minutes), digits)); clock != m_clockText) {
        m_clockText = clock;
        m_dateText = qt(model::bothCalendars(model::Date{day}, m_language, digits));
        Q_EMIT clockChanged();
    }
}

} // namespace balady::view
