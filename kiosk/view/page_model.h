// PageModel: what the screen shows for a session: one page's name and its properties; GUI thread, pure.
#pragma once

#include "kiosk/flow/session.h"

#include <QString>
#include <QStringList>
#include <QVariantMap>

namespace balady::view {

/// `page` names qml/Kiosk/Pages/<page>Page.qml; `properties` are exactly that page's required properties.
struct PageModel {
    QString page;
    QVariantMap properties;
    /// What makes it another page although its name is the same: another service, the next questions or document, a
    /// language.
    QString key = {};

    friend bool operator==(const PageModel&, const PageModel&) = default;
};

[[nodiscard]] PageModel pageModel(const flow::Session& session, const flow::World& world);

/// The languages that the terminal offers ("ar", "en"), in order.
[[nodiscard]] QStringList languageCodes(const flow::Terminal& terminal);

/// "" or the name of what lies over the page: "stillThere", "leaveQuestion", "languages".
[[nodiscard]] QString overlayName(flow::Overlay overlay);

} // namespace balady::view
