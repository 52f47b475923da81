// SceneSource: pictures from files instead of a camera, chosen by a control file; for demonstrations and tests.
#pragma once

#include "drivers/camera/frame_source.h"
#include "kiosk/base/bytes.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace balady::camera {

class SceneSource final : public FrameSource {
  public:
    /// The control file's first word names the scene: the picture SCENE.jpg in `scenes`, or the folder SCENE of such
    /// pictures that are shown in order, again and again. JPEG, because that is what a camera sends. An empty or
    /// missing control file means the scene "default"; "unplugged" means that there is no camera.
    SceneSource(std::filesystem::path scenes, std::filesystem::path control)
        : m_scenes(std::move(scenes)), m_control(std::move(control)) {}

    /// NoDevice when there is no such scene, HardwareError when a picture of it is damaged.
    [[nodiscard]] Result<ports::Frame> next() override;
    void rest() override { m_pictures.clear(); } // as a camera would: nothing of the last one stays

  private:
    [[nodiscard]] Result<Done> follow();
    [[nodiscard]] std::vector<std::filesystem::path> picturesOf(const std::string& scene) const;

    const std::filesystem::path m_scenes;
    const std::filesystem::path m_control;
    std::string m_scene;
    std::filesystem::file_time_type m_controlTime{};
    std::vector<Bytes> m_pictures; ///< of the scene, as they came from the files
    std::size_t m_at = 0;
    std::chrono::steady_clock::time_point m_due{};
};

} // namespace balady::camera
