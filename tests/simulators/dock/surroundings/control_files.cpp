#include "tests/simulators/dock/surroundings/control_files.h"

#include <QDir>
#include <QSaveFile>

namespace balady::dock {

void ControlFiles::setFolder(const QString& folder) {
    if (folder == m_folder)
        return;
    m_folder = folder;
    Q_EMIT folderChanged();
    refresh();
}

bool ControlFiles::put(const QString& device, const QString& word) {
    // Written beside the file and then renamed. The devices know their file by its whole name and pass over the other.
    QSaveFile file(QDir(m_folder).filePath(device));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write(word.isEmpty() ? QByteArray() : word.toUtf8() + '\n');
    if (!file.commit())
        return false;
    refresh();
    return true;
}

void ControlFiles::refresh() {
    QVariantMap words;
    for (const auto& entry : QDir(m_folder).entryInfoList(QDir::Files)) {
        QFile file(entry.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue; // replaced meanwhile; the next look finds it
        if (const auto word = QString::fromUtf8(file.readAll()).trimmed(); !word.isEmpty())
            words[entry.fileName()] = word;
    }
    if (words == m_words)
        return;
    m_words = std::move(words);
    Q_EMIT wordsChanged();
}

} // namespace balady::dock
