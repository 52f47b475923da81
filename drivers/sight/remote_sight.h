// RemoteSight: the camera and what finds things in its pictures, in a process of their own; core thread, one of its own.
#pragma once

#include "drivers/sight/sight_process.h"
#include "kiosk/ports/camera.h"

#include <chrono>

namespace balady::sight {

/// How long and how often a process is borne with.
struct Limits {
    /// For one reply. A camera that was just switched on takes seconds, and five pictures may be damaged on their way.
    std::chrono::milliseconds reply{12'000};
    /// Processes that broke down in a minute, after which none is started until fewer did.
    int breakdowns = 5;
    /// Without a question for so long, the process is ended.
    std::chrono::milliseconds idle{10'000};
};

/// Started at the first picture that is wanted. When it breaks down, hangs or lies, it is killed, what it was asked for fails,
/// and the next picture starts another: HardwareError, TimedOut. Pictures that it was showing are gone with it. It serves one
/// citizen: forget() ends it.
class RemoteSight final : public ports::Camera,
                          public ports::PageFinder,
                          public ports::FaceFinder,
                          public ports::CodeReader,
                          public ports::ZoneReader {
  public:
    explicit RemoteSight(Program program, Limits limits = {});
    ~RemoteSight() override;

    ports::Task<ports::Frame> nextFrame() override;
    ports::Task<ports::Still> takeStill(ports::PictureSubject subject) override;
    void forget() override;
    /// Of the four: a frame is known by its number, and only the last few that nextFrame() gave are.
    ports::Task<model::PageSight> findPage(ports::Frame frame) override;
    ports::Task<model::PageSight> findFace(ports::Frame frame) override;
    ports::Task<std::vector<std::string>> read(ports::Frame frame, ports::CodeKinds kinds) override;
    ports::Task<std::optional<model::Mrz>> readZone(ports::Frame frame) override;
    void forgetZone() override;

  private:
    struct Worker;
    /// Made when something is asked: a thread with its memory, that most visits do without.
    [[nodiscard]] Worker& worker();
    [[nodiscard]] ports::Task<model::PageSight> find(Request::What what, std::uint64_t picture);

    const Program m_program;
    const Limits m_limits;
    std::unique_ptr<Worker> m_worker;
};

} // namespace balady::sight
