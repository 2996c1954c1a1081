"""What the checks share: clients of the sandbox, and how an answer is compared with what the reference says.

`run` starts the sandboxes and tells their URLs. Accounts are numbered; each file of checks has its own, so that none
finds what another left behind.
"""

import json
import os
import re
import traceback

from twilio.base.exceptions import TwilioException, TwilioRestException
from twilio.rest import Client

# Text that does not survive a form that is encoded or decoded carelessly.
TEXT = 'a & b=c+d%41 é 😀 "q" \n'

# The URLs of the sandboxes: with default options, with limits and strict, and failing all requests.
PLAIN = os.environ["SANDBOX_URL"]
LIMITED = os.environ["SANDBOX_LIMITED_URL"]
BUSY = os.environ["SANDBOX_BUSY_URL"]
BROKEN = os.environ["SANDBOX_BROKEN_URL"]

DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
BUNDLE = "https://example.com/p.js"


def account(number):
    """The SID of account `number`."""
    return f"AC{number:032x}"


def client_of(username, password, base=PLAIN):
    """A client of the vendor that talks to a sandbox with these credentials."""
    client = Client(username, password, environment={"-": "-"})
    client.flex_api.base_url = base
    return client


def client(number, base=PLAIN):
    """A client for account `number`."""
    return client_of(account(number), f"secret-{number}", base)


def flex(client):
    """The plugin service of a client, as the vendor's package offers it."""
    return client.flex_api.v1


class Answer:
    """An answer without the typed layer."""

    def __init__(self, response):
        self.status = response.status_code
        self.headers = response.headers
        self.text = response.text
        self.body = json.loads(response.text) if response.text else None


def raw(client, method, path, data=None, params=None, headers=None):
    """A request of the client without the typed layer above it; `path` follows `/v1`.

    A `data` of type `str` or `bytes` goes out as it is.
    """
    url = f"{client.flex_api.base_url}/v1{path}"
    return Answer(client.request(method, url, data=data, params=params, headers=dict(headers or {})))


def post(client, path, data=None):
    """Sends a form without the typed layer."""
    return raw(client, "POST", path, data)


def nowhere(prefix):
    """A SID that no resource has."""
    return prefix + "0" * 31 + "1"


_checks = []


def check(name, run=None):
    """Adds a check, as a call or as a decorator; they run in the order in which they are added."""
    if run is None:
        return lambda function: check(name, function)
    _checks.append((name, run))
    return run


def run_all():
    """Runs all checks, prints those that fail, and returns how many passed and failed."""
    failed = 0
    for name, run in _checks:
        try:
            run()
        except Exception as error:
            failed += 1
            print(f"FAILED {name}\n{_explain(error)}")
    return len(_checks) - failed, failed


class Different(Exception):
    """What was found is not what was expected."""


def _explain(error):
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if os.path.dirname(__file__) in frame.filename]
    place = next((frame for frame in reversed(frames) if not frame.filename.endswith("harness.py")), None)
    where = f"  at {os.path.basename(place.filename)}:{place.lineno}" if place else ""
    if isinstance(error, Different):
        about, expected, found = error.args
        return f"  expected: {expected!r}\n  found:    {found!r}\n  {about or ''}\n{where}"
    return f"  expected: no error\n  found:    {type(error).__name__} {error}\n{where}"


def same(found, expected, about=None):
    """Both are the same, types included."""
    if found != expected or type(found) is not type(expected):
        raise Different(about, expected, found)


def matches(found, pattern, about="does not match"):
    """The pattern occurs in the text."""
    if not isinstance(found, str) or not re.search(pattern, found):
        raise Different(about, pattern, found)


def has_exactly(found, names):
    """The dictionary has exactly these keys."""
    same(sorted(found), sorted(names.split()))


def refused(call, status, code, message="."):
    """The typed call ends with the vendor's exception for this status, code and message (a text or a pattern).

    Failed lists and pages raise a `TwilioException` that only holds the response; the others raise one that has all.
    """
    try:
        result = call()
    except TwilioRestException as error:
        same((error.status, error.code), (status, code), error.msg)
        return _same_or_matches(re.sub(r"^Unable to (create|fetch|update) record: ", "", error.msg), message)
    except TwilioException as error:
        same(error.args[0], "Unable to fetch page")
        return rejected(Answer(error.args[1]), status, code, message)
    raise Different("the call succeeded", (status, code), result)


def rejected(answer, status, code, message="."):
    """The answer to a raw request is the error envelope of the reference, section 2.11, and nothing more."""
    same((answer.status, answer.body.get("code")), (status, code), answer.text)
    has_exactly(answer.body, "code message more_info status")
    same((answer.body["status"], answer.body["more_info"]), (status, f"https://www.twilio.com/docs/errors/{code}"))
    _same_or_matches(answer.body["message"], message)


def _same_or_matches(found, message):
    """A message that is known is compared as a whole; a pattern is compiled."""
    if isinstance(message, re.Pattern) or message == ".":
        matches(found, message)
    else:
        same(found, message)


def not_found(call, path):
    """A 404 with the message that is known from the service, which leaves out the version of the API (E6)."""
    refused(call, 404, 20404, f"The requested resource /PluginService{path} was not found")


def says(pattern):
    """A message that is not known word by word."""
    return re.compile(pattern)


def new_version(client, plugin, version, plugin_url=BUNDLE, **more):
    """Creates a version of a plugin."""
    return flex(client).plugins(plugin).plugin_versions.create(resource_version=version, plugin_url=plugin_url, **more)


def plugin_with_version(client, unique_name, version="1.0.0"):
    """Creates a plugin with one version; returns both."""
    plugin = flex(client).plugins.create(unique_name=unique_name)
    return plugin, new_version(client, plugin.sid, version)


def configure(client, *versions):
    """Creates a configuration of these versions."""
    plugins = [{"plugin_version": version.sid, "phase": 3} for version in versions]
    return flex(client).plugin_configurations.create(name="configuration", plugins=plugins)


def release(client, configuration):
    """Releases a configuration."""
    return flex(client).plugin_releases.create(configuration_id=configuration.sid)


def activate(client, *versions):
    """Creates a configuration of these versions and releases it; returns both."""
    configuration = configure(client, *versions)
    return configuration, release(client, configuration)


def fields(instance):
    """The public attributes of an instance."""
    return {name: value for name, value in vars(instance).items() if not name.startswith("_")}
