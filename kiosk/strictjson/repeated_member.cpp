#include "kiosk/strictjson/repeated_member.h"

#include <boost/json/basic_parser_impl.hpp>

#include <set>
#include <vector>

namespace balady::strictjson {
namespace {

namespace json = boost::json;

/// A handler of Boost.JSON's event parser that looks at keys only.
class Names {
  public:
    // NOLINTBEGIN(readability-identifier-naming): the library's names
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);

    bool on_object_begin(json::error_code&) {
        m_open.emplace_back();
        return true;
    }
    bool on_object_end(std::size_t, json::error_code&) {
        m_open.pop_back();
        return true;
    }
    bool on_key_part(json::string_view part, std::size_t, json::error_code&) {
        m_name += part;
        return true;
    }
    /// Stops the parser at the first repeated name; the error that it takes for that is not looked at.
    bool on_key(json::string_view part, std::size_t, json::error_code& error) {
        m_name += part;
        if (!m_open.back().insert(m_name).second) {
            m_repeated = m_name;
            error = json::error::syntax;
            return false;
        }
        m_name.clear();
        return true;
    }

    bool on_document_begin(json::error_code&) { return true; }
    bool on_document_end(json::error_code&) { return true; }
    bool on_array_begin(json::error_code&) { return true; }
    bool on_array_end(std::size_t, json::error_code&) { return true; }
    bool on_string_part(json::string_view, std::size_t, json::error_code&) { return true; }
    bool on_string(json::string_view, std::size_t, json::error_code&) { return true; }
    bool on_number_part(json::string_view, json::error_code&) { return true; }
    bool on_int64(std::int64_t, json::string_view, json::error_code&) { return true; }
    bool on_uint64(std::uint64_t, json::string_view, json::error_code&) { return true; }
    bool on_double(double, json::string_view, json::error_code&) { return true; }
    bool on_bool(bool, json::error_code&) { return true; }
    bool on_null(json::error_code&) { return true; }
    bool on_comment_part(json::string_view, json::error_code&) { return true; }
    bool on_comment(json::string_view, json::error_code&) { return true; }
    // NOLINTEND(readability-identifier-naming)

    [[nodiscard]] const std::optional<std::string>& repeated() const { return m_repeated; }

  private:
    std::vector<std::set<std::string>> m_open; ///< names so far of each object that is not closed yet
    std::string m_name;
    std::optional<std::string> m_repeated;
};

} // namespace

std::optional<std::string> repeatedMember(std::string_view text) {
    json::basic_parser<Names> parser{json::parse_options()};
    json::error_code error;
    parser.write_some(false, text.data(), text.size(), error);
    return parser.handler().repeated();
}

} // namespace balady::strictjson
