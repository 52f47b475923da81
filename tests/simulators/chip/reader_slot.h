// ReaderSlot: which card lies in the simulated reader, as a control file says; one thread.
#pragma once

#include "tests/simulators/chip/badge_office.h"
#include "tests/simulators/chip/laid_card.h"
#include "tests/simulators/chip/personalisation.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

#include <filesystem>
#include <memory>
#include <string>

namespace balady::simulators {

class ReaderSlot {
  public:
    struct Settings {
        std::uint16_t port = 0;       ///< where vpcd listens on 127.0.0.1; 0: the reader is QEMU's
        std::filesystem::path vscard; ///< where QEMU listens: a local socket
        std::filesystem::path cards;  ///< folder of CARD.json files
        std::filesystem::path
            control; ///< holds the inserted card's name, or nothing; made if it is not there
        std::filesystem::path trustList;      ///< where to write who signs the cards (PEM); empty: nowhere
        std::filesystem::path badgeTrustList; ///< the same of the badges; beside it lists of withdrawn ones
    };
    ReaderSlot(boost::asio::any_io_executor executor, Settings settings);

    /// Follows the control file by inotify; ends only with the executor. Throws when it cannot be watched.
    boost::asio::awaitable<void> follow();

  private:
    void insertWhatIsNamed();
    [[nodiscard]] std::unique_ptr<Chip> chipOf(const CardFile& card) const;
    [[nodiscard]] std::shared_ptr<LaidCard> lay(const CardFile& card);

    Settings m_settings;
    Country m_country;
    BadgeOffice m_office;
    boost::asio::posix::stream_descriptor m_watch;
    std::string m_inserted;
    std::shared_ptr<LaidCard> m_card;
};

} // namespace balady::simulators
