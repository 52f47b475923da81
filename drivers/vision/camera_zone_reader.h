// CameraZoneReader: reads the machine readable zone of the card that lies under the camera; core thread, one of its own.
#pragma once

#include "drivers/vision/mrz_reader.h"
#include "kiosk/ports/blocking_thread.h"
#include "kiosk/ports/camera.h"

#include <memory>

namespace balady::vision {

class CameraZoneReader final : public ports::ZoneReader {
  public:
    ports::Task<std::optional<model::Mrz>> readZone(ports::Frame frame) override;
    void forgetZone() override { m_reader = nullptr; }

  private:
    std::shared_ptr<MrzReader> m_reader; ///< of this card; shared with a frame that is still being read
    ports::BlockingThread m_thread;
};

} // namespace balady::vision
