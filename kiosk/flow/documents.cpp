#include "kiosk/flow/documents.h"

#include <algorithm>

namespace balady::flow::documents {
namespace {

std::vector<const model::RequiredDocument*> asked(const Desk& desk) {
    return askedDocuments(*desk.folder.service, desk.folder.answers);
}

model::PictureSubject subjectOf(const model::RequiredDocument& document) {
    using enum model::PictureSubject;
    return document.portrait ? Portrait : document.pages > 0 ? Page : Scene;
}

Seek seekFor(model::PictureSubject subject) {
    switch (subject) {
    case model::PictureSubject::Scene: return Seek::Nothing;
    case model::PictureSubject::Page: return Seek::Page;
    case model::PictureSubject::Portrait: return Seek::Face;
    }
    return Seek::Nothing;
}

Move aim(State& state, Desk& desk, std::size_t index, std::string problem = {},
         model::LocalizedText sentence = {}, Pages before = {}, int misses = 0) {
    if (problem.empty() && !desk.world.conditions.works(model::DeviceRole::DocumentCamera))
        problem = "camera_gone";
    desk.ask(WatchCamera{seekFor(subjectOf(*asked(desk)[index]))});
    state = Aim{index, std::move(problem), std::move(sentence), std::move(before), misses};
    return Remain{};
}

/// Nobody's face is looked at before they have agreed.
Move begin(State& state, Desk& desk, std::size_t index) {
    if (!asked(desk)[index]->portrait)
        return aim(state, desk, index);
    desk.ask(StopCamera{});
    state = Consent{index};
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
            return begin(state, desk, index);
    return leave(desk, Forward{});
}

/// What was shown of the document before is replaced as a whole: half of an old contract is none.
Move accept(State& state, Desk& desk, std::size_t index, Pages pages,
            std::optional<model::ReceivedFile> received = {}) {
    const auto& id = asked(desk)[index]->id;
    auto& pictures = desk.folder.pictures;
    std::erase_if(pictures, [&](const Picture& picture) { return picture.documentId == id; });
    pictures.push_back({id, std::move(pages), std::move(received)});
    return onward(state, desk, index + 1);
}

Move usePhone(State& state, Desk& desk) {
    if (!offersPhone(state, desk.folder, desk.world))
        return Remain{};
    const auto index = indexOf(state);
    desk.ask(StopCamera{});
    state = ByPhone{index, {}};
    by_phone::begin(std::get<ByPhone>(state).state, desk, asked(desk)[index]->id);
    return Remain{};
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
    return problem == None || problem == Blurred || problem == CutOff || problem == Glare ||
           problem == Tilted || problem == EyesShut || problem == UnevenLight;
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
    case model::PictureProblem::NoFace: return "no_face";
    case model::PictureProblem::SeveralFaces: return "several_faces";
    case model::PictureProblem::TooFar: return "too_far";
    case model::PictureProblem::TooNear: return "too_near";
    case model::PictureProblem::OffCentre: return "off_centre";
    case model::PictureProblem::Tilted: return "tilted";
    case model::PictureProblem::EyesShut: return "eyes_shut";
    case model::PictureProblem::UnevenLight: return "uneven_light";
    }
    return "";
}

std::size_t indexOf(const State& state) {
    return std::visit([](const auto& s) { return s.index; }, state);
}

bool aimsAtPage(const State& state, const Folder& folder) {
    const auto* aiming = std::get_if<Aim>(&state);
    return aiming != nullptr && subjectOf(*askedDocuments(*folder.service, folder.answers)[aiming->index]) !=
                                    model::PictureSubject::Scene;
}

const Pages& pagesBefore(const State& state) {
    return std::visit(
        Overloaded{
            [](const auto& s) -> const Pages& {
                if constexpr (requires { s.before; })
                    return s.before;
                static const Pages kNone;
                return kNone;
            },
        },
        state);
}

bool mayComeByPhone(const model::RequiredDocument& document, const World& world) {
    return !document.portrait && by_phone::works(world);
}

bool offersPhone(const State& state, const Folder& folder, const World& world) {
    constexpr int kMissesBefore = 2;
    const auto& document = *askedDocuments(*folder.service, folder.answers)[indexOf(state)];
    if (!mayComeByPhone(document, world))
        return false;
    if (const auto* aiming = std::get_if<Aim>(&state))
        return !aiming->problem.empty() || aiming->misses >= kMissesBefore;
    const auto* judging = std::get_if<Judge>(&state);
    return judging != nullptr && judging->still->problem != model::PictureProblem::None &&
           judging->misses + 1 >= kMissesBefore;
}

bool mayHaveAnotherPage(const Judge& judge, const model::RequiredDocument& document) {
    return usable(judge.still->problem) && std::ssize(judge.before) + 1 < document.pages;
}

bool waitsForPhone(const State& state) {
    const auto* phone = std::get_if<ByPhone>(&state);
    return phone != nullptr && std::holds_alternative<by_phone::Waiting>(phone->state);
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
    return begin(state, desk, count - 1);
}

Move open(State& state, Desk& desk, const ToDocuments& where) {
    const auto documents = asked(desk);
    for (std::size_t i = 0; i < documents.size(); ++i)
        if (documents[i]->id == where.documentId)
            return aim(state, desk, i, "file_refused", where.sentence);
    return enter(state, desk);
}

Move step(State& state, const Event& event, Desk& desk) {
    return std::visit(
        Overloaded{
            [&](Aim& aiming) -> Move {
                const auto index = aiming.index;
                const auto subject = subjectOf(*asked(desk)[index]);
                if (std::holds_alternative<TakePicture>(event) ||
                    (std::holds_alternative<PageHeldStill>(event) &&
                     subject != model::PictureSubject::Scene)) {
                    desk.ask(ShootPicture{subject});
                    auto before = std::move(aiming.before);
                    state = Shooting{index, std::move(before), aiming.misses};
                } else if (std::holds_alternative<UsePhone>(event)) {
                    return usePhone(state, desk);
                } else if (std::holds_alternative<Next>(event) && !aiming.before.empty()) {
                    auto pages = std::move(aiming.before);
                    return accept(state, desk, index, std::move(pages));
                } else if (std::holds_alternative<Skip>(event) && aiming.before.empty()) {
                    return skip(state, desk, index);
                } else if (std::holds_alternative<ConditionsChanged>(event) && aiming.problem.empty() &&
                           !desk.world.conditions.works(model::DeviceRole::DocumentCamera)) {
                    aiming.problem = "camera_gone"; // it is watched on: it may come back by itself
                } else if (std::holds_alternative<TryAgain>(event) ||
                           std::holds_alternative<ConditionsChanged>(event)) {
                    if (aiming.problem == "camera_gone") {
                        auto before = std::move(aiming.before);
                        return aim(state, desk, index, {}, {}, std::move(before), aiming.misses);
                    }
                } else if (std::holds_alternative<Back>(event)) {
                    if (!aiming.before.empty()) { // the page before, once more
                        auto before = std::move(aiming.before);
                        before.pop_back();
                        return aim(state, desk, index, {}, {}, std::move(before));
                    }
                    if (subject == model::PictureSubject::Portrait)
                        return begin(state, desk, index);
                    if (index > 0)
                        return begin(state, desk, index - 1);
                    return leave(desk, Backward{});
                }
                return Remain{};
            },
            [&](const Consent& consent) -> Move {
                const auto index = consent.index;
                if (std::holds_alternative<Next>(event))
                    return aim(state, desk, index);
                if (std::holds_alternative<Skip>(event))
                    return skip(state, desk, index);
                if (std::holds_alternative<Back>(event)) {
                    if (index > 0)
                        return begin(state, desk, index - 1);
                    return leave(desk, Backward{});
                }
                return Remain{};
            },
            [&](Shooting& shooting) -> Move {
                const auto index = shooting.index;
                if (const auto* taken = std::get_if<PictureTaken>(&event)) {
                    auto before = std::move(shooting.before);
                    if (!taken->result)
                        return aim(state, desk, index, "camera_gone", {}, std::move(before), shooting.misses);
                    state = Judge{index, *taken->result, std::move(before), shooting.misses};
                }
                return Remain{};
            },
            [&](Judge& judge) -> Move {
                const auto index = judge.index;
                const bool another = std::holds_alternative<AnotherPage>(event) &&
                                     mayHaveAnotherPage(judge, *asked(desk)[index]);
                const bool last = std::holds_alternative<Next>(event) && usable(judge.still->problem);
                if (another || last) {
                    auto pages = std::move(judge.before);
                    // Without what the screen had of it: six pages would keep as many MiB as the kiosk has at rest.
                    pages.push_back(std::make_shared<const model::Still>(
                        model::Still{judge.still->jpeg, judge.still->problem}));
                    return another ? aim(state, desk, index, {}, {}, std::move(pages))
                                   : accept(state, desk, index, std::move(pages));
                }
                if (std::holds_alternative<Retake>(event) || std::holds_alternative<Back>(event)) {
                    const int misses =
                        judge.misses + (judge.still->problem != model::PictureProblem::None ? 1 : 0);
                    auto before = std::move(judge.before);
                    return aim(state, desk, index, {}, {}, std::move(before), misses);
                }
                if (std::holds_alternative<UsePhone>(event))
                    return usePhone(state, desk);
                return Remain{};
            },
            [&](ByPhone& phone) -> Move {
                const auto index = phone.index;
                if (std::holds_alternative<Back>(event)) { // to the camera, which may be there again
                    by_phone::leave(desk);
                    return aim(state, desk, index);
                }
                if (const auto* came = std::get_if<by_phone::Came>(&phone.state);
                    came != nullptr && std::holds_alternative<Next>(event)) {
                    auto file = came->file;
                    return accept(state, desk, index, {}, std::move(file));
                }
                by_phone::step(phone.state, event, desk, asked(desk)[index]->id);
                return Remain{};
            },
        },
        state);
}

} // namespace balady::flow::documents
