// ControlFiles: the files that say what each simulated device does, one word a device (kiosk/docs/operations.md).
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QVariantMap>

namespace balady::dock {

/// GUI thread. A device reads its file whenever it changes, so a word is put there whole or not at all.
class ControlFiles : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString folder READ folder WRITE setFolder NOTIFY folderChanged FINAL)
    /// Device -> its word, without white space around it; a device without a file, or with an empty one, is absent.
    Q_PROPERTY(QVariantMap words READ words NOTIFY wordsChanged FINAL)

  public:
    explicit ControlFiles(QObject* parent = nullptr) : QObject(parent) {}

    [[nodiscard]] QString folder() const { return m_folder; }
    void setFolder(const QString& folder);
    [[nodiscard]] QVariantMap words() const { return m_words; }

    /// Replaces the device's file; an empty word is the device's normal state. False when it could not be written:
    /// then the file is as it was.
    Q_INVOKABLE bool put(const QString& device, const QString& word);
    /// Reads every file anew: a test or a shell may have written one.
    Q_INVOKABLE void refresh();

  Q_SIGNALS:
    void folderChanged();
    void wordsChanged();

  private:
    QString m_folder;
    QVariantMap m_words;
};

} // namespace balady::dock
