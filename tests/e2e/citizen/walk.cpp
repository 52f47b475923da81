#include "tests/e2e/citizen/walk.h"

#include "tests/e2e/citizen/patience.h"

#include <QDate>
#include <algorithm>

namespace balady::e2e {
namespace {

[[noreturn]] void fail(const QString& what) {
    throw Unexpected(what.toStdString());
}

/// What is printed on the demo cards, by name (tests/simulators/chip/README.md).
struct PrintedOnCard {
    QString number;
    std::chrono::year_month_day birth;
    std::chrono::year_month_day expiry;
};
PrintedOnCard printedOn(const QString& card) {
    using std::chrono::year_month_day, std::chrono::year, std::chrono::month, std::chrono::day;
    const auto date = [](int y, unsigned m, unsigned d) { return year_month_day{year{y}, month{m}, day{d}}; };
    if (card == "resident")
        return {"RA7654321", date(1985, 2, 3), date(2029, 4, 11)};
    if (card == "expired")
        return {"SA2345678", date(1978, 11, 30), date(2024, 2, 29)};
    return {"SA1234567", date(1990, 5, 17), date(2031, 8, 16)};
}

std::chrono::year_month_day dateFrom(const QString& iso) {
    const auto date = QDate::fromString(iso, Qt::ISODate);
    if (!date.isValid())
        fail(iso + " is no date");
    return std::chrono::year_month_day{std::chrono::year{date.year()},
                                       std::chrono::month(static_cast<unsigned>(date.month())),
                                       std::chrono::day(static_cast<unsigned>(date.day()))};
}

} // namespace

Walk::Walk(QQuickWindow& window, Surroundings& surroundings, Album::Place album, ServiceBook book,
           Citizen citizen)
    : m_window(window), m_eyes(window), m_hand(window, m_eyes), m_album(std::move(album), m_eyes),
      m_surroundings(surroundings), m_book(std::move(book)), m_citizen(std::move(citizen)),
      m_receiptsBefore(surroundings.papers("receipts").size()),
      m_licencesBefore(surroundings.papers("documents").size()) {}

void Walk::turnTo(ServiceBook book) {
    m_book = std::move(book);
    m_seen.clear();
    m_titles.clear();
    m_documents = 0;
}

std::vector<std::filesystem::path> Walk::ownPapers(const QString& kind) const {
    auto all = m_surroundings.papers(kind);
    const auto before = kind == "receipts" ? m_receiptsBefore : m_licencesBefore;
    all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(before, all.size())));
    return all;
}

void Walk::until(const QString& page) {
    constexpr int kPagesAtMost = 80; // a journey that goes round in circles is a failure too
    for (int pages = 0; pages < kPagesAtMost; ++pages) {
        if (!await([&] { return !m_eyes.page().isEmpty() && m_eyes.settled(); }))
            fail("no page comes");
        const auto key = m_eyes.pageKey();
        if (key != m_photographed) {
            m_photographed = key;
            m_seen.append(m_eyes.page());
            m_album.picture(m_eyes.page().toLower());
            if (m_eyes.pageKey() != key) // another one has come meanwhile: look at that first
                continue;
        }
        if (m_eyes.page() == page)
            return;
        act();
    }
    fail("the page " + page + " does not come; seen: " + m_seen.join(' '));
}

void Walk::toTheEnd() {
    if (!m_seen.contains("Language")) // the first page is also the last
        until("Language");
    until("Attract");
    compareWithCatalogue();
}

void Walk::leavePage(const QString& control, const QString& key) {
    const auto left = [&] { return m_eyes.pageKey() != key; };
    m_hand.tapUnless(left, control);
    if (!await([&] { return left() || m_eyes.words().isEmpty(); }))
        fail("nothing comes after " + control + " on the page " + m_eyes.page());
    m_album.note(control);
}

void Walk::copyFromCard(const QString& card) {
    const auto printed = printedOn(card);
    m_hand.erase("field.document-number");
    m_hand.type(printed.number, "field.document-number");
    m_hand.pickDate("field.birth-date", printed.birth);
    m_hand.pickDate("field.expiry-date", printed.expiry);
}

