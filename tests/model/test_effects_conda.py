"""conda, mamba and micromamba: which environment a command means, its Python, its packages, and what runs inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.model.asking import ABSENT, UNKNOWN, asked

if TYPE_CHECKING:
    from tests.model.asking import Predict

MINICONDA = "FROM continuumio/miniconda3:latest\n"
PYTORCH = "FROM pytorch/pytorch:2.1.0-cuda12.1-cudnn8-runtime\nRUN conda install -y python=3.10\n"
PLAIN = "FROM debian:12\nENV CONDA=/c PATH=/c/bin:$PATH\n"
GET = "RUN curl -o /i.sh https://repo.example/miniconda/{}.sh && bash /i.sh -b -p /c\n"
GPU = """\
name: gpu
channels: [pytorch, nvidia]
dependencies:
  - python=3.10
  - pytorch=2.1.0
  - pytorch-cuda=12.1
  - pip
  - pip:
    - uvicorn==0.30.0
    - -r more.txt
"""


@pytest.mark.parametrize(
    ("spec", "python"),
    [
        ("python=3.10", "3.10"),
        ("python==3.10.4", "3.10"),
        ("'python=3.10.*'", "3.10"),
        ("python=3.10=h12debd9", "3.10"),
        ("'python>=3.10,<3.11'", "3.10"),
        ("'python 3.9'", "3.9"),
        ("conda-forge::python=3.8", "3.8"),
        ("python", None),
        ("python=3", None),
        ("'python>=3.8'", None),
        ("'python=3.1*'", None),
        ("'python=3.8|3.9'", None),
        ("python=$VERSION", None),
        ("numpy", None),
    ],
)
def test_a_new_environment_has_the_python_its_spec_names(predicted: Predict, spec: str, python: str | None) -> None:
    prediction = predicted(f"{MINICONDA}ARG VERSION\nRUN conda create -y -n e {spec}\n")
    assert prediction.environment("/opt/conda/envs/e").python.value == python


@pytest.mark.parametrize(
    ("options", "prefix"),
    [
        ("-n e", "/opt/conda/envs/e"),
        ("--name=e", "/opt/conda/envs/e"),
        ("-p /srv/e", "/srv/e"),
        ("--prefix ./e", "/w/e"),
    ],
)
def test_where_an_environment_is_made(predicted: Predict, options: str, prefix: str) -> None:
    prediction = predicted(f"{MINICONDA}WORKDIR /w\nRUN conda create -y {options} python=3.11\n")
    assert prediction.environment(prefix).python.value == "3.11"
    assert prediction.there(f"{prefix}/bin/python3.11") == "file"
    assert prediction.starts(f"{prefix}/bin/pip") == f"pip of {prefix}"


def test_an_environment_without_packages_has_no_python(predicted: Predict) -> None:
    prediction = predicted(f"{MINICONDA}RUN conda create -y -n e\n")
    assert prediction.there("/opt/conda/envs/e/bin/python") == ABSENT


def test_one_with_other_packages_may_have_one(predicted: Predict) -> None:
    assert predicted(f"{MINICONDA}RUN conda create -y -n e numpy\n").there("/opt/conda/envs/e/bin/python") == UNKNOWN


def test_only_a_bare_environment_is_complete(predicted: Predict) -> None:
    text = f"{MINICONDA}RUN conda create -n a python=3.10 pip && conda create -n b python=3.10 numpy\n"
    environments = predicted(text).final.environments
    assert [environments[f"/opt/conda/envs/{name}"].complete for name in "ab"] == [True, False]


@pytest.mark.parametrize(
    ("command", "prefix", "python"),
    [
        ("conda install -y numpy", "/opt/conda", "3.10"),
        ("conda install -y python=3.8", "/opt/conda", "3.8"),
        ("conda install -y python", "/opt/conda", None),
        ("conda update --all -y", "/opt/conda", None),
        ("conda update -y numpy", "/opt/conda", "3.10"),
        ("conda install -y $X", "/opt/conda", None),
        ("conda install -y -n base python=3.9", "/opt/conda", "3.9"),
        ("/opt/conda/bin/conda install python=3.9", "/opt/conda", "3.9"),
        ("mamba install -y numpy", "/opt/conda", "3.10"),
        ("mamba install -y numpy python=3.9", "/opt/conda", None),
        ("mamba install -y $X", "/opt/conda", None),
        ("conda list && conda clean -ya && conda init bash", "/opt/conda", "3.10"),
        ("conda install --dry-run python=3.8", "/opt/conda", "3.10"),
    ],
)
def test_only_a_spec_of_python_changes_it(predicted: Predict, command: str, prefix: str, python: str | None) -> None:
    assert predicted(f"{PYTORCH}ARG X\nRUN {command}\n").environment(prefix).python.value == python


@pytest.mark.parametrize(
    ("lines", "prefix"),
    [
        ("RUN conda install -y x-y", "/opt/conda"),
        ("RUN conda install -y -n e x-y", "/opt/conda/envs/e"),
        ("ENV CONDA_DEFAULT_ENV=e\nRUN conda install -y x-y", "/opt/conda/envs/e"),
        ("ENV CONDA_PREFIX=/opt/conda/envs/e\nRUN conda install -y x-y", "/opt/conda/envs/e"),
        ("RUN . /opt/conda/etc/profile.d/conda.sh && conda activate e && conda install x-y", "/opt/conda/envs/e"),
        ("RUN bash -c 'source activate e && conda install x-y'", "/opt/conda/envs/e"),
        ("RUN . /opt/conda/bin/activate e && conda install x-y", "/opt/conda/envs/e"),
        ('RUN eval "$(conda shell.bash hook)" && conda activate e && conda install x-y', "/opt/conda/envs/e"),
        ('RUN eval "$(/opt/conda/bin/conda shell.posix hook)" && conda install x-y', "/opt/conda"),
    ],
)
def test_which_environment_an_install_means(predicted: Predict, lines: str, prefix: str) -> None:
    prediction = predicted(f"{MINICONDA}RUN conda create -y -n e python=3.11\n{lines}\n")
    holding = [where for where, one in prediction.final.environments.items() if "x-y" in one.packages]
    assert holding == [prefix]


@pytest.mark.parametrize(
    "lines",
    [
        "RUN . /opt/conda/etc/profile.d/conda.sh && conda activate e && pip install x-y",
        'RUN eval "$(conda shell.bash hook)"; conda activate e; pip install x-y',
        "RUN . /opt/conda/bin/activate e && python -m pip install x-y",
        'SHELL ["/bin/bash", "-c"]\nRUN source activate e && pip install x-y',
        "RUN conda run -n e pip install x-y",
        "RUN conda run --no-capture-output -n e python -m pip install x-y",
        'RUN conda run -p /opt/conda/envs/e bash -c "pip install x-y"',
        'SHELL ["conda", "run", "-n", "e", "/bin/bash", "-c"]\nRUN pip install x-y',
        'SHELL ["conda", "run", "--no-capture-output", "-n", "e", "/bin/sh", "-c"]\nRUN pip install x-y',
        "ENV PATH=/opt/conda/envs/e/bin:$PATH\nRUN pip install x-y",
        "RUN /opt/conda/envs/e/bin/pip install x-y",
    ],
)
def test_pip_installs_into_the_environment_that_is_active(predicted: Predict, lines: str) -> None:
    prediction = predicted(f"{MINICONDA}RUN conda create -y -n e python=3.11\n{lines}\n")
    environment = prediction.install.environment
    assert environment is not None
    assert (environment.prefix, environment.python.value) == ("/opt/conda/envs/e", "3.11")


def test_an_activation_ends_with_its_run(predicted: Predict) -> None:
    text = f"{MINICONDA}RUN conda create -n e python=3.11\nRUN . /opt/conda/bin/activate e\nRUN pip install x-y\n"
    environment = predicted(text).install.environment
    assert environment is not None
    assert environment.prefix == "/opt/conda"


@pytest.mark.parametrize("shell", ['["/bin/bash", "-lc"]', '["bash", "--login", "-c"]'])
def test_a_login_shell_may_look_elsewhere_but_activation_comes_first(predicted: Predict, shell: str) -> None:
    text = f"{MINICONDA}RUN conda create -y -n e python=3.11\nSHELL {shell}\n"
    assert predicted(f"{text}RUN pip install x-y\n").install.environment is None
    environment = predicted(f"{text}RUN . /opt/conda/bin/activate e && pip install x-y\n").install.environment
    assert environment is not None
    assert environment.prefix == "/opt/conda/envs/e"


def test_the_entry_runs_in_the_environment_that_the_shell_names(predicted: Predict) -> None:
    text = f"{MINICONDA}RUN conda create -y -n e python=3.11\n"
    text += 'SHELL ["conda", "run", "-n", "e", "/bin/bash", "-c"]\nCMD python app.py\n'
    environment = predicted(text).entry.environment
    assert environment is not None
    assert environment.prefix == "/opt/conda/envs/e"


@pytest.mark.parametrize(
    ("specs", "version", "variant"),
    [
        ("pytorch=2.1.0 pytorch-cuda=12.1", "2.1.0", "cu121"),
        ("pytorch==2.1.0 cpuonly", "2.1.0", "cpu"),
        ("pytorch==1.12.1 cudatoolkit=11.3", "1.12.1", "cu113"),
        ("pytorch==2.1.0 cudatoolkit=11.3", "2.1.0", None),
        ("pytorch cudatoolkit=10.0", None, None),
        ("pytorch=2.1", None, None),
        ("'pytorch=2.1.0=py3.10_cuda12.1_cudnn8.9.2_0'", "2.1.0", "cu121"),
        ("'pytorch=2.1.0=*cuda*'", "2.1.0", None),
        ("'pytorch=2.1.0=py3.10_cpu_0'", "2.1.0", "cpu"),
        ("pytorch=2.1.0 pytorch-cuda", "2.1.0", None),
    ],
)
def test_the_build_of_torch_is_known_where_the_specs_settle_it(
    predicted: Predict, specs: str, version: str | None, variant: str | None
) -> None:
    prediction = predicted(f"{MINICONDA}RUN conda create -y -n e python=3.10 {specs} -c pytorch\n")
    torch = prediction.environment("/opt/conda/envs/e").packages["torch"]
    assert (torch.version, torch.variant, torch.source) == (version, variant, "conda")


@pytest.mark.parametrize(
    ("command", "prefix"),
    [
        ("conda env create -f environment.yml", "/opt/conda/envs/gpu"),
        ("conda env create", "/opt/conda/envs/gpu"),
        ("conda env create -n other -f environment.yml", "/opt/conda/envs/other"),
        ("conda env create -p /env --file=environment.yml", "/env"),
        ("conda env update -n base -f environment.yml", "/opt/conda"),
        ("conda env update -f /w/environment.yml", "/opt/conda/envs/gpu"),
        ("conda env create -f environment.yml --quiet && conda clean -ay", "/opt/conda/envs/gpu"),
    ],
)
def test_an_environment_file_is_read_with_its_pip_list(predicted: Predict, command: str, prefix: str) -> None:
    files = {"environment.yml": GPU, "more.txt": "rich\n"}
    prediction = predicted(f"{MINICONDA}WORKDIR /w\nCOPY environment.yml more.txt ./\nRUN {command}\n", files)
    environment = prediction.environment(prefix)
    assert environment.python.value == "3.10"
    assert (environment.packages["torch"].version, environment.packages["torch"].variant) == ("2.1.0", "cu121")
    install = prediction.install
    assert (install.tool, install.python, asked(install)) == ("conda", "3.10", ["uvicorn==0.30.0", "rich"])
    assert {"uvicorn", "rich"} <= environment.packages.keys()
    assert prediction.starts(f"{prefix}/bin/uvicorn") == f"script of {prefix}"


@pytest.mark.parametrize(
    "command", ["conda env create -f absent.yml", "conda env create -f $X", "conda create --clone base"]
)
def test_a_file_that_nobody_can_read_leaves_the_environment_unknown(predicted: Predict, command: str) -> None:
    prediction = predicted(f"{PYTORCH}ARG X\nRUN {command}\n")
    assert all(one.python.value is None for one in prediction.final.environments.values())


@pytest.mark.parametrize(
    ("name", "python"),
    [
        ("Miniconda3-py310_23.3.1-0-Linux-x86_64", "3.10"),
        ("Miniconda3-py38_4.8.2-Linux-x86_64", "3.8"),
        ("Miniconda3-latest-Linux-x86_64", None),
        ("Miniconda2-4.5.11-Linux-x86_64", "2.7"),
        ("Miniforge3-Linux-x86_64", None),
        ("Mambaforge-4.12.0-2-Linux-x86_64", None),
        ("Anaconda3-2019.07-Linux-x86_64", "3.7"),
        ("Anaconda3-5.2.0-Linux-x86_64", "3.6"),
        ("Anaconda3-2024.10-1-Linux-x86_64", "3.12"),
        ("Anaconda3-2099.10-1-Linux-x86_64", None),
        ("Miniconda3-4.7.12.1-Linux-x86_64", "3.7"),
        ("Miniconda3-4.2.12-Linux-x86_64", "3.5"),
        ("Miniconda3-4.6.0-Linux-x86_64", None),
        ("Miniforge3-24.3.0-0-Linux-x86_64", "3.10"),
    ],
)
def test_an_installer_makes_a_base_environment(predicted: Predict, name: str, python: str | None) -> None:
    prediction = predicted(PLAIN + GET.format(name))
    environment = prediction.environment("/c")
    assert (environment.kind, environment.python.value, environment.complete) == ("conda", python, False)
    assert [prediction.starts(word) for word in ("python", "conda", "pip")] == [
        "python of /c",
        "conda of /c",
        "pip of /c",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "RUN wget -q https://x.example/Miniconda3-py39_1-Linux.sh -O ~/m.sh && /bin/bash ~/m.sh -b -p /c",
        "RUN wget https://x.example/Miniconda3-py39_1-Linux.sh && sh Miniconda3-py39_1-Linux.sh -bfp /c",
        "RUN curl -L https://x.example/Miniconda3-py39_1-Linux.sh > /m.sh\nRUN chmod +x /m.sh && /m.sh -b -p /c",
        "WORKDIR /t\nRUN curl -LO https://x.example/Miniconda3-py39_1-L.sh\nRUN bash ./Miniconda3-py39_1-L.sh -b -p /c",
        "ARG V=py39_1\nRUN curl -o m.sh https://x.example/Miniconda3-$V-Linux.sh && bash m.sh -b -p /c",
    ],
)
def test_however_the_installer_came(predicted: Predict, lines: str) -> None:
    assert predicted(f"{PLAIN}{lines}\n").environment("/c").python.value == "3.9"


def test_without_a_prefix_it_goes_home(predicted: Predict) -> None:
    text = "FROM debian:12\nRUN curl -o m.sh https://x.example/Miniforge3-Linux-x86_64.sh && bash m.sh -b\n"
    assert "/root/miniforge3" in predicted(text).final.environments


def test_a_script_that_is_no_known_installer_may_do_anything(predicted: Predict) -> None:
    prediction = predicted(PLAIN + "RUN curl -o /i.sh https://x.example/setup.sh && bash /i.sh -b -p /c\n")
    assert prediction.starts("conda") == UNKNOWN
    assert prediction.final.environments == {}


def test_a_user_who_cannot_write_to_conda_has_environments_elsewhere(predicted: Predict) -> None:
    prediction = predicted(f"{MINICONDA}USER someone\nRUN conda create -y -n e python=3.11\n")
    assert "/opt/conda/envs/e" not in prediction.final.environments


@pytest.mark.parametrize(
    ("lines", "prefix"),
    [
        ("ENV MAMBA_ROOT_PREFIX=/opt/m\nRUN micromamba create -y -n e python=3.11", "/opt/m/envs/e"),
        ("ENV MAMBA_ROOT_PREFIX=/opt/m\nRUN micromamba install -y -n base python=3.11", "/opt/m"),
        ("RUN micromamba create -y -r /opt/r -n e python=3.11", "/opt/r/envs/e"),
    ],
)
def test_micromamba_has_its_root_where_it_is_told(predicted: Predict, lines: str, prefix: str) -> None:
    text = f"FROM debian:12\nCOPY micromamba /usr/bin/micromamba\n{lines}\n"
    assert predicted(text, {"micromamba": ""}).environment(prefix).python.value == "3.11"


@pytest.mark.parametrize(("activate", "prefix"), [("ARG MAMBA_DOCKERFILE_ACTIVATE=1\n", "/opt/conda"), ("", None)])
def test_micromamba_s_image_activates_only_when_told(predicted: Predict, activate: str, prefix: str | None) -> None:
    text = "FROM mambaorg/micromamba:1.5.8\nRUN micromamba install -y -n base python=3.11 && micromamba clean -ay\n"
    environment = predicted(f"{text}{activate}RUN pip install x-y\n").install.environment
    assert (environment.prefix if environment is not None else None) == prefix


def test_what_is_removed_is_gone(predicted: Predict) -> None:
    text = f"{MINICONDA}RUN conda create -y -n e python=3.11 && conda env remove -n e\n"
    prediction = predicted(text)
    assert "/opt/conda/envs/e" not in prediction.final.environments
    assert prediction.there("/opt/conda/envs/e") == ABSENT


def test_where_conda_surely_is_not_nothing_happens(predicted: Predict) -> None:
    assert predicted("FROM python:3.11-slim\nRUN conda create -n e python=3.8\n").final.environments.keys() == {
        "/usr/local"
    }
