// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <unistd.h>

#include <utility>

namespace earshot {

/** Owns a file descriptor and closes it. */
class FileDescriptor
{
public:
    FileDescriptor() = default;

    explicit FileDescriptor(int descriptor)
        : m_descriptor(descriptor)
    {
    }

    FileDescriptor(FileDescriptor &&other) noexcept
        : m_descriptor(other.release())
    {
    }

    FileDescriptor &operator=(FileDescriptor &&other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }

    ~FileDescriptor()
    {
        if (isValid())
            ::close(m_descriptor);
    }

    bool isValid() const { return m_descriptor >= 0; }

    int get() const { return m_descriptor; }

    /** The caller closes it from now on. */
    int release() { return std::exchange(m_descriptor, -1); }

private:
    int m_descriptor = -1;
};

} // namespace earshot
