// Option lists: the named lists of a catalogue document, and the reading of options wherever they stand.
#pragma once

#include "kiosk/model/form.h"
#include "kiosk/strictjson/object.h"

#include <map>
#include <string>
#include <vector>

namespace balady::catalogue {

/// Lists by id.
using OptionLists = std::map<std::string, model::Options, std::less<>>;

/// A file of config/catalogue/lists.
[[nodiscard]] std::vector<model::Option> readList(strictjson::Object& list);

/// The "options" of a field itself: few, and without groups.
[[nodiscard]] std::vector<model::Option> readOptions(strictjson::Object& field);

/// The "icon" of a service or an option.
[[nodiscard]] std::string readIcon(strictjson::Object& object);

} // namespace balady::catalogue
