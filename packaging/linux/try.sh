#!/bin/sh
# Tries the Linux packages in a bare Debian: installed, started under X, tried, its file type asked for, updated, removed.
# As root; needs mmdebstrap, Xvfb and xdotool (packages.txt).
set -eu

cd "$(dirname "$0")/../.."
suite=${1:-bookworm}
work=$PWD/build/packages
bare=$work/$suite.tar
root=$work/$suite
display=:97

say() { echo "== $*"; }

inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/root DISPLAY=$display "$@"; }

clerk() {
    inside setpriv --reuid=2000 --regid=2000 --clear-groups env HOME=/clerk USER=clerk LOGNAME=clerk \
        DEBIAN_FRONTEND=noninteractive QT_QPA_PLATFORM= "$@"
}

leave() {
    kill "$screen" 2>/dev/null || true
    umount "$root/proc" 2>/dev/null || true
    rm -rf "$root"
}

# The package's own needs only; what asks for the file type comes along for the trial, and brings no library of Qt's.
make_root() {
    rm -rf "$root"
    test -f "$bare" || mmdebstrap -q --variant=minbase --include=xdg-utils,libfile-mimeinfo-perl "$suite" "$bare"
    mkdir -p "$root"
    tar -xf "$bare" -C "$root"
    mount -t proc proc "$root/proc"
    cp /etc/resolv.conf "$root/etc/resolv.conf"
    inside useradd --uid 2000 --create-home --home-dir /clerk clerk
}

show_screen() {
    Xvfb $display -screen 0 1366x768x24 -nolisten tcp >/dev/null 2>&1 &
    screen=$!
    trap leave EXIT
}

# A window with the program's name stands within 30 s, and has met no fault when it is ended.
starts() {
    clerk "$@" >"$work/window.log" 2>&1 &
    DISPLAY=$display timeout 30 xdotool search --sync --onlyvisible --name bcdesk >/dev/null
    sleep 3
    kill "$(pgrep -u 2000 -x bcdesk)"
    ! grep -A9 ERROR "$root/clerk/.local/share/bcdesk/bcdesk.log"
}

# The office's file is known by its name, and by what is in it.
is_known() {
    type=application/vnd.bcdesk.report+zip
    test "$(clerk xdg-mime query filetype /clerk/a.bcdesk)" = $type
    test "$(clerk xdg-mime query default $type)" = bcdesk.desktop
}

makes_a_report() {
    sample=$(clerk sh -c "ls $1/_internal/bcdesk/resources/samples/*.txt")
    clerk "$1/bcdesk" --data-dir /clerk/thử import "$sample" -o /clerk/a.bcdesk >/dev/null
}

# A database of the first version is opened, after a backup of it was taken.
upgrades() {
    rm -rf "$root/clerk/.local/share/bcdesk"
    inside install -d -o clerk -g clerk /clerk/.local /clerk/.local/share /clerk/.local/share/bcdesk
    cp tests/storage/databases/0001.sqlite "$root/clerk/.local/share/bcdesk/bcdesk.sqlite"
    inside chown -R clerk:clerk /clerk
    clerk "$1/bcdesk" list | grep -q tuyên
    test "$(ls "$root/clerk/.local/share/bcdesk/backups" | wc -l)" -ge 1
}

try_deb() {
    say "the .deb is installed with what it asks for"
    cp dist/bcdesk_*_amd64.deb "$root/bcdesk.deb"
    inside apt-get -qq update
    inside env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends /bcdesk.deb >"$work/apt.log" 2>&1 ||
        { tail -20 "$work/apt.log"; exit 1; }
    say "it passes its own test"
    clerk bcdesk --self-test
    say "its window stands"
    starts bcdesk
    say "its files are known"
    makes_a_report /opt/bcdesk
    is_known
    say "old data are opened"
    upgrades /opt/bcdesk
    say "it goes, and the data stay"
    inside env DEBIAN_FRONTEND=noninteractive apt-get -qq purge -y bcdesk >/dev/null 2>&1
    test ! -e "$root/opt/bcdesk" && test ! -e "$root/usr/bin/bcdesk"
    test -f "$root/clerk/.local/share/bcdesk/bcdesk.sqlite"
}

try_archive() {
    say "the archive is installed by a clerk without root"
    own=/clerk/.local/opt/bcdesk
    cp dist/bcdesk-*-linux-x86_64.tar.gz "$root/clerk/bcdesk.tar.gz"
    clerk sh -c 'cd && tar -xzf bcdesk.tar.gz && mv bcdesk-* "bộ cài"'
    clerk sh "/clerk/bộ cài/cai-dat.sh"
    clerk "$own/bcdesk" --self-test
    say "its window stands"
    starts $own/bcdesk
    say "its files are known"
    makes_a_report $own
    is_known
    say "an update backs up first and keeps what was there"
    before=$(ls "$root/clerk/.local/share/bcdesk/backups" | wc -l)
    clerk sh "/clerk/bộ cài/cai-dat.sh" >/dev/null
    test -d "$root$own.truoc"
    test "$(ls "$root/clerk/.local/share/bcdesk/backups" | wc -l)" -gt "$before"
    say "a spoilt update is refused, and nothing is changed"
    echo spoilt >>"$root/clerk/bộ cài/bcdesk/_internal/base_library.zip"
    if clerk sh "/clerk/bộ cài/cai-dat.sh" 2>/dev/null; then exit 1; fi
    clerk "$own/bcdesk" --self-test
    say "the way back"
    clerk sh "$own/cai-dat.sh" --tro-lai >/dev/null
    clerk "$own/bcdesk" --self-test
    say "it goes, and the data stay"
    clerk sh "$own/cai-dat.sh" --go
    test ! -e "$root$own" && test ! -e "$root/clerk/.local/bin/bcdesk"
    test -f "$root/clerk/.local/share/bcdesk/bcdesk.sqlite"
}

show_screen
make_root
try_deb
try_archive
say "both packages passed in a bare $suite"
