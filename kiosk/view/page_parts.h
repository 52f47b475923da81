// Page parts: rows, fields and pages that several stages show; GUI thread, pure.
#pragma once

#include "kiosk/view/page_model.h"
#include "kiosk/view/voice.h"

#include <QVariantList>
#include <string>
#include <vector>

namespace balady::view {

/// Whether answers of that type keep their own order on a page from right to left.
[[nodiscard]] bool readsLeftToRight(model::FieldType type);

/// One line of a KeyValueList.
[[nodiscard]] QVariantMap row(const QString& label, const QString& value, bool leftToRight = false,
                              bool strong = false);

/// The code of the problem beside that field, or "".
[[nodiscard]] QString problemFor(const std::vector<model::FieldProblem>& problems, const std::string& field);

/// One question. The municipality `ownMunicipality` comes first in the list of municipalities.
[[nodiscard]] QVariantMap fieldMap(const model::Field& field, const model::Options& options,
                                   const std::string& value, const QString& problem, bool loading,
                                   const std::string& ownMunicipality, const Voice& voice);

/// The dark modules as SVG path data on a square grid of `squareUnits()`, which leaves the quiet zone; "" is no code.
[[nodiscard]] QString squarePath(const model::CodeSquare& code);
[[nodiscard]] int squareUnits(const model::CodeSquare& code);

[[nodiscard]] PageModel formPage(const QString& title, const QVariantList& fields,
                                 const QString& sentence = {}, const QString& loadProblem = {});
[[nodiscard]] PageModel waiting(const char* what, int index = 0, int count = 0);
[[nodiscard]] PageModel stuck(const std::string& problem, const model::LocalizedText& sentence,
                              const Voice& voice, const QStringList& actions, const QString& gateName = {});

} // namespace balady::view
