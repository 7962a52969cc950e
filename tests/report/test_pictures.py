from __future__ import annotations

import struct
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.errors import PictureDamaged
from bcdesk.report.pictures import MOST_BYTES, cleaned, is_too_big, media_type, orientation, pixel_size

SECRET = b"Canon EOS, 15.1N 108.7E, Pham Van Manh"


def chunk(kind: bytes, content: bytes = b"") -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(*between: bytes, size: tuple[int, int] = (2, 1), behind: bytes = b"") -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", *size, 8, 2, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(bytes(7)))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(between) + pixels + chunk(b"IEND") + behind


def segment(kind: int, content: bytes = b"") -> bytes:
    return struct.pack(">BBH", 0xFF, kind, len(content) + 2) + content


JFIF = segment(0xE0, b"JFIF\0\1\2\1\0\x60\0\x60\0\0")
FRAME = segment(0xC0, struct.pack(">BHHB", 8, 200, 500, 1) + b"\1\x11\0")
TABLES = segment(0xDB, bytes(65)) + segment(0xC4, bytes(17))
SCAN = segment(0xDA, b"\1\1\0\0\x3f\0") + b"pixels\xff\0more\xff\xd0rest"
END = b"\xff\xd9"


def jpeg(*between: bytes, scans: bytes = SCAN, behind: bytes = b"") -> bytes:
    return b"\xff\xd8" + JFIF + b"".join(between) + TABLES + FRAME + scans + END + behind


def exif(number: int, order: str = ">") -> bytes:
    begin = b"MM\0\x2a" if order == ">" else b"II\x2a\0"
    maker = struct.pack(f"{order}HHII", 0x010F, 2, 5, 100)
    held = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, number, 0)
    return segment(0xE1, b"Exif\0\0" + begin + struct.pack(f"{order}IH", 8, 2) + maker + held + SECRET)


PHOTO = jpeg(
    exif(6),
    segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>" + SECRET),
    segment(0xE2, b"MPF\0" + SECRET),
    segment(0xED, b"Photoshop 3.0\0" + SECRET),
    segment(0xF0, SECRET),
    segment(0xFE, SECRET),
)
SCREENSHOT = png(
    chunk(b"tEXt", b"Author\0" + SECRET),
    chunk(b"zTXt", SECRET),
    chunk(b"iTXt", SECRET),
    chunk(b"eXIf", SECRET),
    chunk(b"tIME", bytes(7)),
    chunk(b"prVt", SECRET),
)


@pytest.mark.parametrize(("data", "name"), [(PHOTO, "image/jpeg"), (SCREENSHOT, "image/png"), (b"GIF89a", None)])
def test_what_a_picture_is_stands_in_its_first_bytes(data: bytes, name: str | None):
    assert media_type(data) == name


def test_a_photo_loses_camera_place_owner_and_comments():
    assert cleaned(PHOTO) == jpeg()


def test_a_screenshot_loses_its_words_and_dates():
    assert cleaned(SCREENSHOT) == png()


@pytest.mark.parametrize("whole", [png(), jpeg()])
def test_a_picture_that_hides_nothing_stays_as_it_is(whole: bytes):
    assert cleaned(whole) == whole


@pytest.mark.parametrize("made", [png, jpeg])
def test_what_follows_the_end_of_a_picture_is_cut_off(made):
    assert cleaned(made(behind=SECRET)) == made()


def test_colours_and_density_stay():
    kept = (segment(0xE2, b"ICC_PROFILE\0\1\1abc"), segment(0xEE, b"Adobe\0\x64\0\0\0\0\1"))
    assert cleaned(jpeg(*kept)) == jpeg(*kept)
    colours = (chunk(b"iCCP", b"abc"), chunk(b"pHYs", bytes(9)), chunk(b"tRNS", b"ab"))
    assert cleaned(png(*colours)) == png(*colours)


def test_a_thumbnail_in_the_first_segment_is_left_out():
    small = segment(0xE0, b"JFIF\0\1\2\1\0\x60\0\x60\1\1" + b"rgb")
    assert cleaned(b"\xff\xd8" + small + jpeg()[2 + len(JFIF) :]) == jpeg()


def test_a_thumbnail_in_an_extension_is_left_out():
    assert cleaned(jpeg(segment(0xE0, b"JFXX\0\x10" + SECRET))) == jpeg()


