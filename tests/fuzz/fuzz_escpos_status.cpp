// What a receipt printer says: its bytes as a stream, as answers to an inquiry, and while a receipt is printed.
#include "printing/escpos/print_job.h"
#include "printing/escpos/replies.h"
#include "printing/escpos/status_inquiry.h"
#include "tests/fuzz/target.h"

#include <optional>
#include <variant>

namespace {

using namespace balady;
using namespace balady::escpos;

std::size_t sizeOf(const Reply& reply) {
    if (std::holds_alternative<StatusDetails>(reply))
        return 4;
    return std::holds_alternative<BuffersCleared>(reply) ? 3 : 1;
}

void readStream(ByteView input) {
    ReplyStream stream;
    std::size_t bytes = 0;
    for (const auto byte : input) {
        stream.feed({&byte, 1});
        while (const auto reply = stream.next())
            bytes += sizeOf(*reply);
        fuzz::mustHold(bytes <= input.size(), "every byte ends up in one reply");
    }
    const bool incomplete = stream.discardIncomplete();
    fuzz::mustHold(bytes == input.size() || (incomplete && input.size() - bytes < 4),
                   "only a reply that is not whole is left over");
    fuzz::mustHold(!stream.next() && !stream.discardIncomplete(), "what is discarded is gone");
}

/// A printer that says the input over and over again, in pieces, and a channel with its moods.
class Chatterbox {
  public:
    explicit Chatterbox(ByteView input) : m_input(input) {}

    Event answer(const Step& step) {
        const auto mood = next();
        if (std::holds_alternative<AskPort>(step))
            return PortSays{mood % 2 == 0 ? std::optional(mood) : std::nullopt};
        if (const auto* send = std::get_if<Send>(&step)) {
            m_sent += send->bytes.size();
            if (mood == 0xfe)
                return Broke{FaultCode::TimedOut, send->bytes.size() / 2};
            return Sent{};
        }
        if (mood == 0xff)
            return Silence{};
        if (mood == 0xfd)
            return Broke{FaultCode::NoDevice, 0};
        Bytes bytes;
        for (int count = mood % 64 + 1; count > 0; --count)
            bytes.push_back(next());
        return Received{std::move(bytes)};
    }
    [[nodiscard]] std::size_t sent() const { return m_sent; }

  private:
    std::uint8_t next() { return m_input[m_at++ % m_input.size()]; }

    ByteView m_input;
    std::size_t m_at = 0;
    std::size_t m_sent = 0;
};

/// Lets a protocol talk to the printer until it has finished.
template <class Protocol>
std::size_t talk(Protocol& protocol, ByteView input) {
    // An inquiry hears 4096 bytes, perhaps one by one; a job has as many as one each half second.
    constexpr int kPatience = 200'000;
    Chatterbox printer(input);
    auto step = protocol.start();
    for (int i = 0; !std::holds_alternative<Finished>(step); ++i) {
        fuzz::mustHold(i < kPatience, "a printer that talks without end is given up");
        step = protocol.on(printer.answer(step));
    }
    return printer.sent();
}

void run(ByteView input) {
    readStream(input);
    if (input.empty())
        return;

    StatusInquiry inquiry;
    (void)talk(inquiry, input);
    if (inquiry.result())
        fuzz::mustHold(summary(*inquiry.result()).device == model::DeviceState::Online ||
                           !inquiry.result()->canPrint() || inquiry.result()->autoRecoverableError,
                       "what can print is not out of use");

    auto job = PrintJob::make({}, {16, 200, Bytes(400, 0xaa)}).value();
    const auto sent = talk(job, input);
    fuzz::mustHold(job.result().outcome != model::PaperOutcome::Completed || sent > 400,
                   "a receipt that is out has been sent");
}

const fuzz::Registration kTarget("escpos_status", run);

} // namespace
