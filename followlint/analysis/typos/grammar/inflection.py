"""Forms of English words: what to offer in place of a wrong one.

A form is made by every rule that may apply, and the commonest word among what comes of it is taken:
"serving" may come of "serv" or of "serve", and only one of them is a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from followlint.analysis.typos.lexicon import zipf

#: base: past, participle
_IRREGULAR: Mapping[str, tuple[str, str]] = {
    base: (past, participle)
    for base, past, participle in (
        line.split()
        for line in """
        be was been
        begin began begun
        bring brought brought
        build built built
        buy bought bought
        catch caught caught
        choose chose chosen
        do did done
        draw drew drawn
        drive drove driven
        fall fell fallen
        feel felt felt
        find found found
        fly flew flown
        forget forgot forgotten
        get got got
        give gave given
        go went gone
        grow grew grown
        have had had
        hear heard heard
        hold held held
        keep kept kept
        know knew known
        lead led led
        leave left left
        lose lost lost
        make made made
        mean meant meant
        meet met met
        pay paid paid
        say said said
        see saw seen
        sell sold sold
        send sent sent
        show showed shown
        sleep slept slept
        speak spoke spoken
        spend spent spent
        stand stood stood
        take took taken
        teach taught taught
        tell told told
        think thought thought
        understand understood understood
        wear wore worn
        win won won
        write wrote written
        """.strip().splitlines()
    )
}
_BASES = {form: base for base, forms in _IRREGULAR.items() for form in forms}
#: "Did not found a firm", "did not saw the plank".
_ALSO_BARE = {"found", "saw", "felt", "fell", "left"} | (_BASES.keys() & _IRREGULAR.keys())
_WITH_S = {"have": "has", "do": "does", "go": "goes", "be": "is", "are": "is", "were": "was"}
_WITH_S |= {"person": "people", "child": "children", "man": "men", "woman": "women"}
_WITHOUT_S = {"has": "have", "does": "do", "goes": "go", "is": "are", "was": "were"}
_WITHOUT_S |= {"people": "person", "children": "child", "men": "man", "women": "woman"}


def with_s(word: str) -> str:
    """Return a verb for "she", or a noun for several: "fix" → "fixes", "duty" → "duties"."""
    if word in _WITH_S:
        return _WITH_S[word]
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def without_s(word: str) -> str:
    """Return a verb for "they", or a noun for one: "fixes" → "fix", "is" → "are"."""
    if word in _WITHOUT_S:
        return _WITHOUT_S[word]
    return _commonest([word[:-1], word[:-2], word[:-3] + "y" if word.endswith("ies") else ""])


def bare(word: str) -> str:
    """Return the infinitive that a form of a verb belongs to: "serving" → "serve"."""
    if word in _BASES:
        return _BASES[word]
    if word.endswith("s"):
        return "be" if word in ("is", "was") else without_s(word)
    stem = word[:-3] if word.endswith("ing") else word[:-2]
    once = stem[:-1] if stem[-1:] == stem[-2:-1] else ""
    return _commonest([stem, stem + "e", once, stem[:-1] + "y" if stem.endswith("i") else ""])


def is_past(word: str) -> bool:
    """Tell whether a word is the past of an irregular verb and nothing else: "understood"."""
    return word in _BASES and word not in _ALSO_BARE


def participle(verb: str) -> str:
    """Return what follows "have": "pass" → "passed", "bring" → "brought"."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb][1]
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    return _commonest([verb + "ed", verb + "d", verb + verb[-1] + "ed"])


def _commonest(forms: Iterable[str]) -> str:
    return max(forms, key=zipf)
