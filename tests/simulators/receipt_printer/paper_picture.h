// Paper picture: how a piece of receipt paper would look in the hand, as a PNG.
#pragma once

#include "tests/simulators/receipt_printer/virtual_printer.h"

#include <filesystem>

namespace balady::simulators {

/// One dot a pixel, with the paper's margins and its cut edges. False if the file cannot be written.
[[nodiscard]] bool savePaperPicture(const Paper& paper, const std::filesystem::path& file);

} // namespace balady::simulators
