// Bench: what a page under the camera, or a face before it, costs in each frame of the preview, beside the time of a frame, and
// what a photograph costs; over the simulated camera's scenes, on one core. Prints one JSON object.
// usage: bench_camera [FRAMES]

#include "drivers/camera/find_face.h"
#include "drivers/camera/find_page.h"
#include "drivers/camera/jpeg.h"
#include "drivers/camera/picture.h"
#include "drivers/camera/straighten.h"
#include "tests/support/temp_folder.h"

#include <boost/json.hpp>
#include <opencv2/core.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

using namespace balady;

namespace {

constexpr double kFrame = 1000.0 / 30; ///< ms from one picture of a camera to the next

Bytes bytesOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Milliseconds of one call, over many: the middle one, and one that hardly any is slower than.
template <class Work>
boost::json::object measure(int calls, Work work) {
    std::vector<double> each;
    for (int i = 0; i < calls; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        each.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::ranges::sort(each);
    return {{"p50_ms", each[each.size() / 2]}, {"p99_ms", each[each.size() * 99 / 100]}};
}

} // namespace

int main(int argc, char** argv) {
    const int frames = argc > 1 ? std::max(1, std::atoi(argv[1])) : 200;
    cv::setNumThreads(1);
    const tests::TempFolder folder;
    if (std::system((std::string(BALADY_CAMERA_SCENES) + " " + folder.path().string()).c_str()) != 0)
        return 1;
    boost::json::object out{{"frame_ms", kFrame}, {"frames", frames}};
    for (const char* scene : {"default", "held", "empty"}) {
        const auto jpeg = bytesOf(folder / (std::string(scene) + ".jpg"));
        const auto frame = camera::decodeJpeg(jpeg).value();
        auto found = measure(frames, [&] {
            if (camera::findPage(frame).flaw == model::PageFlaw::Blurred)
                std::exit(1); // none of these is
        });
        found["share_of_frame"] = found.at("p50_ms").as_double() / kFrame;
        found["decode"] = measure(frames, [&] { return camera::decodeJpeg(jpeg)->width; });
        out[scene] = std::move(found);
    }
    const auto sitter = camera::decodeJpeg(bytesOf(folder / "portrait.jpg")).value();
    out["portrait"] = measure(frames, [&] {
        if (camera::findFace(sitter).flaw != model::PageFlaw::None)
            std::exit(1);
    });
    const auto lease = camera::decodeJpeg(bytesOf(folder / "default.jpg")).value();
    const auto outline = camera::findPage(lease).outline.value();
    out["photograph"] = measure(std::max(1, frames / 10), [&] {
        const auto page = camera::straighten(lease, outline);
        return camera::compress(page, camera::kLargestPage)->size() +
               static_cast<std::size_t>(camera::judge(page));
    });
    std::cout << boost::json::serialize(out) << '\n';
    return 0;
}
