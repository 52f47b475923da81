#include "tests/sandbox/answered.h"

#include <algorithm>

namespace balady::sandbox {

std::string answerOf(const model::Answers& answers, const std::vector<std::string>& fieldIds) {
    for (const auto& id : fieldIds)
        if (const auto it = answers.find(id); it != answers.end() && !it->second.empty())
            return it->second;
    return {};
}

model::Option optionOf(const model::Service& service, const model::Answers& answers,
                       const std::vector<std::string>& fieldIds) {
    model::Option chosen;
    chosen.code = answerOf(answers, fieldIds);
    chosen.label = model::text(chosen.code, "");
    for (const auto& page : service.form)
        for (const auto& field : page.fields)
            if (std::find(fieldIds.begin(), fieldIds.end(), field.id) != fieldIds.end())
                for (const auto& option : field.options)
                    if (option.code == chosen.code)
                        return option;
    return chosen;
}

void forAskedFields(const model::Service& service, const model::Answers& answers,
                    const std::function<void(const model::Field&)>& visit) {
    for (const auto& page : service.form)
        for (const auto& field : page.fields)
            if (model::isAsked(field, answers))
                visit(field);
}

} // namespace balady::sandbox
