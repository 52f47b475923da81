// DocumentCamera: the document camera, or pictures in its place; core thread, one of its own.
#pragma once

#include "drivers/camera/system_calls.h"
#include "kiosk/ports/camera.h"

#include <filesystem>
#include <memory>

namespace balady::camera {

/// Opens its device at the first picture that is wanted and lets it go two seconds after the last: its light is on
/// only while somebody is meant to be looking. Unplugging is a fault of one picture; the next one tries again.
class DocumentCamera final : public ports::Camera, public ports::PageFinder, public ports::FaceFinder {
  public:
    /// A V4L2 device, "/dev/video0" or better a link under /dev/v4l/by-id.
    [[nodiscard]] static std::unique_ptr<DocumentCamera> ofDevice(std::filesystem::path device,
                                                                  SystemCalls& system = systemCalls());
    /// Scenes from files, as scene_source.h describes them.
    [[nodiscard]] static std::unique_ptr<DocumentCamera> ofScenes(std::filesystem::path scenes,
                                                                  std::filesystem::path control);
    ~DocumentCamera() override;

    /// At the source's resolution, so that a code printed on a page is still legible.
    ports::Task<ports::Frame> nextFrame() override;
    ports::Task<ports::Still> takeStill(ports::PictureSubject subject) override;
    ports::Task<model::PageSight> findPage(ports::Frame frame) override;
    ports::Task<model::PageSight> findFace(ports::Frame frame) override;

  private:
    struct Worker;
    explicit DocumentCamera(std::unique_ptr<Worker> worker);
    std::unique_ptr<Worker> m_worker;
};

} // namespace balady::camera
