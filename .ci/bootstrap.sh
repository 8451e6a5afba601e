# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh disable=SC2034,SC2154
#
# What run.sh, test.sh and .ci/run share: which packages there must be, how they come, and how a
# preset is built. POSIX sh; the caller has set `root` to the repository's folder. Everything that
# is said goes to stderr, so that stdout belongs to the program.

# Exit codes of our own, outside those of `elsewhere` (0, 1, 2, 3 and 130): sysexits.h.
missingPackages=69
brokenBuild=70

# To build the engine and the command line. ("util-linux" has flock.)
buildPackages="build-essential cmake ninja-build pkg-config ccache util-linux libfftw3-dev \
libsoxr-dev libsndfile1-dev libmysofa-dev libebur128-dev nettle-dev nlohmann-json3-dev libcli11-dev"

# To build and run the app on top of that: JUCE, and what it opens at run time. (zenity shows the
# desktop's own file dialog.)
appPackages="juce-modules-source libjack-jackd2-dev libx11-dev libxext6 libxcursor1 libxinerama1 \
libxrandr2 fonts-dejavu-core fontconfig-config zenity"

# To build and run the tests on top of both.
testPackages="libgtest-dev libgmock-dev xvfb"

# For the gates of .ci/run: format, tidy, sanitizers, fuzzers, scripts, benchmarks, two displays.
gatePackages="clang clang-format clang-tidy libclang-rt-14-dev libclang-rt-19-dev shellcheck \
libbenchmark-dev libzita-convolver-dev ffmpeg xserver-xephyr"

say()
{
    printf '%s\n' "$*" >&2
}

# say, and exit with a code:   stop CODE MESSAGE…
stop()
{
    code=$1
    shift
    say "$@"
    exit "$code"
}

# Prints those of the named packages that dpkg does not have, in one line.
packagesNotInstalled()
{
    # shellcheck disable=SC2086
    installed=$(LC_ALL=C dpkg-query -W -f '${db:Status-Status} ${Package}\n' $1 2>/dev/null) || true
    absent=""

    for package in $1; do
        case "
$installed
" in
            *"
installed $package
"*) ;;
            *) absent="$absent $package" ;;
        esac
    done

    printf '%s' "${absent# }"
}

# Whether nothing needs to be installed, as far as can be known.
havePackages()
{
    [ "${ELSEWHERE_PACKAGES:-}" = present ] || [ -z "$(packagesNotInstalled "$1")" ]
}

# One go at apt-get, quietly; what it says goes to the log.
aptInstall()
{
    # shellcheck disable=SC2086
    $asRoot env DEBIAN_FRONTEND=noninteractive LC_ALL=C \
        apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=600 $1 \
        >>"$packageLog" 2>&1 </dev/null 9>&-
}

explainOtherDistribution()
{
    say "Elsewhere installs its packages by itself on Debian 12 and its relatives only: there is no"
    say "apt-get here. It needs what Debian calls"
    say ""
    # shellcheck disable=SC2086
    printf '    %s\n' $1 >&2
    say ""
    stop $missingPackages "Once your distribution has them, set ELSEWHERE_PACKAGES=present and call again."
}

# Installs those of the named packages that are missing:   needPackages "cmake ninja-build"
needPackages()
{
    if [ "${ELSEWHERE_PACKAGES:-}" = present ]; then
        return
    fi

    if ! command -v apt-get >/dev/null 2>&1 || ! command -v dpkg-query >/dev/null 2>&1; then
        explainOtherDistribution "$1"
    fi

    if havePackages "$1"; then
        return
    fi

    wanted=$(packagesNotInstalled "$1")

    if [ "$(id -u)" -eq 0 ]; then
        asRoot=""
    elif command -v sudo >/dev/null 2>&1; then
        asRoot="sudo"
    else
        stop $missingPackages "Packages are missing, and there is no sudo here. As root, run:
    apt-get install --no-install-recommends $wanted"
    fi

    packageLog="$root/build/packages.log"
    : >"$packageLog"
    say "Installing, once: $wanted"

    # The list of a fresh machine is empty, and an old one points to files that are gone.
    if ! aptInstall "$wanted"; then
        $asRoot env LC_ALL=C apt-get update >>"$packageLog" 2>&1 </dev/null 9>&- || true
        aptInstall "$wanted" || giveUpOnPackages
    fi
}

giveUpOnPackages()
{
    cat "$packageLog" >&2
    say ""
    stop $missingPackages "The packages could not be installed; apt-get says why above. By hand, as root:
    apt-get update && apt-get install --no-install-recommends $wanted"
}

# One build at a time: the second caller waits for the first, and then finds its work done.
lockBuild()
{
    mkdir -p "$root/build" 2>/dev/null \
        || stop $brokenBuild "Cannot write to $root/build: Elsewhere builds itself in that folder."
    exec 9>"$root/build/.lock"

    # On a bare machine flock is there before any package is: util-linux is essential on Debian.
    if command -v flock >/dev/null 2>&1 && ! flock -n 9; then
        say "Another build is under way here; waiting for it."
        flock 9
    fi
}

unlockBuild()
{
    exec 9>&-
}

# Reads the build's output, keeps it in a log, and shows how far it is. $1: the log.
showProgress()
{
    while IFS= read -r line; do
        printf '%s\n' "$line" >>"$1"

        if [ -t 2 ]; then
            case $line in
                "["*"/"*"] "*) printf '\rBuilding Elsewhere: %s ' "${line%%"] "*}]" >&2 ;;
            esac
        fi
    done

    if [ -t 2 ]; then
        printf '\r\033[K' >&2
    fi
}

# Whether the build folder $1 was made with these options:   isConfigured FOLDER -DNAME=VALUE…
isConfigured()
{
    cache="$1/CMakeCache.txt"
    [ -f "$cache" ] && [ -f "$1/build.ninja" ] || return
    shift

    for option in "$@"; do
        name=${option%%=*}
        grep -q "^${name#-D}:[A-Z]*=${option#*=}\$" "$cache" || return
    done
}

# Configures when that was not done yet, or otherwise, and builds:
#     configureAndBuild PRESET TARGET -DNAME=VALUE…
# Ninja configures again by itself when a CMake file or the list of sources changed.
configureAndBuild()
{
    preset=$1
    target=$2
    shift 2

    # A folder that was moved takes its build along, and CMake refuses that one.
    if ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$root/build/$preset/CMakeCache.txt" 2>/dev/null; then
        rm -rf "${root:?}/build/$preset/CMakeCache.txt" "$root/build/$preset/CMakeFiles"
    fi

    if ! isConfigured "$root/build/$preset" "$@"; then
        cmake -S "$root" --preset "$preset" "$@" || return
    fi

    NINJA_STATUS='[%f/%t] ' cmake --build "$root/build/$preset" --target "$target"
}

# Builds a target of a preset quietly; on failure prints all that was said and exits. Call it with
# the build locked. Arguments as for configureAndBuild.
buildQuietly()
{
    buildLog="$root/build/$1.log"
    buildOutcome="$root/build/$1.outcome"
    : >"$buildLog"
    [ -t 2 ] || say "Building Elsewhere ($1)."

    {
        LC_ALL=C CCACHE_SLOPPINESS=time_macros,pch_defines configureAndBuild "$@" 2>&1 9>&-
        echo $? >"$buildOutcome"
    } </dev/null | showProgress "$buildLog"

    if [ "$(cat "$buildOutcome")" != 0 ]; then
        cat "$buildLog" >&2
        say ""
        stop $brokenBuild "Elsewhere could not be built; the reason is above, and in $buildLog"
    fi
}
