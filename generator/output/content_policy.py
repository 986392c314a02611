"""What a page may do wherever it is served: all is the site's own, what stands in a page never runs."""

PAGE_POLICY = "default-src 'self';img-src 'self' data:;base-uri 'none';form-action 'self'"
"""Of every page, in its head: the icon stands in the page. Pagefind's program runs in a worker, which has its own."""
WORKER_POLICY = "default-src 'none';script-src 'wasm-unsafe-eval'"
"""Of the answer that carries the worker: it fetches nothing, and compiles that program."""