void Walk::leaveFilledPage() {
    const auto key = m_eyes.pageKey();
    const auto left = [&] { return m_eyes.pageKey() != key; };
    // On a panel that lies the keyboard covers the bar; its last key leads to the next question, or on.
    while (!left() && m_eyes.find("frame.primary") == nullptr && m_eyes.find("key.done") != nullptr) {
        const auto asked = m_eyes.focused();
        m_hand.tap("key.done");
        if (!await([&] { return left() || m_eyes.focused() != asked; }))
            fail("key.done leads nowhere");
        // With the last question the keyboard goes and the core is asked for the next page: asking it twice, because the
        // answer is late, would be for the page after that.
        if (m_eyes.find("key.done") == nullptr && await(left))
            break;
    }
    if (left())
        m_album.note("key.done");
    else
        leavePage("frame.primary", key);
}

bool Walk::photographsItself(const QString& key) const {
    const auto goesOn = [&] { return m_eyes.pageKey() != key || key.endsWith("shooting"); };
    if (!await([&] {
            const auto* button = m_eyes.find("frame.primary");
            return goesOn() || (button != nullptr && button->isEnabled());
        }))
        fail("the camera shows nothing");
    return goesOn() || m_eyes.find("document.outline") != nullptr || m_eyes.find("document.oval") != nullptr;
}

void Walk::answer(const QJsonObject& field) {
    const auto id = field["id"].toString();
    const auto name = "field." + id;
    const auto type = field["type"].toString();
    auto own = m_citizen.answers[id].toString();
    if (type == "choice") {
        m_hand.choose(name, own);
        own = m_eyes.find(name)->property("value").toString();
    } else if (type == "yes-no") {
        own = own.isEmpty() ? "yes" : own;
        m_hand.tap(name + '.' + own);
    } else if (type == "date") {
        own = own.isEmpty() ? QStringLiteral("2026-11-01") : own;
        m_hand.pickDate(name, dateFrom(own));
    } else {
        own = own.isEmpty() ? plausibleText(field, m_citizen.language).value_or("1") : own;
        m_hand.type(own, name);
    }
    // An answer can bring up or take away another question, as soon as the core has heard of it.
    for (const auto& other : m_book.fieldsThatFollow(id)) {
        const auto wanted = own == other["showIf"]["equals"].toString();
        const auto follower = "field." + other["id"].toString();
        if (!await([&] { return (m_eyes.find(follower) != nullptr) == wanted; }))
            fail(follower + (wanted ? " does not come after " : " stays after ") + name);
    }
    m_album.note(name);
}

void Walk::fillIn(const std::vector<QJsonObject>& fields) {
    m_titles.append(m_eyes.words());
    const auto asked = [&](const QJsonObject& field) {
        return m_eyes.find("field." + field["id"].toString()) != nullptr;
    };
    // A question whose answers the platform has to tell comes after its page.
    if (!await([&] { return std::ranges::any_of(fields, asked); }))
        fail("a form page asks nothing that the catalogue knows");
    // An answer can bring up another question, so look again after each.
    QStringList answered;
    for (bool more = true; more;) {
        more = false;
        for (const auto& field : fields) {
            const auto id = field["id"].toString();
            if (answered.contains(id) || !asked(field))
                continue;
            answer(field);
            answered.append(id);
            more = true;
        }
    }
    m_album.picture("form-filled");
}

