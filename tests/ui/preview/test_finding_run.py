"""A run as the list sees it: in order, counted, searched, with a hundred thousand cards as with four."""

from __future__ import annotations

from desktop_app.domain.concerns import Concern
from desktop_app.domain.customers import CustomerFields, CustomerId
from desktop_app.domain.orders import OrderId
from desktop_app.domain.print_run import Placements, PrintResult, RecordKey, Remark, Severity
from desktop_app.domain.printing import Kind, PaperDetails
from desktop_app.domain.reaching import Standing
from desktop_app.i18n import Language, Words, msg
from desktop_app.ui.preview.card_changes import CardChanges
from desktop_app.ui.preview.finding_lines import Heading, rows_of
from desktop_app.ui.preview.finding_run import FindingRun

NAMES = ("Anna", "Berta", "Cilda", "Dace")


def paper(number: int, name: str) -> PaperDetails:
    person = CustomerFields(given=name)
    return PaperDetails(OrderId(number), str(number), Language.EN, person, CustomerId(number), standing=Standing())


PAPERS = [paper(number, name) for number, name in enumerate(NAMES, 1)]


def key_of(record: PaperDetails) -> RecordKey:
    return RecordKey(record.order, record.customer_id, record.title)


def result(*refused: str, copies: int = 1, tight: str = "") -> PrintResult:
    """A parcel's card and insert of everybody but those refused."""
    placed, remarks = Placements(), []
    for record in PAPERS:
        key, name = key_of(record), record.customer.given
        if name in refused:
            told = msg("{title}: too long.", title=record.title)
            about = (key.order, key.customer, Kind.THANK_YOU, "greeting", "", Concern.LONG)
            remarks.append(Remark(0, key.of(Kind.THANK_YOU), record.title, Severity.STOP, told, *about))
            continue
        placed.record(key)
        for kind in (Kind.THANK_YOU, Kind.PACKING_INSERT):
            if name == tight and kind is Kind.THANK_YOU:
                about = (key.order, key.customer, kind, "greeting", "", Concern.TIGHT)
                remarks.append(
                    Remark(len(placed) + 1, key.of(kind), record.title, Severity.WARN, msg("Tight."), *about)
                )
            placed.card(kind, copies)
    return PrintResult(1, 1, placed, tuple(remarks))


def run_of(made: PrintResult, changes: CardChanges | None = None) -> FindingRun:
    return FindingRun(Words(), made, PAPERS, kind=Kind.PARCEL, changes=changes or CardChanges())


def said(run: FindingRun, search: str = "") -> list[str]:
    return [f"{line.title}, {line.text}" for line in run.cards(search)]


def test_every_card_stands_in_the_order_of_the_records_the_refused_too() -> None:
    run = run_of(result("Berta", tight="Cilda"))
    assert said(run)[:4] == [
        "№ 1 · Anna, Card 1 · Thank-you card", "№ 1 · Anna, Card 2 · Packing insert",
        "№ 2 · Berta, Thank-you card · Too long.", "№ 3 · Cilda, Card 3 · Thank-you card",
    ]  # fmt: skip
    assert (len(run.cards()), run.count, run.left_out) == (7, 7, 1)
    assert [group.name for group in run.findings()] == ["bad:long", "warn:tight"]
    assert said(run, "cil") == ["№ 3 · Cilda, Card 3 · Thank-you card", "№ 3 · Cilda, Card 4 · Packing insert"]


def test_copies_are_one_card_in_the_list() -> None:
    run = run_of(result(copies=3))
    assert said(run)[1] == "№ 1 · Anna, Card 4 · Packing insert"
    assert run.count == 8


def test_a_card_left_out_is_one_of_them_before_and_after_the_papers_are_made_anew() -> None:
    changes = CardChanges()
    before = run_of(result(tight="Cilda"), changes)
    changes.leave_out([before.warned[0]], out=True)
    at_once = run_of(result(tight="Cilda"), changes)
    assert (at_once.count, at_once.left_out, at_once.warned) == (8, 1, [])
    assert said(at_once)[4] == "№ 3 · Cilda, Thank-you card"
    assert at_once.cards()[4].tag == "Left out"
    changes.leave_out(at_once.put_aside, out=False)
    assert not changes.all
    assert run_of(result(tight="Cilda"), changes).left_out == 0


def test_what_is_left_out_of_another_kind_of_paper_is_not_told_of() -> None:
    changes = CardChanges()
    changes.leave_out([run_of(result()).cards()[1]], out=True)
    other = FindingRun(Words(), result(), PAPERS, kind=Kind.THANK_YOU, changes=changes)
    assert other.left_out == 0


def test_changed_words_keep_their_number_when_others_go() -> None:
    changes = CardChanges()
    line = run_of(result()).cards()[6]
    changes.reword(line, {"greeting": "Hello!"})
    assert run_of(result("Anna"), changes).reworded[0].card == line.card - 2
    changes.reword(line, {})
    assert not changes.all


def test_many_of_a_sort_are_folded_until_they_are_opened() -> None:
    everybody = [paper(number, f"Anna{number}") for number in range(1, 31)]
    remarks = [
        Remark(
            n, key_of(record).of(Kind.THANK_YOU), record.title, Severity.WARN, msg("No name."), record.order,
            record.customer_id, Kind.THANK_YOU, concern=Concern.NAME,
        )
        for n, record in enumerate(everybody, 1)
    ]  # fmt: skip
    made = PrintResult(1, 1, remarks=tuple(remarks))
    run = FindingRun(Words(), made, everybody, kind=Kind.THANK_YOU, changes=CardChanges())
    [heading] = rows_of(run.findings(), ())
    assert isinstance(heading, Heading)
    assert (heading.title, heading.count, heading.open) == ("Doubtful names", 30, False)
    assert len(rows_of(run.findings(), {heading.name})) == 31
