#include "drivers/camera/scene_source.h"

#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <fstream>
#include <thread>

namespace balady::camera {
namespace {

namespace fs = std::filesystem;

/// About the pace of a camera's preview.
constexpr std::chrono::milliseconds kFrameTime{66};
constexpr std::string_view kUnplugged = "unplugged";

bool isPicture(const fs::path& path) {
    return path.extension() == ".jpg" || path.extension() == ".png";
}

} // namespace

std::vector<fs::path> SceneSource::picturesOf(const std::string& scene) const {
    std::error_code error;
    for (const char* extension : {".jpg", ".png"})
        if (const auto picture = m_scenes / (scene + extension); fs::is_regular_file(picture, error))
            return {picture};
    std::vector<fs::path> sequence;
    for (const auto& entry : fs::directory_iterator(m_scenes / scene, error))
        if (isPicture(entry.path()))
            sequence.push_back(entry.path());
    std::sort(sequence.begin(), sequence.end());
    return sequence;
}

/// Reads the scene anew when the control file has been written, even with the same name.
Result<Done> SceneSource::follow() {
    std::error_code error;
    const auto time = fs::last_write_time(m_control, error);
    std::string scene = "default";
    if (std::ifstream in(m_control); in)
        in >> scene; // leaves it as it is when there is no word
    if (!m_pictures.empty() && scene == m_scene && (error || time == m_controlTime))
        return Done{};
    m_scene = scene;
    m_controlTime = time;
    m_pictures.clear();
    m_at = 0;
    if (scene == kUnplugged)
        return Fault{FaultCode::NoDevice, "camera is unplugged"};
    for (const auto& path : picturesOf(scene))
        if (auto picture = cv::imread(path.string(), cv::IMREAD_COLOR); !picture.empty())
            m_pictures.push_back(std::move(picture));
    if (m_pictures.empty())
        return Fault{FaultCode::NoDevice, "no such scene"};
    return Done{};
}

Result<Done> SceneSource::next(cv::Mat& out) {
    std::this_thread::sleep_until(m_due);
    m_due = std::max(m_due + kFrameTime, std::chrono::steady_clock::now());
    if (auto followed = follow(); !followed)
        return followed;
    m_pictures[m_at].copyTo(out);
    m_at = (m_at + 1) % m_pictures.size();
    return Done{};
}

} // namespace balady::camera
