#include "drivers/camera/scene_source.h"

#include "drivers/camera/jpeg.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <thread>

namespace balady::camera {
namespace {

namespace fs = std::filesystem;

/// About the pace of a camera's preview.
constexpr std::chrono::milliseconds kFrameTime{66};
constexpr std::string_view kUnplugged = "unplugged";

constexpr const char* kPicture = ".jpg";

Bytes bytesOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

std::vector<fs::path> SceneSource::picturesOf(const std::string& scene) const {
    std::error_code error;
    if (const auto picture = m_scenes / (scene + kPicture); fs::is_regular_file(picture, error))
        return {picture};
    std::vector<fs::path> sequence;
    for (const auto& entry : fs::directory_iterator(m_scenes / scene, error))
        if (entry.path().extension() == kPicture)
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
        m_pictures.push_back(bytesOf(path));
    if (m_pictures.empty())
        return Fault{FaultCode::NoDevice, "no such scene"};
    return Done{};
}

Result<ports::Frame> SceneSource::next() {
    std::this_thread::sleep_until(m_due);
    m_due = std::max(m_due + kFrameTime, std::chrono::steady_clock::now());
    if (auto followed = follow(); !followed)
        return followed.error();
    auto frame = decodeJpeg(m_pictures[m_at]);
    m_at = (m_at + 1) % m_pictures.size();
    if (!frame)
        return Fault{FaultCode::HardwareError, frame.error().context};
    return frame;
}

} // namespace balady::camera
