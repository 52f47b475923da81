#include "tests/privacy/canary.h"

#include "kiosk/crypto/crypto.h"

#include <algorithm>
#include <set>

namespace balady::privacy {
namespace {

constexpr std::size_t kDigitRun = 7;    // fewer occur by chance
constexpr std::size_t kFileRun = 32;    // bytes of a file in a row that cannot be chance
constexpr std::size_t kFileStep = 1024; // how far apart the runs of a file lie

std::u32string codePoints(std::string_view utf8) {
    std::u32string out;
    for (unsigned char c : utf8) {
        if (c < 0x80)
            out += c;
        else if (c >= 0xf0)
            out += c & 0x07;
        else if (c >= 0xe0)
            out += c & 0x0f;
        else if (c >= 0xc0)
            out += c & 0x1f;
        else
            out.back() = out.back() << 6 | (c & 0x3f);
    }
    return out;
}

Bytes utf8(const std::u32string& text) {
    Bytes out;
    for (const char32_t c : text) {
        if (c < 0x80) {
            out.push_back(static_cast<std::uint8_t>(c));
        } else if (c < 0x800) {
            out.push_back(static_cast<std::uint8_t>(0xc0 | c >> 6));
            out.push_back(static_cast<std::uint8_t>(0x80 | (c & 0x3f)));
        } else {
            out.push_back(static_cast<std::uint8_t>(0xe0 | c >> 12));
            out.push_back(static_cast<std::uint8_t>(0x80 | (c >> 6 & 0x3f)));
            out.push_back(static_cast<std::uint8_t>(0x80 | (c & 0x3f)));
        }
    }
    return out;
}

enum class Order { Little, Big };

/// UTF-16 or UTF-32; the texts are of the Basic Multilingual Plane.
Bytes wide(const std::u32string& text, std::size_t size, Order order) {
    Bytes out;
    for (const char32_t c : text)
        for (std::size_t i = 0; i < size; ++i)
            out.push_back(static_cast<std::uint8_t>(c >> 8 * (order == Order::Little ? i : size - 1 - i)));
    return out;
}

/// The characters of base64 that depend on these bytes alone, when `skip` bytes that are unknown come before them.
std::string base64Core(ByteView bytes, std::size_t skip) {
    Bytes padded(skip, 0);
    padded.insert(padded.end(), bytes.begin(), bytes.end());
    const auto text = toBase64Url(padded);
    const auto first = (skip * 8 + 5) / 6;
    const auto last = padded.size() * 8 / 6;
    return text.substr(first, last - first);
}

class Collection {
  public:
    void add(const std::string& canary, std::string form, Bytes bytes) {
        if (bytes.size() >= kShortest && m_seen.insert(bytes).second)
            m_needles.push_back({canary, std::move(form), std::move(bytes)});
    }
    void add(const std::string& canary, std::string form, std::string_view text) {
        add(canary, std::move(form), Bytes(text.begin(), text.end()));
    }

    void addBase64(const std::string& canary, const std::string& form, ByteView bytes) {
        for (std::size_t skip = 0; skip < 3; ++skip) {
            auto url = base64Core(bytes, skip);
            auto plain = url;
            std::replace(plain.begin(), plain.end(), '-', '+');
            std::replace(plain.begin(), plain.end(), '_', '/');
            add(canary, form, std::string_view(plain));
            add(canary, form, std::string_view(url));
        }
    }

    void addText(const std::string& canary, const std::string& prefix, const std::u32string& text) {
        add(canary, prefix + "utf-8", utf8(text));
        add(canary, prefix + "utf-16le", wide(text, 2, Order::Little));
        add(canary, prefix + "utf-16be", wide(text, 2, Order::Big));
        add(canary, prefix + "utf-32le", wide(text, 4, Order::Little));
    }

    void addEncoded(const std::string& canary, const std::string& prefix, const std::u32string& text) {
        const auto bytes = utf8(text);
        addBase64(canary, prefix + "base64", bytes);
        addBase64(canary, prefix + "base64 of utf-16le", wide(text, 2, Order::Little));
        auto hex = toHex(bytes);
        add(canary, prefix + "hexadecimal", std::string_view(hex));
        std::string percent;
        for (std::size_t i = 0; i < bytes.size(); ++i)
            percent +=
                bytes[i] < 0x80 ? std::string(1, static_cast<char>(bytes[i])) : '%' + hex.substr(2 * i, 2);
        add(canary, prefix + "percent-encoded", std::string_view(percent));
        const auto upper = [](std::string& digits) {
            for (auto& c : digits)
                c = c >= 'a' && c <= 'f' ? static_cast<char>(c - 32) : c;
        };
        upper(hex);
        add(canary, prefix + "hexadecimal", std::string_view(hex));
        if (percent.find('%') != std::string::npos) {
            upper(percent);
            add(canary, prefix + "percent-encoded", std::string_view(percent));
        }
    }

    std::vector<Needle> take() { return std::move(m_needles); }

  private:
    std::set<Bytes> m_seen;
    std::vector<Needle> m_needles;
};

std::u32string arabicIndic(std::u32string digits) {
    for (auto& digit : digits)
        digit = U'\u0660' + (digit - U'0');
    return digits;
}

void addText(Collection& out, const TextCanary& canary) {
    const auto text = codePoints(canary.text);
    out.addText(canary.name, "", text);
    out.addEncoded(canary.name, "", text);
    const auto isDigit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
    if (!std::all_of(text.begin(), text.end(), isDigit))
        return;
    out.addText(canary.name, "arabic-indic ", arabicIndic(text));
    out.addEncoded(canary.name, "arabic-indic ", arabicIndic(text));
    for (std::size_t at = 0; at + kDigitRun <= text.size(); ++at) {
        const auto part = text.substr(at, kDigitRun);
        out.addText(canary.name, "part ", part);
        out.addText(canary.name, "part arabic-indic ", arabicIndic(part));
    }
}

/// A run that repeats itself (padding, tables of a codec) would be found in every other file too.
bool isOwn(ByteView run) {
    return std::set<std::uint8_t>(run.begin(), run.end()).size() > kFileRun / 2;
}

void addFile(Collection& out, const FileCanary& canary) {
    const ByteView content = canary.content;
    // The first part of a JPEG is its tables, the same in every picture of one encoder.
    for (auto at = content.size() / 8; at + kFileRun <= content.size(); at += kFileStep) {
        const auto run = content.subspan(at, kFileRun);
        if (!isOwn(run))
            continue;
        out.add(canary.name, "bytes", Bytes(run.begin(), run.end()));
        out.addBase64(canary.name, "base64", run);
    }
    const auto hash = crypto::sha256(content);
    out.add(canary.name, "sha-256", Bytes(hash.begin(), hash.end()));
    out.add(canary.name, "sha-256 hexadecimal", std::string_view(toHex(hash)));
    out.addBase64(canary.name, "sha-256 base64", hash);
}

} // namespace

std::vector<Needle> needles(const Canaries& canaries) {
    Collection out;
    for (const auto& text : canaries.texts)
        addText(out, text);
    for (const auto& file : canaries.files)
        addFile(out, file);
    return out.take();
}

} // namespace balady::privacy
