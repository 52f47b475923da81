// JourneyPages: the pages of a running journey, one overload a stage; GUI thread, pure.
#pragma once

#include "kiosk/view/page_model.h"
#include "kiosk/view/voice.h"

#include <QVariantList>

namespace balady::view {

class JourneyPages {
  public:
    JourneyPages(const flow::Journey& journey, const flow::World& world)
        : m_folder(journey.folder), m_world(world), m_voice(voiceOf(m_folder.language, world)) {}

    [[nodiscard]] PageModel operator()(const flow::identify::State& state) const;
    [[nodiscard]] PageModel operator()(const flow::form::State& state) const;
    [[nodiscard]] PageModel operator()(const flow::documents::State& state) const;
    [[nodiscard]] PageModel operator()(const flow::review::State&) const;
    [[nodiscard]] PageModel operator()(const flow::submit::State& state) const;
    [[nodiscard]] PageModel operator()(const flow::bill::State& state) const;
    [[nodiscard]] PageModel operator()(const flow::outcome::State&) const;
    [[nodiscard]] PageModel operator()(const flow::papers::State& state) const;
    [[nodiscard]] PageModel operator()(const flow::rate::State&) const;
    [[nodiscard]] PageModel operator()(const flow::lookup::State& state) const;
    [[nodiscard]] PageModel operator()(const flow::scan::State& state) const;

  private:
    /// A left-to-right value gets its digits, and its isolation, from the control that shows it.
    [[nodiscard]] QString said(const std::string& value, bool leftToRight) const;
    [[nodiscard]] QString date(model::Date day) const;
    [[nodiscard]] QString receiptKind() const;
    [[nodiscard]] QString ratedName() const;
    [[nodiscard]] QVariantList submissionRows(const model::Submission& submission) const;
    [[nodiscard]] QVariantList findings() const;
    /// The camera waits for a licence's code: of one that has just come out, or of any; on numbered paper for the sheet's
    /// number too, and `missing` says which is: "both", "licence", "sheet".
    [[nodiscard]] PageModel scanning(bool fresh, const std::string& problem,
                                     const QString& missing = {}) const;
    [[nodiscard]] QString missingOn(const flow::papers::Check& check) const;
    [[nodiscard]] QVariantList licenceRows(const model::Licence& licence) const;
    [[nodiscard]] static PageModel verdict(bool genuine, bool expired, const std::string& problem,
                                           const QVariantList& rows);

    const flow::Folder& m_folder;
    const flow::World& m_world;
    Voice m_voice;
};

} // namespace balady::view
