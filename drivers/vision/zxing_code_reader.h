// ZxingCodeReader: finds codes in camera frames, by ZXing; core thread, one of its own.
#pragma once

#include "kiosk/ports/blocking_thread.h"
#include "kiosk/ports/camera.h"

namespace balady::vision {

/// No further symbologies: nothing else is printed on our papers, and each costs time in every frame.
class ZxingCodeReader final : public ports::CodeReader {
  public:
    ports::Task<std::vector<std::string>> read(ports::Frame frame, ports::CodeKinds kinds) override;

  private:
    ports::BlockingThread m_thread;
};

} // namespace balady::vision
