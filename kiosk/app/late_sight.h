// LateSight: stands for the camera and what finds things in its pictures until they are wanted, and loads them then; core thread.
#pragma once

#include "kiosk/app/sight.h"
#include "kiosk/ports/blocking_thread.h"

#include <optional>

namespace balady::app {

/// The first picture waits for the library; then it stays. Faults, beside those of the two: NotFound (no library).
class LateSight final : public ports::Camera,
                        public ports::PageFinder,
                        public ports::FaceFinder,
                        public ports::CodeReader,
                        public ports::ZoneReader {
  public:
    explicit LateSight(settings::Camera settings) : m_settings(std::move(settings)) {}

    ports::Task<ports::Frame> nextFrame() override;
    ports::Task<ports::Still> takeStill(ports::PictureSubject subject) override;
    ports::Task<model::PageSight> findPage(ports::Frame frame) override;
    ports::Task<model::PageSight> findFace(ports::Frame frame) override;
    ports::Task<std::vector<std::string>> read(ports::Frame frame) override;
    ports::Task<std::optional<model::Mrz>> readZone(ports::Frame frame) override;
    void forgetZone() override;

  private:
    [[nodiscard]] ports::Task<const Sight*> sight();

    const settings::Camera m_settings;
    std::optional<Sight> m_sight;                  ///< made on m_loader, after which nothing changes it
    const Sight* m_loaded = nullptr;               ///< core thread: m_sight, when that is there
    std::optional<ports::BlockingThread> m_loader; ///< last, so that it ends before what it makes
};

} // namespace balady::app
