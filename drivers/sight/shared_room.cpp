#include "drivers/sight/shared_room.h"

#include <fcntl.h>
#include <sys/mman.h>

namespace balady::sight {
namespace {

Fault noMemory() {
    return {FaultCode::HardwareError, "sight: no memory for pictures"};
}

} // namespace

Result<SharedRoom> SharedRoom::make() {
    Descriptor file(::memfd_create("balady-sight", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!file || ::ftruncate(file.number(), static_cast<off_t>(kRoomBytes)) != 0 ||
        ::fcntl(file.number(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0)
        return noMemory();
    return mapped(std::move(file), PROT_READ);
}

Result<SharedRoom> SharedRoom::of(Descriptor file) {
    return mapped(std::move(file), PROT_READ | PROT_WRITE);
}

Result<SharedRoom> SharedRoom::mapped(Descriptor file, int protection) {
    void* const memory = ::mmap(nullptr, kRoomBytes, protection, MAP_SHARED, file.number(), 0);
    if (memory == MAP_FAILED)
        return noMemory();
    return SharedRoom(std::move(file), static_cast<std::uint8_t*>(memory));
}

SharedRoom::~SharedRoom() {
    if (m_memory != nullptr)
        ::munmap(m_memory, kRoomBytes);
}

} // namespace balady::sight
