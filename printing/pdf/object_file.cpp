#include "printing/pdf/object_file.h"

#include <zlib.h>

#include <charconv>
#include <cmath>
#include <cstdio>

namespace balady::pdf {
namespace {

void appendUtf16(std::string& hex, char32_t character) {
    static constexpr char kDigits[] = "0123456789ABCDEF";
    const auto unit = [&](std::uint32_t value) {
        for (int shift = 12; shift >= 0; shift -= 4)
            hex += kDigits[value >> shift & 0xfU];
    };
    if (character < 0x10000) {
        unit(character);
    } else {
        unit(0xd800 + ((character - 0x10000) >> 10));
        unit(0xdc00 + ((character - 0x10000) & 0x3ff));
    }
}

std::u32string decodeUtf8(std::string_view utf8) {
    std::u32string text;
    for (std::size_t i = 0; i < utf8.size();) {
        const auto lead = static_cast<std::uint8_t>(utf8[i++]);
        const int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc0 ? 1 : 0;
        char32_t character = more == 0 ? lead : lead & (0x3fU >> more);
        for (int k = 0; k < more && i < utf8.size(); ++k)
            character = character << 6 | (static_cast<std::uint8_t>(utf8[i++]) & 0x3fU);
        text += character;
    }
    return text;
}

/// FNV-1a, 64 bits: enough to tell two files apart, which is all that the identifier is for.
std::uint64_t hash(std::string_view text, std::uint64_t value) {
    for (const char c : text) {
        value ^= static_cast<std::uint8_t>(c);
        value *= 1099511628211U;
    }
    return value;
}

} // namespace

void appendNumber(std::string& text, double value) {
    const auto thousandths = std::llround(value * 1000);
    auto rest = static_cast<unsigned long long>(std::abs(thousandths));
    if (thousandths < 0)
        text += '-';
    char digits[24];
    auto* const end = std::to_chars(digits, digits + sizeof digits, rest / 1000).ptr;
    text.append(digits, end);
    if (rest %= 1000; rest == 0)
        return;
    text += '.';
    for (unsigned long long unit = 100; rest != 0; rest %= unit, unit /= 10)
        text += static_cast<char>('0' + rest / unit);
}

std::string number(double value) {
    std::string text;
    appendNumber(text, value);
    return text;
}

std::string textString(std::string_view utf8) {
    return "<FEFF" + utf16Hex(decodeUtf8(utf8)) + ">";
}

std::string utf16Hex(std::u32string_view text) {
    std::string hex;
    for (const auto character : text)
        appendUtf16(hex, character);
    return hex;
}

std::string deflate(std::string_view data) {
    auto length = compressBound(static_cast<uLong>(data.size()));
    std::string packed(length, '\0');
    compress2(reinterpret_cast<Bytef*>(packed.data()), &length, reinterpret_cast<const Bytef*>(data.data()),
              static_cast<uLong>(data.size()), Z_DEFAULT_COMPRESSION);
    packed.resize(length);
    return packed;
}

Reference ObjectFile::reserve() {
    m_bodies.emplace_back();
    return {static_cast<int>(m_bodies.size())};
}

void ObjectFile::define(Reference reference, std::string body) {
    m_bodies[static_cast<std::size_t>(reference.number) - 1] = std::move(body);
}

Reference ObjectFile::add(std::string body) {
    const auto reference = reserve();
    define(reference, std::move(body));
    return reference;
}

Reference ObjectFile::addStream(std::string_view dictionary, std::string_view data) {
    return addPacked(dictionary, deflate(data));
}

Reference ObjectFile::addPacked(std::string_view dictionary, std::string_view packed) {
    return addPlain(std::string(dictionary) + "/Filter/FlateDecode", packed);
}

Reference ObjectFile::addPlain(std::string_view dictionary, std::string_view data) {
    std::string body = "<<";
    body += dictionary;
    body += "/Length " + std::to_string(data.size()) + ">>\nstream\n";
    body += data;
    body += "\nendstream";
    return add(std::move(body));
}

Bytes ObjectFile::finish(Reference catalog, Reference info) const {
    // Four bytes above 127 tell transfer programs that the file is binary (7.5.2).
    std::string file = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
    std::string table = "xref\n0 " + std::to_string(m_bodies.size() + 1) + "\n0000000000 65535 f \n";
    std::uint64_t first = 14695981039346656037U, second = 1099511628211U;
    for (std::size_t i = 0; i < m_bodies.size(); ++i) {
        char entry[32];
        std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", file.size());
        table += entry;
        file += std::to_string(i + 1) + " 0 obj\n" + m_bodies[i] + "\nendobj\n";
        first = hash(m_bodies[i], first);
        second = hash(m_bodies[i], second ^ first);
    }
    char identifier[40];
    std::snprintf(identifier, sizeof identifier, "<%016llX%016llX>", static_cast<unsigned long long>(first),
                  static_cast<unsigned long long>(second));
    const auto start = file.size();
    file += table + "trailer\n<</Size " + std::to_string(m_bodies.size() + 1) + "/Root " + catalog.text() +
            "/Info " + info.text() + "/ID[" + identifier + identifier + "]>>\nstartxref\n" +
            std::to_string(start) + "\n%%EOF\n";
    const auto view = asBytes(file);
    return {view.begin(), view.end()};
}

} // namespace balady::pdf
