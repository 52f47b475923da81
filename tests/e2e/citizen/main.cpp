// balady-citizen: a scripted citizen at the real terminal: taps what is on the screen and says whether all was right.
#include "kiosk/app/compose.h"
#include "kiosk/app/fonts.h"
#include "kiosk/app/screen.h"
#include "kiosk/settings/settings.h"
#include "tests/e2e/citizen/patience.h"
#include "tests/e2e/citizen/script.h"

#include <QCommandLineParser>
#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QQuickItem>
#include <iostream>

namespace balady::e2e {
namespace {

int complaints = 0;

/// QML goes on after a mistake in it; nobody would know.
void countComplaints(QtMsgType type, const QMessageLogContext& context, const QString& text) {
    const bool ofQml =
        QLatin1String(context.category) == QLatin1String("qml") || text.contains(QLatin1String(".qml:"));
    if (ofQml && type != QtDebugMsg && type != QtInfoMsg)
        ++complaints;
    std::cerr << qFormatLogMessage(type, context, text).toStdString() << std::endl;
}

constexpr auto kFirstService =
    "issue-commercial-license"; // the one that most people come for, from card to licence
constexpr auto kFirstOffline = "building-permit-conditions"; // what needs no network

QJsonObject readObject(const QString& name) {
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        throw Unexpected("cannot read " + name.toStdString());
    return QJsonDocument::fromJson(file.readAll()).object();
}

void write(const std::filesystem::path& name, const QByteArray& content) {
    QFile file(QString::fromStdString(name.string()));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        throw Unexpected("cannot write " + name.string());
}

/// `over` laid over `base`, member by member.
QJsonObject merged(QJsonObject base, const QJsonObject& over) {
    for (const auto& key : over.keys())
        base[key] = over[key].isObject() ? merged(base[key].toObject(), over[key].toObject()) : over[key];
    return base;
}

/// The terminal's settings as this visit needs them, in a file beside the original (paths in it are relative to that).
settings::Settings settingsFor(const QString& file, const QJsonObject& over) {
    auto name = file;
    if (!over.isEmpty()) {
        name = file + ".visit";
        write(name.toStdString(), QJsonDocument(merged(readObject(file), over)).toJson());
    }
    auto read = settings::readSettings(name.toStdString());
    if (!read)
        throw Unexpected("settings: " + read.error().context);
    return *read;
}

struct Visit {
    Journey journey;
    Citizen citizen;
    bool offline = false;
    Album::Place album;
    std::filesystem::path book; ///< the catalogue that the visit is compared with
};

/// With the network gone already: what needs it says so beforehand and cannot be begun; the rest goes on as always.
void visitOffline(Walk& walk, const ServiceBook& book) {
    walk.until("Home");
    if (!await([&] { return walk.eyes().find("home.offline") != nullptr; }))
        throw Unexpected("the home page does not say that there is no connection");
    walk.album().picture("offline");
    if (book.worksOffline()) {
        walk.toTheEnd();
        return;
    }
    walk.until("Service");
    const auto* start = walk.eyes().find("frame.primary");
    if (walk.eyes().find("service.obstacle") == nullptr || start == nullptr || start->isEnabled())
        throw Unexpected("a service that needs the network can be begun without one");
}

/// The papers and the text messages of the visit.
void keep(Walk& walk, const std::filesystem::path& folder) {
    const auto copy = [&](const std::filesystem::path& from, const std::string& name, std::size_t number,
                          const char* ending) {
        const auto to = folder / (name + (number == 0 ? "" : "-" + std::to_string(number + 1)) + ending);
        std::filesystem::copy_file(from, to, std::filesystem::copy_options::overwrite_existing);
    };
    const auto receipts = walk.ownPapers("receipts");
    for (std::size_t i = 0; i < receipts.size(); ++i) {
        copy(receipts[i], "receipt", i, ".bin");
        auto picture = receipts[i];
        picture.replace_extension(".png");
        if (!await([&] { return std::filesystem::exists(picture); }))
            throw Unexpected("the printer's simulator drew no picture of the receipt");
        copy(picture, "receipt", i, ".png");
    }
    const auto licences = walk.ownPapers("documents");
    for (std::size_t i = 0; i < licences.size(); ++i)
        copy(licences[i], "licence", i, ".pdf");
    if (!licences.empty()) // so that the papers can be checked when the platform that signed them is gone
        write(folder / "keys.json",
              QJsonDocument(walk.surroundings().get("/admin/verification-keys")).toJson());
    write(folder / "sms.json", QJsonDocument(walk.surroundings().sms()).toJson());
}

int make(const Visit& visit, const settings::Settings& settings, Surroundings& surroundings) {
    if (visit.offline) // before the terminal asks for the first time: it asks again only after half a minute
        surroundings.post("/admin/faults", {{"refuseConnections", true}});
    app::Kiosk::Options options;
    options.broken = [](const Fault& fault) {
        std::cerr << "citizen: the terminal does not start: " << fault.context << std::endl;
        std::_Exit(1);
    };
    auto kiosk = app::Kiosk::start(settings, options);
    if (!kiosk)
        throw Unexpected("the terminal does not start: " + kiosk.error().context);
    auto& window = *(*kiosk)->window();
    const auto panel = app::panelSize(settings.terminal.orientation);
    window.resize(panel);
    // Where windows live the size comes later than the wish: the first picture must not be of a smaller panel.
    const auto whole = [&] {
        const auto items = window.contentItem()->childItems();
        return window.size() == panel && !items.isEmpty() && items.front()->scale() == 1;
    };
    if (!await(whole))
        throw Unexpected("the window does not get the panel's size");
    const ServiceBook book(visit.book, visit.journey.service);
    Walk walk(window, surroundings, visit.album, book, visit.citizen);
    try {
        if (visit.offline && visit.journey.steps.isEmpty())
            visitOffline(walk, book);
        else if (visit.journey.steps.isEmpty())
            walk.toTheEnd();
        else
            perform(visit.journey.steps, walk, visit.book);
        if (complaints > 0)
            throw Unexpected(std::to_string(complaints) + " complaints of QML, above");
        walk.album().finish(true);
        keep(walk, visit.album.folder);
        return 0;
    } catch (const Unexpected& reason) {
        std::cerr << "citizen: " << reason.what() << "\n  on the screen: " << walk.eyes().page().toStdString()
                  << ": " << walk.eyes().words().toStdString() << std::endl;
        window.grabWindow().save(
            QString::fromStdString((visit.album.folder / "screens" / "unexpected.png").string()));
        walk.album().finish(false);
        keep(walk, visit.album.folder);
        return 1;
    }
}

int run(const QCommandLineParser& options) {
    Visit visit;
    visit.album = {options.value("out").toStdString(), options.value("pictures")};
    visit.offline = options.isSet("offline");
    visit.journey.service = options.isSet("service") ? options.value("service")
                            : visit.offline          ? kFirstOffline
                                                     : kFirstService;
    const auto journeys = QStringLiteral(BALADY_JOURNEYS "/");
    if (options.isSet("journey"))
        visit.journey = readJourney(options.value("journey").toStdString());
    else if (const auto own = journeys + visit.journey.service + ".json"; QFile::exists(own))
        visit.journey = readJourney(own.toStdString());
    visit.citizen.language = options.value("lang");
    visit.citizen.answers = visit.journey.answers;
    visit.citizen.card = visit.journey.card;
    if (!visit.journey.identity.isEmpty())
        visit.citizen.identity = visit.journey.identity;

    auto settings = settingsFor(options.value("settings"), visit.journey.settings);
    settings.lastGood = visit.journey.settingsRefused;
    visit.book =
        options.isSet("book") ? options.value("book").toStdString() : settings.catalogueDirectory.string();
    Surroundings surroundings(readObject(options.value("facts")));
    return make(visit, settings, surroundings);
}

} // namespace

void countComplaintsOfQml() {
    qInstallMessageHandler(countComplaints);
}

} // namespace balady::e2e