def test_every_scan_of_a_progressive_photo_stays():
    scans = SCAN + segment(0xC4, bytes(17)) + SCAN
    assert cleaned(jpeg(segment(0xFE, SECRET), scans=scans)) == jpeg(scans=scans)


def test_a_comment_between_two_scans_is_left_out():
    assert cleaned(jpeg(scans=SCAN + segment(0xFE, SECRET) + SCAN)) == jpeg(scans=SCAN + SCAN)


def test_markers_filled_up_are_read():
    assert cleaned(jpeg(b"\xff\xff")) == jpeg()


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("number", [1, 3, 6, 8])
def test_a_photo_says_how_the_camera_was_held(number: int, order: str):
    assert orientation(jpeg(exif(number, order))) == number


@pytest.mark.parametrize(
    "data", [jpeg(), png(), b"", jpeg(exif(0)), jpeg(exif(9)), jpeg(segment(0xE1, b"Exif\0\0MM\0\x2a\xff\xff\xff\xff"))]
)
def test_a_picture_that_says_nothing_sensible_is_upright(data: bytes):
    assert orientation(data) == 1


def test_an_exif_block_without_that_tag_is_upright():
    block = b"Exif\0\0MM\0\x2a" + struct.pack(">IHHHII", 8, 1, 0x010F, 2, 5, 100)
    assert orientation(jpeg(segment(0xE1, block))) == 1


@pytest.mark.parametrize(("data", "size"), [(png(size=(400, 300)), (400, 300)), (jpeg(), (500, 200))])
def test_the_size_is_read_from_the_picture(data: bytes, size: tuple[int, int]):
    assert pixel_size(data) == size


def test_the_head_alone_tells_the_size():
    assert pixel_size(jpeg()[: jpeg().index(FRAME) + 9]) == (500, 200)


@pytest.mark.parametrize(
    "data", [png()[:20], jpeg()[:14], b"\xff\xd8" + FRAME[:7], b"", b"\xff\xd8\x00", png()[:16] + bytes(8)]
)
def test_a_broken_picture_has_no_size(data: bytes):
    assert pixel_size(data) is None


@pytest.mark.parametrize("whole", [PHOTO, SCREENSHOT])
def test_a_picture_cut_short_anywhere_is_damaged(whole: bytes):
    for end in range(len(whole)):
        with pytest.raises(PictureDamaged):
            cleaned(whole[:end])


@pytest.mark.parametrize(
    "data",
    [
        b"GIF89a", b"BM bitmap", b"\xff\xd8\xff\xd9", jpeg(b"\xff\xfe\0\1"), jpeg(b"\xff\xfe\0\0"), jpeg(b"junk"),
        png().replace(b"IDAT", b"IDAX"), b"\x89PNG\r\n\x1a\n" + chunk(b"IEND"),
        png()[:8] + struct.pack(">I", 2**32 - 1) + png()[12:], png(size=(0, 5)),
    ],
)  # fmt: skip
def test_what_is_no_whole_picture_is_damaged(data: bytes):
    with pytest.raises(PictureDamaged):
        cleaned(data)


def test_a_small_file_that_claims_huge_pixels_is_too_big():
    assert is_too_big(png(size=(2**31, 2**31)))


def test_a_heavy_file_is_too_big():
    assert is_too_big(png(behind=bytes(MOST_BYTES)))


def test_a_photo_of_a_telephone_is_not_too_big():
    assert not is_too_big(png(size=(9000, 6000)))


@given(st.binary(max_size=80), st.sampled_from([b"", b"\xff\xd8", b"\xff\xd8" + JFIF, png()[:8], png()[:33]]))
def test_no_bytes_break_the_reading(data: bytes, head: bytes):
    size = pixel_size(head + data)
    assert size is None or all(length > 0 for length in size)
    assert 1 <= orientation(head + data) <= 8
    with suppress(PictureDamaged):
        assert pixel_size(cleaned(head + data))


@given(st.sampled_from([PHOTO, SCREENSHOT]), st.data())
def test_no_changed_byte_breaks_the_cleaning(whole: bytes, data):
    at = data.draw(st.integers(0, len(whole) - 1))
    changed = whole[:at] + bytes([data.draw(st.integers(0, 255))]) + whole[at + 1 :]
    with suppress(PictureDamaged):
        assert len(cleaned(changed)) <= len(changed)
