"""Pictures of the content → the sizes and forms that are published: upright, in sRGB, and with nothing told besides.

What a camera writes into its pictures (where, when, by whom) never reaches the site, since each is written anew.
"""

import warnings
from collections.abc import Iterable
from functools import cache, partial
from hashlib import sha256
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.machine.memo import Memo, version_of
from generator.view.outputs import Variant

if TYPE_CHECKING:
    from PIL.Image import Image

_ORIENTATION = 0x0112
_TURNS = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}
"""What sets a picture upright, by what its camera says of itself: Pillow’s numbers for turns and reflections."""
_SETTINGS: dict[str, dict[str, Any]] = {
    "webp": {"quality": 80, "method": 5},
    "jpeg": {"quality": 82, "optimize": True, "progressive": True},
    "png": {"optimize": True},
}


def scaled(variants: Iterable[Variant], root: Path, memo: Memo) -> dict[str, bytes]:
    """The bytes of each variant by its path; each is made once for its original, wherever that lies."""
    files = {}
    for source, group in groupby(sorted(variants, key=lambda one: (one.source, one.path)), lambda one: one.source):
        content = (root / source).read_bytes()
        original = cache(partial(_original, content))
        inputs = (version_of("pillow"), sha256(content).digest())
        for one in group:
            make = partial(_variant, original, one)
            files[one.path] = memo.recall(make, "picture-1", *inputs, one.width, one.height, one.form)
    return files


def _original(content: bytes) -> "Image":
    """A picture as it is to be seen: its first frame, upright, in RGB or, where it is transparent, RGBA."""
    from PIL import Image  # only where there are pictures

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(BytesIO(content)) as opened:
            turn = _TURNS.get(opened.getexif().get(_ORIENTATION, 1))
            image = _in_srgb(opened if turn is None else opened.transpose(Image.Transpose(turn)))
    image.info.clear()
    return image


def _in_srgb(image: "Image") -> "Image":
    from PIL import Image

    if image.mode.startswith(("I", "F")):  # sixteen bits of grey, which a conversion would cut off
        return image.convert("I").point(lambda value: value / 256).convert("L").convert("RGB")
    alpha = image.convert("RGBA").getchannel("A") if image.has_transparency_data else None
    coloured = _from_profile(image.convert("RGBA" if alpha else "RGB") if image.mode in ("P", "PA", "1") else image)
    if alpha is None:
        return coloured
    return Image.merge("RGBA", (*coloured.split(), alpha))


def _from_profile(image: "Image") -> "Image":
    """The colours of a picture in RGB, read as its profile says; a profile that does not fit it is none."""
    from PIL import ImageCms

    profile = image.info.get("icc_profile")
    bare = image.convert({"RGBA": "RGB", "LA": "L"}.get(image.mode, image.mode))
    if profile:
        try:
            found = ImageCms.profileToProfile(
                bare, ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError, ValueError):
            found = None
        if found:
            return found
    return bare.convert("RGB")


def _variant(original: Any, variant: Variant) -> bytes:
    from PIL import Image

    image = original()
    size = (variant.width, variant.height)
    if image.size != size:
        image = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3)
    if variant.form == "jpeg":
        image = image.convert("RGB")
    written = BytesIO()
    image.save(written, variant.form, **_SETTINGS[variant.form])
    return written.getvalue()
