#!/bin/sh
# Packs the folder of the frozen program for Windows: an installer for one person and a portable zip, in dist/.
# Runs under Linux and under the shell that Git brings to Windows; needs makensis.
set -eu

program=$(cd "$1" && pwd)
python=$2
cd "$(dirname "$0")/../.."
here=packaging/windows
work=build/packages
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' bcdesk/__init__.py)

# For makensis on Windows the paths of Git's shell are none.
native() { cygpath -m "$1" 2>/dev/null || echo "$1"; }

# The Vietnamese that NSIS brings is written in single marks, which many fonts draw beside their letters.
languages() {
    mkdir -p $work/languages
    "$python" $here/languages.py "$1" $work/languages
}

# An own folder with the marker that makes the program keep everything beside it.
portable() {
    tree=$work/portable/bcdesk
    rm -rf $work/portable
    mkdir -p $work/portable
    cp -a "$program" $tree
    printf 'USB của cơ quan\r\n' >$tree/bcdesk-portable.txt
    (cd $work/portable && rm -f ../portable.zip && "$python" -m zipfile -c ../portable.zip bcdesk)
    mv $work/portable.zip "dist/bcdesk-$version-windows-portable.zip"
}

installer() {
    nsis=${NSISDIR:-/usr/share/nsis}
    languages "$nsis"
    bits= # Debian's makensis makes installers of 64 bits too, which Wine runs without anything of 32
    test ! -e "$nsis/Stubs/lzma_solid-amd64-unicode" || bits=-DAMD64
    makensis -V2 -INPUTCHARSET UTF8 $bits -DVERSION="$version" -DNUMBERS="$version.0.0" -DPROGRAM="$(native "$program")" \
        -DICON="$(native "$PWD/$work/bcdesk.ico")" -DLANGUAGES="$(native "$PWD/$work/languages")" \
        -DSCRIPTS="$(native "$PWD/$here")" -DOUT="$(native "$PWD/dist/bcdesk-$version-windows-setup.exe")" $here/bcdesk.nsi
}

mkdir -p dist
packaging/sums.sh "$program"
"$python" packaging/icon.py $work/bcdesk.ico
portable
installer
ls -l dist