void Walk::act() {
    const auto key = m_eyes.pageKey(); // before anything is done: what follows may come at once
    const auto page = m_eyes.page();
    const auto waitForNext = [&] {
        if (!await([&] { return m_eyes.pageKey() != key; }))
            fail("nothing comes after the page " + page);
        m_album.note("wait");
    };
    const auto leave = [&](const QString& control) { leavePage(control, key); };
    if (page == "Attract") {
        leave("attract.start");
    } else if (page == "Language") {
        leave("language." + m_citizen.language);
    } else if (page == "Home") {
        leave("service." + m_book.id());
    } else if (page == "Service") {
        if (!m_eyes.words().contains(m_book.name(m_citizen.language)))
            fail("the page of the service does not bear its name");
        if (m_book.kind() == "conditions" && m_seen.contains("Papers"))
            leave("frame.cancel");
        else
            leave("frame.primary");
    } else if (page == "IdentifyChoice") {
        leave(m_citizen.card.isEmpty() ? "identify.number" : "identify.card");
    } else if (page == "ShowCard" && m_citizen.card == "citizen") { // the one whose back is among the scenes
        const auto lay = m_surroundings.deviceWord("camera");
        m_surroundings.device("camera", "card");
        waitForNext();
        m_surroundings.device("camera", lay);
    } else if (page == "ShowCard") {
        leave("showCard.typeDetails");
    } else if (page == "InsertCard") {
        m_surroundings.device("card", m_citizen.card);
        waitForNext();
    } else if (page == "TypeIdentity") {
        m_hand.type(m_citizen.identity, "field.identity");
        leaveFilledPage();
    } else if (page == "AppChallenge") {
        m_surroundings.answerApp("approve", m_eyes.words());
        waitForNext();
    } else if (page == "SmsCode") {
        m_hand.type(m_surroundings.codeFromSms(), "field.code");
        waitForNext();
    } else if (page == "Form" && m_eyes.find("field.document-number") != nullptr) {
        copyFromCard(m_citizen.card);
        m_album.picture("form-filled");
        leaveFilledPage();
    } else if (page == "Form") {
        if (await([&] {
                return m_eyes.findAll("field.").size() > 0;
            })) // choices of the backend come after the page
            fillIn(m_book.fields());
        leaveFilledPage();
    } else if (page == "Consent") {
        m_surroundings.device("camera", "portrait");
        leavePage("frame.primary");
    } else if (page == "Document") {
        if (m_eyes.find("document.retake") != nullptr)
            ++m_documents;
        else if (photographsItself(key)) {
            waitForNext();
            return;
        }
        leave("frame.primary");
    } else if (page == "Phone") {
        if (m_eyes.find("phone.mark") != nullptr) {
            if (m_surroundings.markOnPhone().isEmpty() ||
                !m_eyes.words(*m_eyes.find("phone.mark")).contains(m_surroundings.markOnPhone()))
                fail("the number on the screen is not the telephone's");
            ++m_documents;
            leave("frame.primary");
            return;
        }
        if (m_eyes.find("phone.code") != nullptr)
            (void)m_surroundings.sendFromPhone(m_eyes.photograph(), m_surroundings.photographOnPhone());
        waitForNext();
    } else if (page == "Bill") {
        if (m_citizen.pays) {
            m_surroundings.payBillShownIn(m_eyes.words());
            waitForNext();
        } else {
            leave("bill.later");
        }
    } else if (page == "Papers") {
        if (!await([&] {
                return m_eyes.find("papers.tryAgain") != nullptr || m_eyes.find("frame.primary") != nullptr;
            }))
            fail("the papers do not come out");
        if (m_eyes.find("papers.tryAgain") != nullptr)
            fail("a printer is in trouble: " + m_eyes.words());
        m_album.picture("papers-out");
        leave("frame.primary");
    } else if (page == "Rate") {
        leave("rate.5");
    } else if (page == "Results") {
        leave(m_eyes.find("frame.primary") != nullptr ? "frame.primary" : "results.another");
    } else if (page == "Scan") {
        const auto papers = m_surroundings.papers("documents");
        if (papers.empty())
            fail("no licence was printed that could be scanned");
        m_surroundings.layUnderCamera(papers.back());
        waitForNext();
    } else if (page == "Review" || page == "Outcome" || page == "Verdict") {
        leave("frame.primary");
    } else if (page == "Goodbye") {
        if (!m_citizen.card.isEmpty())
            m_surroundings.device("card", "");
        leave("frame.primary");
    } else if (page == "Waiting") {
        waitForNext();
    } else {
        fail("stands at the page " + page + ": " + m_eyes.words());
    }
}

void Walk::compareWithCatalogue() const {
    for (const auto& formPage : m_book.certainPages()) {
        const auto title = formPage["title"][m_citizen.language].toString();
        if (std::none_of(m_titles.begin(), m_titles.end(),
                         [&](const auto& words) { return words.contains(title); }))
            fail("the form's page \"" + formPage["id"].toString() + "\" did not come");
    }
    if (m_book.kind() != "conditions" && m_documents < m_book.certainDocuments())
        fail(QString("%1 of %2 documents were taken").arg(m_documents).arg(m_book.certainDocuments()));
    if (m_book.needsIdentity() && !m_seen.contains("AppChallenge") && !m_seen.contains("SmsCode"))
        fail("nobody had to prove who they are");
    if (m_book.paper() != "none" && ownPapers("receipts").empty())
        fail("no receipt came out");
    if (m_book.kind() == "application" && !m_seen.contains("Review"))
        fail("the application was sent without being shown first");
}

} // namespace balady::e2e
