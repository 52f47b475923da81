#include "drivers/vision/camera_zone_reader.h"

#include <utility>

namespace balady::vision {

ports::Task<std::optional<model::Mrz>> CameraZoneReader::readZone(ports::Frame frame) {
    if (!m_reader)
        m_reader = std::make_shared<MrzReader>();
    // Named, not a temporary of the await expression: GCC 12 destroys what such a lambda has captured twice.
    auto work = [reader = m_reader, frame = std::move(frame)]() -> Result<std::optional<model::Mrz>> {
        return reader->add(frame).fields;
    };
    co_return co_await m_thread.run(std::move(work));
}

} // namespace balady::vision
