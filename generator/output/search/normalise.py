"""A Pagefind bundle → the same bundle in one fixed order.

Pagefind 1.5 writes filters, their values and languages in an order that changes from run to run, and names files
after what they hold. Here they are sorted and named again. What is rewritten is stored uncompressed, which the
browser's side accepts: compressed bytes would depend on the machine's zlib.
"""

import gzip
import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import cbor2

_HEAD = b"pagefind_dcd"
ENTRY = "pagefind-entry.json"


def content(file: bytes) -> bytes:
    """What a `.pf_…` file holds, without compression and head. Raises ValueError when it is no such file."""
    plain = file if file.startswith(_HEAD) else gzip.decompress(file)
    if not plain.startswith(_HEAD):
        raise ValueError("not a file of a Pagefind bundle")
    return plain.removeprefix(_HEAD)


def pages(files: Mapping[str, bytes]) -> dict[str, str]:
    """Every page a visitor can find in a bundle: its address from the root of the site, and its language."""
    found = {}
    for language, index in json.loads(files[ENTRY])["languages"].items():
        metadata = cbor2.loads(content(files[f"pagefind.{index['hash']}.pf_meta"]))
        for fragment, _words in metadata[1]:
            page = json.loads(content(files[f"fragment/{fragment}.pf_fragment"]))
            found[page["url"]] = language
    return found


def canonical(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """What the browser needs of a bundle, in one fixed order: the same index gives the same bytes.

    Left out are the ready-made interfaces and the engine's build for languages that are not in the bundle.
    """
    entry = json.loads(files[ENTRY])
    languages = entry["languages"]
    kept = ["pagefind.js", "pagefind-worker.js"]
    kept += [name for name in files if name.startswith(("index/", "fragment/"))]
    kept += {f"wasm.{index['wasm'] or 'unknown'}.pagefind" for index in languages.values()}
    result = {name: files[name] for name in kept}
    for language, index in languages.items():
        metadata = cbor2.loads(content(files[f"pagefind.{index['hash']}.pf_meta"]))
        filters = []
        for name, old in metadata[3]:
            _, values = cbor2.loads(content(files[f"filter/{old}.pf_filter"]))
            data = _encoded([name, sorted([value, sorted(numbers)] for value, numbers in values)])
            new = _named(language, data)
            filters.append([name, new])
            result[f"filter/{new}.pf_filter"] = data
        metadata[3] = sorted(filters)
        data = _encoded(metadata)
        index["hash"] = _named(language, data)
        result[f"pagefind.{index['hash']}.pf_meta"] = data
    result[ENTRY] = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return dict(sorted(result.items()))


def _encoded(value: Any) -> bytes:
    return _HEAD + cbor2.dumps(value)


def _named(language: str, data: bytes) -> str:
    return f"{language}_{sha256(data).hexdigest()[:10]}"
