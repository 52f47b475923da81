#include "kiosk/app/core.h"

#include <dlfcn.h>

#include <string>

namespace balady::app {
namespace {

constexpr const char* kLibrary = "balady-core.so"; // beside the program, by its RUNPATH

} // namespace

Result<std::unique_ptr<Core>> loadCore(const settings::Settings& settings, const flow::Terminal& terminal,
                                       Core::Listeners listeners) {
    void* library = ::dlopen(kLibrary, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    void* make = library != nullptr ? ::dlsym(library, kMakeCore) : nullptr;
    if (make == nullptr)
        return Fault{FaultCode::NotFound, std::string("core library: ") + ::dlerror()};
    return reinterpret_cast<MakeCore*>(make)(settings, terminal, std::move(listeners));
}

} // namespace balady::app
