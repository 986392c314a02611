"""What a page may do wherever it is served: all is the site's own, and one line alone ever runs that stands in it."""

from base64 import b64encode
from hashlib import sha256

WAITING = (
    "if(location.search){const{dataset}=document.documentElement;"
    'AbortSignal.timeout(3000).onabort=()=>delete dataset.waiting;dataset.waiting=""}'
)
"""What stands in the head of a page that its address may ask something: before anything is painted it says that the
answer is waited for, which a script takes back (`waiting.js`), or time, where no script answers.
"""
PAGE_POLICY = "default-src 'self';img-src 'self' data:;base-uri 'none';form-action 'self'"
"""Of every other page, in its head: the icon stands in it. Pagefind's program runs in a worker, which has its own."""
_DIGEST = b64encode(sha256(WAITING.encode()).digest()).decode()
WAITING_POLICY = f"{PAGE_POLICY};script-src 'self' 'sha256-{_DIGEST}'"
"""Of a page with that line, and of what servers answer, who do not tell pages apart."""
WORKER_POLICY = "default-src 'none';script-src 'wasm-unsafe-eval'"
"""Of the answer that carries the worker: it fetches nothing, and compiles that program."""
