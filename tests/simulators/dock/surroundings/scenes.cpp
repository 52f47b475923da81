#include "tests/simulators/dock/surroundings/scenes.h"

#include <QDir>
#include <QImage>
#include <QImageReader>
#include <QPainter>
#include <QSaveFile>
#include <algorithm>

namespace balady::dock {
namespace {

const auto kLicence = QStringLiteral("printed-licence");
/// The part of the frame's height that a page takes: a finger's width of desk stays on both sides.
constexpr double kPageShare = 0.9;

} // namespace

Scenes::Scenes(QObject* parent) : QObject(parent) {
    connect(&m_renderer, &QProcess::finished, this, &Scenes::layOnDesk);
    connect(&m_renderer, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) // every other one also finishes
            Q_EMIT notPhotographed(m_renderer.errorString());
    });
}

Scenes::~Scenes() {
    m_renderer.disconnect(this);
    m_renderer.kill();
    m_renderer.waitForFinished();
}

void Scenes::setFolder(const QString& folder) {
    if (folder == m_folder)
        return;
    m_folder = folder;
    Q_EMIT folderChanged();
    refresh();
}

void Scenes::setDocuments(const QString& documents) {
    if (documents == m_documents)
        return;
    m_documents = documents;
    Q_EMIT documentsChanged();
    refresh();
}

void Scenes::refresh() {
    QStringList names;
    if (!m_folder.isEmpty())
        for (const auto& entry :
             QDir(m_folder).entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot))
            if (entry.isDir() || entry.suffix() == QLatin1String("jpg"))
                names << entry.completeBaseName();
    std::stable_partition(names.begin(), names.end(),
                          [](const QString& name) { return name == QLatin1String("default"); });
    if (names != m_names) {
        m_names = names;
        Q_EMIT namesChanged();
    }

    const QDir documents(m_documents);
    const auto printed = m_documents.isEmpty()
                             ? QStringList()
                             : documents.entryList({QStringLiteral("*.pdf")}, QDir::Files, QDir::Name);
    const auto newest = printed.isEmpty() ? QString() : documents.filePath(printed.last());
    if (newest != m_newest) {
        m_newest = newest;
        Q_EMIT licencePrintedChanged();
    }
}

QString Scenes::desk() const {
    return QDir(m_folder).filePath(QStringLiteral("empty.jpg"));
}

void Scenes::photographLicence() {
    if (m_newest.isEmpty() || m_renderer.state() != QProcess::NotRunning)
        return;
    const auto height = static_cast<int>(QImageReader(desk()).size().height() * kPageShare);
    // Poppler's own program: CUPS brings it wherever licences can be printed. It writes the picture to its output.
    m_renderer.start(QStringLiteral("pdftoppm"),
                     {QStringLiteral("-f"), QStringLiteral("1"), QStringLiteral("-l"), QStringLiteral("1"),
                      QStringLiteral("-scale-to"), QString::number(height), m_newest});
}

void Scenes::layOnDesk(int exitCode) {
    const auto page = QImage::fromData(m_renderer.readAllStandardOutput(), "PPM");
    QImage frame(desk());
    if (exitCode != 0 || page.isNull() || frame.isNull()) {
        Q_EMIT notPhotographed(QStringLiteral("the licence could not be drawn"));
        return;
    }
    QPainter painter(&frame);
    painter.drawImage((frame.width() - page.width()) / 2, (frame.height() - page.height()) / 2, page);
    painter.end();
    QSaveFile file(
        QDir(m_folder).filePath(kLicence + QStringLiteral(".jpg"))); // the camera may be reading it
    if (!file.open(QIODevice::WriteOnly) || !frame.save(&file, "JPG", 92) || !file.commit()) {
        Q_EMIT notPhotographed(file.errorString());
        return;
    }
    refresh();
    Q_EMIT photographed(kLicence);
}

} // namespace balady::dock
