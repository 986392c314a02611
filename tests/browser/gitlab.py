"""A GitLab on this computer, as far as the editor in the browser asks it: its repository is one of git."""

import json
import subprocess
import threading
from base64 import b64decode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

DAY = "2026-11-22T10:00:00Z"
MAIN = "main"
Answer = Any
"""What JSON can hold."""


@dataclass
class GitLab:
    """A repository with its requests; `people` may sign in, each with a token, and whoever saves is the author."""

    root: Path
    people: tuple[str, ...]
    address: str = ""
    requests: list[dict[str, Any]] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    """What was asked and is not known here."""

    def __post_init__(self) -> None:
        self._lock = threading.Lock()
        self.git("init", "--quiet", f"--initial-branch={MAIN}")
        self.save("Begin", self.people[0])

    def git(self, *arguments: str) -> str:
        command = ["git", "-c", "commit.gpgsign=false", *arguments]
        return subprocess.run(command, cwd=self.root, check=True, capture_output=True, text=True).stdout

    def save(self, message: str, author: str) -> str:
        """All that stands in the folder, as a commit of somebody; gives its name."""
        identity = ("-c", f"user.name={author}", "-c", f"user.email={author}@ateneo.example")
        self.git("add", "--all")
        self.git(*identity, "commit", "--quiet", "--allow-empty", "--message", message)
        return self.git("rev-parse", "HEAD").strip()

    def branches(self) -> list[str]:
        return self.git("branch", "--format=%(refname:short)").split()

    def text(self, branch: str, path: str) -> str | None:
        """A file as a branch has it."""
        try:
            return self.git("show", f"{branch}:{path}")
        except subprocess.CalledProcessError:
            return None

    def answer(
        self, method: str, path: str, asked: Mapping[str, list[str]], given: Any, who: str
    ) -> tuple[int, Answer]:
        """The status and the answer to a request of somebody."""
        with self._lock:
            match [unquote(part) for part in path.removeprefix("/api/").removeprefix("v4/").split("/")]:
                case ["user"]:
                    return 200, self._person(who)
                case ["projects", _, "users"]:
                    return 200, [self._person(one) for one in self.people]
                case ["graphql"]:
                    return 200, {"data": {"project": {"repository": self._repository(given)}}}
                case ["projects", _, "repository", "branches", name] if name in self.branches():
                    return 200, {"name": name}
                case ["projects", _, "repository", "commits"] if method == "POST":
                    return self._commit(given, who)
                case ["projects", _, "merge_requests"] if method == "POST":
                    return self._ask_to_merge(given, who)
                case ["projects", _, "merge_requests"]:
                    return 200, self._found(asked)
                case ["projects", _, "merge_requests", number]:
                    return 200, self._changed(int(number), given or {})
                case ["projects", _, "merge_requests", number, "diffs"]:
                    return 200, self._differences(self.requests[int(number) - 1]["source_branch"])
                case ["projects", _, "deployments"] | ["projects", _, "repository", "commits", *_]:
                    return 200, []
                case ["avatar"]:
                    return 200, {"avatar_url": None}
        self.unknown.append(f"{method} {path}")
        return 404, {"message": "404"}

    def _person(self, name: str) -> dict[str, Any]:
        number = self.people.index(name) + 1
        return {"id": number, "username": name.lower(), "name": name, "email": f"{name}@ateneo.example", "bot": False}

    def _repository(self, given: Mapping[str, Any]) -> dict[str, Any]:
        query, asked = given["query"], given.get("variables", {})
        branch = asked.get("branch", MAIN)
        if "rootRef" in query:
            return {"rootRef": MAIN}
        if "lastCommit" in query:
            sha, message = self.git("log", "-1", "--format=%H%n%s", branch).split("\n")[:2]
            return {"tree": {"lastCommit": {"sha": sha, "message": message}}}
        if "paths" in query:
            texts = ((path, self.text(branch, path)) for path in asked["paths"])
            return {"blobs": {"nodes": [_blob(path, text) for path, text in texts if text is not None]}}
        rows = (row.split(maxsplit=3) for row in self.git("ls-tree", "-r", branch).splitlines())
        files = [{"type": "blob", "path": path, "sha": sha} for _, _, sha, path in rows]
        return {"tree": {"blobs": {"nodes": files, "pageInfo": {"endCursor": "", "hasNextPage": False}}}}

    def _commit(self, given: Mapping[str, Any], who: str) -> tuple[int, Answer]:
        branch, start = given["branch"], given.get("start_branch")
        if start and branch in self.branches():
            return 400, {"message": "A branch called so already exists."}
        self.git("checkout", "--quiet", *(("-b", branch, start) if start else (branch,)))
        for action in given["actions"]:
            file = self.root / action["file_path"]
            if action["action"] == "delete":
                file.unlink()
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            content = action["content"]
            file.write_bytes(b64decode(content) if action["encoding"] == "base64" else content.encode())
        sha = self.save(given["commit_message"], who)
        self.git("checkout", "--quiet", MAIN)
        return 201, {"id": sha, "committed_date": DAY}

    def _ask_to_merge(self, given: Mapping[str, Any], who: str) -> tuple[int, Answer]:
        if self._found({"source_branch": [given["source_branch"]]}):
            return 409, {"message": ["Another open merge request already exists for this source branch."]}
        number = len(self.requests) + 1
        labels = given["labels"] if isinstance(given["labels"], list) else given["labels"].split(",")
        known = {"title": given["title"], "source_branch": given["source_branch"], "labels": labels}
        dates = {"created_at": DAY, "updated_at": DAY}
        more = {"iid": number, "id": number, "web_url": f"{self.address}/{number}", "author": self._person(who)}
        self.requests.append({**known, **dates, **more, "detailed_merge_status": "mergeable"})
        return 201, self._with_sha(self.requests[-1])

    def _with_sha(self, request: dict[str, Any]) -> dict[str, Any]:
        return {**request, "sha": self.git("rev-parse", request["source_branch"]).strip()}

    def _found(self, asked: Mapping[str, list[str]]) -> Answer:
        label, branch = asked.get("labels", [""])[0], asked.get("source_branch", [""])[0]
        return [
            self._with_sha(one)
            for one in self.requests
            if (not label or label in one["labels"]) and branch in ("", one["source_branch"])
        ]

    def _changed(self, number: int, given: Mapping[str, Any]) -> Answer:
        request = self.requests[number - 1]
        labels = [one for one in request["labels"] if one not in given.get("remove_labels", "").split(",")]
        added = given.get("add_labels", [])
        request["labels"] = [*labels, *([added] if isinstance(added, str) else added)]
        request["title"] = given.get("title", request["title"])
        return self._with_sha(request)

    def _differences(self, branch: str) -> Answer:
        rows = (row.split("\t") for row in self.git("diff", "--name-status", f"{MAIN}...{branch}").splitlines())
        return [
            {
                "old_path": path,
                "new_path": path,
                "new_file": state == "A",
                "deleted_file": state == "D",
                "renamed_file": False,
            }
            for state, path in rows
        ]


