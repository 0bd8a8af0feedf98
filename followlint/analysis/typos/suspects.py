"""Words that may stand for another, and all that speaks for or against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass

from followlint.analysis.names import Names
from followlint.analysis.typos.choosing import Chosen
from followlint.analysis.typos.confusable import Confusion
from followlint.analysis.typos.lexicon import zipf
from followlint.analysis.typos.ngrams import END, START
from followlint.analysis.typos.runs import Place
from followlint.mail import Part

#: Function words are this common on the Zipf scale and more.
_FUNCTION = 6.3
_NUMBERS = ({"is", "are"}, {"was", "were"}, {"has", "have"})
#: Of two neighbouring words: by how many hands the corpus has them, as a logarithm.
Familiarity = Callable[[str, str], float]


@dataclass(frozen=True)
class Suspect:
    """A word, what it most likely stands for, and all that speaks for or against it.

    `or_else` is another word that may as well have been meant; "" where there is none.
    """

    place: Place
    meant: str
    or_else: str
    how: Confusion
    features: Mapping[str, float]


@dataclass(frozen=True)
class Email:
    """What an email and its genre say for or against suspects.

    `counts` are those of the words of the email, `agreeing` tells of its verbs and nouns whether
    they are in the number asked for, `terms` are words of trades, `known_slips` pairs of (wrong
    word, right word).
    """

    counts: Counter[str]
    agreeing: Mapping[int, bool]
    names: Names
    terms: Container[str]
    familiarity: Familiarity
    known_slips: Container[tuple[str, str]]

    def suspect(self, chosen: Chosen) -> Suspect:
        """Return the word of a question as a suspect of having been written for the choice."""
        return _suspect(chosen, self)


def _suspect(chosen: Chosen, email: Email) -> Suspect:
    question = chosen.question
    place, word = question.place, question.place.word
    meant, how = question.choices[chosen.choice]
    _, left, right, _ = question.around
    common, common_meant = zipf(word), zipf(meant)
    rarer = common_meant - common
    typed = how is Confusion.TYPED
    other_number = _is_other_number(word, meant)
    agrees = email.agreeing.get(place.span.start)
    known = (word, meant) in email.known_slips
    features = {
        **chosen.features,
        "common": common,
        "common meant": common_meant,
        "rarer": rarer,
        "rarer only": max(rarer, 0.0),
        "letters": len(word),
        "choices": len(question.choices),
        "function word": common > _FUNCTION,
        "function word meant": common_meant > _FUNCTION,
        "same first letter": word[0] == meant[0],
        "shorter": len(meant) < len(word),
        "longer": len(meant) > len(word),
        **{how_.value: how is how_ for how_ in Confusion},
        "typed, short": typed and len(word) <= 3,
        "typed, rare": typed and common < 3.5,
        "typed, function word meant": typed and common_meant > _FUNCTION,
        "inflected, rare": how is Confusion.INFLECTED and common < 4,
        "related, function word": how is Confusion.RELATED and common > _FUNCTION,
        "agrees, other number": agrees is True and other_number,
        "agrees not, other number": agrees is False and other_number,
        "agrees not, same number": agrees is False and not other_number,
        "agreement unknown, other number": agrees is None and other_number,
        "known slip": known,
        "known slip, gain": chosen.features["gain"] * known,
        "mark before": place.mark_before,
        "mark behind": place.mark_behind,
        "mark before, inflected": place.mark_before and how is Confusion.INFLECTED,
        "mark behind, inflected": place.mark_behind and how is Confusion.INFLECTED,
        "gain here over a mark": chosen.features["gain here"] * place.mark_before,
        "gain after over a mark": chosen.features["gain after"] * place.mark_behind,
        "opens": left == START,
        "ends": right == END,
        "capital": place.text[:1].isupper(),
        "tagged as name": place.tag.startswith("NNP"),
        "tagged as noun": place.tag.startswith("NN"),
        "tagged as verb": place.tag.startswith("V"),
        "tagged as preposition": place.tag == "IN",
        "name": place.text in email.names or email.names.at(place.span),
        "term": place.text in email.terms,
        "again": email.counts[word] > 1,
        "meant elsewhere": email.counts[meant] > 0,
        "subject line": place.part is Part.SUBJECT,
        "familiar left": email.familiarity(left, word),
        "familiar right": email.familiarity(word, right),
        "familiar meant left": email.familiarity(left, meant),
        "familiar meant right": email.familiarity(meant, right),
    }
    or_else = "" if chosen.or_else is None else question.choices[chosen.or_else][0]
    return Suspect(
        place, meant, or_else, how, {name: float(value) for name, value in features.items()}
    )


def _is_other_number(word: str, meant: str) -> bool:
    """Tell whether two words differ as one and several do: "helps", "help"; "has", "have"."""
    shorter, longer = sorted((word, meant), key=len)
    return (
        longer in (f"{shorter}s", f"{shorter}es", f"{shorter.removesuffix('y')}ies")
        or {word, meant} in _NUMBERS
    )
