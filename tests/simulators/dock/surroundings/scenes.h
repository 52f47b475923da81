// Scenes: the pictures that may lie under the simulated camera, among them a licence that was just printed.
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QProcess>
#include <QStringList>

namespace balady::dock {

/// GUI thread; never blocks.
class Scenes : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// Folder of the pictures; empty when no camera is simulated.
    Q_PROPERTY(QString folder READ folder WRITE setFolder NOTIFY folderChanged FINAL)
    /// Folder of the printed licences (PDF); may be empty.
    Q_PROPERTY(QString documents READ documents WRITE setDocuments NOTIFY documentsChanged FINAL)
    /// What the camera's control file may name, "default" first.
    Q_PROPERTY(QStringList names READ names NOTIFY namesChanged FINAL)
    Q_PROPERTY(bool licencePrinted READ licencePrinted NOTIFY licencePrintedChanged FINAL)

  public:
    explicit Scenes(QObject* parent = nullptr);
    ~Scenes() override;

    [[nodiscard]] QString folder() const { return m_folder; }
    void setFolder(const QString& folder);
    [[nodiscard]] QString documents() const { return m_documents; }
    void setDocuments(const QString& documents);
    [[nodiscard]] QStringList names() const { return m_names; }
    [[nodiscard]] bool licencePrinted() const { return !m_newest.isEmpty(); }

    /// Looks into both folders anew.
    Q_INVOKABLE void refresh();
    /// Makes the newest printed licence a scene, on the desk that the scene "empty" shows. Ends with a signal.
    Q_INVOKABLE void photographLicence();

  Q_SIGNALS:
    void folderChanged();
    void documentsChanged();
    void namesChanged();
    void licencePrintedChanged();
    /// The scene is there and can be named.
    void photographed(const QString& scene);
    void notPhotographed(const QString& reason);

  private:
    [[nodiscard]] QString desk() const; ///< the file of the picture with nothing on it
    void layOnDesk(int exitCode);

    QString m_folder;
    QString m_documents;
    QStringList m_names;
    QString m_newest; ///< the newest licence's file
    QProcess m_renderer;
};

} // namespace balady::dock
