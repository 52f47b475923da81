#include "kiosk/strictjson/reading.h"

namespace balady::strictjson {

void Reading::refuse(std::string_view pointer, std::string_view why) {
    if (m_fault)
        return;
    const std::string_view where = pointer.empty() ? "/" : pointer;
    m_fault = Fault{m_code, m_document + ": " + std::string(where) + ": " + std::string(why)};
}

std::string below(std::string_view pointer, std::string_view name) {
    std::string result(pointer);
    result += '/';
    for (const char c : name) {
        if (c == '~')
            result += "~0";
        else if (c == '/')
            result += "~1";
        else
            result += c;
    }
    return result;
}

std::string below(std::string_view pointer, std::size_t index) {
    return std::string(pointer) + "/" + std::to_string(index);
}

} // namespace balady::strictjson
