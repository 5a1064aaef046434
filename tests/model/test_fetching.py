"""What programs that fetch models and data leave: files below known folders, and the packages that were there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.model.asking import ABSENT, UNKNOWN

if TYPE_CHECKING:
    from tests.model.asking import Predict

BEGIN = (
    "FROM python:3.12-slim\nWORKDIR /app\n"
    "RUN pip install nltk spacy torch gdown 'huggingface-hub' transformers playwright\n"
)

FETCHING = [
    "python -m nltk.downloader punkt stopwords",
    "python -m nltk.downloader -d /data/nltk all",
    "python -m textblob.download_corpora",
    "python -m spacy download en_core_web_sm",
    "python3 -m gdown 1abc -O model.bin",
    "python -m compileall -q .",
    "python -m playwright install chromium",
    "fc-cache -f",
    "dos2unix start.sh",
    "git clone --depth 1 https://example.com/org/project.git",
    "git clone https://example.com/org/project third_party",
    "git config --global user.name me",
    "aws s3 cp s3://bucket/weights weights --recursive",
    "aws s3 cp model.bin s3://bucket/weights",
    "gsutil -m cp -r gs://bucket/weights weights",
    "gcloud storage cp gs://bucket/a weights",
    "cd /web && npm ci --omit=dev",
    'python -c "import torch"',
    "python -c \"import nltk; nltk.download('punkt')\"",
    "python -c \"import nltk; [nltk.download(x) for x in ('punkt', 'words')]\"",
    "python -c 'import torch; print(torch.__version__, torch.version.cuda)'",
    "python -c 'import torch; assert torch.cuda.is_available(), f\"no {torch.version.cuda}\"'",
    "python -c \"from transformers import AutoModel as M; M.from_pretrained('bert').save_pretrained('./bert')\"",
    "python -c \"import torch; torch.hub.load('snakers4/silero-vad', 'silero_vad')\"",
    "python -c \"import os; os.makedirs('data', exist_ok=True)\"",
    "python -c \"import os; os.environ['HF_HOME'] = '/models'; import transformers\"",
    "python -c \"import whisper; whisper.load_model('base', download_root='/models')\"",
    "python -c \"from ultralytics import YOLO; YOLO('yolov8n.pt')\"",
    "python -uc 'import torch' || true && python -V",
]


@pytest.mark.parametrize("line", FETCHING[:-1])
def test_what_fetches_brings_no_module_and_no_package(predicted: Predict, line: str) -> None:
    prediction = predicted(f"{BEGIN}RUN {line}\n")
    assert prediction.there("/app/main.py") == ABSENT
    assert prediction.there("/app/service/main.py") == ABSENT
    assert prediction.environment("/usr/local").complete


ANYTHING = [
    FETCHING[-1],
    "python -m our_tool",
    "python -m spacy download en_core_web_trf",
    "python -m spacy download $MODEL",
    "git pull",
    "git clone https://example.com/org/project .",
    "git clone $URL",
    "git clone --separate-git-dir /x https://example.com/org/project",
    "aws s3 cp s3://bucket/code .",
    "aws s3 cp s3://bucket/code $TARGET",
    "gcloud components install gke",
    "npm ci",
    "npm install --global tool",
    "npm run build",
    "python3 -m gdown 1abc",
    "python3 -m gdown 1abc -O $TARGET",
    'python -c "$CODE"',
    "python -c 'import app'",
    "python -c 'from .app import x'",
    "python -c 'import os; os.system(\"x\")'",
    "python -c 'import subprocess as s; s.run([\"x\"])'",
    "python -c 'from os import system as print; print(\"x\")'",
    "python -c 'import os; f = os.system; f(\"x\")'",
    "python -c 'import torch; exec(\"x\")'",
    "python -c 'import torch; __import__(\"app\")'",
    'python -c \'import torch; torch.save(1, "a" + ".py")\'',
    "python -c 'import sys, torch; torch.save(1, sys.argv[1])' main.py",
    "python -c 'import os, torch; torch.save(1, os.environ[\"X\"])'",
    'python -c \'import torch; torch.hub.load("org/project", "model")\'',
    "python -c 'from transformers import AutoModel as M; M.from_pretrained(\"x\", trust_remote_code=True)'",
    "python -c 'from transformers import AutoModel as M; M.from_pretrained(**{})'",
    "python -c 'from ultralytics import YOLO; YOLO(\"own.pt\")'",
    "python -c 'import urllib.request as u; u.urlretrieve(\"https://example.com/main.py\")'",
    'python -c \'open("main.py", "w")\'',
    "python -c 'import torch('",
    "python -c 'class A: pass'",
]


@pytest.mark.parametrize("line", ANYTHING)
def test_what_may_write_more_may_bring_a_module(predicted: Predict, line: str) -> None:
    assert predicted(f"{BEGIN}ARG MODEL CODE\nRUN {line}\n").there("/app/main.py") == UNKNOWN


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("python -m nltk.downloader -d /data/nltk all", "/data/nltk/tokenizers"),
        ("python -m nltk.downloader all", "/root/nltk_data/tokenizers"),
        ("python3 -m gdown 1abc -O weights", "/app/weights/model.bin"),
        ("git clone https://example.com/org/project.git", "/app/project/main.py"),
        ("git clone https://example.com/org/project.git && cp -r project/. .", "/app/main.py"),
        ("aws s3 cp s3://bucket/weights weights", "/app/weights/x"),
        ("python -c \"import nltk; nltk.download('punkt', download_dir='/data')\"", "/data/x"),
        ("python -c \"import torch; torch.hub.load('pytorch/vision', 'resnet18')\"", "/root/.cache/torch/hub"),
        ("TORCH_HOME=/models python -c \"import torch; torch.hub.load('pytorch/vision', 'x')\"", "/models/hub"),
        ("python -c \"import torch; torch.save(1, '~/x/model')\"", "/root/x/model"),
        ("python -m compileall -b .", "/app/main.pyc"),
        ("python -m playwright install --with-deps", "/usr/lib/x86_64-linux-gnu/libgthread-2.0.so.0"),
    ],
)
def test_it_may_lie_where_it_is_fetched_to(predicted: Predict, line: str, path: str) -> None:
    assert predicted(f"{BEGIN}RUN {line}\n").there(path) == UNKNOWN


def test_the_folders_of_variables_are_written_to(predicted: Predict) -> None:
    line = "RUN python -c \"import nltk; nltk.download('punkt')\"\n"
    assert predicted(f"{BEGIN}{line}").there("/models/x") == ABSENT
    assert predicted(f"{BEGIN}ENV NLTK_DATA=/models\n{line}").there("/models/x") == UNKNOWN


def test_of_a_user_without_a_known_home_the_files_may_lie_anywhere_but_the_packages_are_known(
    predicted: Predict,
) -> None:
    prediction = predicted(f"{BEGIN}USER 1000\nRUN python -c \"import nltk; nltk.download('punkt')\"\n")
    assert prediction.there("/app/main.py") == UNKNOWN
    assert prediction.environment("/usr/local").complete


def test_a_model_of_spacy_is_a_package_that_brings_no_other(predicted: Predict) -> None:
    before = predicted(BEGIN).environment("/usr/local")
    after = predicted(f"{BEGIN}RUN python -m spacy download en_core_web_sm\n").environment("/usr/local")
    assert after.packages.keys() - before.packages.keys() == {"en-core-web-sm"}
    assert after.asked == before.asked


SCRIPT = """\
'''Fetch what the container needs.'''
import os
from transformers import AutoModel

