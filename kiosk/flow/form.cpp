#include "kiosk/flow/form.h"

#include <algorithm>

namespace balady::flow::form {
namespace {

const std::vector<model::FormPage>& pages(const Desk& desk) {
    return desk.folder.service->form;
}

bool asks(const model::FormPage& page, const model::Answers& answers) {
    return std::any_of(page.fields.begin(), page.fields.end(),
                       [&](const auto& field) { return model::isAsked(field, answers); });
}

/// Options that only the backend knows (establishments, licences, slots), once a journey.
void loadOptions(State& state, Desk& desk) {
    state.loading.clear();
    state.loadProblem.clear();
    for (const auto& field : pages(desk)[state.page].fields) {
        if (field.optionsFrom.empty() || desk.folder.options.contains(field.id))
            continue;
        state.loading.insert(field.id);
        desk.ask(LoadOptions{field.id, field.optionsFrom, desk.folder.service->id});
    }
}

/// Most people mean the municipality that they are standing in: it is chosen until they choose another.
void chooseOwnMunicipality(const model::FormPage& page, Desk& desk) {
    const auto& own = desk.world.terminal.municipalityCode;
    for (const auto& field : page.fields)
        if (field.list == model::kMunicipalities && model::isAsked(field, desk.folder.answers) &&
            std::any_of(field.options.begin(), field.options.end(),
                        [&](const auto& option) { return option.code == own; }))
            desk.folder.answers.try_emplace(field.id, own);
}

Move show(State& state, Desk& desk, std::size_t page) {
    state = State{};
    state.page = page;
    chooseOwnMunicipality(pages(desk)[page], desk);
    loadOptions(state, desk);
    return Remain{};
}

/// The next page in a direction that asks something; the edge of the form is the edge of the stage.
Move walk(State& state, Desk& desk, int direction) {
    for (auto page = static_cast<std::ptrdiff_t>(state.page) + direction;; page += direction) {
        if (page < 0)
            return Backward{};
        if (page >= static_cast<std::ptrdiff_t>(pages(desk).size()))
            return Forward{};
        if (asks(pages(desk)[static_cast<std::size_t>(page)], desk.folder.answers))
            return show(state, desk, static_cast<std::size_t>(page));
    }
}

Move accept(State& state, Desk& desk) {
    if (!state.loading.empty() || !state.loadProblem.empty())
        return Remain{};
    const auto& page = pages(desk)[state.page];
    auto& answers = desk.folder.answers;
    state.sentence = {};
    state.problems = model::checkPage(page, answers);
    if (!state.problems.empty())
        return Remain{};
    for (const auto& field : page.fields) {
        if (model::isAsked(field, answers))
            answers[field.id] = model::checkAnswer(field, answers[field.id]).value;
        else
            answers.erase(field.id); // a question that is no longer asked has no answer
    }
    return walk(state, desk, +1);
}

} // namespace

Move enter(State& state, Desk& desk) {
    state = State{};
    for (std::size_t page = 0; page < pages(desk).size(); ++page)
        if (asks(pages(desk)[page], desk.folder.answers))
            return show(state, desk, page);
    return Forward{};
}

Move open(State& state, Desk& desk, const ToForm& where) {
    // Choices that the backend gave are no longer good when it refuses one of them: an appointment that is taken.
    if (desk.folder.options.erase(where.problemField) != 0)
        desk.folder.answers.erase(where.problemField);
    show(state, desk, std::min(where.page, pages(desk).size() - 1));
    if (!where.problemField.empty())
        state.problems = {{where.problemField, "refused_answer"}};
    state.sentence = where.sentence;
    return Remain{};
}

Move reenter(State& state, Desk& desk) {
    state = State{};
    state.page = pages(desk).size();
    return walk(state, desk, -1);
}

Move step(State& state, const Event& event, Desk& desk) {
    if (const auto* typed = std::get_if<Typed>(&event)) {
        desk.folder.answers[typed->field] = typed->text;
        std::erase_if(state.problems, [&](const auto& problem) { return problem.field == typed->field; });
    } else if (const auto* loaded = std::get_if<OptionsLoaded>(&event)) {
        state.loading.erase(loaded->field);
        if (!loaded->reply)
            state.loadProblem = problemOf(loaded->reply.error());
        else if (loaded->reply->value)
            desk.folder.options[loaded->field] = *loaded->reply->value;
        else
            state.loadProblem = "refused";
    } else if (std::holds_alternative<TryAgain>(event)) {
        loadOptions(state, desk);
    } else if (std::holds_alternative<Next>(event)) {
        return accept(state, desk);
    } else if (std::holds_alternative<Back>(event)) {
        desk.ask(DropPending{});
        return walk(state, desk, -1);
    }
    return Remain{};
}

} // namespace balady::flow::form
