"""Words without which a pattern cannot match: a cheap question before a dear one.

A pattern is read as it is written (RE2 syntax, `{name}` for a lexicon, `<…>` for a mark), as far as
it can be told what must stand in every match. It is the prefilter of code search engines (Cox 2012,
"Regular Expression Matching with a Trigram Index") over whole words: a text that holds none of the
words holds no match. Of a word whose end is open ("interest[a-z]*") its beginning is required.
"""

from followlint.required.asking import Required, stem_of
from followlint.required.beforehand import required_by, table_of

__all__ = ["Required", "required_by", "stem_of", "table_of"]
