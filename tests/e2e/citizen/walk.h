// Walk: a citizen who reads what is on the screen and does the obvious: any service of the catalogue, to its end and
// home again, without knowing it; GUI thread.
#pragma once

#include "tests/e2e/citizen/album.h"
#include "tests/e2e/citizen/child.h"
#include "tests/e2e/citizen/hand.h"
#include "tests/e2e/citizen/service_book.h"
#include "tests/e2e/citizen/surroundings.h"

#include <QJsonObject>
#include <QStringList>

namespace balady::e2e {

/// Who comes, and what they would answer.
struct Citizen {
    QString language = "ar";
    QString identity = "1000000016"; ///< what they type when they have no card
    QString card;                    ///< the simulated card that they put in the reader; empty: they type
    QJsonObject answers;             ///< by field; what is missing is made up
    bool pays = true;
};

class Walk {
  public:
    Walk(QQuickWindow& window, Surroundings& surroundings, Album::Place album, ServiceBook book,
         Citizen citizen);

    /// Does the obvious on page after page until the named page is on show (before doing anything there).
    void until(const QString& page);
    /// Touches a control that must bring another page than this one. If it goes on by itself first, what came has not been
    /// looked at, and nothing is touched.
    void leavePage(const QString& control) { leavePage(control, m_eyes.pageKey()); }
    /// Types what is printed on a demo card into the questions about it.
    void copyFromCard(const QString& card);
    /// Lets a child at the terminal, who does so many things at random.
    void letPlay(std::uint64_t events, unsigned seed) { Child(m_window, m_eyes, seed).play(events); }
    /// To the end: home again, everything that the catalogue promises seen.
    void toTheEnd();

    [[nodiscard]] const Eyes& eyes() const { return m_eyes; }
    [[nodiscard]] Hand& hand() { return m_hand; }
    [[nodiscard]] Album& album() { return m_album; }
    [[nodiscard]] Surroundings& surroundings() { return m_surroundings; }
    [[nodiscard]] Citizen& citizen() { return m_citizen; }
    [[nodiscard]] const Citizen& citizen() const { return m_citizen; }
    /// Takes another service for what follows.
    void turnTo(ServiceBook book);
    /// Papers that came out since this visit began.
    [[nodiscard]] std::vector<std::filesystem::path> ownPapers(const QString& kind) const;

  private:
    void act();
    void leavePage(const QString& control, const QString& key);
    void fillIn(const std::vector<QJsonObject>& fields);
    /// On to the next page after typing, wherever the keyboard left the way there.
    void leaveFilledPage();
    void answer(const QJsonObject& field);
    /// Whether the terminal has found a page in the camera's picture, of which it takes a photograph by itself: a finger
    /// on the button would be in its way. `key` is the page's as it was when it was looked at.
    [[nodiscard]] bool photographsItself(const QString& key) const;
    void compareWithCatalogue() const;

    QQuickWindow& m_window;
    Eyes m_eyes;
    Hand m_hand;
    Album m_album;
    Surroundings& m_surroundings;
    ServiceBook m_book;
    Citizen m_citizen;
    QStringList m_seen;   ///< page names in the order in which they came
    QStringList m_titles; ///< of the form's pages
    QString m_photographed;
    int m_documents = 0;
    std::size_t m_receiptsBefore = 0;
    std::size_t m_licencesBefore = 0;
};

} // namespace balady::e2e
