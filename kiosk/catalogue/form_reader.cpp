#include "kiosk/catalogue/form_reader.h"

#include "kiosk/catalogue/limits.h"

#include <algorithm>
#include <array>

namespace balady::catalogue {
namespace {

using model::FieldType;
using strictjson::Object;

/// What the backend can be asked for (contract: GET /v1/options/{source}).
constexpr std::array<std::string_view, 3> kSources{"establishments", "licences", "slots"};

const model::Field* findField(const std::vector<model::FormPage>& form, std::string_view id) {
    for (const auto& page : form)
        for (const auto& field : page.fields)
            if (field.id == id)
                return &field;
    return nullptr;
}

bool canAnswer(const model::Field& field, std::string_view answer) {
    if (field.type == FieldType::YesNo)
        return answer == "yes" || answer == "no";
    return std::any_of(field.options.begin(), field.options.end(),
                       [&](const model::Option& option) { return option.code == answer; });
}

void readChoices(Object& object, model::Field& field, const OptionLists& lists) {
    const int origins = int(object.has("options")) + int(object.has("list")) + int(object.has("optionsFrom"));
    if (origins != 1)
        object.refuse("", "a choice needs exactly one of options, list and optionsFrom");
    if (object.has("options"))
        field.options = readOptions(object);
    if (object.has("list")) {
        field.list = object.id("list");
        const auto list = lists.find(field.list);
        if (list == lists.end())
            object.refuse("list", "unknown list");
        else
            field.options = list->second;
    }
    if (object.has("optionsFrom")) {
        field.optionsFrom = object.text("optionsFrom", kCodeLength);
        if (std::find(kSources.begin(), kSources.end(), field.optionsFrom) == kSources.end())
            object.refuse("optionsFrom", "unknown word");
    }
}

bool hasBounds(FieldType type) {
    switch (type) {
    case FieldType::Text:
    case FieldType::Note:
    case FieldType::Digits:
    case FieldType::Number:
    case FieldType::Reference: return true;
    case FieldType::Identity:
    case FieldType::Establishment:
    case FieldType::Mobile:
    case FieldType::Address:
    case FieldType::Date:
    case FieldType::Choice:
    case FieldType::YesNo: return false;
    }
    return false;
}

void readBounds(Object& object, model::Field& field) {
    constexpr std::int64_t kMost = 1'000'000'000;
    field.min = object.optionalInteger("min", 0, kMost);
    field.max = object.optionalInteger("max", 0, kMost);
    if (field.min && field.max && *field.min > *field.max)
        object.refuse("max", "is less than min");
}

model::Field readField(Object& object, const std::vector<model::FormPage>& before, const OptionLists& lists) {
    model::Field field;
    field.id = object.id("id");
    if (findField(before, field.id) != nullptr)
        object.refuse("id", "is used twice");
    field.type = object.word("type", model::fieldTypeFromName);
    field.label = object.localized("label", kNameLength);
    field.help = object.optionalLocalized("help", kSentenceLength);
    field.required = object.booleanOr("required", true);
    // A member that the type has no use for is not asked for, and so refused as unknown.
    if (field.type == FieldType::Choice)
        readChoices(object, field, lists);
    if (hasBounds(field.type))
        readBounds(object, field);
    if (object.has("showIf"))
        field.showIf = readCondition(object, "showIf", before);
    return field;
}

} // namespace

std::vector<model::FormPage> readForm(Object& service, const OptionLists& lists) {
    std::vector<model::FormPage> form;
    service.optionalEach("form", kPages, [&](Object& object) {
        const auto id = object.id("id");
        if (std::any_of(form.begin(), form.end(), [&](const auto& page) { return page.id == id; }))
            object.refuse("id", "is used twice");
        form.push_back({id, object.localized("title", kNameLength), {}});
        object.each("fields", kFieldsOfPage,
                    [&](Object& field) { form.back().fields.push_back(readField(field, form, lists)); });
        if (form.back().fields.empty())
            object.refuse("fields", "is empty");
    });
    return form;
}

model::Condition readCondition(Object& owner, std::string_view key,
                               const std::vector<model::FormPage>& form) {
    model::Condition condition;
    owner.object(key, [&](Object& object) {
        condition.field = object.id("field");
        condition.equals = object.text("equals", kCodeLength);
        const auto* field = findField(form, condition.field);
        if (field == nullptr)
            object.refuse("field", "no such question before this one");
        else if (!canAnswer(*field, condition.equals))
            object.refuse("equals", "is no answer of that question");
    });
    return condition;
}

std::string readReferenceField(Object& owner, std::string_view key,
                               const std::vector<model::FormPage>& form) {
    auto id = owner.id(key);
    const auto* field = findField(form, id);
    if (field == nullptr || field->type != FieldType::Reference)
        owner.refuse(key, "no question of the form that takes a reference");
    return id;
}

} // namespace balady::catalogue
