// Object file: the outer form of a PDF: numbered objects, streams, cross-reference table (ISO 32000-1, 7.5).
#pragma once

#include "kiosk/base/bytes.h"

#include <string>
#include <string_view>
#include <vector>

namespace balady::pdf {

/// The number of an indirect object.
struct Reference {
    int number = 0;
    /// "12 0 R"
    [[nodiscard]] std::string text() const { return std::to_string(number) + " 0 R"; }
};

/// Decimal number with at most three decimals and no trailing zeros, whatever the locale.
void appendNumber(std::string& text, double value);
[[nodiscard]] std::string number(double value);
/// Literal for a text string: UTF-16BE in hexadecimal with a byte-order mark (7.9.2.2).
[[nodiscard]] std::string textString(std::string_view utf8);
/// UTF-16BE in hexadecimal, upper case, without a mark.
[[nodiscard]] std::string utf16Hex(std::u32string_view text);

/// The zlib form (RFC 1950) that /FlateDecode reads.
[[nodiscard]] std::string deflate(std::string_view data);

/// Collects objects and lays them out. The same objects give the same bytes: nothing of the clock or of
/// chance.
class ObjectFile {
  public:
    /// A number for an object whose body comes later, for references in circles.
    [[nodiscard]] Reference reserve();
    void define(Reference reference, std::string body);
    Reference add(std::string body);
    /// `dictionary` holds entries besides /Length and /Filter, without the brackets.
    Reference addStream(std::string_view dictionary, std::string_view data);
    /// A stream that deflate() has packed already.
    Reference addPacked(std::string_view dictionary, std::string_view packed);
    /// A stream that must be readable without unpacking.
    Reference addPlain(std::string_view dictionary, std::string_view data);

    /// The file. The identifier (14.4) is a hash of the objects.
    [[nodiscard]] Bytes finish(Reference catalog, Reference info) const;

  private:
    std::vector<std::string> m_bodies;
};

} // namespace balady::pdf
