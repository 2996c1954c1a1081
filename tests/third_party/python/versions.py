"""Versions of a plugin: create, fetch, list, archive."""

from datetime import datetime
from urllib.parse import quote

from harness import (
    BUNDLE, DATE, PLAIN, TEXT, account, activate, check, client, fields, flex, has_exactly, matches, new_version,
    not_found, nowhere, plugin_with_version, post, refused, rejected, same, says,
)

me = client(3)
plugins = flex(me).plugins
plugin_archive = flex(me).plugin_archive
plugin_version_archive = flex(me).plugin_version_archive

MEMBERS = "sid plugin_sid account_sid version plugin_url changelog private archived validated date_created url"
FORM = {"Version": "9.9.9", "PluginUrl": BUNDLE}


def versions(plugin="main"):
    return plugins(plugin).plugin_versions


def create(version, **more):
    return new_version(me, "main", version, **more)


def create_raw(form):
    return post(me, "/PluginService/Plugins/main/Versions", form)


@check("version: create answers 201 with every property")
def _():
    plugin = plugins.create(unique_name="main")
    answer = create_raw({"Version": "1.0.0", "PluginUrl": BUNDLE})
    body = answer.body
    same(answer.status, 201)
    has_exactly(body, MEMBERS)
    matches(body["sid"], "^FV[0-9a-f]{32}$")
    same(bool(DATE.fullmatch(body["date_created"])), True)
    same((body["plugin_sid"], body["account_sid"], body["version"]), (plugin.sid, account(3), "1.0.0"))
    same((body["plugin_url"], body["changelog"] or ""), (BUNDLE, ""))
    same((body["private"], body["archived"], body["validated"]), (False, False, False))
    same(body["url"], f"{PLAIN}/v1/PluginService/Plugins/{plugin.sid}/Versions/{body['sid']}")


@check("version: all fields through the typed call")
def _():
    version = create("1.1.0", changelog="log", private=True, cli_version="6.3.2", validate_status="success")
    same((version.changelog, version.private, version.validated), ("log", True, True))
    same(type(version.date_created), datetime)


for status, validated in (("success", True), ("failure", False)):
    @check(f"version: ValidateStatus {status} makes validated {validated} (S22)")
    def _(status=status, validated=validated):
        version = create(f"1.2.0-{status}", validate_status=status)
        same(version.validated, validated)
        same(versions()(version.sid).fetch().validated, validated)

for private in (True, False):
    @check(f"version: private {private} comes back")
    def _(private=private):
        same(create(f"1.3.0-{private}", private=private).private, private)

for sent, found in (("True", True), ("TRUE", True), ("False", False), ("false", False)):
    @check(f"version: Private={sent} is a boolean in any case")
    def _(sent=sent, found=found):
        same(create_raw({**FORM, "Version": f"1.4.0-{sent}", "Private": sent}).body["private"], found)


@check("version: text comes back as sent")
def _():
    created = create(TEXT, changelog=TEXT, cli_version=TEXT)
    same((created.version, created.changelog), (TEXT, TEXT))
    same(versions()(created.sid).fetch().changelog, TEXT)
    same(versions()(quote(TEXT, safe="")).fetch().sid, created.sid)


@check("version: a long changelog is fine")
def _():
    same(create("1.5.0", changelog="é" * 5000).changelog, "é" * 5000)


@check("version: a bundle URL with a query is kept")
def _():
    url = "https://example.com:8080/a%20b/p.js?a=1&b=c+d&c=é#frag"
    same(create("1.6.0", plugin_url=url).plugin_url, url)


for version in (
    "2.0.0", "2.0.0+build", "2.0.0-rc.1+b.2", "one two", "ü", "a&b=c;d", "50%", "a/b", "a?b#c", "v2", "Archive",
):
    @check(f"version: {version!r} is an identifier")
    def _(version=version):
        created = create(version)
        same(versions()(quote(version, safe="")).fetch().sid, created.sid)


check("version: 2.0.0+build as it is in the path", lambda: same(versions()("2.0.0+build").fetch().version, "2.0.0+build"))


@check("version: the plugin by SID or name, the version by SID or version string")
def _():
    version = versions()("2.0.0").fetch()
    for plugin in ("main", version.plugin_sid):
        for identifier in ("2.0.0", version.sid):
            same(fields(versions(plugin)(identifier).fetch()), fields(version))


@check("version: a version string is looked up within its plugin")
def _():
    _plugin, version = plugin_with_version(me, "other", "2.0.0")
    same(versions("other")("2.0.0").fetch().sid, version.sid)
    refused(versions("other")("2.0.0+build").fetch, 404, 20404)


@check("version: newest first by creation, not by version string")
def _():
    plugins.create(unique_name="order")
    for version in ("2.0.0", "10.0.0", "1.0.0", "3.0.0"):
        new_version(me, "order", version)
    same([version.version for version in versions("order").list()], ["3.0.0", "1.0.0", "10.0.0", "2.0.0"])


@check("version: an instance can fetch itself")
def _():
    version = versions("order")("1.0.0").fetch()
    same(version.fetch().sid, version.sid)
    listed = versions("order").list()[0]
    same(listed.fetch().sid, listed.sid)


