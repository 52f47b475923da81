// TouchPanel: a touch screen that a program makes for this kernel (uinput, multi-touch protocol B); one thread; throws when the
// kernel refuses.
#pragma once

namespace balady::kernel {

class TouchPanel {
  public:
    TouchPanel();
    TouchPanel(const TouchPanel&) = delete;
    TouchPanel& operator=(const TouchPanel&) = delete;
    /// Unplugs it.
    ~TouchPanel();

    /// A finger comes down or moves; 0 to 1 from the left and from the top.
    void touch(double x, double y);
    void lift();

  private:
    void report(int type, int code, int value) const;

    int m_file;
    int m_finger = 0;
    bool m_down = false;
};

} // namespace balady::kernel
