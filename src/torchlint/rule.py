"""What a rule is: one function from a subject to problems, declared in one line."""

from __future__ import annotations

from torchlint.findings import Confidence, Outcome, Severity
from torchlint.record import Generic, TypeVar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from torchlint.context import Context
    from torchlint.findings import Problem

S = TypeVar("S")


class Rule(Generic[S]):
    """A declared rule. Its name and family are its file's and folder's, given by the catalogue."""

    __slots__ = ("by_date", "check", "confidence", "mentions", "outcome", "severity", "strict", "subject", "when")

    def __init__(
        self,
        subject: type[S],
        severity: Severity,
        outcome: Outcome,
        check: Callable[[S, Context], Iterator[Problem]],
        *,
        when: tuple[str, ...],
        mentions: tuple[str, ...],
        by_date: bool,
        strict: bool,
        confidence: Confidence,
    ) -> None:
        self.subject = subject
        self.severity = severity
        self.outcome = outcome
        self.check = check
        self.when = when
        self.mentions = mentions
        self.by_date = by_date
        self.strict = strict
        self.confidence = confidence


def rule(
    subject: type[S],
    severity: Severity,
    outcome: Outcome,
    *,
    when: tuple[str, ...] = (),
    mentions: tuple[str, ...] = (),
    by_date: bool = False,
    strict: bool = False,
    confidence: Confidence = Confidence.HIGH,
) -> Callable[[Callable[[S, Context], Iterator[Problem]]], Rule[S]]:
    """Declare a rule about `subject`.

    `when`: words; the rule is asked only about subjects that have one of them, and not loaded where none has. Empty:
    about all. `one & other` stands for subjects that have both. The words of a
    - Build: the kinds of the file's problems and notes ("malformed-json"); "target" if one is configured; "an ARG of
      FROM" if a step names a variable that it does not have, and an ARG above FROM or the builder does; "a stage name
      twice"; "maybe a directive" if a comment may have been meant as one; "maybe a token" and "maybe a login" if its
      text or that of its requirements files holds what one may begin with.
    - Stage: of its base the last part of the name, the kind, the flavour and the status of a CUDA tag ("python-image",
      "cuda-image", "devel-image", "removed-image"), "latest-image" without a release's tag, "unmaintained-image",
      "ended-system" if it is not built on another and its system has no support any more; "FROM $" with a variable that
      no ARG above declares, "FROM --platform" with that flag; "a Python" if its tag or its program has one; the
      programs that its steps and its entry run ("source"), "apt again" if several steps run apt; "installs" if a step
      has installs, "caches downloads" if these keep what they fetch, "holds torch" for each distribution there in the
      end; "copies all" if a step copies a whole context or stage, "no WORKDIR" if one places files in / for want of
      that, "a missing program" if one is called that is not there, "downloads" if an ADD has a URL.
    - Step: its keyword, alone, with each flag ("COPY", "COPY --from"), with a dollar if there is one in what it says
      ("ENV $", "RUN $ of a later stage" in all stages but the first) or in a flag ("COPY --from $"), with "~" or "#"
      likewise, and with "$(" if there is that or a backquote; "ENV $unset" if a variable there may have no value, "ENV
      $own" if it may be one of several that it sets; "CMD again" if its stage has several of these. The variables that
      it sets or exports ("PIP_TRUSTED_HOST"), "RUN misread" if its script has a mistake, "RUN of bash" if it may have
      what only bash knows,
      "a secret" if one is called like that, "PATH relative" and "PATH of a venv" if it sets such a PATH. "copies all",
      "copies .env" by the last part of a source, "missing source" if the context may lack one and "missing path" if
      the other stage does, "no earlier stage" if --from names none, "brings a venv". Its programs, the last one again
      ("cd last"), and each with its words ("curl --insecure", "git clone"), which are in lower case and end before a
      "=", and with the letters of short options ("curl -k"); "rm .gz" and "fetches .gz" by the endings of what is
      removed and downloaded. "installs" if it has any, with their options ("--trusted-host"); "adds gcc" for packages
      of the distribution; "leaves package lists" if apt's stay.
    - Command: its program ("curl"), that with a bar if its output is read by the next one ("curl |"), and with its
      words as those of a Step; "> version" if it is redirected to or from what begins like one. "no program" for a
      Python or pip that surely is not there. Of what a package manager is to install: "a version" if one is named, "a
      Python" and "of NVIDIA" if there is such a package, "asks first" without -y, "no package lists" if apt has none,
      "what is gone" if the release of its system has a package no longer; of what else it is to do "update in
      pytorch-image" by the kind of its image. "rare option" if it has one beyond the few that most have.
    - Install: the distributions it asks for ("torch"), with the operators "==", "<" and "~=" if there is one
      ("torch=="), "torch+" with a local label, "torch;" with a marker; the kinds of its requirements ("a vcs", "a
      url"), "a release" if one has a version and the Python is known, "a wheel", "file:" for such a URL, "-e" if one is
      editable, "maybe a list" if one is called like a file of requirements. Its options ("--target"). "asks index",
      "asks extra" and "asks find-links" by where it looks; "pytorch-index" if that is its only index; "plain-http" if
      it looks at such a URL; "extra-index" if it asks more than one; "nightly" if PyTorch's nightly builds.
      "missing-file" if a file that it reads is not there; "refused" if PEP 668 keeps it out of its Python; "musl" if
      that is the C library; "twice" if its words name a distribution twice; "after another" unless it is the first;
      "torch in an image" if one brings that; "maybe an extension" if it may compile an extension of torch that World
      knows.
    - Entry: "exec-form" or "shell-form"; its programs; of an exec form all words, the first one up to a blank, "a
      blank" if that or the last program of a shell form has one and "$" if any has, "CMD in shell form" if ENTRYPOINT
      gets such; "user" if USER is set, "not root" if it surely is not, "exposes" if EXPOSE is; of the program: "made"
      if a step made it, "script" if it is a text of the build context, "no program" if it surely is not there; "all
      packages known" of its Python, "installs elsewhere" if other stages have installs, "holds fastapi" and "holds
      flask" if it has these, "moved" if an environment was.
    - RequirementsFile: the distributions ("torch"); "unreadable" if it has a line that cannot be read; "open" if one
      has no upper bound; "hashes" if one has a hash; "file://" if one has such a URL; "dropped-option" if an option
      follows one that pip drops there; "twice" if a name stands there twice, or elsewhere in an install that reads it.
    - RequirementLine: the distribution ("torch").

    `mentions`: texts in lower case; the rule is not loaded for a Dockerfile where none of them stands, nor in a file
    that says what to install. Only for what has to be written out for the rule to have something to say.

    `by_date`: what it says may change with World's `today`.

    `strict`: right, but not worth stopping for; asked only under the profile "strict" or when selected.
    """

    def declare(check: Callable[[S, Context], Iterator[Problem]]) -> Rule[S]:
        return Rule(
            subject,
            severity,
            outcome,
            check,
            when=when,
            mentions=mentions,
            by_date=by_date,
            strict=strict,
            confidence=confidence,
        )

    return declare
