#!/bin/sh
# Cài bcdesk cho riêng người đang dùng máy, không cần quyền quản trị:
#
#     sh cai-dat.sh              cài, hoặc cập nhật bản đang có (bản đang có được giữ lại)
#     sh cai-dat.sh --tro-lai    trở lại bản trước
#     sh cai-dat.sh --go         gỡ chương trình; báo cáo đã soạn vẫn còn
set -eu

here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
kept=$HOME/.local/opt
program=$kept/bcdesk
previous=$kept/bcdesk.truoc
new=$kept/bcdesk.moi
commands=$HOME/.local/bin

fail() {
    echo "$1" >&2
    exit 1
}

refresh() {
    for command in "update-mime-database $data/mime" "update-desktop-database $data/applications"; do
        if command -v "${command%% *}" >/dev/null; then $command; fi
    done
}

verify() {
    (cd "$here/bcdesk" && sha256sum --quiet -c SHA256SUMS) >&2 ||
        fail "Bộ cài bị hỏng khi chép. Chưa thay đổi gì trên máy này: chép lại bộ cài từ bản gốc rồi chạy lại."
}

# What is new is tried beside what is there; only a program that works takes its place.
try_out() {
    rm -rf "$new"
    mkdir -p "$kept"
    cp -a "$here/bcdesk" "$new"
    cp "$0" "$here/bcdesk.desktop" "$here/bcdesk.xml" "$new/"
    "$new/bcdesk" --self-test ||
        fail "Bản mới không chạy được trên máy này, xem lý do ở trên. Bản đang có được giữ nguyên. Bản thử còn ở $new."
}

back_up() {
    if [ -x "$program/bcdesk" ] && [ -f "$data/bcdesk/bcdesk.sqlite" ]; then
        "$program/bcdesk" backup || fail "Chưa sao lưu được dữ liệu nên chưa cài bản mới. Bản đang có được giữ nguyên."
    fi
}

take_place() {
    if [ -d "$program" ]; then
        rm -rf "$previous"
        mv "$program" "$previous"
    fi
    mv "$new" "$program"
}

show() {
    mkdir -p "$commands" "$data/applications" "$data/mime/packages" "$data/icons/hicolor/scalable/apps"
    ln -sf "$program/bcdesk" "$commands/bcdesk"
    ln -sf "$program/bcdesk" "$commands/bcdesk-cli"
    sed "s#^Exec=bcdesk#Exec=\"$program/bcdesk\"#" "$program/bcdesk.desktop" >"$data/applications/bcdesk.desktop"
    cp "$program/bcdesk.xml" "$data/mime/packages/bcdesk.xml"
    cp "$program/_internal/bcdesk/resources/icons/bcdesk.svg" "$data/icons/hicolor/scalable/apps/bcdesk.svg"
    refresh
}

install_program() {
    verify
    try_out
    back_up
    take_place
    show
    echo "Đã cài $("$program/bcdesk" --version). Mở từ danh mục chương trình, hoặc gõ: $commands/bcdesk"
}

go_back() {
    [ -d "$previous" ] || fail "Máy này không giữ bản nào trước bản đang có."
    rm -rf "$new"
    mv "$previous" "$new"
    take_place
    show
    echo "Đã trở lại $("$program/bcdesk" --version). Bản vừa thay nằm ở $previous."
    echo "Nếu bản này báo dữ liệu do phiên bản mới hơn tạo ra: phục hồi bản sao lưu trước khi cập nhật vào một thư mục mới:"
    echo "    $commands/bcdesk --data-dir THƯ_MỤC_MỚI restore $data/bcdesk/backups/TÊN_BẢN_SAO_LƯU"
}

remove() {
    rm -rf "$program" "$previous" "$new"
    rm -f "$commands/bcdesk" "$commands/bcdesk-cli" "$data/applications/bcdesk.desktop" \
        "$data/mime/packages/bcdesk.xml" "$data/icons/hicolor/scalable/apps/bcdesk.svg"
    refresh
    echo "Đã gỡ bcdesk. Báo cáo đã soạn vẫn còn trong $data/bcdesk."
}

case "${1:-}" in
"") install_program ;;
--tro-lai) go_back ;;
--go) remove ;;
*) fail "Không hiểu “$1”. Cách gọi: sh cai-dat.sh, sh cai-dat.sh --tro-lai hoặc sh cai-dat.sh --go." ;;
esac
