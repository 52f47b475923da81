// StoreDay: what a terminal asks of its store in a day, on a disk that may fail, and what must be true the morning after.
#pragma once

#include "tests/torture/frail_disk.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace balady::store {
class SqliteStore;
}

namespace balady::torture {

/// What was found the morning after. All zero, or a defect.
struct Verdict {
    int lost =
        0; ///< what one of the two books has and the other one doesn't, and papers that nobody knows of
    int broken = 0; ///< the store could not be opened, or held what nobody ever wrote
    std::vector<std::string> why = {};

    [[nodiscard]] bool good() const { return lost == 0 && broken == 0; }
};

class StoreDay {
  public:
    /// What a citizen comes for: a request; or also a report that is kept, and a licence on a numbered sheet.
    enum class Errands { Request, All };
    /// `visits` citizens, and a document of `documentBytes` that is kept after each.
    StoreDay(FrailDisk& disk, int visits, std::size_t documentBytes, Errands errands = Errands::All)
        : m_disk(disk), m_visits(visits), m_documentBytes(documentBytes), m_errands(errands) {}

    /// Begins, sends and settles a request for each citizen, as SessionRunner does; a citizen whose request could not be
    /// begun tries once more. Of what is kept, the platform gets every second one, which is erased then. The program is started
    /// anew in the middle. Some answers are lost on the way.
    void live();
    /// Starts the terminal on the disk as it is now, lets it settle what is open (IntentSettler), and compares the books.
    [[nodiscard]] Verdict morningAfter();

  private:
    /// Things that the terminal keeps until the platform has them, by their keys.
    struct Promises {
        std::set<std::string> tried;    ///< the store was asked to keep them
        std::set<std::string> kept;     ///< it said that they are on the disk: somebody read so
        std::set<std::string> platform; ///< has them
    };

    void work(int from, int to);
    void serve(store::SqliteStore& store, int visit);
    void keepReport(store::SqliteStore& store, int visit);
    void keepSheet(store::SqliteStore& store, int visit);
    void printLicence(store::SqliteStore& store, int visit);
    void compareIntents(Verdict& verdict);
    void compareReports(store::SqliteStore& store, Verdict& verdict) const;
    void compareSheets(store::SqliteStore& store, Verdict& verdict) const;
    void comparePapers(store::SqliteStore& store, Verdict& verdict) const;

    FrailDisk& m_disk;
    const int m_visits;
    const std::size_t m_documentBytes;
    const Errands m_errands;
    std::set<std::string> m_tried;    ///< keys that the store was asked to begin
    std::set<std::string> m_platform; ///< keys whose request the platform has
    Promises m_reports;
    Promises m_sheets;
    std::map<std::string, int> m_papers; ///< begun, by the mark of their licence
    int m_documentTried = 0;             ///< version
    int m_documentKept = 0;              ///< the last version that the store said it has
};

} // namespace balady::torture
