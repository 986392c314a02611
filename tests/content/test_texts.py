"""Every text of the demonstration is read as the library reads it with all its processors."""

from generator.content.markdown_reader import to_html
from generator.content.read import Contents
from generator.machine.memo import Memo
from tests.real import ROOT
from tests.test_markdown_reader import as_the_library


def test_every_text_is_read_as_the_library_reads_it() -> None:
    contents = Contents(ROOT, Memo())
    documents = [document for files in contents.records for document in contents.documents(files)[0]]
    texts = [document.body for document in documents if document.body.strip()]
    assert texts
    assert [text for text in texts if to_html(text) != as_the_library(text)] == []
