// Secret<T>: a value that must not outlive its use: wiped when destroyed, and impossible to print or log.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace balady {

/// Overwrites memory in a way that the optimiser may not remove.
void wipe(void* data, std::size_t size) noexcept;

/// Frees memory only after overwriting it. Containers of personal data use it, so that growth leaves no copy.
template <class T>
struct WipingAllocator {
    using value_type = T;
    WipingAllocator() = default;
    template <class U>
    WipingAllocator(const WipingAllocator<U>&) noexcept {}
    T* allocate(std::size_t n) { return static_cast<T*>(::operator new(n * sizeof(T))); }
    void deallocate(T* p, std::size_t n) noexcept {
        wipe(p, n * sizeof(T));
        ::operator delete(p);
    }
    template <class U>
    friend bool operator==(const WipingAllocator&, const WipingAllocator<U>&) {
        return true;
    }
};

using SecretBytes = std::vector<unsigned char, WipingAllocator<unsigned char>>;

/// A short text that must not be printed (a token, a one-time code). Reveal it only where it leaves the
/// process. Also wipes the small-string buffer, which an allocator never sees.
class SecretText {
  public:
    SecretText() = default;
    explicit SecretText(std::string text) : m_text(std::move(text)) {}
    SecretText(const SecretText&) = default;
    SecretText(SecretText&& other) noexcept : m_text(std::move(other.m_text)) { other.clear(); }
    SecretText& operator=(const SecretText& other) {
        if (this != &other) {
            clear();
            m_text = other.m_text;
        }
        return *this;
    }
    SecretText& operator=(SecretText&& other) noexcept {
        if (this != &other) {
            clear();
            m_text = std::move(other.m_text);
            other.clear();
        }
        return *this;
    }
    ~SecretText() { clear(); }

    [[nodiscard]] const std::string& reveal() const noexcept { return m_text; }
    [[nodiscard]] bool empty() const noexcept { return m_text.empty(); }
    friend bool operator==(const SecretText&, const SecretText&) = default;

  private:
    void clear() noexcept {
        wipe(m_text.data(), m_text.capacity());
        m_text.clear();
    }
    std::string m_text;
};

} // namespace balady
