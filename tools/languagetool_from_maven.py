"""Brings LanguageTool's server from Maven's registry into a folder for LTP_JAR_DIR_PATH.

usage: python tools/languagetool_from_maven.py FOLDER   (needs: mvn, and a Maven registry)

The integration tests start it; users get theirs with `followlint languagetool install`. Exits with
3 where no registry answers, so that whoever asked can tell that from a fault.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

#: The newest release below 7 that the registry has.
VERSIONS = "[6.0,7.0)"
POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>followlint</groupId><artifactId>languagetool</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.languagetool</groupId><artifactId>languagetool-server</artifactId>
      <version>{versions}</version>
    </dependency>
    <dependency>
      <groupId>org.languagetool</groupId><artifactId>language-en</artifactId>
      <version>{versions}</version>
    </dependency>
  </dependencies>
</project>
"""
#: A manifest's lines have at most 72 bytes; what is longer goes on after a space.
WIDTH = 70
NO_REGISTRY = 3


def pathing_jar(target: Path, jars: list[Path]) -> None:
    """Write a jar that holds nothing but the names of the others: the server is started by it."""
    line = "Class-Path: " + " ".join(jar.name for jar in jars)
    pieces = [line[at : at + WIDTH] for at in range(0, len(line), WIDTH)]
    manifest = "Manifest-Version: 1.0\r\n" + "\r\n ".join(pieces) + "\r\n\r\n"
    with zipfile.ZipFile(target, "w") as jar:
        jar.writestr("META-INF/MANIFEST.MF", manifest)


def main() -> int:
    """Fetch into the folder named on the command line; one that is complete is left alone."""
    folder = Path(sys.argv[1]).resolve()
    server = folder / "languagetool-server.jar"
    if server.is_file():
        return 0
    maven = shutil.which("mvn")
    if maven is None:
        print("no mvn on this machine", file=sys.stderr)
        return NO_REGISTRY
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as temporary:
        (Path(temporary) / "pom.xml").write_text(POM.format(versions=VERSIONS), encoding="utf-8")
        jars = Path(temporary) / "jars"
        fetched = subprocess.run(
            [maven, "-q", "-B", "dependency:copy-dependencies", f"-DoutputDirectory={jars}"],
            cwd=temporary,
        )
        if fetched.returncode:
            return NO_REGISTRY
        pathing_jar(jars / server.name, sorted(jars.glob("*.jar")))
        shutil.rmtree(folder, ignore_errors=True)
        jars.rename(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
