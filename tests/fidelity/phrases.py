"""What reports are full of: the example's words, numbers, dates, names of documents, and oddities."""

from __future__ import annotations

import random

from tests.house.tree import ROOT

EXAMPLE = ROOT / "resources/samples/bao-cao-tuyen-truyen-cchc-quy-1-2024.txt"
NAMES = ("Quyết định số {n}/QĐ-UBND", "Nghị quyết số {n}-NQ/TW", "Kế hoạch số {n}/KH-UBND", "số {n}/{y}/NĐ-CP",
         "Thông tư liên tịch {n}/TTLT-BTC-BNV", "Công văn số {n}/SNV-CCHC&VTLT", "Chỉ thị {n}-CT/TU")  # fmt: skip
FIGURES = ("{n} lượt", "{n}%", "{n},{m}%", "{n}.{m}00.000 đồng", "{n}/{m} thôn", "{n}-{m} hộ", "{n} - {m}",
           "đạt {n},{m}/{m}", "tăng {n}–{m}%", "({n} hồ sơ)", "{n}m²", "≥ {n}%",
           "({n}/{m} hồ sơ, đạt {m},{n}%)")  # fmt: skip
DATES = ("ngày {d}/{k}/{y}", "ngày {d} tháng {k} năm {y}", "{d}/{k}", "giai đoạn {y}-{z}", "quý I/{y}", "năm {y} – {z}",
         "từ ngày {d}/{k}/{y}-{d}/{k}/{z}", "Covid-19", "lúc {d}h30'-{d}h45'")  # fmt: skip
ODD = ("và/hoặc", "ông/bà", "https://dichvucong.quangngai.gov.vn/p/home/dvc-index.html", "công vụ ...", "v.v...",
       "“Chính quyền thân thiện”", "KT-XH, QP-AN", "(sau đây gọi tắt là UBND xã)", "cán bộ, công chức;", "TTHC…",
       "ubnd.babich@quangngai.gov.vn", "A/B/C", "một cửa — một cửa liên thông", "nhiệm\u00a0vụ", "Đảng ủy xã !",
       "24/7", "điểm a), khoản 2", "[1]", "các thôn: Con Rã, Làng Mâm")  # fmt: skip


def words(chance: random.Random, count: int) -> str:
    """Text of the genre: the example's words, and now and then a number, a date, a document's name, an oddity."""
    return "".join(_word(chance) + ("  " if chance.random() < 0.01 else " ") for _ in range(count)).strip()


def _word(chance: random.Random) -> str:
    roll = chance.random()
    if roll < 0.8:
        return chance.choice(_WORDS)
    kind = NAMES if roll < 0.84 else FIGURES if roll < 0.9 else DATES if roll < 0.95 else ODD
    return chance.choice(kind).format(
        n=chance.randint(1, 999),
        m=chance.randint(1, 99),
        d=chance.randint(1, 28),
        k=chance.randint(1, 12),
        y=chance.randint(2019, 2022),
        z=chance.randint(2023, 2031),
    )


_WORDS = tuple(EXAMPLE.read_text(encoding="utf-8").split())
