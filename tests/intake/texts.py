"""Reports of our own making, in the manner of real ones."""

from __future__ import annotations

CULTURE = """\
UBND XÃ SƠN KỲ	CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
PHÒNG VĂN HÓA - XÃ HỘI	Độc lập – Tự do – Hạnh phúc
———————	————————————
Số: 07/BC-VHXH	Sơn Kỳ, ngày 5 tháng 02 năm 2026
DỰ THẢO (lần 2)

BÁO CÁO
Kết quả công tác cải cách hành chính tháng 01
và phương hướng, nhiệm vụ tháng 02 năm 2026
(Từ ngày 15/12/2025 đến ngày 14/01/2026)

Kính gửi:
- Ủy ban nhân dân xã Sơn Kỳ;
- Sở Nội vụ tỉnh Quảng Ngãi.

Căn cứ Kế hoạch số 12/KH-UBND ngày 10 tháng 01 năm 2026 của Ủy ban nhân dân xã Sơn Kỳ;
Căn cứ chức năng, nhiệm vụ được giao.

Phòng Văn hóa - Xã hội báo cáo kết quả như sau:

PHẦN THỨ NHẤT
KẾT QUẢ THỰC HIỆN

I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH
1. Ban hành văn bản
- Đã ban hành 05 văn bản chỉ đạo;
- Đã tổ chức 02 cuộc họp.
Ngoài ra, phòng còn tham mưu 03 kế hoạch.
2. Công tác tuyên truyền: trong tháng đã phát 12 bản tin trên đài truyền thanh xã.
2.1. Tin, bài
a) Trồng trọt: diện tích gieo trồng 120 ha.
b) Chăn nuôi: tổng đàn 1.200 con.
c) Thủy sản
d) Lâm nghiệp
đ) Khác
II. ĐÁNH GIÁ CHUNG
1. Ưu điểm
Các nhiệm vụ hoàn thành đúng hạn.
2. Tồn tại, hạn chế
(1) Việc số hóa hồ sơ còn chậm;
(2) Trang thiết bị chưa đồng bộ.
PHẦN THỨ HAI
PHƯƠNG HƯỚNG, NHIỆM VỤ
1. Tiếp tục thực hiện kế hoạch năm
5. Tiếp tục tuyên truyền

Trên đây là báo cáo kết quả công tác cải cách hành chính tháng 01 của Phòng Văn hóa - Xã hội./.

Nơi nhận:	TRƯỞNG PHÒNG
- Như trên;
- Lưu: VT, VHXH(02).
	Đinh Thị H'Lan

PHỤ LỤC 1
SỐ LIỆU CẢI CÁCH HÀNH CHÍNH
(Kèm theo Báo cáo số 07/BC-VHXH ngày 5 tháng 02 năm 2026)
Tổng số hồ sơ: 12
Phụ lục II
DANH SÁCH CÁN BỘ
1. Đinh Văn A
"""

MONTHLY = """\
ỦY BAN NHÂN DÂN
XÃ TRÀ GIANG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập -Tự do - Hạnh phúc
Số: 112/BC-UBND
Trà Giang, ngày … tháng … năm 2026

BÁO CÁO
TÌNH HÌNH KINH TẾ - XÃ HỘI, QUỐC PHÒNG - AN NINH
THÁNG 5 VÀ NHIỆM VỤ TRỌNG TÂM THÁNG 6 NĂM 2026

Kính gửi: Ủy ban nhân dân tỉnh Lâm Đồng

Thực hiện Công văn số 88/VP-TH ngày 02/5/2026, Ủy ban nhân dân xã Trà Giang báo cáo như sau:
A- KẾT QUẢ
I- Lĩnh vực kinh tế
1/ Nông nghiệp
- Nông nghiệp:
Toàn xã gieo sạ 310 ha, đạt 98,5% kế hoạch.
2/ Công nghiệp, xây dựng
Giá trị ước đạt 12,3 tỷ đồng, tăng 4,2% so với cùng kỳ.
II- Văn hóa - xã hội
Đã chi trả cho 215 đối tượng.
B- NHIỆM VỤ THÁNG 6
1. Tập trung chăm sóc lúa hè thu;
2. Giải ngân vốn đầu tư công;
3. Chuẩn bị năm học mới.
Trên đây là tình hình tháng 5, Ủy ban nhân dân xã báo cáo./.
Nơi nhận:
- Như kính gửi;
- Thường trực Đảng ủy (b/c);
- Lưu VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
(Đã ký)

Lê Thị Bưởi
"""

STEERING = """\
UBND TỈNH LÂM ĐỒNG
BAN CHỈ ĐẠO ĐỀ ÁN 06
Số:      /BC-BCĐ          Đà Lạt, ngày     tháng 10 năm 2025
BÁO CÁO
Kết quả thực hiện Đề án 06 tháng 10 năm 2025
I. KẾT QUẢ
1. Dịch vụ công: Tiếp nhận 1.204 hồ sơ, đạt 99,1%.
II. KHÓ KHĂN
Đường truyền chưa ổn định.
Trên đây là kết quả thực hiện. Ban Chỉ đạo kính báo cáo./.
Nơi nhận:
- Tổ công tác;
- Lưu: VT, TP (H).
TM. BAN CHỈ ĐẠO
PHÓ TRƯỞNG BAN


PHÓ CHỦ TỊCH UBND TỈNH
Trần Văn Ổi
"""

LONG = """\
Tuần 12 cả xã tập trung làm thủy lợi.
Nhân dân hưởng ứng.
*
1. Việc đã làm
+ Nạo vét kênh
Bà con nạo vét 3 km kênh.
+ Làm đường
Đổ bê tông 200 m đường xóm.
2. Việc tuần tới
Tiếp tục.
Người báo cáo
Võ Văn Mít
"""