@check("version: archive answers the version without validated and the URL of the operation (S24)")
def _():
    version = create("3.0.0", validate_status="success")
    answer = post(me, "/PluginService/Plugins/main/Versions/3.0.0/Archive")
    same(answer.status, 200)
    has_exactly(answer.body, MEMBERS.replace("validated", ""))
    same([answer.body[name] for name in ("sid", "archived", "url")], [version.sid, True, version.url + "/Archive"])


@check("version: archive through the typed call; it stays readable")
def _():
    version = create("3.1.0")
    same(plugin_version_archive("main", version.sid).update().archived, True)
    same(versions()("3.1.0").fetch().archived, True)
    same([each.archived for each in versions().list() if each.sid == version.sid], [True])


@check("version: archiving the plugin does not change the flag of its versions")
def _():
    _plugin, version = plugin_with_version(me, "archived")
    plugin_archive("archived").update()
    same(versions("archived")(version.sid).fetch().archived, False)


check("E6 unknown version", lambda: not_found(versions()("7.7.7").fetch, "/Plugins/main/Versions/7.7.7"))
check(
    "E6 version of an unknown plugin",
    lambda: not_found(versions("nope")("1.0.0").fetch, "/Plugins/nope/Versions/1.0.0"),
)
check(
    "E6 archive of an unknown version",
    lambda: not_found(plugin_version_archive("main", "7.7.7").update, "/Plugins/main/Versions/7.7.7/Archive"),
)
check("E6 versions of an unknown plugin", lambda: not_found(versions("nope").list, "/Plugins/nope/Versions"))


@check("E7 the SID of a plugin is no version")
def _():
    sid = plugins("main").fetch().sid
    not_found(versions()(sid).fetch, f"/Plugins/main/Versions/{sid}")


@check("E8 the version of another plugin")
def _():
    sid = versions("other")("2.0.0").fetch().sid
    not_found(versions()(sid).fetch, f"/Plugins/main/Versions/{sid}")
    refused(plugin_version_archive("main", sid).update, 404, 20404)


for name in ("Version", "PluginUrl"):
    message = f"Missing required parameter {name} in the post body"
    without = {key: value for key, value in FORM.items() if key != name}
    empty = {**FORM, name: ""}
    check(f"E22 no {name}", lambda form=without, text=message: rejected(create_raw(form), 400, 20001, text))
    check(f"E22 empty {name}", lambda form=empty, text=message: rejected(create_raw(form), 400, 20001, text))

for url in (
    "/p.js", "//example.com/p.js", "example.com/p.js", "ftp://example.com/p.js", "https://", "https:///p.js",
    "https:example.com", "javascript:alert(1)", "https://example.com/a b.js", "https://?x", "http://:80/",
):
    @check(f"E23 PluginUrl {url}")
    def _(url=url):
        refused(lambda: create("9.9.9", plugin_url=url), 400, 20001, says("PluginUrl"))

for url in ("http://localhost:3000/p.js", "HTTPS://EXAMPLE.COM/", "https://ü.example/p.js", "http://127.0.0.1"):
    check(f"E23 allows PluginUrl {url}", lambda url=url: same(create(url, plugin_url=url).plugin_url, url))

check("E24 duplicate version", lambda: refused(lambda: create("2.0.0"), 409, 20409))
check("E24 version string of an archived version", lambda: refused(lambda: create("3.0.0"), 409, 20409))
check("E25 a lower version", lambda: same(create("0.0.1").version, "0.0.1"))
check("E26 a version that is not semantic", lambda: same(create("nightly").version, "nightly"))

for value in ("yes", "1", "0", "null", "truee", " true"):
    @check(f"E27 Private={value}")
    def _(value=value):
        rejected(create_raw({**FORM, "Private": value}), 400, 20001, says("Private"))

for value in ("Success", "failed", TEXT):
    check(
        f"E28 ValidateStatus {value!r} is not validated",
        lambda value=value: same(create(f"E28 {value}", validate_status=value).validated, False),
    )

check(
    "E29 version of an unknown plugin",
    lambda: not_found(lambda: new_version(me, "nope", "1.0.0"), "/Plugins/nope/Versions"),
)
check(
    "E29 version of a plugin SID that is not there",
    lambda: not_found(lambda: new_version(me, nowhere("FP"), "1.0.0"), f"/Plugins/{nowhere('FP')}/Versions"),
)
check(
    "E30 version of an archived plugin",
    lambda: refused(lambda: new_version(me, "archived", "2.0.0"), 400, 20400, says("archived")),
)
check(
    "E32 archive twice",
    lambda: refused(
        plugin_version_archive("main", "3.0.0").update, 400, 20400, "Plugin version is already archived."
    ),
)


@check("E33 archive a version of the active release")
def _():
    _plugin, version = plugin_with_version(me, "active")
    activate(me, version)
    message = "Plugin version is part of an active release"
    refused(plugin_version_archive("active", "1.0.0").update, 400, 20400, message)


@check("E33 another version of an active plugin can be archived")
def _():
    new_version(me, "active", "2.0.0")
    same(plugin_version_archive("active", "2.0.0").update().archived, True)


@check("E33 archive works once another release is active")
def _():
    activate(me)
    same(plugin_version_archive("active", "1.0.0").update().archived, True)
