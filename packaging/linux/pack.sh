#!/bin/sh
# Packs the folder of the frozen program: a .deb for everybody on the machine, a tar.gz for one person without root.
set -eu

program=$(cd "$1" && pwd)
cd "$(dirname "$0")/../.."
here=packaging/linux
work=$PWD/build/packages
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' bcdesk/__init__.py)
icon=resources/icons/bcdesk.svg

# The newest glibc that any of the files asks for: older systems cannot start it.
glibc() {
    find "$program" -type f \( -name '*.so*' -o -name bcdesk \) -exec objdump -T {} + 2>/dev/null |
        grep -o 'GLIBC_2\.[0-9]*' | sort -uV | tail -1 | cut -d_ -f2
}

deb() {
    tree=$work/deb
    rm -rf "$tree"
    mkdir -p "$tree/DEBIAN" "$tree/opt" "$tree/usr/bin" "$tree/usr/share/applications" "$tree/usr/share/mime/packages" \
        "$tree/usr/share/icons/hicolor/scalable/apps" "$tree/usr/share/doc/bcdesk"
    cp -a "$program" "$tree/opt/bcdesk"
    ln -s ../../opt/bcdesk/bcdesk "$tree/usr/bin/bcdesk"
    ln -s ../../opt/bcdesk/bcdesk "$tree/usr/bin/bcdesk-cli"
    cp $here/bcdesk.desktop "$tree/usr/share/applications/"
    cp $here/bcdesk.xml "$tree/usr/share/mime/packages/"
    cp $icon "$tree/usr/share/icons/hicolor/scalable/apps/"
    cp CHANGELOG.md "$tree/usr/share/doc/bcdesk/"
    cat >"$tree/DEBIAN/control" <<CONTROL
Package: bcdesk
Version: $version
Architecture: amd64
Maintainer: bcdesk
Installed-Size: $(du -sk --apparent-size "$tree" | cut -f1)
Depends: libc6 (>= $(glibc)), libegl1, libgl1, libxcb1, fontconfig, fonts-liberation2 | fonts-liberation (>= 1:2), shared-mime-info, desktop-file-utils
Recommends: libcups2, libwayland-client0, libwayland-cursor0, libwayland-egl1
Section: text
Priority: optional
Description: Bàn soạn báo cáo của cơ quan cấp xã, không cần mạng
 Soạn báo cáo hành chính đúng thể thức theo Nghị định 30/2020/NĐ-CP,
 từ cửa sổ trống đến tờ báo cáo sẵn sàng trình ký.
CONTROL
    (cd "$tree" && find opt usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
    find "$tree" -type d -exec chmod 755 {} +
    dpkg-deb --root-owner-group -Zxz --build "$tree" "dist/bcdesk_${version}_amd64.deb"
}

archive() {
    name=bcdesk-$version-linux-x86_64
    tree=$work/$name
    rm -rf "$tree"
    mkdir -p "$tree"
    cp -a "$program" "$tree/bcdesk"
    cp $here/cai-dat.sh $here/bcdesk.desktop $here/bcdesk.xml CHANGELOG.md "$tree/"
    tar -C "$work" --owner=0 --group=0 --sort=name -czf "dist/$name.tar.gz" "$name"
    rm -r "$tree"
}

mkdir -p dist
packaging/sums.sh "$program"
deb
archive
ls -l dist
