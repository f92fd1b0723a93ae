"""The package installed by itself, away from the checkout, does the main job; an editable install too."""

import csv
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SEED = ROOT / "seeds" / "china-russia-2021-q3.txt"
ENTRIES = 40

pytestmark = pytest.mark.installs

LOCKED = re.compile(r"^([\w.-]+==[^ \\]+)(?: (; [^\\]+))?", re.MULTILINE)


def run(*words: str | Path, folder: Path) -> str:
    """What a command prints, in an environment that knows nothing of this checkout."""
    env = {"PATH": "/usr/bin:/bin", "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(list(map(str, words)), cwd=folder, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def pip(*words: str | Path, python: Path) -> None:
    """The running environment's pip, at work on another environment."""
    done = subprocess.run(
        [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", *words],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def environment(folder: Path) -> Path:
    """The Python of a new, empty environment."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    return folder / "bin" / "python"


@pytest.fixture(scope="module")
def constraints(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The versions of the lock, without the hashes, which pip would want of our own wheel too."""
    lock = (ROOT / "requirements" / "dev.txt").read_text(encoding="utf-8")
    path = tmp_path_factory.mktemp("lock") / "constraints.txt"
    path.write_text("".join(f"{name} {marker}\n" for name, marker in LOCKED.findall(lock)))
    return path


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A source distribution and the wheel built from it, so that the first is whole as well."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT]
    done = subprocess.run(build, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module", params=["wheel", "editable"])
def command(request: pytest.FixtureRequest, constraints: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command `chronicle` of an environment with the package and its dependencies, nothing else."""
    python = environment(tmp_path_factory.mktemp(request.param) / "environment")
    if request.param == "wheel":
        folder: Path = request.getfixturevalue("distributions")
        pip("--constraint", constraints, *folder.glob("*.whl"), python=python)
    else:
        pip("--constraint", constraints, "--editable", ROOT, python=python)
    return python.with_name("chronicle")


def test_installed_it_does_the_main_job(command: Path, tmp_path: Path) -> None:
    """In one test, so that no two processes of a run make the same environment."""
    assert re.fullmatch(r"chronicle \d+\.\d+\.\d+\n", run(command, "--version", folder=tmp_path))
    report = run(command, "ingest", SEED, folder=tmp_path).split("\t")
    assert report[0] == "added"
    assert report[2] == str(ENTRIES)
    assert run(command, "events", "--actor", "lavrov", "--since", "2021", folder=tmp_path)
    run(command, "export", "csv", "--output", "events.csv", folder=tmp_path)
    with (tmp_path / "events.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == ENTRIES
    run(command, "db", "upgrade", folder=tmp_path)
    run(command, "db", "check", folder=tmp_path)


def test_the_wheel_holds_tables_and_migrations_and_no_tests(distributions: Path, tmp_path: Path) -> None:
    [wheel] = distributions.glob("*.whl")
    names = run(sys.executable, "-m", "zipfile", "--list", wheel, folder=tmp_path)
    assert "chronicle/migrations/env.py" in names
    assert "chronicle/data/people.csv" in names
    assert "chronicle/docs/tutorial.md" in names
    assert "chronicle/py.typed" in names
    assert "chronicle/__init__.pyi" in names
    assert "chronicle/presenting/page/assets/page.css" in names
    assert "chronicle/serving/templates/base.html" in names
    assert "chronicle/serving/static/site.css" in names
    assert "tests/" not in names
    assert "__pycache__" not in names
