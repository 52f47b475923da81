// The camera and code reader ports against their adapters, looking at the drawn scenes of the simulated camera.
#include "drivers/camera/document_camera.h"
#include "drivers/vision/zxing_code_reader.h"
#include "tests/support/run_task.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <string>

using namespace balady;
using ports::PictureProblem;

namespace {

/// The size of a signed licence.
std::string licenceText() {
    std::string out = "eyJhbGciOiJFZERTQSJ9.";
    while (out.size() < 690)
        out += static_cast<char>('a' + out.size() * 11 % 26);
    return out;
}

/// Scenes drawn for this run only.
struct Studio {
    Studio() {
        const std::string draw = std::string(BALADY_CAMERA_SCENES) + " " + folder.path().string();
        REQUIRE(std::system(draw.c_str()) == 0);
        REQUIRE(std::system((draw + " --code " + licenceText()).c_str()) == 0);
    }
    void show(const std::string& scene) const { std::ofstream(folder / "control") << scene; }
    [[nodiscard]] std::unique_ptr<camera::DocumentCamera> camera() const {
        return camera::DocumentCamera::ofScenes(folder.path(), folder / "control");
    }

    tests::TempFolder folder;
};

long millisecondsSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start)
        .count();
}

} // namespace

TEST_CASE("scene_is_judged_as_something_else") {
    const Studio studio;
    const auto camera = studio.camera();
    const std::pair<const char*, PictureProblem> scenes[] = {
        {"default", PictureProblem::None}, {"shop-front", PictureProblem::None},
        {"street", PictureProblem::None},  {"licence", PictureProblem::None},
        {"dark", PictureProblem::TooDark}, {"blurred", PictureProblem::Blurred},
        {"empty", PictureProblem::Empty}};
    for (const auto& [scene, problem] : scenes) {
        studio.show(scene);
        CAPTURE(scene);
        const auto start = std::chrono::steady_clock::now();
        const auto still = tests::runTask(camera->takeStill(ports::PictureSubject::Scene));
        MESSAGE(std::string(scene), ": bytes ", still->jpeg.size(), ", ms ", millisecondsSince(start));
        CHECK(still->problem == problem);
    }
}

TEST_CASE("licence_held_under_the_camera_is_not_read") {
    const Studio studio;
    const auto camera = studio.camera();
    vision::ZxingCodeReader reader;
    for (const char* scene : {"default", "shop-front", "street", "empty"}) {
        studio.show(scene);
        CHECK(tests::runTask(
                  reader.read(tests::runTask(camera->nextFrame()).value(), ports::CodeKinds::Squares))
                  ->empty());
    }
    studio.show("licence");
    const auto frame = tests::runTask(camera->nextFrame()).value();
    const auto start = std::chrono::steady_clock::now();
    const auto codes = tests::runTask(reader.read(frame, ports::CodeKinds::Squares)).value();
    MESSAGE("code of 690 bytes read in ms: ", millisecondsSince(start));
    REQUIRE(codes.size() == 1);
    CHECK(codes.front() == licenceText());
}
