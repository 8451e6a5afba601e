// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/Program.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>
#include <utility>

extern char** environ; // NOLINT(readability-redundant-declaration): POSIX wants it declared here

namespace files
{

namespace
{

using units::Problem;

/** An open file of the system, closed at the end. */
class Descriptor
{
public:
    Descriptor() = default;
    explicit Descriptor (int opened) : number (opened) {}
    ~Descriptor() { close(); }
    Descriptor (const Descriptor&) = delete;
    Descriptor& operator= (const Descriptor&) = delete;

    Descriptor& operator= (Descriptor&& other) noexcept
    {
        close();
        number = std::exchange (other.number, -1);
        return *this;
    }

    void close()
    {
        if (number >= 0)
            ::close (std::exchange (number, -1));
    }

    int get() const { return number; }
    bool isOpen() const { return number >= 0; }

private:
    int number = -1;
};

/** Both ends of a way between two programs: a socket, as one may write to it without a signal when the reader
    is gone. */
struct Way
{
    Way()
    {
        std::array<int, 2> ends { -1, -1 };

        if (::socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) == 0)
        {
            ours = Descriptor { ends[0] };
            theirs = Descriptor { ends[1] };
            ::fcntl (ends[0], F_SETFL, O_NONBLOCK);
        }
    }

    Descriptor ours;
    Descriptor theirs;
};

/** A program that runs; ended by force if it still does at the end. */
class Running
{
public:
    Running (const std::vector<std::string>& arguments, const Way& in, const Way& out)
    {
        std::vector<char*> words;

        for (const auto& argument : arguments)
            words.push_back (const_cast<char*> (argument.c_str())); // NOLINT: argv is not changed

        words.push_back (nullptr);
        posix_spawn_file_actions_t actions {};
        ::posix_spawn_file_actions_init (&actions);
        ::posix_spawn_file_actions_adddup2 (&actions, in.theirs.get(), STDIN_FILENO);
        ::posix_spawn_file_actions_adddup2 (&actions, out.theirs.get(), STDOUT_FILENO);
        ::posix_spawn_file_actions_addopen (&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        error = ::posix_spawnp (&id, words[0], &actions, nullptr, words.data(), environ);
        ::posix_spawn_file_actions_destroy (&actions);
    }

    ~Running()
    {
        if (error == 0 && ! hasEnded)
        {
            ::kill (id, SIGKILL);
            await();
        }
    }

    Running (const Running&) = delete;
    Running& operator= (const Running&) = delete;

    bool hasStarted() const { return error == 0; }

    /** Whether it was content. */
    bool await()
    {
        int status = 0;

        while (::waitpid (id, &status, 0) < 0 && errno == EINTR)
        {}

        hasEnded = true;
        return WIFEXITED (status) && WEXITSTATUS (status) == 0;
    }

private:
    pid_t id = -1;
    int error = 0;
    bool hasEnded = false;
};

/** Writes what the other end takes. The way is closed at the end of the input, or when no one reads. */
void feed (Descriptor& way, std::string_view& input)
{
    while (! input.empty())
    {
        const auto sent = ::send (way.get(), input.data(), input.size(), MSG_NOSIGNAL);

        if (sent < 0 && (errno == EAGAIN || errno == EINTR))
            return;

        if (sent < 0)
            break;

        input.remove_prefix (static_cast<std::size_t> (sent));
    }

    way.close();
}

/** Reads what is there. @returns false at the end */
bool drain (const Descriptor& way, std::string& output)
{
    std::array<char, 65536> portion {};

    while (true)
    {
        const auto received = ::recv (way.get(), portion.data(), portion.size(), 0);

        if (received < 0)
            return errno == EAGAIN || errno == EINTR;

        if (received == 0)
            return false;

        output.append (portion.data(), static_cast<std::size_t> (received));
    }
}

} // namespace

units::Result<std::string> throughProgram (const std::vector<std::string>& arguments,
                                           std::string_view input,
                                           const Patience& patience)
{
    using Clock = std::chrono::steady_clock;
    const auto& name = arguments.front();
    const auto until = Clock::now() + std::chrono::duration<double> { patience.seconds };
    Way in;
    Way out;

    if (! in.ours.isOpen() || ! out.ours.isOpen())
        return Problem { Problem::Kind::unsupported,
                         name,
                         std::error_code (errno, std::generic_category()).message(),
                         "Close some programs." };

    Running program { arguments, in, out };
    in.theirs.close();
    out.theirs.close();

    if (! program.hasStarted())
        return Problem {
            Problem::Kind::missingFile, name, "The program is not installed.", "Install it."
        };

    std::string output;

    while (true)
    {
        if (Clock::now() > until || ! patience.goOn())
            return Problem { Problem::Kind::unsupported,
                             name,
                             "The program was ended: it took too long.",
                             "Try a shorter stretch." };

        // A descriptor below zero is passed over.
        std::array<pollfd, 2> ways { pollfd { in.ours.get(), POLLOUT, 0 },
                                     pollfd { out.ours.get(), POLLIN, 0 } };
        constexpr int waitMs = 50;
        ::poll (ways.data(), ways.size(), waitMs);

        if (in.ours.isOpen() && ways[0].revents != 0)
            feed (in.ours, input);

        if (ways[1].revents != 0 && ! drain (out.ours, output))
            break;
    }

    if (! program.await())
        return Problem { Problem::Kind::unsupported,
                         name,
                         "The program failed.",
                         "See whether it runs by itself." };

    return output;
}

} // namespace files
