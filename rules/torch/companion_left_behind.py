from __future__ import annotations

from collections.abc import Iterator

from torchlint import Confidence, Context, Edit, Fix, Install, Outcome, Place, Problem, Related, Severity, Span, rule


@rule(
    Install,
    Severity.ERROR,
    Outcome.IMPORT,
    when=(
        "torch & torch in an image",
        "torchaudio & torch in an image",
        "xformers & torch in an image",
        "torch & after another",
        "torchvision & after another",
        "torchaudio & after another",
        "torchtext & after another",
        "xformers & after another",
    ),
)
def check(install: Install, on: Context) -> Iterator[Problem]:
    left, change = on.left_behind(install), on.torch_change(install)
    after = change.after if change is not None else None
    if after is None or after.at is None:
        return
    new = f"torch {(after.version or '').partition('+')[0]}" if after.exact else "the new torch"
    for one in left:
        if one.of_image and one.imports is False:
            continue
        if one.of_image:
            what, brought = f"the image's {one.name}", f"torch {one.made_for} and its {one.name} come with this image"
        else:
            told = one.name if one.version is None else f"{one.name} {one.version}"
            what, brought = f"{told} of an earlier install", f"this brings {told}"
        sure = one.imports if one.of_image else one.imports is not False
        asked = one.name if one.fitting is None else f"{one.name}=={one.fitting}"
        if after.exact and one.fitting is None:
            change_to = f"leave torch at {one.made_for}, or do without {one.name}"
        else:
            change_to = f"ask for {asked} in the same command"
        yield Problem(
            after.at,
            f"{what} is compiled for torch {one.made_for} and stays beside {new}: {one.harm.told}",
            change_to,
            _fix(install, after.at, asked, on) if one.fitting is not None else None,
            related=(Related(one.at, brought),),
            severity=None if sure and one.harm.at_import else Severity.WARNING,
            outcome=None if one.harm.at_import else Outcome.RUN,
            confidence=Confidence.MEDIUM if one.of_image else None,
        )


def _fix(install: Install, at: Place, asked: str, on: Context) -> Fix | None:
    """Asks for it behind the torch: in the command, or in a line of its own."""
    source, span = at
    edit = None
    if source is install.at.source:
        edit = on.added(at, asked)
    elif any(file.source is source for file in install.files):
        end = source.text.find("\n", span.end)
        end = len(source.text) if end < 0 else end
        end -= source.text.endswith("\r", span.end, end)
        if "\\" not in source.text[span.end : end]:
            edit = Edit(source, Span(end, end), f"{source.newline}{asked}")
    return None if edit is None else Fix(f"ask for {asked} as well", (edit,))
