// LdsReader: reads the MRZ from an ICAO chip (Doc 9303-10 and -11), asking for one command after another;
// sans-IO.
#pragma once

#include "drivers/smartcard/bac.h"
#include "drivers/smartcard/secure_messaging.h"
#include "kiosk/model/mrz.h"
#include "kiosk/ports/card_reader.h"

#include <optional>
#include <variant>

namespace balady::smartcard {

/// Bytes for the chip; resume() wants its answer.
struct Transmit {
    SecretBytes command;
};
/// What the reader wants next, or how it ended.
using Step = std::variant<Transmit, Result<model::Mrz>>;

/// One reading of one card: SELECT the LDS application, BAC, then EF.COM and EF.DG1 under secure messaging.
/// It performs no I/O and knows no time: whoever drives it transmits, and stops asking when the card is gone
/// or the deadline has passed. Faults: CardRemoved (an answer of less than two bytes), UnsupportedCard,
/// AccessDenied, Tampered, Malformed. Keys and file contents are wiped with it.
class LdsReader {
  public:
    LdsReader(const ports::AccessKey& key, BacRandom random);

    /// The first step. Called once.
    [[nodiscard]] Step start();
    /// The step after the chip's whole answer (data and status word). Not called after a result.
    [[nodiscard]] Step resume(ByteView answer);

  private:
    enum class Stage {
        SelectApplication,
        GetChallenge,
        Authenticate,
        SelectCom,
        ReadCom,
        SelectDg1,
        ReadDg1
    };

    [[nodiscard]] Step send(Stage stage, const Command& command);
    [[nodiscard]] Step sendProtected(Stage stage, const Command& command);
    [[nodiscard]] Step selectFile(Stage stage, std::uint16_t fileId);
    [[nodiscard]] Step readOn(Stage stage);
    [[nodiscard]] std::string_view stageName() const;
    [[nodiscard]] Step fail(Fault fault) const;
    [[nodiscard]] Step fail(FaultCode code, StatusWord status) const;

    [[nodiscard]] Step applicationSelected(const Response& response);
    [[nodiscard]] Step challenged(const Response& response);
    [[nodiscard]] Step authenticated(const Response& response);
    [[nodiscard]] Step answeredSecurely(const Response& response);
    [[nodiscard]] Step fileSelected(StatusWord status);
    [[nodiscard]] Step piecesRead(const SecureMessaging::Opened& piece);
    [[nodiscard]] Step fileRead();

    Stage m_stage = Stage::SelectApplication;
    std::optional<BacHandshake> m_handshake;
    std::optional<SecureMessaging> m_messaging;
    std::optional<Fault> m_unusableKey;
    SecretBytes m_file;
    std::size_t m_fileSize = 0; ///< 0 while the file's own length is not known
    std::size_t m_asked = 0;    ///< Le of the read that is under way
};

} // namespace balady::smartcard
