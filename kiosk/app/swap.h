// swapInTheClear(): where the system may write out what is in memory so that somebody could read it later.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace balady::app {

/// The swap devices and files in use (proc_swaps(5)) that are neither encrypted (dm-crypt) nor memory themselves (zram): the names
/// that the kernel gives them. `root` holds proc and sys; for tests.
[[nodiscard]] std::vector<std::string> swapInTheClear(const std::filesystem::path& root = "/");

} // namespace balady::app
