// Resources: the data files of this folder, compiled into the program.
#pragma once

#include <string_view>

namespace balady::sandbox {

extern const std::string_view kRulesJson;
extern const std::string_view kSeedJson;
extern const std::string_view kAdminPage;

} // namespace balady::sandbox
