#!/bin/sh
# Installs what is missing of packages.txt: `packages.sh run` for the window, `packages.sh test` for the suite too,
# `packages.sh package` for building the packages.
set -eu

list=$(dirname "$0")/packages.txt
case "${1:-run}" in
package) wanted=$(sed -e '/^#/d' -e '/^$/d' "$list") ;;
test) wanted=$(sed -e '/^# package:/,$d' -e '/^#/d' -e '/^$/d' "$list") ;;
*) wanted=$(sed -e '/^# test:/,$d' -e '/^#/d' -e '/^$/d' "$list") ;;
esac

command -v dpkg-query >/dev/null || exit 0 # not a Debian: the README names what is needed
missing=
for package in $wanted; do
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" != 0 ]; then
    echo "bcdesk needs these system packages; install them, then call make again:" >&2
    echo "    sudo apt-get install --no-install-recommends$missing" >&2
    exit 1
fi
apt-get update -q
DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
