// The simulated camera's scenes must look to the kiosk like what their names say.
#include "drivers/camera/picture.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>
#include <opencv2/imgcodecs.hpp>

#include <cstdlib>

namespace {

using balady::ports::PictureProblem;

TEST_CASE("scene_is_judged_as_something_else") {
    const balady::tests::TempFolder folder;
    REQUIRE(std::system((BALADY_CAMERA_SCENES " '" + folder.path().string() + "'").c_str()) == 0);
    const auto judged = [&](const char* scene) {
        return balady::camera::judge(cv::imread((folder / scene).string(), cv::IMREAD_COLOR));
    };
    CHECK(judged("default.jpg") == PictureProblem::None);
    CHECK(judged("shop-front.jpg") == PictureProblem::None);
    CHECK(judged("street.jpg") == PictureProblem::None);
    CHECK(judged("dark.jpg") == PictureProblem::TooDark);
    CHECK(judged("blurred.jpg") == PictureProblem::Blurred);
    CHECK(judged("empty.jpg") == PictureProblem::Empty);
}

} // namespace
