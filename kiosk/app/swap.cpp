#include "kiosk/app/swap.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace balady::app {
namespace {

namespace fs = std::filesystem;

/// Itself, which the kernel says in front of the device mapper's UUID; or all that it lies on, as a volume on an encrypted disk.
bool isEncrypted(const fs::path& root,
                 const std::string& device) { // NOLINT(misc-no-recursion): as deep as devices lie
    const auto place = root / "sys/class/block" / device;
    std::ifstream in(place / "dm/uuid");
    std::string uuid;
    if (std::getline(in, uuid) && uuid.starts_with("CRYPT-"))
        return true;
    std::error_code error;
    const fs::directory_iterator below(place / "slaves", error);
    return !error && begin(below) != end(below) &&
           std::ranges::all_of(below, [&](const fs::directory_entry& one) {
               return isEncrypted(root, one.path().filename().string());
           });
}

} // namespace

std::vector<std::string> swapInTheClear(const fs::path& root) {
    std::vector<std::string> out;
    std::ifstream in(root / "proc/swaps");
    std::string line;
    std::getline(in, line); // the heads of the columns
    while (std::getline(in, line)) {
        std::string name;
        if (!(std::istringstream(line) >> name)) // a space in it is written as \040
            continue;
        const auto device = fs::path(name).filename().string();
        if (!device.starts_with("zram") && !isEncrypted(root, device))
            out.push_back(name);
    }
    return out;
}

} // namespace balady::app
