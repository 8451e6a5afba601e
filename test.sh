#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# ./test.sh                builds Elsewhere and runs every test; the app's have a display of their own
# ./test.sh -R PATTERN     only those whose name matches; arguments go to ctest
#
# Installs what is missing first. The last line is `N passed, N failed`, with `, N skipped` when a
# test could not run here. Exit code 0 only when tests ran and none failed.
set -u

root=$(dirname "$(readlink -f "$0")")
# shellcheck source=.ci/bootstrap.sh
. "$root/.ci/bootstrap.sh"

lockBuild
needPackages "$buildPackages $appPackages $testPackages"
buildQuietly "${ELSEWHERE_TEST_PRESET:=dev}" all -DELSEWHERE_APP=ON
unlockBuild

"$root/.ci/ctest-and-count" "$root/build/$ELSEWHERE_TEST_PRESET" "$@"
