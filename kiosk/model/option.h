// Option: what can be chosen in answer to a question, and lists of them that many questions share.
#pragma once

#include "kiosk/model/language.h"

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace balady::model {

/// One thing that can be chosen. `code` goes to the backend; options of one group follow each other.
struct Option {
    std::string code;
    LocalizedText label;
    LocalizedText note;
    LocalizedText group; ///< the heading that it stands under, or empty
    std::string icon{};  ///< name in the icon set, or empty
    friend bool operator==(const Option&, const Option&) = default;
};

/// A list that never changes and is the same memory in every copy: all municipalities are asked for by four services.
/// Reading it is safe in any thread.
class Options {
  public:
    Options() = default;
    Options(std::vector<Option> options) // not explicit: a list is given where one is wanted
        : m_options(std::make_shared<const std::vector<Option>>(std::move(options))) {}
    Options(std::initializer_list<Option> options) : Options(std::vector<Option>(options)) {}

    [[nodiscard]] auto begin() const { return all().begin(); }
    [[nodiscard]] auto end() const { return all().end(); }
    [[nodiscard]] std::size_t size() const { return all().size(); }
    [[nodiscard]] bool empty() const { return all().empty(); }
    [[nodiscard]] const Option& at(std::size_t index) const { return all().at(index); }
    friend bool operator==(const Options& a, const Options& b) { return a.all() == b.all(); }

  private:
    [[nodiscard]] const std::vector<Option>& all() const {
        static const std::vector<Option> kNone;
        return m_options ? *m_options : kNone;
    }

    std::shared_ptr<const std::vector<Option>> m_options; ///< null: none
};

} // namespace balady::model
