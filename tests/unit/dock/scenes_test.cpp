#include "tests/simulators/dock/surroundings/scenes.h"
#include "tests/support/offscreen_gui.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/dock/until.h"

#include <doctest/doctest.h>

#include <QDir>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

using balady::dock::Scenes;
using balady::tests::offscreenGui;
using balady::tests::TempFolder;
using balady::tests::until;

namespace {

const QColor kDesk(0x8b, 0x6f, 0x52);

/// A camera's scenes and a licence printer's papers, as a terminal keeps them.
class Terminal {
  public:
    Terminal() {
        offscreenGui();
        for (const char* name : {"blurred", "default", "empty"}) {
            QImage picture(1920, 1080, QImage::Format_RGB32);
            picture.fill(kDesk);
            picture.save(file(QStringLiteral("scenes/%1.jpg").arg(QLatin1String(name))));
        }
        scenes.setFolder(file("scenes"));
        scenes.setDocuments(file("documents"));
        QObject::connect(&scenes, &Scenes::photographed,
                         [this](const QString& name) { photographed = name; });
        QObject::connect(&scenes, &Scenes::notPhotographed, [this](const QString& why) { reason = why; });
    }
    [[nodiscard]] QString file(const QString& name) const {
        const QDir folder(QString::fromStdString(m_folder.path().string()));
        folder.mkpath(name.section('/', 0, 0));
        return folder.filePath(name);
    }
    void print(const QString& name, const QColor& paper) const {
        QPdfWriter pdf(file("documents/" + name));
        pdf.setPageSize(QPageSize(QPageSize::A4));
        pdf.setPageMargins({});
        QPainter(&pdf).fillRect(0, 0, pdf.width(), pdf.height(), paper);
    }

    Scenes scenes;
    QString photographed, reason;

  private:
    TempFolder m_folder;
};

/// JPEG changes colours a little.
bool alike(const QColor& one, const QColor& other) {
    return std::abs(one.red() - other.red()) + std::abs(one.green() - other.green()) +
               std::abs(one.blue() - other.blue()) <
           30;
}

} // namespace

TEST_CASE("scene_is_not_offered") {
    Terminal terminal;
    CHECK(terminal.scenes.names() == QStringList{"default", "blurred", "empty"});
    CHECK(QDir(terminal.file("scenes")).mkdir("sequence"));
    terminal.scenes.refresh();
    CHECK(terminal.scenes.names().contains("sequence"));
}

TEST_CASE("older_licence_lies_under_the_camera") {
    Terminal terminal;
    CHECK_FALSE(terminal.scenes.licencePrinted());
    terminal.print("document-0001.pdf", Qt::blue);
    terminal.print("document-0002.pdf", Qt::white);
    terminal.scenes.refresh();
    REQUIRE(terminal.scenes.licencePrinted());

    terminal.scenes.photographLicence();
    REQUIRE(until([&] { return !terminal.photographed.isEmpty() || !terminal.reason.isEmpty(); }));
    REQUIRE(terminal.reason == "");
    CHECK(terminal.scenes.names().contains(terminal.photographed));
    const QImage picture(terminal.file("scenes/" + terminal.photographed + ".jpg"));
    CHECK(picture.size() == QSize(1920, 1080));
    CHECK(alike(picture.pixelColor(960, 540), Qt::white));
    CHECK(alike(picture.pixelColor(960, 70), Qt::white)); // the whole page is there
    CHECK(alike(picture.pixelColor(960, 1010), Qt::white));
    CHECK(alike(picture.pixelColor(960, 20), kDesk));
    CHECK(alike(picture.pixelColor(20, 540), kDesk));
}

TEST_CASE("broken_paper_ends_without_a_word") {
    Terminal terminal;
    QFile broken(terminal.file("documents/document-0001.pdf"));
    REQUIRE(broken.open(QIODevice::WriteOnly));
    broken.write("no PDF");
    broken.close();
    terminal.scenes.refresh();
    terminal.scenes.photographLicence();
    REQUIRE(until([&] { return !terminal.photographed.isEmpty() || !terminal.reason.isEmpty(); }));
    CHECK(terminal.photographed == "");
}
