"""Real files as documents: Word, PDF and web pages beside plain text, alone or in folders.

What a file says is taken out of it as plain text, a paragraph a line; offsets of all rows count the characters of that
text, which is written beside the tables. `kinds` knows files by their names and first bytes and says of each other
kind why it is not read, `word` reads .docx, `webpages` the main text of .html, `portable` the text layer of .pdf, of
which `furniture` takes page numbers and running heads away; `contents` reads a file of any kind, `folders` finds them,
and `refusals` sorts the reasons for which a file is not read.
Word and HTML are read with the standard library alone, so that a page in a browser gets the same characters; PDF needs
pypdf. Sources: files of a reader's own.
"""

from .contents import MOST_BYTES, read_content, read_file
from .folders import find_files
from .kinds import FILE_ENDINGS, file_kind, unread_file
from .portable import read_pdf
from .webpages import read_webpage
from .word import read_word

__all__ = [
    "FILE_ENDINGS",
    "MOST_BYTES",
    "file_kind",
    "find_files",
    "read_content",
    "read_file",
    "read_pdf",
    "read_webpage",
    "read_word",
    "unread_file",
]