def _blob(path: str, text: str) -> dict[str, Any]:
    return {"path": path, "oid": str(len(text)), "size": len(text.encode()), "rawTextBlob": text}


@contextmanager
def served_gitlab(root: Path, people: tuple[str, ...]) -> Iterator[GitLab]:
    """A GitLab with what lies in a folder, until it is left; the token of each is the name."""
    host = GitLab(root, people)

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            parts = urlsplit(self.path)
            length = int(self.headers.get("Content-Length") or 0)
            given = json.loads(self.rfile.read(length)) if length else None
            who = self.headers.get("Authorization", "").partition(" ")[2]
            status, answer = 401, {}
            if who in people:
                status, answer = host.answer(self.command, parts.path, parse_qs(parts.query), given, who)
            self._send(status, json.dumps(answer).encode())

        def _send(self, status: int, body: bytes) -> None:
            self.send_response(status)
            for name, value in {
                "Content-Type": "application/json",
                "Content-Length": str(len(body)),
                "Access-Control-Allow-Origin": "*",
                "Access-Control-Allow-Headers": "*, Authorization",
                "Access-Control-Allow-Methods": "*",
            }.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def do_OPTIONS(self) -> None:
            self._send(204, b"")

        do_GET = do_POST = do_PUT = do_DELETE = _answer  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        host.address = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield host
        server.shutdown()
