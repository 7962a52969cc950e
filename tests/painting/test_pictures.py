from __future__ import annotations

from random import Random

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter

from bcdesk.errors import PictureDamaged
from bcdesk.painting.pictures import MOST_LOSSLESS, copied, ready, turned, written
from bcdesk.report.pictures import cleaned, media_type, orientation, pixel_size
from tests.report.test_pictures import SECRET, chunk, exif, segment

pytestmark = pytest.mark.usefixtures("qapp")

RED, BLUE = QColor(220, 30, 30), QColor(30, 30, 220)


def halves(width: int = 64, height: int = 32) -> QImage:
    """Red on the left, blue on the right."""
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(RED)
    for x in range(width // 2, width):
        for y in range(height):
            made.setPixelColor(x, y, BLUE)
    return made


def photo(number: int = 1) -> bytes:
    """A JPEG as a camera writes it, held as EXIF counts."""
    plain = written(halves(), "image/jpeg")
    return plain[:2] + exif(number) + segment(0xFE, SECRET) + plain[2:]


def colour(data: bytes, x: int, y: int) -> str:
    found = QImage.fromData(data).pixelColor(x, y)
    return "red" if found.red() > found.blue() else "blue"


@pytest.mark.parametrize("kind", ["image/jpeg", "image/png"])
def test_every_pixel_of_a_cleaned_picture_stays(kind: str):
    plain = written(halves(), kind)
    hiding = photo() if kind == "image/jpeg" else plain[:33] + chunk(b"tEXt", SECRET) + plain[33:]
    assert SECRET in hiding
    assert SECRET not in cleaned(hiding)
    assert QImage.fromData(cleaned(hiding)) == QImage.fromData(hiding)


def test_a_progressive_photo_stays_whole():
    device = QBuffer()
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(device, b"jpeg")
    writer.setProgressiveScanWrite(True)
    writer.write(halves())
    data = bytes(device.data().data())
    assert b"\xff\xc2" in data
    assert QImage.fromData(cleaned(data)) == QImage.fromData(data)


def test_an_upright_photo_is_not_written_anew():
    assert ready(photo()) == cleaned(photo())


@pytest.mark.parametrize(
    ("number", "size", "first"), [(3, (64, 32), "blue"), (6, (32, 64), "red"), (8, (32, 64), "blue")]
)
def test_a_photo_is_turned_as_the_camera_was_held(number: int, size: tuple[int, int], first: str):
    made = ready(photo(number))
    assert (pixel_size(made), orientation(made), SECRET in made) == (size, 1, False)
    assert colour(made, 4, 4) == first


@pytest.mark.parametrize("kind", ["image/jpeg", "image/png"])
def test_a_quarter_turn_goes_clockwise(kind: str):
    made = turned(written(halves(), kind))
    assert (media_type(made), pixel_size(made)) == (kind, (32, 64))
    assert (colour(made, 16, 4), colour(made, 16, 60)) == ("red", "blue")


def test_a_picture_from_the_screen_keeps_no_words():
    image = halves()
    image.setText("Author", SECRET.decode())
    assert (media_type(copied(image)), SECRET in copied(image)) == ("image/png", False)


def test_a_large_picture_from_the_screen_is_kept_as_a_photo():
    noise = QImage(Random(1).randbytes(1200 * 1000 * 4), 1200, 1000, QImage.Format.Format_RGB32)
    assert media_type(copied(noise)) == "image/jpeg"
    assert len(written(noise, "image/png")) > MOST_LOSSLESS


@pytest.mark.parametrize("data", [b"", b"GIF89a", written])
@pytest.mark.qt_log_ignore(".*")
def test_what_cannot_be_decoded_is_damaged(data):
    broken = data if isinstance(data, bytes) else written(halves(), "image/png")[:40]
    with pytest.raises(PictureDamaged):
        ready(broken)
    with pytest.raises(PictureDamaged):
        turned(broken)


def test_a_picture_whose_pixels_are_none_is_damaged():
    plain = written(halves(), "image/png")
    head = plain[:33]
    with pytest.raises(PictureDamaged):
        ready(head + chunk(b"IDAT", b"no pixels") + chunk(b"IEND"))
