// Documents: each required document shown to the camera, judged, and accepted by the citizen.
#pragma once

#include "kiosk/flow/by_phone.h"

#include <memory>
#include <string>
#include <variant>

namespace balady::flow::documents {

/// What a portrait is for and what becomes of it is read first, with the camera off; the citizen agrees or skips it.
struct Consent {
    std::size_t index = 0;
};
/// The pages of the document that were accepted before the present one.
using Pages = std::vector<std::shared_ptr<const model::Still>>;

struct Aim {
    std::size_t index = 0;
    std::string problem;           ///< "camera_gone", "file_refused"
    model::LocalizedText sentence; ///< why the backend refused the picture before
    Pages before{};
    int misses = 0; ///< pictures of this document that were no good
};
struct Shooting {
    std::size_t index = 0;
    Pages before{};
    int misses = 0;
};
/// The still is on the screen; a picture that is no good says so before the citizen goes on.
struct Judge {
    std::size_t index = 0;
    std::shared_ptr<const model::Still> still;
    Pages before{};
    int misses = 0;
};
/// The whole document comes from the citizen's telephone.
struct ByPhone {
    std::size_t index = 0;
    by_phone::State state;
};
using State = std::variant<Aim, Shooting, Judge, Consent, ByPhone>;

/// Whether a picture with this problem may be used all the same.
[[nodiscard]] bool usable(model::PictureProblem problem);
/// The name of its sentence (qml/Kiosk/Pages/Sentences.qml), or "" for a good one.
[[nodiscard]] std::string sentenceOf(model::PictureProblem problem);
[[nodiscard]] std::size_t indexOf(const State& state);
[[nodiscard]] const Pages& pagesBefore(const State& state);
/// Whether the picture on the screen may be used and the document may have one more page.
[[nodiscard]] bool mayHaveAnotherPage(const Judge& judge, const model::RequiredDocument& document);
/// Whether a page of paper is to be held under the camera now, or somebody is to look into it.
[[nodiscard]] bool aimsAtPage(const State& state, const Folder& folder);
/// Whether the document may come by telephone: a portrait never does, for nobody would know whose it is.
[[nodiscard]] bool mayComeByPhone(const model::RequiredDocument& document, const World& world);
/// Whether that is offered now: the camera is gone, or pictures were no good time and again.
[[nodiscard]] bool offersPhone(const State& state, const Folder& folder, const World& world);

/// Whether the citizen's hands are on their telephone now.
[[nodiscard]] bool waitsForPhone(const State& state);

Move enter(State& state, Desk& desk);
Move reenter(State& state, Desk& desk);
Move open(State& state, Desk& desk, const ToDocuments& where);
Move step(State& state, const Event& event, Desk& desk);

} // namespace balady::flow::documents
