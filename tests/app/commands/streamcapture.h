// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTemporaryFile>

#include <cstdio>

#include <unistd.h>

namespace earshot {

/** What is written to a standard stream while this lives. */
class StreamCapture
{
public:
    explicit StreamCapture(FILE *stream)
        : m_stream(stream)
        , m_original(dup(fileno(stream)))
    {
        std::fflush(m_stream);
        if (m_original < 0 || !m_file.open() || dup2(m_file.handle(), fileno(m_stream)) < 0)
            qFatal("a standard stream cannot be captured");
    }

    ~StreamCapture()
    {
        std::fflush(m_stream);
        dup2(m_original, fileno(m_stream));
        close(m_original);
    }

    StreamCapture(const StreamCapture &) = delete;
    StreamCapture &operator=(const StreamCapture &) = delete;

    QByteArray text()
    {
        std::fflush(m_stream);
        QFile file(m_file.fileName());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    FILE *m_stream;
    int m_original;
    QTemporaryFile m_file;
};

} // namespace earshot
