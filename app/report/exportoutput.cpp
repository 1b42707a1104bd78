// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/report/exportoutput.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace earshot {
namespace {

std::unexpected<Error> failed(const QString &name, const QString &reason)
{
    return failure(ErrorCode::FileFailed, QStringLiteral("%1 could not be written: %2").arg(name, reason));
}

class FileOutput final : public ExportOutput
{
public:
    Result<void> open(const QString &name)
    {
        m_file.setFileName(name);
        return m_file.open(QIODevice::WriteOnly) ? Result<void>() : failed();
    }

    Result<void> write(QByteArrayView bytes) override
    {
        return m_file.write(bytes.data(), bytes.size()) == bytes.size() ? Result<void>() : failed();
    }

    Result<void> finish() override { return m_file.commit() ? Result<void>() : failed(); }

private:
    std::unexpected<Error> failed() const { return earshot::failed(m_file.fileName(), m_file.errorString()); }

    QSaveFile m_file; // removes what it wrote unless committed
};

class DescriptorOutput final : public ExportOutput
{
public:
    /** Owns @p descriptor unless it is standard output. */
    DescriptorOutput(int descriptor, QString name)
        : m_descriptor(descriptor)
        , m_name(std::move(name))
    {
    }

    ~DescriptorOutput() override
    {
        if (m_descriptor > STDERR_FILENO)
            ::close(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(DescriptorOutput)

    Result<void> write(QByteArrayView bytes) override
    {
        while (!bytes.isEmpty()) {
            const ssize_t written = ::write(m_descriptor, bytes.data(), std::size_t(bytes.size()));
            if (written < 0 && errno == EINTR)
                continue;
            if (written < 0)
                return systemError();
            bytes = bytes.sliced(written);
        }
        return {};
    }

    Result<void> finish() override { return {}; }

private:
    std::unexpected<Error> systemError() const
    {
        if (errno == EPIPE)
            return failure(ErrorCode::Cancelled, QString());
        return failed(m_name, qt_error_string(errno));
    }

    int m_descriptor;
    QString m_name;
};

Result<std::unique_ptr<ExportOutput>> openSpecialFile(const QString &name)
{
    const int descriptor = ::open(QFile::encodeName(name).constData(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0)
        return failed(name, qt_error_string(errno));
    return std::make_unique<DescriptorOutput>(descriptor, name);
}

} // namespace

Result<std::unique_ptr<ExportOutput>> openExportOutput(const QString &name)
{
    if (name == QLatin1StringView("-"))
        return std::make_unique<DescriptorOutput>(STDOUT_FILENO, QStringLiteral("standard output"));
    const QFileInfo present(name);
    if (present.exists() && !present.isFile() && !present.isDir())
        return openSpecialFile(name);
    auto file = std::make_unique<FileOutput>();
    if (const auto opened = file->open(name); !opened)
        return std::unexpected(opened.error());
    return file;
}

} // namespace earshot
