@echo off
chcp 65001 >nul
cd /d "%LOCALAPPDATA%\Programs"
if not exist bcdesk.truoc\bcdesk.exe echo Máy này không giữ bản nào trước bản đang có.
if not exist bcdesk.truoc\bcdesk.exe exit /b 1
ren bcdesk bcdesk.thay
if exist bcdesk\bcdesk.exe echo Chưa thay được bản đang có. Hãy đóng bcdesk rồi thử lại.
if exist bcdesk\bcdesk.exe exit /b 1
ren bcdesk.truoc bcdesk
ren bcdesk.thay bcdesk.truoc
echo Đã trở lại bản trước. Bản vừa thay nằm ở %LOCALAPPDATA%\Programs\bcdesk.truoc.
echo Nếu bản này báo dữ liệu do phiên bản mới hơn tạo ra: phục hồi bản sao lưu trước khi cập nhật vào một thư mục mới:
echo     bcdesk\bcdesk-cli.exe --data-dir THƯ_MỤC_MỚI restore "%LOCALAPPDATA%\bcdesk\backups\TÊN_BẢN_SAO_LƯU"
