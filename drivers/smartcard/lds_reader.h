// LdsReader: reads an ICAO chip (Doc 9303-10 and -11) and judges what it read, asking for one command after another;
// sans-IO.
#pragma once

#include "drivers/smartcard/bac.h"
#include "drivers/smartcard/conversation.h"
#include "drivers/smartcard/data_groups.h"
#include "drivers/smartcard/file_reading.h"
#include "drivers/smartcard/pace.h"
#include "drivers/smartcard/passive_authentication.h"
#include "drivers/smartcard/secure_messaging.h"
#include "kiosk/base/clock.h"
#include "kiosk/crypto/active_authentication.h"
#include "kiosk/crypto/signed_data.h"
#include "kiosk/ports/card_reader.h"

#include <optional>
#include <string>
#include <variant>

namespace balady::smartcard {

/// What the reader wants next, or how it ended.
using Step = std::variant<Transmit, Result<model::ChipContents>>;

/// What a reading needs besides the key.
struct ReadingTerms {
    crypto::TrustList trust;   ///< who vouches for chips
    WallTime now{};            ///< when certificates must be valid
    bool withPortrait = false; ///< read EF.DG2 too: some 15 kB, a second or more over an antenna
    crypto::RandomSource random = crypto::randomBytes;
};

/// One reading of one card: EF.CardAccess and PACE if the chip offers it, else BAC; then EF.COM, EF.DG1, EF.SOD and
/// perhaps EF.DG2 under secure messaging; at last EF.DG15 and active authentication, if the issuer has signed that the chip has a
/// key (Doc 9303-11, 6.1). A chip whose PACE has failed is not tried with BAC: that would let whoever
/// disturbs PACE choose the weaker protocol.
/// It performs no I/O and knows no time: whoever drives it transmits, and stops asking when the card is gone
/// or the deadline has passed. Faults: CardRemoved (an answer of less than two bytes), UnsupportedCard,
/// AccessDenied, Tampered, Malformed. Keys and file contents are wiped with it.
class LdsReader {
  public:
    LdsReader(ports::AccessKey key, ReadingTerms terms);
    ~LdsReader();
    LdsReader(const LdsReader&) = delete;
    LdsReader& operator=(const LdsReader&) = delete;

    /// The first step. Called once.
    [[nodiscard]] Step start();
    /// The step after the chip's whole answer (data and status word). Not called after a result.
    [[nodiscard]] Step resume(ByteView answer);

    /// After a result, for logs: "bac" or "pace", and why the contents were judged as they were; empty before.
    [[nodiscard]] std::string_view access() const;
    [[nodiscard]] std::string_view reason() const { return m_verdict.reason; }

  private:
    enum class Stage {
        SelectCardAccess,
        ReadCardAccess,
        Pace,
        SelectApplication,
        GetChallenge,
        Authenticate,
        SelectFile,
        ReadFile,
        ProveOrigin
    };

    [[nodiscard]] Step send(Stage stage, const Command& command);
    [[nodiscard]] std::string stageName() const;
    [[nodiscard]] Step fail(Fault fault) const;
    [[nodiscard]] Step fail(FaultCode code, StatusWord status) const;

    [[nodiscard]] Step cardAccessSelected(const Response& response);
    [[nodiscard]] Step cardAccessPiece(const Response& response);
    [[nodiscard]] Step paceAnswered(const Response& response);
    [[nodiscard]] Step selectApplication();
    [[nodiscard]] Step applicationSelected(StatusWord status);
    [[nodiscard]] Step challenged(const Response& response);
    [[nodiscard]] Step authenticated(const Response& response);
    [[nodiscard]] Step beginFile(std::size_t number);
    [[nodiscard]] Step fileSelected(StatusWord status);
    [[nodiscard]] Step filePiece(ByteView piece, StatusWord status);
    [[nodiscard]] Step fileRead();
    [[nodiscard]] Step nextFile();
    [[nodiscard]] bool wanted(const DataGroup& group) const;
    [[nodiscard]] Step challengeChip();
    [[nodiscard]] Step chipAnswered(const Response& response);
    [[nodiscard]] Step conclude();

    ports::AccessKey m_key;
    ReadingTerms m_terms;
    Stage m_stage = Stage::SelectCardAccess;
    std::optional<PaceHandshake> m_pace;
    std::optional<BacHandshake> m_bac;
    std::optional<SecureMessaging> m_messaging;
    std::size_t m_fileNumber = 0; ///< of the list of files that are read
    std::optional<FileReading> m_file;
    SecretBytes m_dg1;
    SecretBytes m_sod; ///< empty: the chip has none
    SecretBytes m_dg2; ///< empty: not wanted, or the chip has none
    SecretBytes m_dg15;
    std::optional<PassiveAuthentication> m_issuer; ///< what the issuer signed; after EF.SOD
    std::optional<crypto::ActiveAuthentication> m_chipKey;
    Bytes m_challenge;
    std::optional<crypto::Proof> m_proof; ///< nothing: the chip gave no answer
    Verdict m_verdict;
};

} // namespace balady::smartcard
