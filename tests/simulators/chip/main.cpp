// balady-chip-simulator: lays demo identity cards into the virtual reader of vsmartcard-vpcd, or of QEMU, as a control
// file says.
#include "tests/simulators/chip/reader_slot.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>

#include <charconv>
#include <exception>
#include <iostream>
#include <string_view>

namespace {

constexpr std::string_view kUsage =
    "usage: balady-chip-simulator --port PORT|--vscard SOCKET --cards DIR --control FILE [--trust-list FILE] "
    "[--badge-trust-list FILE]\n";

bool parse(int count, char** words, balady::simulators::ReaderSlot::Settings& settings) {
    for (int i = 1; i + 1 < count; i += 2) {
        const std::string_view option = words[i];
        const std::string_view value = words[i + 1];
        if (option == "--port")
            std::from_chars(value.data(), value.data() + value.size(), settings.port);
        else if (option == "--vscard")
            settings.vscard = value;
        else if (option == "--cards")
            settings.cards = value;
        else if (option == "--control")
            settings.control = value;
        else if (option == "--trust-list")
            settings.trustList = value;
        else if (option == "--badge-trust-list")
            settings.badgeTrustList = value;
        else
            return false;
    }
    return count % 2 == 1 && (settings.port != 0) != !settings.vscard.empty() && !settings.cards.empty() &&
           !settings.control.empty();
}

} // namespace

int main(int count, char** words) {
    balady::simulators::ReaderSlot::Settings settings;
    if (!parse(count, words, settings)) {
        std::cerr << kUsage;
        return 2;
    }
    try {
        boost::asio::io_context context{1};
        balady::simulators::ReaderSlot slot(context.get_executor(), settings);
        boost::asio::signal_set quit(context, SIGINT, SIGTERM);
        quit.async_wait([&context](auto, int) { context.stop(); });
        boost::asio::co_spawn(context, slot.follow(), [](std::exception_ptr error) {
            if (error)
                std::rethrow_exception(error);
        });
        context.run();
    } catch (const std::exception& error) {
        std::cerr << "chip: " << error.what() << '\n';
        return 1;
    }
}
