// ZxingCodeReader: finds QR codes in camera frames, by ZXing; core thread, one of its own.
#pragma once

#include "kiosk/ports/blocking_thread.h"
#include "kiosk/ports/camera.h"

namespace balady::vision {

/// QR codes only: nothing else is printed on our papers, and each further symbology costs time in every frame.
class ZxingCodeReader final : public ports::CodeReader {
  public:
    ports::Task<std::vector<std::string>> read(ports::Frame frame) override;

  private:
    ports::BlockingThread m_thread;
};

} // namespace balady::vision
