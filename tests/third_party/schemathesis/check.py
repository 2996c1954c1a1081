"""Checks the sandbox with the unmodified package `schemathesis` from PyPI. Started by `run`.

Usage: check.py DOCUMENT FOLDER, the OpenAPI document and a folder for what is written; the sandbox is at SANDBOX_URL.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from twilio.rest import Client

URL = os.environ["SANDBOX_URL"]


def main(document, folder):
    work = Path(folder) / "schemathesis"
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(Path(__file__).parent, work)
    write_dictionaries(work)
    events = work / "events.ndjson"
    command = [sys.executable, "-m", "schemathesis.cli", "--config-file", "schemathesis.toml", "run", document]
    options = ["--url", URL, "--checks", "all", "--no-color", "--report-ndjson-path", str(events)]
    code = subprocess.run([*command, *options], cwd=work).returncode
    cases, passed, failed = count(events)
    if code or failed or not passed:
        print(f"schemathesis: {cases} test cases, {failed} checks failed, {passed} passed")
        return code or 1
    print(f"schemathesis: {cases} test cases, {passed} checks passed")
    return 0


def write_dictionaries(work):
    """Creates an active configuration with one plugin, and tells schemathesis its identifiers."""
    plugin, version, configuration, release = active()
    words = {
        "plugins": [plugin.sid, "fuzzed"],
        "versions": [version.sid],
        "configurations": [configuration.sid],
        "any": [plugin.sid, "fuzzed", version.sid, "1.0.0", configuration.sid, release.sid, "Active"],
    }
    for name, values in words.items():
        (work / f"{name}.dict").write_text("".join(f'"{value}"\n' for value in values))


def active():
    client = Client(f"AC{1:032x}", "secret-1", environment={"-": "-"})
    client.flex_api.base_url = URL
    service = client.flex_api.v1
    plugin = service.plugins.create(unique_name="fuzzed")
    url = "https://example.com/p.js"
    version = service.plugins("fuzzed").plugin_versions.create(resource_version="1.0.0", plugin_url=url)
    entry = {"plugin_version": version.sid, "phase": 3}
    configuration = service.plugin_configurations.create(name="fuzzed", plugins=[entry])
    return plugin, version, configuration, service.plugin_releases.create(configuration_id=configuration.sid)


def count(events):
    """The test cases, and the checks that passed and failed, of all phases."""
    cases = passed = failed = 0
    for line in events.read_text().splitlines():
        recorder = json.loads(line).get("ScenarioFinished", {}).get("recorder", {})
        cases += len(recorder.get("cases", {}))
        for checks in recorder.get("checks", {}).values():
            passed += sum(check["status"] == "success" for check in checks)
            failed += sum(check["status"] != "success" for check in checks)
    return cases, passed, failed


sys.exit(main(*sys.argv[1:]))
