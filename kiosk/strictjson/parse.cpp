#include "kiosk/strictjson/parse.h"

#include "kiosk/strictjson/repeated_member.h"

#include <boost/json/parse.hpp>

#include <fstream>
#include <sstream>
#include <string>

namespace balady::strictjson {

Result<boost::json::value> parse(std::string_view text, FaultCode code, std::string_view document) {
    boost::json::error_code error;
    auto value = boost::json::parse(text, error);
    if (error)
        return Fault{code, std::string(document) + ": not JSON: " + error.message()};
    if (const auto name = repeatedMember(text))
        return Fault{code, std::string(document) + ": \"" + *name + "\" stands twice in one object"};
    return value;
}

Result<std::string> readFile(const std::filesystem::path& path) {
    const auto name = path.filename().string();
    std::error_code missing;
    if (!std::filesystem::is_regular_file(path, missing))
        return Fault{FaultCode::NotFound, name + ": no such file"};
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    if (file.peek() !=
        std::ifstream::traits_type::eof()) // of an empty file nothing can be inserted, which is a failure
        text << file.rdbuf();
    if (!file.is_open() || file.bad() || !text)
        return Fault{FaultCode::AccessDenied, name + ": cannot be read"};
    return std::move(text).str();
}

Result<boost::json::value> parseFile(const std::filesystem::path& path, FaultCode code) {
    auto text = readFile(path);
    if (!text)
        return text.error();
    return parse(*text, code, path.filename().string());
}

} // namespace balady::strictjson
