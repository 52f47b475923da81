#include "drivers/smartcard/lds_reader.h"

#include "drivers/smartcard/access_key.h"
#include "drivers/smartcard/facial_image.h"
#include "drivers/smartcard/security_infos.h"

#include <array>

namespace balady::smartcard {
namespace {

/// The eMRTD application, Doc 9303-10, 3.3.1.
constexpr std::array<unsigned char, 7> kApplication{0xa0, 0x00, 0x00, 0x02, 0x47, 0x10, 0x01};
/// In the master file, which is selected when a chip gets power.
constexpr std::uint16_t kCardAccess = 0x011c;

/// A chip that claims more than this for EF.CardAccess, EF.COM or EF.DG1, all below 300 bytes on real cards, is not
/// reading us an MRZ.
constexpr std::size_t kLargestSmallFile = 1024;
/// READ BINARY's reach with an offset of 15 bits. Real EF.SODs have 2 to 8 kB, real EF.DG2s 12 to 25 kB.
constexpr std::size_t kLargestFile = 0x7fff;

struct File {
    const char* name;
    DataGroup group;
    std::size_t limit;
};
/// In the order in which they are read.
constexpr std::array kFiles{File{"ef.com", kCom, kLargestSmallFile}, File{"ef.dg1", kDg1, kLargestSmallFile},
                            File{"ef.sod", kSod, kLargestFile}, File{"ef.dg2", kDg2, kLargestFile},
                            File{"ef.dg15", kDg15, kLargestSmallFile}};

/// Chips that get this far may answer a command in the clear only to say that they have dropped the session.
Fault withStatus(const Fault& fault, const Response& response) {
    return response.data.empty() ? fault.within(response.status.text()) : fault;
}

/// The issuer's word is on files, which can be copied; it is believed of a chip that has a key only with the key's answer. Who
/// answers wrongly holds a copy; one that gives no answer, or one that cannot be judged, may be a good one, and is not verified.
Verdict withProof(const Verdict& onFiles, bool hasKey, std::optional<crypto::Proof> proof) {
    using model::Authenticity;
    if (!hasKey || proof == crypto::Proof::Given || onFiles.authenticity == Authenticity::Tampered)
        return onFiles;
    if (proof == crypto::Proof::Wrong)
        return {Authenticity::Tampered, "chip_copied"};
    if (onFiles.authenticity == Authenticity::Verified)
        return {Authenticity::NotVerified, "chip_gave_no_proof"};
    return onFiles;
}

} // namespace

LdsReader::LdsReader(ports::AccessKey key, ReadingTerms terms) : m_key(key), m_terms(std::move(terms)) {
    wipeKey(key);
}

LdsReader::~LdsReader() {
    wipeKey(m_key);
}

Step LdsReader::start() {
    // A key that cannot open any chip is not shown to this one.
    if (const auto password = pacePassword(m_key); !password)
        return fail(password.error());
    m_file.emplace(kCardAccess, kLargestSmallFile);
    return send(Stage::SelectCardAccess, m_file->select());
}

Step LdsReader::resume(ByteView answer) {
    auto response = parseResponse(answer);
    if (!response)
        return fail(response.error());
    switch (m_stage) {
    case Stage::SelectCardAccess: return cardAccessSelected(*response);
    case Stage::ReadCardAccess: return cardAccessPiece(*response);
    case Stage::Pace: return paceAnswered(*response);
    case Stage::GetChallenge: return challenged(*response);
    case Stage::Authenticate: return authenticated(*response);
    case Stage::SelectApplication:
    case Stage::SelectFile:
    case Stage::ReadFile:
    case Stage::ProveOrigin: break;
    }
    // A chip without this command may say so in the clear, which ends its session; all the rest has been read.
    if (m_stage == Stage::ProveOrigin && response->data.empty())
        return conclude();
    if (!m_messaging) // BAC comes after the application
        return applicationSelected(response->status);
    const auto opened = m_messaging->open(*response);
    if (!opened)
        return fail(withStatus(opened.error(), *response));
    switch (m_stage) {
    case Stage::SelectApplication: return applicationSelected(opened->status);
    case Stage::SelectFile: return fileSelected(opened->status);
    case Stage::ProveOrigin: return chipAnswered({opened->data, opened->status});
    default: return filePiece(opened->data, opened->status);
    }
}

Step LdsReader::send(Stage stage, const Command& command) {
    m_stage = stage;
    auto wrapped = m_messaging ? m_messaging->protect(command) : Result<Command>(command);
    if (!wrapped)
        return fail(wrapped.error());
    auto bytes = wrapped->encode();
    if (!bytes)
        return fail(bytes.error());
    return Transmit{std::move(*bytes)};
}

std::string LdsReader::stageName() const {
    switch (m_stage) {
    case Stage::SelectCardAccess: return "select ef.cardaccess";
    case Stage::ReadCardAccess: return "read ef.cardaccess";
    case Stage::Pace: return std::string(m_pace->stepName());
    case Stage::SelectApplication: return "select application";
    case Stage::GetChallenge: return "get challenge";
    case Stage::Authenticate: return "external authenticate";
    case Stage::SelectFile: return std::string("select ") + kFiles[m_fileNumber].name;
    case Stage::ReadFile: return std::string("read ") + kFiles[m_fileNumber].name;
    case Stage::ProveOrigin: return "internal authenticate";
    }
    return "no such stage";
}

Step LdsReader::fail(Fault fault) const {
    return fault.within(stageName());
}
Step LdsReader::fail(FaultCode code, StatusWord status) const {
    return fail({code, status.text()});
}

Step LdsReader::cardAccessSelected(const Response& response) {
    // A chip without the file offers no PACE; how it says so differs.
    if (!response.status.ok())
        return selectApplication();
    return send(Stage::ReadCardAccess, m_file->read());
}

Step LdsReader::cardAccessPiece(const Response& response) {
    if (!response.status.ok() && !response.status.endOfFile())
        return selectApplication();
    if (const auto taken = m_file->take(response.data, response.status); !taken)
        return fail(taken.error());
    if (!m_file->complete())
        return send(Stage::ReadCardAccess, m_file->read());
    const auto offers = parseCardAccess(m_file->content());
    if (!offers)
        return fail(offers.error());
    const auto offer = strongest(*offers);
    if (!offer) // nothing that we speak: Doc 9303-11, 4.2 lets BAC take its place
        return selectApplication();
    auto password = pacePassword(m_key);
    if (!password)
        return fail(password.error());
    m_pace.emplace(*offer, std::move(*password), m_terms.random);
    return send(Stage::Pace, m_pace->start());
}

Step LdsReader::paceAnswered(const Response& response) {
    auto next = m_pace->resume(response);
    if (!next)
        return fail(next.error());
    if (const auto* command = std::get_if<Command>(&*next))
        return send(Stage::Pace, *command);
    m_messaging.emplace(std::get<Session>(std::move(*next)));
    return selectApplication();
}

Step LdsReader::selectApplication() {
    Command command;
    command.ins = 0xa4;
    command.p1 = 0x04;
    command.p2 = 0x0c;
    command.data.assign(kApplication.begin(), kApplication.end());
    return send(Stage::SelectApplication, command);
}

Step LdsReader::applicationSelected(StatusWord status) {
    // Whatever a card says here but "success", it is not a travel document that we can open.
    if (!status.ok())
        return fail(FaultCode::UnsupportedCard, status);
    if (m_messaging)
        return beginFile(0);
    auto keys = documentKeys(m_key);
    if (!keys) // a card access number opens no chip by BAC
        return fail({FaultCode::AccessDenied, keys.error().context});
    m_bac.emplace(std::move(*keys), BacRandom::from(m_terms.random));
    Command command;
    command.ins = 0x84;
    command.expected = 8;
    return send(Stage::GetChallenge, command);
}

Step LdsReader::challenged(const Response& response) {
    // A chip without BAC (PACE that we don't speak, or no access control) refuses the instruction.
    if (!response.status.ok())
        return fail(FaultCode::UnsupportedCard, response.status);
    const auto command = m_bac->authenticate(response.data);
    if (!command)
        return fail(command.error());
    return send(Stage::Authenticate, *command);
}

Step LdsReader::authenticated(const Response& response) {
    // Chips differ in how they refuse a wrong key: 6300, 63Cx, 6982, 6985, 6988…
    if (!response.status.ok())
        return fail(FaultCode::AccessDenied, response.status);
    auto session = m_bac->finish(response.data);
    if (!session)
        return fail(session.error());
    m_messaging.emplace(std::move(*session));
    return beginFile(0);
}

Step LdsReader::beginFile(std::size_t number) {
    m_fileNumber = number;
    m_file.emplace(kFiles[number].group.fileId, kFiles[number].limit);
    return send(Stage::SelectFile, m_file->select());
}

Step LdsReader::fileSelected(StatusWord status) {
    if (status.ok())
        return send(Stage::ReadFile, m_file->read());
    // A chip without EF.SOD, EF.DG2 or EF.DG15 is read all the same; what that means is judged at the end.
    const auto tag = kFiles[m_fileNumber].group.tag;
    if (tag == kSod.tag || tag == kDg2.tag || tag == kDg15.tag)
        return nextFile();
    return fail(FaultCode::UnsupportedCard, status);
}

Step LdsReader::filePiece(ByteView piece, StatusWord status) {
    if (const auto taken = m_file->take(piece, status); !taken)
        return fail(taken.error());
    return m_file->complete() ? fileRead() : send(Stage::ReadFile, m_file->read());
}

Step LdsReader::fileRead() {
    switch (kFiles[m_fileNumber].group.tag) {
    case kCom.tag: {
        const auto lists = comLists(m_file->content(), kDg1);
        if (!lists)
            return fail(lists.error());
        if (!*lists)
            return fail({FaultCode::UnsupportedCard, "chip lists no machine readable zone"});
        break;
    }
    case kDg1.tag: m_dg1 = m_file->content(); break;
    case kSod.tag:
        m_sod = m_file->content();
        m_issuer.emplace(m_sod, m_terms.trust, m_terms.now);
        break;
    case kDg2.tag: m_dg2 = m_file->content(); break;
    default: m_dg15 = m_file->content(); return challengeChip();
    }
    return nextFile();
}

bool LdsReader::wanted(const DataGroup& group) const {
    if (group.tag == kDg2.tag)
        return m_terms.withPortrait;
    return group.tag != kDg15.tag || (m_issuer && m_issuer->lists(15));
}

Step LdsReader::nextFile() {
    for (auto next = m_fileNumber + 1; next < kFiles.size(); ++next)
        if (wanted(kFiles[next].group))
            return beginFile(next);
    return conclude();
}

Step LdsReader::challengeChip() {
    auto key = parseDg15(m_dg15);
    if (!key)
        return conclude();
    m_chipKey = std::move(*key);
    m_challenge = m_terms.random(crypto::ActiveAuthentication::kChallengeSize);
    Command command; // INTERNAL AUTHENTICATE, Doc 9303-11, 6.1.2
    command.ins = 0x88;
    command.data.assign(m_challenge.begin(), m_challenge.end());
    command.expected = m_chipKey->answerSize() > SecureMessaging::kLongestShort ? 65'536 : 256;
    return send(Stage::ProveOrigin, command);
}

Step LdsReader::chipAnswered(const Response& response) {
    if (response.status.ok())
        m_proof = m_chipKey->judge(m_challenge, response.data);
    return conclude();
}

Step LdsReader::conclude() {
    auto mrz = parseDg1(m_dg1);
    if (!mrz)
        return fail(mrz.error());
    model::ChipContents contents{std::move(*mrz), {}, {}};
    std::map<int, ByteView> groups{{1, m_dg1}};
    if (!m_dg2.empty())
        groups.emplace(2, m_dg2);
    if (!m_dg15.empty())
        groups.emplace(15, m_dg15);
    if (!m_issuer)
        m_issuer.emplace(m_sod, m_terms.trust, m_terms.now);
    m_verdict = withProof(m_issuer->judge(groups), m_issuer->lists(15), m_proof);
    contents.authenticity = m_verdict.authenticity;
    // A photo that is wrapped in a way we do not know is no reason not to know the holder.
    if (auto portrait = parseDg2(m_dg2); portrait)
        contents.portrait = std::move(*portrait);
    return contents;
}

std::string_view LdsReader::access() const {
    return !m_messaging ? "" : m_pace ? "pace" : "bac";
}

} // namespace balady::smartcard
