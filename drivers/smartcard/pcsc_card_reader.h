// PcscCardReader: the reader for identity cards and technicians' badges, over the PC/SC service of the machine; core
// thread, two of its own.
#pragma once

#include "kiosk/crypto/revocation_list.h"
#include "kiosk/crypto/signed_data.h"
#include "kiosk/ports/badge_reader.h"
#include "kiosk/ports/card_reader.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace balady::smartcard {

class Bell;
class CardErrand;
class CardThread;
class ReaderMonitor;

struct PcscSettings {
    /// Beginning of the reader's PC/SC name ("ACS ACR1252"); empty takes the first reader.
    std::string readerPrefix;
    /// From read(), look() or prove() to its answer. A chip over a good antenna needs well under two seconds.
    std::chrono::milliseconds readDeadline{10000};
    /// Who vouches for chips; with nobody on the list no chip is Verified.
    crypto::TrustList trust = {};
    /// Read the holder's photo too. No page shows it, and what is not needed is not read.
    bool withPortrait = false;
    /// Who vouches for technicians' badges; with nobody on the list no card is one, and none is asked.
    crypto::TrustList badgeTrust = {};
    /// Badges that their issuers have withdrawn, asked at each badge on the core thread; nothing: none was.
    std::function<crypto::RevocationList()> withdrawnBadges = {};
    /// Whether a badge is refused while that list is not of today.
    bool wantsListOfToday = true;
};

/// Finds its reader whenever there is one: before or after the program starts, after unplugging, after the
/// service restarts. Without service or reader, presence() is NoReader.
class PcscCardReader final : public ports::CardReader, public ports::BadgeReader {
  public:
    explicit PcscCardReader(PcscSettings settings);
    /// Ends waits and readings; returns within about a second whatever the card does.
    ~PcscCardReader() override;

    /// Any thread.
    [[nodiscard]] ports::CardPresence presence() const override;
    ports::Task<ports::CardPresence> presenceChange(ports::CardPresence known) override;
    /// DeviceBusy while an earlier reading has not ended (a silent card outlives its deadline).
    ports::Task<ports::ChipContents> read(ports::AccessKey key) override;
    ports::Task<model::Badge> look() override;
    ports::Task<model::Badge> prove(SecretText pin) override;

  private:
    ports::Task<model::Badge> checkBadge(SecretText pin);
    /// Has the errand run, within the deadline of a reading.
    ports::Task<Done> send(std::shared_ptr<CardErrand> errand, std::shared_ptr<Bell> bell);

    const PcscSettings m_settings;
    std::unique_ptr<ReaderMonitor> m_monitor;
    std::unique_ptr<CardThread> m_cards;
};

} // namespace balady::smartcard
