#include "kiosk/app/late_sight.h"

#include <dlfcn.h>

#include <string>
#include <utility>

namespace balady::app {
namespace {

constexpr const char* kLibrary = "balady-sight.so"; // beside balady-core.so, by its RUNPATH

Result<MakeSight*> loadSight() {
    void* library = ::dlopen(kLibrary, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    void* make = library != nullptr ? ::dlsym(library, kMakeSight) : nullptr;
    if (make == nullptr)
        return Fault{FaultCode::NotFound, std::string("sight library: ") + ::dlerror()};
    return reinterpret_cast<MakeSight*>(make);
}

} // namespace

ports::Task<const Sight*> LateSight::sight() {
    if (m_loaded != nullptr)
        co_return m_loaded;
    if (!m_loader)
        m_loader.emplace();
    auto work = [this]() -> Result<const Sight*> {
        if (!m_sight) {
            const auto make = loadSight();
            if (!make)
                return make.error();
            m_sight = (*make)(m_settings);
        }
        return &*m_sight;
    };
    auto loaded = co_await m_loader->run(std::move(work));
    if (loaded)
        m_loaded = *loaded;
    co_return loaded;
}

ports::Task<ports::Frame> LateSight::nextFrame() {
    const auto there = co_await sight();
    if (!there)
        co_return there.error();
    co_return co_await (*there)->camera->nextFrame();
}

ports::Task<ports::Still> LateSight::takeStill(ports::PictureSubject subject) {
    const auto there = co_await sight();
    if (!there)
        co_return there.error();
    co_return co_await (*there)->camera->takeStill(subject);
}

ports::Task<model::PageSight> LateSight::findPage(ports::Frame frame) {
    const auto there = co_await sight();
    if (!there)
        co_return there.error();
    co_return co_await (*there)->pageFinder->findPage(std::move(frame));
}

ports::Task<model::PageSight> LateSight::findFace(ports::Frame frame) {
    const auto there = co_await sight();
    if (!there)
        co_return there.error();
    co_return co_await (*there)->faceFinder->findFace(std::move(frame));
}

ports::Task<std::vector<std::string>> LateSight::read(ports::Frame frame) {
    const auto there = co_await sight();
    if (!there)
        co_return there.error();
    co_return co_await (*there)->codeReader->read(std::move(frame));
}

ports::Task<std::optional<model::Mrz>> LateSight::readZone(ports::Frame frame) {
    const auto there = co_await sight();
    if (!there)
        co_return there.error();
    co_return co_await (*there)->zoneReader->readZone(std::move(frame));
}

void LateSight::forgetZone() {
    if (m_loaded != nullptr)
        m_loaded->zoneReader->forgetZone();
}

} // namespace balady::app
