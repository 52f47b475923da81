#include "kiosk/catalogue/option_lists.h"

#include "kiosk/catalogue/icons.h"
#include "kiosk/catalogue/limits.h"

#include <algorithm>
#include <set>

namespace balady::catalogue {
namespace {

using strictjson::Object;
using Groups = std::map<std::string, model::LocalizedText, std::less<>>;

/// Codes go to the backend and into object names: printable ASCII without spaces.
bool isCode(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '.';
    });
}

model::Option readOption(Object& object) {
    model::Option option;
    option.code = object.text("code", kCodeLength);
    if (!isCode(option.code))
        object.refuse("code", "must be letters, digits, '-' and '.'");
    option.label = object.localized("label", kNameLength);
    option.note = object.optionalLocalized("note", kSentenceLength);
    if (object.has("icon"))
        option.icon = readIcon(object);
    return option;
}

Groups readGroups(Object& list) {
    Groups groups;
    list.optionalEach("groups", kGroups, [&](Object& group) {
        const auto id = group.id("id");
        if (!groups.emplace(id, group.localized("label", kNameLength)).second)
            group.refuse("id", "is used twice");
    });
    return groups;
}

/// Options of a group must follow each other: the screen prints a heading where the group changes.
class GroupOrder {
  public:
    explicit GroupOrder(Groups groups) : m_groups(std::move(groups)) {}

    model::LocalizedText read(Object& option) {
        if (m_groups.empty())
            return {};
        const auto id = option.id("group");
        const auto group = m_groups.find(id);
        if (group == m_groups.end()) {
            option.refuse("group", "unknown group");
            return {};
        }
        if (id != m_current && !m_seen.insert(id).second)
            option.refuse("group", "the options of a group must follow each other");
        m_current = id;
        return group->second;
    }

  private:
    Groups m_groups;
    std::set<std::string> m_seen;
    std::string m_current;
};

void keepUnique(std::vector<model::Option>& options, model::Option option, Object& object) {
    const auto same = [&](const model::Option& other) { return other.code == option.code; };
    if (std::any_of(options.begin(), options.end(), same))
        object.refuse("code", "is used twice");
    options.push_back(std::move(option));
}

void refuseEmpty(const std::vector<model::Option>& options, Object& object) {
    if (options.empty())
        object.refuse("options", "is empty");
}

} // namespace

std::vector<model::Option> readList(Object& list) {
    GroupOrder groups(readGroups(list));
    std::vector<model::Option> options;
    list.each("options", kOptions, [&](Object& object) {
        auto option = readOption(object);
        option.group = groups.read(object);
        keepUnique(options, std::move(option), object);
    });
    refuseEmpty(options, list);
    list.optionalText("source", kSourceLength);
    return options;
}

std::vector<model::Option> readOptions(Object& field) {
    std::vector<model::Option> options;
    field.each("options", kOptions, [&](Object& object) { keepUnique(options, readOption(object), object); });
    refuseEmpty(options, field);
    return options;
}

std::string readIcon(Object& object) {
    auto icon = object.text("icon", kNameLength);
    if (!icon.empty() && !isIcon(icon))
        object.refuse("icon", "unknown icon");
    return icon;
}

} // namespace balady::catalogue
