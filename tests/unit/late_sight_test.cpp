// The camera's stand-in: what it costs before a picture is wanted, and what it says afterwards.
#include "kiosk/app/late_sight.h"
#include "tests/support/run_task.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>

#include <fstream>
#include <string>

using namespace balady;

namespace {

/// Whether a library of that name is in this process (proc(5)).
bool hasLibrary(const std::string& name) {
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);)
        if (line.find(name) != std::string::npos)
            return true;
    return false;
}

} // namespace

TEST_CASE("picture_library_is_loaded_before_a_picture_is_wanted") {
    const tests::TempFolder studio;
    std::ofstream(studio / "control") << "unplugged";
    app::LateSight sight(settings::CameraScenes{studio.path(), studio / "control"});
    CHECK_FALSE(hasLibrary("balady-sight"));
    CHECK_FALSE(hasLibrary("libopencv_core"));
    CHECK_FALSE(hasLibrary("libZXing"));

    // The fault is the camera's own, no longer the library's.
    CHECK(tests::runTask(sight.nextFrame()).error().code == FaultCode::NoDevice);
    CHECK(tests::runTask(sight.takeStill(ports::PictureSubject::Scene)).error().code == FaultCode::NoDevice);
    CHECK(hasLibrary("libopencv_core"));

    const auto nothing = std::make_shared<const std::vector<std::uint8_t>>(std::size_t{64} * 64 * 3, 128);
    CHECK(tests::runTask(sight.read({64, 64, nothing, 1})).value().empty());
    CHECK(tests::runTask(sight.findFace({64, 64, nothing, 1})).value().flaw == model::PageFlaw::NoFace);
}
