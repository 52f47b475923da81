// Papers: what is printed, by meaning; printing/layout decides how it looks, the adapters how it gets out.
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/model/device_status.h"
#include "kiosk/model/language.h"
#include "kiosk/model/request.h"

#include <optional>
#include <string>
#include <vector>

namespace balady::model {

/// One label and its value on a receipt. `leftToRight` values (numbers, references) are isolated.
struct PaperLine {
    std::string label;
    std::string value;
    bool leftToRight = false;
    bool strong = false; ///< the line that the citizen will look for (request number, bill number)
};

/// Sentences under a heading: conditions, documents, steps. An entry's mark is its number, or empty for a bullet.
struct PaperList {
    struct Entry {
        std::string mark;
        std::string sentence;
    };
    std::string heading;
    std::vector<Entry> entries;
};

/// A receipt or a slip, in the citizen's language, all texts ready.
struct Receipt {
    Language language = Language::Arabic;
    std::string place;    ///< amana and municipality
    std::string title;    ///< "إيصال استلام طلب"
    std::string subtitle; ///< the service's name
    std::vector<PaperLine> lines;
    std::vector<PaperList> lists;   ///< under the lines
    std::vector<std::string> notes; ///< sentences under the rest ("ستصلك رسالة نصية…")
    std::string qr;                 ///< payload of the QR code, or empty
    std::string footer;             ///< terminal and time
    std::string mark{};             ///< "نسخة" where an earlier try may have come out; else empty
};

/// A QR code as its modules (ISO/IEC 18004), without the quiet zone of four modules that whoever draws it leaves around.
struct CodeSquare {
    int size = 0;                    ///< modules a side; 0 is no code
    std::vector<unsigned char> dark; ///< size * size, row by row, 1 is dark
};

/// A licence as it goes to the document printer. `jws` is what its QR code carries.
struct LicencePaper {
    Licence licence;
    std::string jws;
    bool copy = false; ///< printed before: the word "copy" is on it
};

/// How far a paper got, as far as the hardware tells.
enum class PaperOutcome {
    SentToPrinter, ///< bytes accepted; the printer cannot or did not confirm
    Completed,     ///< the printer confirmed that the job is out
    NotPrinted,    ///< certainly nothing came out
    Unknown,       ///< something may have come out
};

/// What became of one paper, and why if it is not out.
struct PaperResult {
    PaperOutcome outcome = PaperOutcome::Unknown;
    PrinterStatus status; ///< as the printer said it last
};

} // namespace balady::model
