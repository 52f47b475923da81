// Projector: shows one picture on a V4L2 output, again and again, until it goes; a thread of its own; throws when the kernel
// refuses.
#pragma once

#include <cstdint>
#include <filesystem>
#include <thread>
#include <vector>

namespace balady::kernel {

/// 8-bit BGR, rows without padding.
struct Slide {
    Slide(int w, int h)
        : width(w), height(h), bgr(static_cast<std::size_t>(w) * static_cast<std::size_t>(h) * 3) {}
    void paint(int x, int y, std::uint8_t blue, std::uint8_t green, std::uint8_t red);

    int width;
    int height;
    std::vector<std::uint8_t> bgr;
};

class Projector {
  public:
    Projector(const std::filesystem::path& output, const Slide& slide);
    Projector(const Projector&) = delete;
    Projector& operator=(const Projector&) = delete;
    ~Projector();

  private:
    void start(const std::vector<std::uint8_t>& picture, int width, int height) const;
    void ask(unsigned long request, void* argument) const;

    int m_file = -1;
    std::jthread m_showing; ///< waits for the output most of the time
};

} // namespace balady::kernel
