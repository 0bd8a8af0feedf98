"""Builds followlint/analysis/typos/spellings.txt.gz: words that one region spells otherwise.

usage: python tools/build_spellings.py [FOLDER]   (/usr/share/dict/scowl, of Debian's scowl)

Source: SCOWL 2020.12.07, sizes up to 70 (Kevin Atkinson and others; free for any use with its
notice, which stands in spellings-LICENSE). It says of every word which of American, British,
British with -ize, Canadian and Australian have it, and which know it as an almost equal variant.
Which two words are one word is told by `HABITS`, by which the regions' spellings differ.

A line is a spelling, the dialects in which it is not at home, what is written there, and the tags
of the word where only some senses differ. A dialect is its first letter (`u` for Australian), a
capital one where the spelling is known there, if not usual. Indian English has both British
spellings; of the Australian ones -ise is usual and -ize known (DOMAIN: section 6).
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from followlint.analysis.typos.lexicon import zipf
from followlint.text import word_set

FOLDER = Path("/usr/share/dict/scowl")
TARGET = Path(__file__).parents[1] / "followlint" / "analysis" / "typos" / "spellings.txt.gz"
WORD = re.compile(r"[a-z]{3,}")
SIZES = (10, 20, 35, 40, 50, 55, 60, 70)
#: The spelling categories of SCOWL in which a word is at home in a dialect.
HOME = {
    "a": ("english", "american", "variant_1"),
    "b": ("english", "british", "british_z", "british_variant_1"),
    "c": ("english", "canadian", "canadian_variant_1"),
    "u": ("english", "australian", "australian_variant_1"),
    "i": ("english", "british", "british_z", "british_variant_1"),
}
#: Those in which it is usual: what is suggested.
USUAL = {
    "a": ("english", "american"),
    "b": ("english", "british", "british_z"),
    "c": ("english", "canadian"),
    "u": ("english", "australian"),
    "i": ("english", "british", "british_z"),
}
#: Those in which it is known, if not usual.
KNOWN = {
    "a": ("variant_2",),
    "b": ("british_variant_2",),
    "c": ("canadian_variant_2",),
    "u": ("australian_variant_2", "british_z"),
    "i": ("british_variant_2",),
}
#: By what the spellings of a word differ: each side becomes the other, at any one place.
HABITS = (
    # colour, mould, centre, centred, theatres, organise, organisation, analyse
    ("our", "or"), ("oul", "ol"), ("tre", "ter"), ("bre", "ber"), ("tred", "tered"),
    ("bred", "bered"), ("tring", "tering"), ("bring", "bering"), ("meagre", "meager"),
    ("ise", "ize"), ("isa", "iza"), ("isi", "izi"), ("yse", "yze"), ("ysi", "yzi"),
    # travelling, fulfil, catalogue, programme, defence, practise, licence
    ("ll", "l"), ("ogue", "og"), ("gramme", "gram"), ("ence", "ense"), ("ctise", "ctice"),
    ("ctisi", "ctici"),
    # paediatric, oestrogen, manoeuvre
    ("ae", "e"), ("oe", "e"), ("oeuvre", "euver"), ("oeuvr", "euver"),
    # judgement, learnt, leapt, spoilt, grey, plough, sulphur, sceptic, moustache
    ("dgement", "dgment"), ("arnt", "arned"), ("eapt", "eaped"), ("oilt", "oiled"),
    ("grey", "gray"), ("plough", "plow"), ("sulph", "sulf"), ("scep", "skep"), ("moust", "must"),
    # single words
    ("spectre", "specter"), ("cheque", "check"), ("tyre", "tire"), ("kerb", "curb"),
    ("jewellery", "jewelry"), ("aluminium", "aluminum"), ("pyjama", "pajama"),
    ("artefact", "artifact"), ("yoghurt", "yogurt"), ("chilli", "chili"),
    ("liquorice", "licorice"), ("omelette", "omelet"), ("phoney", "phony"),
    ("behove", "behoove"), ("gaol", "jail"), ("cosy", "cozy"), ("cosi", "cozi"),
)  # fmt: skip
#: Words whose senses differ, with the tags of the one that is meant; SCOWL knows no senses.
BY_SENSE = (
    ("practice", "BCUI", "practise", "VB"),
    ("license", "BCUI", "licence", "NN"),
    ("licenses", "BCUI", "licences", "NNS"),
    ("spelt", "A", "spelled", "VBD VBN"),
)
#: Left alone: what has another sense in the region, or is a word of a trade there.
LEFT_ALONE = word_set(
    """
    theatre theatres analog analogs dialog dialogs fetus fetuses fetal eon eons manila chili chilies
    chilli chillies aesthetician aestheticians caesar cesar bael bel bels tels bourg borg cree cere
    ceres crees dora doura pandora pandoura lilly lory loury porer pourer stentour stor stour goey
    fossae haem hem labiatae labiate mucosae mucose setae saeta seta stelae stele taenia tenia
    thermae therme trabeculae trabecule stree stere tref terf venter ventre matres maters ombre
    omber mise prise prised prises frise fosse manilla stentor mythopeic mythopoeic
    trichlorethylene trichloroethylene metalized
    """
)
#: Chemists everywhere write "sulfur".
CHEMISTS = "sulf"


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    of = {name: words(folder, name) for name in {n for names in HOME.values() for n in names}}
    of |= {name: words(folder, name) for names in KNOWN.values() for name in names}
    home = {letter: set().union(*(of[n] for n in names)) for letter, names in HOME.items()}
    usual = {letter: set().union(*(of[n] for n in names)) for letter, names in USUAL.items()}
    known = {letter: set().union(*(of[n] for n in names)) for letter, names in KNOWN.items()}
    anywhere = set().union(*usual.values())
    rows: dict[tuple[str, str, str], str] = defaultdict(str)
    senses = {word for word, *_ in BY_SENSE}
    # In Canada many American spellings are a variant, but hardly anybody's own.
    home["c"] -= of["canadian_variant_1"] & of["american"] - of["canadian"] - of["british"]
    known["c"] |= of["canadian_variant_1"]
    for word in sorted(anywhere - LEFT_ALONE - senses):
        for letter in HOME:
            right = twin(word, usual[letter]) if word not in home[letter] else ""
            if right and max(zipf(word), zipf(right)) > 0 and not word.startswith(CHEMISTS):
                rows[word, right, ""] += letter.upper() if word in known[letter] else letter
    for word, letters, right, tags in BY_SENSE:
        rows[word, right, tags] = letters
    lines = [f"{word}\t{letters}\t{right}\t{tags}" for (word, right, tags), letters in rows.items()]
    # No time stamp: the same source gives the same bytes.
    text = "\n".join(line.rstrip("\t") for line in sorted(lines))
    TARGET.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(f"{len(lines)} lines, {TARGET.stat().st_size} bytes")


def words(folder: Path, category: str) -> set[str]:
    """Return the words of a spelling category."""
    paths = [path for s in SIZES if (path := folder / f"{category}-words.{s}").is_file()]
    if not paths:
        raise SystemExit(f"{folder}: no lists of {category}; apt-get install scowl")
    texts = (path.read_text(encoding="latin-1") for path in paths)
    return {word for text in texts for word in text.split() if WORD.fullmatch(word)}


def twin(word: str, region: set[str]) -> str:
    """Return how a region usually spells a word; nothing where no habit leads there."""
    once = set(turned(word))
    found = once & region or {far for near in once for far in turned(near)} & region
    return max(found - {word}, key=lambda right: (zipf(right), right), default="")


def turned(word: str) -> Iterator[str]:
    for habit in HABITS:
        for old, new in (habit, habit[::-1]):
            at = word.find(old)
            while at >= 0:
                yield word[:at] + new + word[at + len(old) :]
                at = word.find(old, at + 1)


if __name__ == "__main__":
    main()
