// balady-sight: sees for the terminal: the camera, and every library that parses what comes from it, in a process that can do
// nothing else. Started by the terminal (drivers/sight/remote_sight.h), with its socket as the only file.
// usage: balady-sight device NODE | scenes FOLDER CONTROL
#include "drivers/camera/document_camera.h"
#include "drivers/sight/apart/confinement.h"
#include "drivers/sight/apart/sight_server.h"
#include "drivers/sight/sight_process.h"

#include <malloc.h>

#include <string_view>

using namespace balady;

namespace {

int see(sight::Eyes eyes, const char* const* places) {
    const sight::Channel channel{Descriptor(sight::kSocketOfProcess)};
    auto first = channel.receive(std::nullopt, sight::Channel::With::Descriptor);
    if (!first || !first->descriptor)
        return 1;
    auto room = sight::SharedRoom::of(std::move(first->descriptor));
    if (!room)
        return 1;
    sight::LentDevice device(channel);
    const auto camera = eyes == sight::Eyes::Device ? camera::DocumentCamera::ofDevice(places[0], device)
                                                    : camera::DocumentCamera::ofScenes(places[0], places[1]);
    sight::SightServer server(channel, *room, {*camera, *camera, *camera}, device);
    server.rehearse();
    if (!sight::confine(eyes))
        return 1;
    server.serve();
    ::_exit(0); // there is nothing to tidy up that the kernel does not
}

} // namespace

int main(int argc, char** argv) {
    mallopt(M_ARENA_MAX, 1); // a heap of its own for each thread would be as much memory that is seldom used
    if (!sight::limitProcess())
        return 1;
    const std::string_view what = argc > 1 ? argv[1] : "";
    if (what == "device" && argc == 3)
        return see(sight::Eyes::Device, argv + 2);
    if (what == "scenes" && argc == 4)
        return see(sight::Eyes::Scenes, argv + 2);
    return 2;
}
