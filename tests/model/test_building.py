"""What make and other programs may leave on PATH: a Python where one can come from, none where it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.model.asking import ABSENT, UNKNOWN

if TYPE_CHECKING:
    from tests.model.asking import Predict

PLAIN = "FROM ubuntu:22.04\n"
WITH = f"{PLAIN}RUN apt-get install -y python3\n"
CLONE = "RUN git clone --depth 1 https://github.com/opencv/opencv.git /src/opencv\n"
FETCHED = "wget https://www.python.org/ftp/python/3.9.1/Python-3.9.1.tgz"
PYTHON = f"cd /tmp && {FETCHED} && tar xf Python-3.9.1.tgz && cd Python-3.9.1"


@pytest.mark.parametrize(
    "text",
    [
        CLONE + "RUN cd /src/opencv/build && cmake .. && make -j4 && make install\n",
        CLONE + "WORKDIR /src/opencv\nRUN mkdir -p build && cd build && ninja install\n",
        CLONE + "WORKDIR /src/opencv\nRUN ./bootstrap && bash ./autogen.sh && ./configure && make\n",
        "RUN git clone https://github.com/opencv/opencv && cd opencv && make\n",
        "ARG URL=https://github.com/opencv/opencv\nRUN git clone $URL && cd opencv && make\n",
        "RUN wget https://x.example/openmpi-4.tar.gz && tar xf openmpi-4.tar.gz && cd openmpi-4 && make install\n",
        "RUN curl -fsSL https://deb.nodesource.com/setup_12.x | bash -\n",
        "RUN curl https://rclone.org/install.sh | sh\n",
        "RUN curl -o setup.sh https://deb.nodesource.com/setup_12.x\nRUN bash setup.sh\n",
        "RUN wget https://x.example/t.zip && unzip ./t.zip -d /aws && /aws/install\n",
        "RUN dpkg -i cuda-keyring_1.1-1_all.deb\n",
        "RUN curl -O https://x.example/tool_1.0_amd64.deb && dpkg -i tool_${X}_amd64.deb\n",
        "RUN wget -O a.tgz https://x.example/a.tgz && tar xf a.tgz -C /usr/local\n",
        "RUN cat list.txt | xargs -n1 pip install\n",
        "RUN find /w -name '*.whl' -exec pip install {}[all] \\;\n",
        "RUN ls | xargs rm\n",
        "RUN svn checkout https://x.example/trunk\n",
        "RUN jupyter notebook --generate-config\n",
        "RUN /bin/bash\n",
        "ADD https://x.example/tool.zip /\n",
        "COPY run.sh /\n",
    ],
)
def test_what_brings_no_python_leaves_the_one_that_is_there(predicted: Predict, text: str) -> None:
    prediction = predicted(f"{WITH}ARG X=1\n{text}")
    assert (prediction.starts("python3"), prediction.python("python3")) == ("python of /usr", "3.10")


@pytest.mark.parametrize(
    "text",
    [
        "RUN make install\n",
        "COPY . /app\nRUN cd /app && make\n",
        "RUN git clone https://github.com/pyenv/pyenv && cd pyenv && make\n",
        "RUN git clone https://github.com/python/cpython && cd cpython && make install\n",
        "RUN wget https://x.example/Miniconda.tgz && tar xf Miniconda.tgz && cd mini && make install\n",
        "RUN git clone $URL && cd tool && make\n",
        CLONE + "COPY . /src/opencv\nWORKDIR /src/opencv\nRUN make\n",
        "RUN curl https://x.example/install.sh | bash\n",
        "RUN echo x | bash\n",
        "RUN bash < x\n",
        "RUN ./other/install\n",
        "RUN cat list.txt | xargs ./setup\n",
        "RUN find . -name x -exec ./setup {} \\;\n",
        "RUN wget https://x.example/cpython-3.12.tar.gz && tar xf cpython-3.12.tar.gz -C /usr/local\n",
        "RUN tar xf somewhere.tgz -C /usr/local\n",
        "ADD https://x.example/tool.git /usr/local\n",
        "COPY tool /usr/local\n",
    ],
)
def test_what_may_bring_one_leaves_it_open(predicted: Predict, text: str) -> None:
    files = {"Makefile": "all:\n", "torchlint.toml": ""}
    assert predicted(f"{WITH}ARG URL\n{text}", files, context="partial").starts("python3") == UNKNOWN


def test_folders_of_others_hold_no_python(predicted: Predict) -> None:
    """An unknown program may put one into /usr/local/bin, not into those of CUDA or of daemons."""
    text = (
        "FROM nvidia/cuda:12.4.1-base-ubuntu22.04\nRUN ./unknown && ln -sf /usr/bin/python3.9 /usr/local/bin/python\n"
    )
    prediction = predicted(text.replace("RUN ", "RUN apt-get install -y python3.9 && "))
    assert prediction.starts("python") == "python of /usr@3.9"
    assert prediction.starts("python3") == UNKNOWN
    assert prediction.there("/usr/local/cuda/bin/python") == ABSENT


def test_a_bare_image_has_no_python_in_other_folders(predicted: Predict) -> None:
    prediction = predicted(f"{WITH}ENV PATH=/opt/tools:/src/build:$PATH\n")
    assert prediction.starts("python3") == "python of /usr"
    assert prediction.there("/usr/lib/python3") == UNKNOWN


@pytest.mark.parametrize(
    "image", ["pytorch/pytorch:1.12.1-cuda11.3-cudnn8-runtime", "nvcr.io/nvidia/pytorch:21.07-py3"]
)
def test_images_with_conda_have_their_pythons_in_few_folders(predicted: Predict, image: str) -> None:
    prediction = predicted(f"FROM {image}\nENV PATH=/usr/local/cuda-11.8/bin:/srv/tools/bin:$PATH\n")
    assert prediction.starts("python") == "python of /opt/conda"
    assert predicted(f"FROM {image}\n").there("/usr/local/bin/python3") == UNKNOWN


@pytest.mark.parametrize(
    "image", ["pytorch/pytorch:2.10.0-cuda12.8-cudnn9-runtime", "nvcr.io/nvidia/pytorch:23.10-py3"]
)
def test_images_without_conda_surely_lack_it(predicted: Predict, image: str) -> None:
    prediction = predicted(f"FROM {image}\nRUN conda install -y numpy\n")
    assert prediction.starts("conda") == ABSENT
    assert prediction.starts("python") == "python of /usr"


# Python from its source


@pytest.mark.parametrize(
    ("rest", "starts"),
    [
        ("./configure && make", {"python3.9": ABSENT}),
        ("./configure && make && make altinstall", {"python3.9": "python of /usr/local", "python3": ABSENT}),
        ("./configure --enable-shared --build=$B && make -j4 install", {"python3": "python of /usr/local"}),
        ("./configure && make install", {"pip3.9": "pip of /usr/local", "pip3": "pip of /usr/local", "python": ABSENT}),
        ("./configure --without-ensurepip && make install", {"python3": "python of /usr/local", "pip3.9": ABSENT}),
        (
            "./configure --prefix=/opt/py && make install",
            {"/opt/py/bin/python3": "python of /opt/py", "python3": ABSENT},
        ),
        ("./configure --prefix=$B && make install", {"python3": UNKNOWN}),
        ("./configure $B && make install", {"python3": UNKNOWN}),
        ("make install", {"python3": UNKNOWN}),
    ],
)
def test_python_from_its_source_goes_where_configure_says(
    predicted: Predict, rest: str, starts: dict[str, str]
) -> None:
    prediction = predicted(f"{PLAIN}ARG B\nRUN {PYTHON} && {rest}\n")
    assert {word: prediction.starts(word) for word in starts} == starts


def test_python_from_its_source_is_of_the_version_of_its_folder(predicted: Predict) -> None:
    prediction = predicted(
        f"{PLAIN}RUN {PYTHON} && ./configure && make install && ln -s python3 /usr/local/bin/python\n"
    )
    assert prediction.python() == "3.9"
    assert prediction.environment("/usr/local").complete


# What apt leaves alone


def test_a_python3_that_is_installed_is_not_installed_again(predicted: Predict) -> None:
    """Whoever made /usr/bin/python3 another one keeps it."""
    text = f"{WITH}RUN apt-get install -y python3.11 && ln -sf python3.11 /usr/bin/python3\n"
    assert predicted(text + "RUN apt-get install -y python3 python3-pip\n").python("python3") == "3.11"
    assert predicted(f"{WITH}RUN rm /usr/bin/python3\nRUN apt-get install -y python3\n").starts("python3") == ABSENT


@pytest.mark.parametrize(
    ("line", "starts"),
    [
        ("apt-get remove -y python3-blinker", "python of /usr"),
        ("apt-get remove -y python3-minimal", UNKNOWN),
        ("apt-get remove -y python3", UNKNOWN),
        ("apt-get autoremove -y", "python of /usr"),
    ],
)
def test_removing_a_module_leaves_python(predicted: Predict, line: str, starts: str) -> None:
    assert predicted(f"{WITH}RUN {line}\n").starts("python3") == starts


@pytest.mark.parametrize("manager", ["dnf", "yum", "microdnf"])
def test_a_minor_version_by_name_is_in_usr_bin(predicted: Predict, manager: str) -> None:
    text = f"FROM nvidia/cuda:12.8.2-base-amzn2023\nRUN {manager} install -y python3.12 && python3.12 -m venv /venv\n"
    assert predicted(f"{text}ENV PATH=/venv/bin:$PATH\n").python() == "3.12"