int main(int argc, char** argv) {
    // The panel is a picture in memory unless the caller has a screen for it.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!qEnvironmentVariableIsSet("QT_QUICK_BACKEND"))
        qputenv("QT_QUICK_BACKEND", "software");
    balady::app::chooseFonts();
    balady::e2e::countComplaintsOfQml();
    QGuiApplication application(argc, argv);
    QCommandLineParser options;
    options.setApplicationDescription(
        "A scripted citizen at the real terminal; tests/e2e/README.md says more.");
    options.addHelpOption();
    options.addOptions({{"settings", "The terminal's settings.", "FILE"},
                        {"facts", "What terminal.py wrote about the world.", "FILE"},
                        {"out", "Folder for pictures, papers, text messages and time line.", "DIR"},
                        {"service", "Which service; a licence to print if none is named.", "ID"},
                        {"journey", "A journey file instead of the service's own.", "FILE"},
                        {"pictures", "png, or jpg, which is made faster.", "FORMAT", "png"},
                        {"book", "A catalogue to compare with, instead of the terminal's.", "DIR"},
                        {"lang", "ar or en.", "LANGUAGE", "ar"},
                        {"offline", "The network is gone before the first touch."}});
    options.process(application);
    for (const auto* needed : {"settings", "facts", "out"})
        if (!options.isSet(needed)) {
            std::cerr << "citizen: --" << needed << " is missing" << std::endl;
            return 2;
        }
    try {
        return balady::e2e::run(options);
    } catch (const std::exception& reason) {
        std::cerr << "citizen: " << reason.what() << std::endl;
        return 1;
    }
}
