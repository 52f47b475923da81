#include "kiosk/audit/examine.h"

#include "kiosk/audit/chain.h"
#include "kiosk/crypto/crypto.h"

namespace balady::audit {
namespace {

class Examiner {
  public:
    explicit Examiner(const Known& known) : m_known(known), m_key(known.publicKey) {
        m_result.head = emptyHead();
    }

    void take(std::string_view line) {
        ++m_line;
        const auto entry = parseLine(line);
        if (!entry) {
            find("is no entry");
            return;
        }
        const auto& head = m_result.head;
        if (entry->sequence != head.sequence + 1)
            find("has number " + std::to_string(entry->sequence) + " after " + std::to_string(head.sequence) +
                 (entry->sequence > head.sequence ? ": lines were removed"
                                                  : ": lines were put in or exchanged"));
        else if (entry->previous != head.hash)
            find("does not follow the line before it: one of the two was altered");
        if (entry->event == kSigned)
            checkSignature(*entry);
        m_result.head = headAfter(entry->sequence, line);
        ++m_result.entries;
        if (m_known.head && m_known.head->sequence == entry->sequence) {
            m_knownSeen = true;
            if (m_known.head->hash != m_result.head.hash)
                find("is not the one that the terminal told of");
        }
    }

    Examination end(std::uint64_t tornBytes) {
        if (m_known.head && !m_knownSeen && m_known.head->sequence > 0)
            find("entry " + std::to_string(m_known.head->sequence) +
                 ", which the terminal told of, is missing");
        m_result.tornBytes = tornBytes;
        return std::move(m_result);
    }

  private:
    void find(std::string what) { m_result.findings.push_back({m_line, std::move(what)}); }

    void checkSignature(const Entry& entry) {
        if (m_key.empty())
            m_key = entry.publicKey;
        const auto key = fromHex(m_key);
        const auto signature = fromBase64Url(entry.signature);
        if (entry.publicKey != m_key)
            find("is signed with another key");
        else if (!key || !signature ||
                 !crypto::ed25519Verify(*key, asBytes(signedText(m_result.head)), *signature))
            find("has a signature that does not hold");
        else
            m_result.signedUpTo = m_result.head.sequence;
    }

    const Known& m_known;
    std::string m_key;
    std::uint64_t m_line = 0;
    bool m_knownSeen = false;
    Examination m_result;
};

} // namespace

Examination examine(std::istream& trail, const Known& known) {
    Examiner examiner(known);
    std::string line;
    while (std::getline(trail, line)) {
        if (trail.eof()) // no line end behind it
            return examiner.end(line.size());
        examiner.take(line);
    }
    return examiner.end(0);
}

} // namespace balady::audit
