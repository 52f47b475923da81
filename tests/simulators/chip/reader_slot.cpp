#include "tests/simulators/chip/reader_slot.h"

#include "tests/simulators/chip/vpcd_card.h"
#include "tests/simulators/chip/vscard_card.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <sys/inotify.h>

#include <array>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

namespace balady::simulators {
namespace {

namespace asio = boost::asio;

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string firstWord(const std::string& text) {
    const auto start = text.find_first_not_of(" \t\r\n");
    if (start == std::string::npos)
        return {};
    return text.substr(start, text.find_first_of(" \t\r\n", start) - start);
}

/// By a rename, so that whoever waits for it finds it whole.
void publish(const std::string& trustList, const std::filesystem::path& file) {
    if (file.empty())
        return;
    auto draft = file;
    draft += ".draft";
    std::ofstream(draft) << trustList;
    std::filesystem::rename(draft, file);
}

/// Beside the list of those who issue badges: one list with the badge on it, and one that is old and has nobody on it.
void publishWithdrawn(const BadgeOffice& office, const std::filesystem::path& beside) {
    constexpr long kDay = 24L * 3600;
    if (beside.empty())
        return;
    publish(office.withdrawn(true, kDay), beside.string() + ".withdrawn");
    publish(office.withdrawn(false, -kDay), beside.string() + ".old");
}

} // namespace

ReaderSlot::ReaderSlot(asio::any_io_executor executor, Settings settings)
    : m_settings(std::move(settings)), m_watch(executor, ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    std::ofstream(m_settings.control, std::ios::app).flush();
    publishWithdrawn(m_office, m_settings.badgeTrustList);
    publish(m_office.trustList(), m_settings.badgeTrustList); // first: who waits, waits for the other
    publish(m_country.trustList(), m_settings.trustList);
    // The folder is watched, not the file: editors and `mv` put a new file in its place.
    const auto folder = std::filesystem::absolute(m_settings.control).parent_path();
    if (::inotify_add_watch(m_watch.native_handle(), folder.c_str(), IN_CLOSE_WRITE | IN_MOVED_TO) < 0)
        throw std::runtime_error("cannot watch the control file's folder");
}

asio::awaitable<void> ReaderSlot::follow() {
    insertWhatIsNamed();
    std::array<char, 4096> events{};
    for (;;) {
        co_await m_watch.async_read_some(asio::buffer(events), asio::use_awaitable);
        insertWhatIsNamed();
    }
}

std::unique_ptr<Chip> ReaderSlot::chipOf(const CardFile& card) const {
    if (card.application == Application::Badge)
        return std::make_unique<BadgeChip>(m_office.personalise(card));
    auto design = m_country.personalise(card);
    return design ? std::make_unique<LdsChip>(std::move(*design), crypto::randomBytes) : nullptr;
}

std::shared_ptr<LaidCard> ReaderSlot::lay(const CardFile& card) {
    FaultyChip chip(chipOf(card), card.faults);
    if (m_settings.port != 0)
        return std::make_shared<VpcdCard>(m_watch.get_executor(), m_settings.port, std::move(chip));
    return std::make_shared<VscardCard>(m_watch.get_executor(), m_settings.vscard, std::move(chip));
}

void ReaderSlot::insertWhatIsNamed() {
    const auto name = firstWord(contentOf(m_settings.control));
    if (name == m_inserted)
        return;
    if (m_card)
        m_card->remove();
    m_card.reset();
    m_inserted = name;
    if (name.empty()) {
        std::cerr << "chip: no card\n";
        return;
    }
    const auto card = parseCardFile(contentOf(m_settings.cards / (name + ".json")));
    if (!card) {
        std::cerr << "chip: " << card.error().context << '\n';
        return;
    }
    std::cerr << "chip: card " << name << '\n';
    m_card = lay(*card);
    asio::co_spawn(
        m_watch.get_executor(),
        [](std::shared_ptr<LaidCard> inserted) -> asio::awaitable<void> {
            co_await inserted->serve();
        }(m_card),
        asio::detached);
}

} // namespace balady::simulators
