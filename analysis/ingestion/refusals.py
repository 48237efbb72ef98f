"""Why a file is refused, as one of some dozen kinds, for pages that say it in a language of their own.

Readers of files give their reason in an English sentence for whoever runs a command. A page has a sentence of each
kind in its own language; the order below counts, since a reason may name several things. Sources: the messages of
`kinds`, `word`, `webpages`, `portable`, `contents` and `texts.documents`.
"""

_SIGNS = {
    "empty": ("empty",),
    "pdf": ("PDF; use the command", "a PDF;"),
    "web": ("a web archive or a link", "a page without text"),
    "encrypted": ("an old or an encrypted Office file", "encrypted"),
    "processor": ("of another word processor", "give its name the ending"),
    "scanned": ("holds no text", "a picture", "are pictures", "OCR"),
    "broken": ("broken Word file", "no Word file"),
    "large": ("are read at most", "reads at most", "unpacks to more than", "MB"),
    "archive": ("an archive", "or an archive"),
    "table": ("a table",),
    "binary": ("binary", "neither UTF-8", "UTF-16", "half of a surrogate"),
    "kind": ("of an unknown kind", "of a kind that is not read", "slides", "sound or film"),
}
OTHER_REFUSAL = "failed"
REFUSAL_KINDS = (*_SIGNS, OTHER_REFUSAL)
"""All kinds; the last is of reasons that no page foresaw, which are then told as they are."""


def refusal_kind(reason: str) -> str:
    """Return of which of `REFUSAL_KINDS` the reason of a `DocumentError` is.

    Examples
    --------
    >>> refusal_kind("not docx but an old or an encrypted Office file; open it in Word and save it as .docx")
    'encrypted'
    """
    return next((kind for kind, signs in _SIGNS.items() if any(sign in reason for sign in signs)), OTHER_REFUSAL)
