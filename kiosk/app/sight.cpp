#include "kiosk/app/sight.h"

#include "drivers/camera/document_camera.h"
#include "drivers/vision/camera_zone_reader.h"
#include "drivers/vision/zxing_code_reader.h"

namespace balady::app {
namespace {

std::unique_ptr<camera::DocumentCamera> makeCamera(const settings::Camera& settings) {
    if (const auto* device = std::get_if<settings::CameraDevice>(&settings))
        return camera::DocumentCamera::ofDevice(device->device);
    const auto& scenes = std::get<settings::CameraScenes>(settings);
    return camera::DocumentCamera::ofScenes(scenes.scenes, scenes.control);
}

} // namespace

// Not extern "C", which promises that C could call it; only its name is unmangled.
__attribute__((visibility("default"))) MakeSight baladyMakeSight asm("baladyMakeSight");

Sight baladyMakeSight(const settings::Camera& settings) {
    auto camera = makeCamera(settings);
    auto* const finder = camera.get();
    return {std::move(camera), finder, finder, std::make_unique<vision::ZxingCodeReader>(),
            std::make_unique<vision::CameraZoneReader>()};
}

} // namespace balady::app
