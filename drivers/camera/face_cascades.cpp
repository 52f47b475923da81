// The cascades that find faces and eyes, as pack_cascade.py makes them of Debian's opencv-data at build time.
#include "drivers/camera/haar_cascade.h"

extern "C" {
extern const std::uint8_t balady_face_cascade[];
extern const std::uint8_t balady_face_cascade_end[];
extern const std::uint8_t balady_eye_cascade[];
extern const std::uint8_t balady_eye_cascade_end[];
}

// NOLINTNEXTLINE(hicpp-no-assembler): C++20 has no other way to take a file in.
asm(".section .rodata\n"
    ".globl balady_face_cascade\n"
    "balady_face_cascade:\n"
    ".incbin \"" BALADY_FACE_CASCADE "\"\n"
    ".globl balady_face_cascade_end\n"
    "balady_face_cascade_end:\n"
    ".byte 0\n"
    ".globl balady_eye_cascade\n"
    "balady_eye_cascade:\n"
    ".incbin \"" BALADY_EYE_CASCADE "\"\n"
    ".globl balady_eye_cascade_end\n"
    "balady_eye_cascade_end:\n"
    ".byte 0\n"
    ".previous\n");

namespace balady::camera {

const HaarCascade& HaarCascade::faces() {
    static const HaarCascade kCascade({balady_face_cascade, balady_face_cascade_end});
    return kCascade;
}

const HaarCascade& HaarCascade::openEyes() {
    static const HaarCascade kCascade({balady_eye_cascade, balady_eye_cascade_end});
    return kCascade;
}

} // namespace balady::camera
