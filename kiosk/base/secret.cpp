#include "kiosk/base/secret.h"

#include <cstring>

namespace balady {

void wipe(void* data, std::size_t size) noexcept {
    if (size != 0) // of nothing there may be no address, which explicit_bzero() must not get
        ::explicit_bzero(data, size);
}

} // namespace balady
