// PaperKeeper: prints papers so that each is on disk before it begins, fits on the roll, and is marked if it is not the
// first; core thread.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/model/roll_left.h"
#include "kiosk/service/devices.h"
#include "kiosk/service/paper_forecast.h"

#include <functional>
#include <optional>
#include <string>

namespace balady::service {

class PaperKeeper {
  public:
    struct Options {
        std::optional<Roll> roll; ///< nothing: metres are counted, but nothing is foretold
        SecretBytes markKey;      ///< 16 bytes of this terminal, for the marks by which licences are counted
        /// Draws a text as a QR code; without it nothing is handed to telephones.
        std::function<Result<model::CodeSquare>(const std::string&)> draw{};
        std::function<bool()> newRoll = [] { return false; }; ///< true once after the technician has said so
    };

    PaperKeeper(Devices devices, Options options) : m_devices(devices), m_options(std::move(options)) {}

    /// At the start: ends what an earlier run left open, and sees to it that nothing of it comes out any more.
    ports::Task<Done> takeUp();

    /// Commits, prints, and records what became of it. NotPrinted with PaperState::Out if the roll is too short for
    /// it. StorageFull and its like: nothing was begun, because nobody could tell afterwards.
    ports::Task<model::PaperResult> printReceipt(model::Receipt receipt);
    /// The same; the word "copy" is on each paper of a licence number but the first one of this terminal.
    ports::Task<model::PaperResult> printLicence(model::LicencePaper paper);

    /// What the receipt says, for the citizen's own telephone; no code if it cannot be drawn.
    [[nodiscard]] model::CodeSquare forPhone(const model::Receipt& receipt) const;

    /// Any text as a QR code for a telephone; no code if it cannot be drawn.
    [[nodiscard]] model::CodeSquare squareOf(const std::string& text) const;

    /// How the receipt printer is, with what is known of its roll: low or out by the counter too.
    ports::Task<model::PrinterStatus> receiptPrinter();

    /// What is left of the roll; nothing where the settings say nothing of rolls.
    ports::Task<std::optional<model::RollLeft>> rollLeft();
    /// The technician has put a new roll in: counted from its beginning. Answers as rollLeft() does then.
    ports::Task<std::optional<model::RollLeft>> newRoll();

  private:
    ports::Task<std::optional<PaperForecast>> foresee();
    ports::Task<Done> countFromNewRoll();
    ports::Task<Done> correctRoll(model::PaperState sensor);
    [[nodiscard]] Result<std::string> markOf(const std::string& licenceNumber) const;

    Devices m_devices;
    Options m_options;
    std::optional<PaperForecast> m_told;                     ///< the forecast that was logged last
    model::PaperState m_sensor = model::PaperState::Unknown; ///< as the printer said it last, cover closed
};

} // namespace balady::service