NAMES = ["a", "b"]

def main():
    for name in NAMES:
        AutoModel.from_pretrained(name, cache_dir="models")
    os.makedirs("data", exist_ok=True)
    print(f"{len(NAMES)} are there: {os.listdir('models') if False else NAMES}")

if __name__ == "__main__":
    main()
"""


@pytest.mark.parametrize(
    ("text", "there"),
    [
        (SCRIPT.replace("os.listdir('models') if False else ", ""), ABSENT),
        (SCRIPT, UNKNOWN),
        ("import app\n", UNKNOWN),
        ("from transformers import AutoModel\nAutoModel.from_pretrained(open('x').read())\n", UNKNOWN),
        ("", UNKNOWN),
    ],
)
def test_a_script_is_read_like_its_text(predicted: Predict, text: str, there: str) -> None:
    files = {"tools/fetch.py": text, "app/x.py": "", "tools/app.py": ""}
    prediction = predicted(f"{BEGIN}COPY tools tools\nRUN python tools/fetch.py\n", files)
    assert prediction.there("/app/main.py") == there


def test_a_module_of_one_s_own_may_do_anything_whatever_its_name(predicted: Predict) -> None:
    line = "COPY . .\nRUN python -c 'import torch'\n"
    assert predicted(f"{BEGIN}{line}", {"x": ""}).there("/app/main.py") == ABSENT
    assert predicted(f"{BEGIN}{line}", {"torch.py": ""}).there("/app/main.py") == UNKNOWN
    assert predicted(f"{BEGIN}{line}", {"torch/x.py": ""}).there("/app/main.py") == UNKNOWN
    assert predicted(f"{BEGIN}ENV PYTHONPATH=src\n{line}", {"src/x.py": ""}).there("/app/main.py") == ABSENT
    assert predicted(f"{BEGIN}ENV PYTHONPATH=src\n{line}", {"src/torch.py": ""}).there("/app/main.py") == UNKNOWN
    assert predicted(f"{BEGIN}ARG WHERE\nENV PYTHONPATH=$WHERE\n{line}", {"x": ""}).there("/app/main.py") == UNKNOWN
