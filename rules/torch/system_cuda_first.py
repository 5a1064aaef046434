from __future__ import annotations

from collections.abc import Iterator

from torchlint import Confidence, Context, Outcome, Problem, Related, Severity, Stage, rule

FIRST, UNTIL, LAST_CUDNN_8 = (1, 13), (2, 11), (2, 3)
"""The wheels bring libraries in packages of their own from FIRST on, and load them before others from UNTIL on."""


@rule(
    Stage,
    Severity.WARNING,
    Outcome.IMPORT,
    when=("cuda-image & runtime-image", "cuda-image & devel-image"),
    confidence=Confidence.MEDIUM,
)
def check(stage: Stage, on: Context) -> Iterator[Problem]:
    base, path = stage.base, stage.final.env.get("LD_LIBRARY_PATH")
    image = base.cuda if base.kind == "cuda" and base.flavour in ("runtime", "devel") else None
    if image is None or image.cuda is None or path is None or path.value is None or not on.ships(stage):
        return
    own = ".".join(image.cuda.split(".")[:2])
    folders = [folder.rstrip("/") for folder in path.value.split(":")]
    for torch in on.torch_held(stage).values():
        release = on.world.torch_release((torch.version or "").partition("+")[0]) if torch.exact else None
        if release is None or torch.cuda is None or not torch.cuda[0].isdigit() or torch.source == "base":
            continue
        made = _numbers(release.version)[:2]
        older = _numbers(own)[0] == _numbers(torch.cuda)[0] and _numbers(own) < _numbers(torch.cuda)
        message = ""
        if (
            {f"/usr/local/cuda{end}/lib64" for end in ("", f"-{own}")} & set(folders)
            and older
            and FIRST <= made < UNTIL
        ):
            message = (
                f"LD_LIBRARY_PATH puts the libraries of CUDA {own} before those of CUDA {torch.cuda} that torch "
                f"{release.version} brings: symbols may be missing"
            )
        elif "/usr/lib/x86_64-linux-gnu" in folders and image.cudnn == 8 and FIRST <= made <= LAST_CUDNN_8:
            message = (
                f"LD_LIBRARY_PATH puts the image's cuDNN 8 before that of torch {release.version}, which checks the "
                "version when it starts"
            )
        if message:
            yield Problem(
                base.at if path.at is None else path.at,
                message,
                "drop it, or begin from the base flavour: torch finds its libraries by itself",
                related=() if torch.at is None else (Related(torch.at, "this torch brings its own"),),
            )


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())
