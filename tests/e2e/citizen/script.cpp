#include "tests/e2e/citizen/script.h"

#include "tests/e2e/citizen/patience.h"

#include <unistd.h>

#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QRegularExpression>
#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>

namespace balady::e2e {
namespace {

const QString kMissing = QStringLiteral("(the journey does not say it in this language)");

[[noreturn]] void fail(const QString& what) {
    throw Unexpected(what.toStdString());
}

/// One verb: what it is given, the whole step (for its other words), the visit.
using Verb = std::function<void(const QJsonValue& what, const QJsonObject& step, Walk& walk)>;

/// Ends the process that has the camera, if there is one: the terminal is this process, and has no other child.
bool killSight() {
    std::error_code error;
    for (const auto& task : std::filesystem::directory_iterator("/proc/self/task", error)) {
        std::ifstream children(task.path() / "children");
        for (pid_t child = 0; children >> child;)
            return ::kill(child, SIGKILL) == 0;
    }
    return false;
}

/// "says" in the citizen's language, or "matches" as a regular expression.
bool fits(const QString& words, const QJsonValue& what, const Walk& walk) {
    if (what["says"].isObject())
        return words.contains(what["says"][walk.citizen().language].toString(kMissing));
    return QRegularExpression(what["matches"].toString()).match(words).hasMatch();
}

/// How long the step may take: for what takes long by its nature.
std::chrono::milliseconds patienceOf(const QJsonValue& step) {
    return step["within"].isUndefined() ? kPatience : std::chrono::seconds{step["within"].toInt()};
}

void expect(const QJsonValue& what, Walk& walk) {
    const auto name = what["objectName"].toString();
    const auto property = what["property"].toString("").toUtf8();
    const auto found = [&]() -> QString {
        if (name.isEmpty())
            return walk.eyes().words();
        const auto* item = walk.eyes().find(name);
        if (item == nullptr)
            return {};
        return property.isEmpty() ? walk.eyes().words(*item) : item->property(property).toString();
    };
    if (what["absent"].toBool()) {
        if (!await([&] { return walk.eyes().find(name) == nullptr; }))
            fail(name + " is on the screen");
    } else if (!await(
                   [&] {
                       return (name.isEmpty() || walk.eyes().find(name) != nullptr) &&
                              fits(found(), what, walk);
                   },
                   patienceOf(what))) {
        fail((name.isEmpty() ? "the screen" : name) + " says \"" + found() + '"');
    }
}

/// A value inside the sandbox's answer: "faults.refuseConnections", "requests.0.state".
QJsonValue inside(QJsonValue value, const QString& path) {
    for (const auto& part : path.split('.', Qt::SkipEmptyParts))
        value = value.isArray() ? value[part.toInt()] : value[part];
    return value;
}

void admin(const QJsonValue& what, Walk& walk) {
    auto& around = walk.surroundings();
    if (what["post"].isString()) {
        around.post(what["post"].toString(), what["body"].toObject());
        return;
    }
    const auto answer = [&] { return inside(around.get(what["get"].toString()), what["at"].toString()); };
    if (!await([&] { return answer() == what["is"]; }))
        fail(what["get"].toString() + " has " +
             QJsonDocument(QJsonArray{answer()}).toJson(QJsonDocument::Compact) + " at " +
             what["at"].toString());
}

/// How many requests for a service the platform knows; with `answers`, only those that hold them.
void expectRequests(const QJsonValue& what, Walk& walk) {
    const auto holds = [&](const QJsonValue& request) {
        const auto wanted = what["answers"].toObject();
        const auto keys = wanted.keys();
        return std::all_of(keys.begin(), keys.end(),
                           [&](const auto& key) { return request["answers"][key] == wanted[key]; });
    };
    const auto count = [&] {
        int found = 0;
        for (const QJsonValue one : walk.surroundings().requests())
            if (one["serviceId"] == what["service"] &&
                (what["identity"].isUndefined() || one["identity"] == what["identity"]) && holds(one))
                ++found;
        return found;
    };
    const std::chrono::seconds limit{what["within"].toInt(static_cast<int>(kPatience.count()))};
    if (!await([&] { return count() == what["count"].toInt(); }, limit))
        fail(QString("the platform knows %1 requests").arg(count()));
}

void office(const QJsonValue& what, Walk& walk) {
    for (const QJsonValue one : walk.surroundings().requests())
        if (one["state"] == "under-review" && one["identity"] == walk.citizen().identity) {
            walk.surroundings().post("/admin/requests/" + one["number"].toString() + '/' + what.toString());
            return;
        }
    fail("no request of this citizen is under review");
}

void phone(const QJsonValue& what, Walk& walk) {
    if (what == "approve" || what == "refuse") {
        walk.surroundings().answerApp(what.toString(), walk.eyes().words());
    } else if (what == "code" || what == "wrong-code") {
        auto code = walk.surroundings().codeFromSms();
        if (what == "wrong-code")
            code[0] = code[0] == '9' ? QChar('1') : QChar('9');
        walk.hand().type(code, "field.code");
    } else if (what["send"].isString()) {
        if (!await([&] { return walk.eyes().find("phone.code") != nullptr && walk.eyes().settled(); }))
            fail("no code is on the screen");
        const auto file = what["send"] == "photograph" ? walk.surroundings().photographOnPhone()
                                                       : what["send"].toString().toUtf8();
        const auto page = walk.surroundings().sendFromPhone(walk.eyes().photograph(), file);
        if (!fits(page, what, walk))
            fail("the telephone says " + page);
    } else if (what == "pay") {
        walk.surroundings().payBillShownIn(walk.eyes().words());
    } else {
        fail("the telephone cannot " + what.toString());
    }
}

bool areOut(const QJsonValue& papers, const Walk& walk) {
    const auto kinds = papers.toObject().keys();
    return std::all_of(kinds.begin(), kinds.end(), [&](const auto& kind) {
        return static_cast<int>(walk.ownPapers(kind).size()) == papers[kind].toInt();
    });
}

void expectPapers(const QJsonValue& what, Walk& walk) {
    if (!await([&] { return areOut(what, walk); }))
        fail(QString("%1 receipts and %2 documents came out")
                 .arg(walk.ownPapers("receipts").size())
                 .arg(walk.ownPapers("documents").size()));
}

/// As people do: touches the control whenever it is there, until the papers have come out or another page has come.
void insist(const QString& name, const QJsonValue& step, Walk& walk) {
    const auto page = step["untilPage"].toString();
    const auto done = [&] {
        return page.isEmpty() ? areOut(step["untilPapers"], walk) : walk.eyes().page() == page;
    };
    const auto there = [&] { return walk.eyes().find(name) != nullptr; };
    QElapsedTimer patience;
    patience.start();
    while (!done() && !patience.hasExpired(2 * std::chrono::milliseconds{kPatience}.count()))
        if (await([&] { return done() || there(); }) && !done())
            walk.hand().tapIfThere(name);
    if (!done())
        fail("that does not come; the page is " + walk.eyes().page());
    // A paper lies in the tray before the page says so: nobody goes on as if the page were of now.
    if (!await([&] { return !there(); }))
        fail(name + " is still there");
}

const QHash<QString, Verb>& verbs(const std::filesystem::path& catalogue) {
    static const QHash<QString, Verb> table{
        {"tap", [](const auto& what, const auto&, Walk& walk) { walk.hand().tap(what.toString()); }},
        {"retype",
         [](const auto& what, const auto& step, Walk& walk) {
             walk.hand().erase(step["into"].toString());
             walk.hand().type(what.toString(), step["into"].toString());
         }},
        {"cardDetails",
         [](const auto& what, const auto&, Walk& walk) { walk.copyFromCard(what.toString()); }},
        {"insist",
         [](const auto& what, const auto& step, Walk& walk) { insist(what.toString(), step, walk); }},
        {"leaveBy", [](const auto& what, const auto&, Walk& walk) { walk.leavePage(what.toString()); }},
        {"type", [](const auto& what, const auto& step,
                    Walk& walk) { walk.hand().type(what.toString(), step["into"].toString()); }},
        {"choose", [](const auto& what, const auto& step,
                      Walk& walk) { walk.hand().choose(step["in"].toString(), what.toString()); }},
        {"expectPage",
         [](const auto& what, const auto& step, Walk& walk) {
             const auto there = [&] {
                 return walk.eyes().page() == what.toString() && walk.eyes().settled();
             };
             if (!await(there, patienceOf(step)))
                 fail("the page is " + walk.eyes().page());
         }},
        {"expectOverlay",
         [](const auto& what, const auto&, Walk& walk) {
             if (!await([&] { return walk.eyes().overlay() == what.toString() && walk.eyes().settled(); }))
                 fail("over the page lies \"" + walk.eyes().overlay() + '"');
         }},
        {"expect", [](const auto& what, const auto&, Walk& walk) { expect(what, walk); }},
        {"expectRequests", [](const auto& what, const auto&, Walk& walk) { expectRequests(what, walk); }},
        {"expectPapers", [](const auto& what, const auto&, Walk& walk) { expectPapers(what, walk); }},
        {"device",
         [](const auto& what, const auto&, Walk& walk) {
             for (const auto& name : what.toObject().keys())
                 walk.surroundings().device(name, what[name].toString());
         }},
        {"sight",
         [](const auto& what, const auto&, Walk&) {
             if (what.toString() != "killed" || !await(killSight))
                 fail("no process sees for the terminal that could be " + what.toString());
         }},
        {"showLicence",
         [](const auto& what, const auto&, Walk& walk) {
             const auto papers = walk.surroundings().papers("documents");
             if (papers.empty())
                 fail("no licence was printed that could be shown");
             walk.surroundings().numberPaper(what["sheet"].toString());
             walk.surroundings().layUnderCamera(papers.back());
         }},
        {"scanByHand",
         [](const auto&, const auto&, Walk& walk) {
             const auto papers = walk.surroundings().papers("documents");
             if (papers.empty())
                 fail("no licence was printed that could be scanned");
             walk.surroundings().scanByHand(papers.back());
         }},
        {"admin", [](const auto& what, const auto&, Walk& walk) { admin(what, walk); }},
        {"phone", [](const auto& what, const auto&, Walk& walk) { phone(what, walk); }},
        {"office", [](const auto& what, const auto&, Walk& walk) { office(what, walk); }},
        {"shot", [](const auto& what, const auto&, Walk& walk) { walk.album().picture(what.toString()); }},
        {"play",
         [](const auto& what, const auto& step, Walk& walk) {
             walk.letPlay(static_cast<std::uint64_t>(what.toInteger()),
                          static_cast<unsigned>(step["seed"].toInt()));
         }},
        {"killed",
         [](const auto&, const auto&, Walk&) {
             std::cerr << "citizen: the power is cut" << std::endl;
             ::kill(::getpid(), SIGKILL);
         }},
        {"expectErased",
         [](const auto& what, const auto&, Walk& walk) {
             const auto path = walk.surroundings().state() / what.toString().toStdString();
             const auto isErased = [&] {
                 std::ifstream file(path, std::ios::binary);
                 return file.good() && std::all_of(std::istreambuf_iterator<char>(file), {},
                                                   [](char byte) { return byte == 0; });
             };
             if (!await(isErased))
                 fail("something is left in " + what.toString());
         }},
        {"walkTo", [](const auto& what, const auto&, Walk& walk) { walk.until(what.toString()); }},
        {"walk", [](const auto&, const auto&, Walk& walk) { walk.toTheEnd(); }},
        {"service", [&catalogue](const auto& what, const auto&,
                                 Walk& walk) { walk.turnTo(ServiceBook(catalogue, what.toString())); }},
        {"citizen",
         [](const auto& what, const auto&, Walk& walk) {
             walk.citizen().identity = what["identity"].toString(walk.citizen().identity);
             walk.citizen().card = what["card"].toString();
             walk.citizen().answers = what["answers"].toObject();
             walk.citizen().pays = what["pays"].toBool(true);
         }},
    };
    return table;
}

} // namespace

Journey readJourney(const std::filesystem::path& file) {
    QFile source(QString::fromStdString(file.string()));
    if (!source.open(QIODevice::ReadOnly))
        fail("cannot read " + source.fileName());
    QJsonParseError error;
    const auto journey = QJsonDocument::fromJson(source.readAll(), &error).object();
    if (error.error != QJsonParseError::NoError)
        fail(source.fileName() + ": " + error.errorString());
    const QStringList known{"about", "service", "settings", "identity",
                            "card",  "answers", "steps",    "settingsRefused"};
    for (const auto& key : journey.keys())
        if (!known.contains(key))
            fail(source.fileName() + ": unknown key " + key);
    return {journey["service"].toString(),      journey["settings"].toObject(), journey["answers"].toObject(),
            journey["identity"].toString(),     journey["card"].toString(),     journey["steps"].toArray(),
            journey["settingsRefused"].toBool()};
}

void perform(const QJsonArray& steps, Walk& walk, const std::filesystem::path& catalogue) {
    for (qsizetype at = 0; at < steps.size(); ++at) {
        const auto step = steps[at].toObject();
        const auto text = QString::fromUtf8(QJsonDocument(step).toJson(QJsonDocument::Compact));
        const auto& table = verbs(catalogue);
        const auto keys = step.keys();
        const auto verb =
            std::find_if(keys.begin(), keys.end(), [&](const auto& key) { return table.contains(key); });
        try {
            if (verb == keys.end())
                fail("no such step");
            table[*verb](step[*verb], step, walk);
        } catch (const Unexpected& reason) {
            fail(QString("step %1 %2: %3").arg(at + 1).arg(text, QString::fromUtf8(reason.what())));
        }
        walk.album().note(text);
    }
}

} // namespace balady::e2e
