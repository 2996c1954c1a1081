"""Which refusals of a request that fits the schema are right, and two corrections of what schemathesis sends.

`schemathesis.toml` allows status 400 for the operations below. This allows it for the rows of section 6 of the API's
fact reference that the schema cannot express, by code and message, and for nothing else.
"""

import json
import re
from urllib.parse import urlencode

import schemathesis
from schemathesis.core.failures import Failure

PAGE_TOKEN = {"E55": (20001, r"^Invalid parameter PageToken\b")}

ROWS = {
    "ListPlugins": PAGE_TOKEN,
    "ListPluginVersions": PAGE_TOKEN,
    "ListConfigurations": PAGE_TOKEN,
    "ListConfiguredPlugins": PAGE_TOKEN,
    "ListReleases": PAGE_TOKEN,
    "UpdatePlugin": {"E18": (20400, r"^Plugin is archived")},
    "ArchivePlugin": {
        "E20": (20400, r"^Plugin is already archived\.$"),
        "E21": (20400, r"^Plugin is part of an active release$"),
    },
    "ArchivePluginVersion": {
        "E32": (20400, r"^Plugin version is already archived\.$"),
        "E33": (20400, r"^Plugin version is part of an active release$"),
    },
    "ArchiveConfiguration": {
        "E44": (20400, r"^Configuration is already archived"),
        "E45": (20400, r"^Configuration is part of an active release"),
    },
    "CreatePluginVersion": {"E30": (20400, r"^Plugin is archived")},
    "CreateConfiguration": {
        "E38": (20001, r"^Invalid parameter Plugins: .*not found"),
        "E40": (20400, r"duplicate"),
        "E41": (20400, r"^Plugin( version)? is archived"),
    },
    "CreateRelease": {
        "E49": (20400, r"^Configuration is archived"),
        "E50": (20400, r"contains an archived"),
    },
}


@schemathesis.serializer("application/x-www-form-urlencoded")
def form(ctx, body):
    """The body as a form; what is not an object goes out as JSON, which is no form."""
    if not isinstance(body, dict):
        return body if isinstance(body, bytes) else json.dumps(body).encode()
    pairs = [(name, text) for name, value in body.items() for text in texts(ctx.case, name, value)]
    return urlencode(pairs, errors="replace").encode()


def texts(case, name, value):
    """The values of a field: arrays repeat it, and what is absent has none.

    Entries of `Plugins` are JSON text, which the document asks for under `encoding` and schemathesis leaves out.
    """
    values = value if isinstance(value, list) else [value]
    if name == "UniqueName":
        values = [same_white_space(case, each) if isinstance(each, str) else each for each in values]
    return [each if isinstance(each, str) else json.dumps(each) for each in values if each is not None]


def same_white_space(case, name):
    """A name without the characters that are white space only in Python, or only in ECMA 262.

    The patterns of the document are those of ECMA 262, which schemathesis reads as Python's. What it takes for valid
    stays so, and what it takes for invalid, too.
    """
    valid = case.meta is not None and case.meta.generation.mode.is_positive
    return re.sub("[\x1c-\x1f\x85\ufeff]", "x" if valid else " ", name)


class WrongRefusal(Failure):
    """A request that fits the schema was refused for a reason that the reference does not give."""


@schemathesis.check
def refused_by_the_reference(ctx, response, case):
    """A valid request that is refused with 400 is refused by a row of the reference."""
    if response.status_code != 400 or case.meta is None or not case.meta.generation.mode.is_positive:
        return
    operation = case.operation.definition.raw["operationId"]
    found = response.json()
    for code, message in ROWS.get(operation, {}).values():
        if found["code"] == code and re.search(message, found["message"]):
            return
    raise WrongRefusal(
        operation=case.operation.label,
        title="Refused for a reason that the reference does not give",
        message=f"{operation} answered {found}",
    )


@schemathesis.check
def errors_have_the_envelope(ctx, response, case):
    """Every error has the four members of section 2.11, and they agree with the status line."""
    if response.status_code < 400 or response.request.method == "HEAD":
        return
    found = response.json()
    link = f"https://www.twilio.com/docs/errors/{found.get('code')}"
    members = sorted(found) == ["code", "message", "more_info", "status"]
    if not members or found["status"] != response.status_code or found["more_info"] != link:
        raise Failure(operation=case.operation.label, title="Not the error envelope", message=str(found))
