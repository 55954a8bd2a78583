"""Do statements and positions of the sample lead to their meeting, document, addressee and statement?"""

from quality.links import LinkScore, link_scores

from mahdar.language.language import Language


def test_links_of_the_sample(language: Language) -> None:
    scores = {score.kind: score for score in link_scores(language)}
    assert set(scores) == {"meeting", "document", "addressee", "carrier", "all"}
    assert scores["all"].gold >= 60
    assert scores["all"].f1 >= 0.8


def test_a_link_score_counts_what_is_found_in_vain() -> None:
    assert LinkScore(kind="meeting", gold=4, found=4, right=2).f1 == 0.5
    assert LinkScore(kind="meeting", gold=0, found=0, right=0).f1 == 1.0
