#include "kiosk/flow/documents.h"

#include <algorithm>

namespace balady::flow::documents {
namespace {

std::vector<const model::RequiredDocument*> asked(const Desk& desk) {
    return askedDocuments(*desk.folder.service, desk.folder.answers);
}

model::PictureSubject subjectOf(const model::RequiredDocument& document) {
    return document.pages > 0 ? model::PictureSubject::Page : model::PictureSubject::Scene;
}

Move aim(State& state, Desk& desk, std::size_t index, std::string problem = {},
         model::LocalizedText sentence = {}) {
    if (problem.empty() && !desk.world.conditions.works(model::DeviceRole::DocumentCamera))
        problem = "camera_gone";
    const auto subject = subjectOf(*asked(desk)[index]);
    desk.ask(WatchCamera{subject == model::PictureSubject::Page ? Seek::Page : Seek::Nothing});
    state = Aim{index, std::move(problem), std::move(sentence)};
    return Remain{};
}

bool isShown(const Folder& folder, const std::string& documentId) {
    return std::any_of(folder.pictures.begin(), folder.pictures.end(),
                       [&](const Picture& picture) { return picture.documentId == documentId; });
}

Move leave(Desk& desk, Move where) {
    desk.ask(StopCamera{});
    return where;
}

/// To the first document from `index` on that was not shown yet. What the citizen showed once is not asked again.
Move onward(State& state, Desk& desk, std::size_t index) {
    const auto documents = asked(desk);
    for (; index < documents.size(); ++index)
        if (!isShown(desk.folder, documents[index]->id))
            return aim(state, desk, index);
    return leave(desk, Forward{});
}

Move accept(State& state, Desk& desk, const Judge& judged) {
    const auto index = judged.index;
    const auto& id = asked(desk)[index]->id;
    auto& pictures = desk.folder.pictures;
    std::erase_if(pictures, [&](const Picture& picture) { return picture.documentId == id; });
    pictures.push_back({id, judged.still});
    return onward(state, desk, index + 1);
}

Move skip(State& state, Desk& desk, std::size_t index) {
    const auto* document = asked(desk)[index];
    if (document->required)
        return Remain{};
    std::erase_if(desk.folder.pictures,
                  [&](const Picture& picture) { return picture.documentId == document->id; });
    return onward(state, desk, index + 1);
}

} // namespace

bool usable(model::PictureProblem problem) {
    using enum model::PictureProblem;
    return problem == None || problem == Blurred || problem == CutOff || problem == Glare;
}

std::string sentenceOf(model::PictureProblem problem) {
    switch (problem) {
    case model::PictureProblem::None: return "";
    case model::PictureProblem::TooDark: return "too_dark";
    case model::PictureProblem::TooBright: return "too_bright";
    case model::PictureProblem::Blurred: return "blurred";
    case model::PictureProblem::Empty: return "empty_picture";
    case model::PictureProblem::CutOff: return "cut_off";
    case model::PictureProblem::Glare: return "glare";
    }
    return "";
}

std::size_t indexOf(const State& state) {
    return std::visit([](const auto& s) { return s.index; }, state);
}

bool aimsAtPage(const State& state, const Folder& folder) {
    const auto* aiming = std::get_if<Aim>(&state);
    return aiming != nullptr && subjectOf(*askedDocuments(*folder.service, folder.answers)[aiming->index]) ==
                                    model::PictureSubject::Page;
}

Move enter(State& state, Desk& desk) {
    const auto documents = asked(desk);
    std::erase_if(desk.folder.pictures, [&](const Picture& picture) { // an answer may have been changed since
        return std::none_of(documents.begin(), documents.end(),
                            [&](const auto* document) { return document->id == picture.documentId; });
    });
    return onward(state, desk, 0);
}

Move reenter(State& state, Desk& desk) {
    const auto count = asked(desk).size();
    if (count == 0)
        return Backward{};
    return aim(state, desk, count - 1);
}

Move open(State& state, Desk& desk, const ToDocuments& where) {
    const auto documents = asked(desk);
    for (std::size_t i = 0; i < documents.size(); ++i)
        if (documents[i]->id == where.documentId)
            return aim(state, desk, i, "file_refused", where.sentence);
    return enter(state, desk);
}

Move step(State& state, const Event& event, Desk& desk) {
    return std::visit(Overloaded{
                          [&](Aim& aiming) -> Move {
                              const auto index = aiming.index;
                              const auto subject = subjectOf(*asked(desk)[index]);
                              if (std::holds_alternative<TakePicture>(event) ||
                                  (std::holds_alternative<PageHeldStill>(event) &&
                                   subject == model::PictureSubject::Page)) {
                                  desk.ask(ShootPicture{subject});
                                  state = Shooting{index};
                              } else if (std::holds_alternative<Skip>(event)) {
                                  return skip(state, desk, index);
                              } else if (std::holds_alternative<TryAgain>(event) ||
                                         std::holds_alternative<ConditionsChanged>(event)) {
                                  if (aiming.problem == "camera_gone")
                                      return aim(state, desk, index);
                              } else if (std::holds_alternative<Back>(event)) {
                                  if (index > 0)
                                      return aim(state, desk, index - 1);
                                  return leave(desk, Backward{});
                              }
                              return Remain{};
                          },
                          [&](Shooting& shooting) -> Move {
                              const auto index = shooting.index;
                              if (const auto* taken = std::get_if<PictureTaken>(&event)) {
                                  if (!taken->result)
                                      return aim(state, desk, index, "camera_gone");
                                  state = Judge{index, *taken->result};
                              }
                              return Remain{};
                          },
                          [&](Judge& judge) -> Move {
                              if (std::holds_alternative<Next>(event)) {
                                  if (!usable(judge.still->problem))
                                      return Remain{};
                                  const auto judged = judge;
                                  return accept(state, desk, judged);
                              }
                              if (std::holds_alternative<Retake>(event) ||
                                  std::holds_alternative<Back>(event))
                                  return aim(state, desk, judge.index);
                              return Remain{};
                          },
                      },
                      state);
}

} // namespace balady::flow::documents
