"""Configurations and the plugins in them."""

import json
from datetime import datetime

from harness import (
    DATE, PLAIN, TEXT, account, activate, check, client, configure, fields, flex, has_exactly, matches, new_version,
    not_found, nowhere, plugin_with_version, post, raw, refused, rejected, same, says,
)

me = client(4)
plugins = flex(me).plugins
plugin_archive = flex(me).plugin_archive
plugin_version_archive = flex(me).plugin_version_archive
configurations = flex(me).plugin_configurations
configuration_archive = flex(me).plugin_configuration_archive

MEMBERS = "sid account_sid name description archived date_created url links"
ENTRY = """account_sid configuration_sid plugin_sid plugin_version_sid phase plugin_url unique_name friendly_name
    description plugin_archived version changelog plugin_version_archived private date_created url"""

made = {}


def create_raw(**form):
    return post(me, "/PluginService/Configurations", {"Name": "raw", **form})


def create(*plugins):
    return configurations.create(name="typed", plugins=list(plugins))


def entry(version, phase=None):
    return {"plugin_version": version.sid} if phase is None else {"plugin_version": version.sid, "phase": phase}


def entries(sid):
    return configurations(sid).plugins


@check("configuration: create answers 201 with every property")
def _():
    for name in ("a", "b"):
        made[name], made[f"{name} version"] = plugin_with_version(me, name)
    answer = create_raw(Description="d")
    body = answer.body
    same(answer.status, 201)
    has_exactly(body, MEMBERS)
    matches(body["sid"], "^FJ[0-9a-f]{32}$")
    same(bool(DATE.fullmatch(body["date_created"])), True)
    same([body[name] for name in ("account_sid", "name", "description", "archived")], [account(4), "raw", "d", False])
    same(body["url"], f"{PLAIN}/v1/PluginService/Configurations/{body['sid']}")
    same(body["links"], {"plugins": body["url"] + "/Plugins"})


@check("configuration: without plugins, typed")
def _():
    configuration = configurations.create(name="empty")
    same((configuration.description or "", type(configuration.date_created)), ("", datetime))
    same(entries(configuration.sid).list(), [])


check("E42 an empty list of plugins", lambda: same(entries(create().sid).list(), []))


@check("E42 Plugins= with an empty value")
def _():
    answer = create_raw(Plugins="")
    same(answer.status, 201)
    same(entries(answer.body["sid"]).list(), [])


@check("configuration: one plugin, with every property of it")
def _():
    url = "https://example.com/c.js?a=1&b=2"
    plugin = plugins.create(unique_name="c", friendly_name=TEXT, description=TEXT)
    version = new_version(me, "c", "1.0.0+c", changelog=TEXT, private=True, plugin_url=url)
    configuration = create(entry(version, 7))
    body = raw(me, "GET", f"/PluginService/Configurations/{configuration.sid}/Plugins/{plugin.sid}").body
    has_exactly(body, ENTRY)
    same(bool(DATE.fullmatch(body.pop("date_created"))), True)
    same(body, {
        "account_sid": account(4), "configuration_sid": configuration.sid, "plugin_sid": plugin.sid,
        "plugin_version_sid": version.sid, "phase": 7, "plugin_url": url, "unique_name": "c", "friendly_name": TEXT,
        "description": TEXT, "plugin_archived": False, "version": "1.0.0+c", "changelog": TEXT,
        "plugin_version_archived": False, "private": True, "url": f"{configuration.url}/Plugins/{plugin.sid}",
    })


@check("configuration: two plugins keep their order and phases")
def _():
    a, b = made["a version"], made["b version"]
    for first, second in ((a, b), (b, a)):
        configuration = create(entry(first, 0), entry(second, 12))
        found = [(each.plugin_version_sid, each.phase) for each in entries(configuration.sid).list()]
        same(found, [(first.sid, 0), (second.sid, 12)])


@check("configuration: the phase is 3 unless given")
def _():
    configuration = create(entry(made["a version"]))
    same([each.phase for each in entries(configuration.sid).list()], [3])


@check("configuration: an unknown member of an entry is ignored")
def _():
    configuration = create({**entry(made["a version"]), "more": [1]})
    same(len(entries(configuration.sid).list()), 1)


@check("configuration: a plugin in it by SID and by name")
def _():
    configuration = configure(me, made["a version"])
    by_sid = entries(configuration.sid)(made["a"].sid).fetch()
    by_name = entries(configuration.sid)("a").fetch()
    same(by_sid.plugin_version_sid, made["a version"].sid)
    same(fields(by_name), fields(by_sid))
    same(type(by_sid.date_created), datetime)
    same(by_sid.fetch().unique_name, "a")
    same(entries(configuration.sid).list()[0].fetch().unique_name, "a")


@check("configuration: names and flags of its plugins are live, version and phase are fixed (S21)")
def _():
    plugin, version = plugin_with_version(me, "live")
    configuration = configure(me, version)
    new_version(me, "live", "2.0.0")
    plugins("live").update(friendly_name="new name", description="new description")
    plugin_version_archive("live", "1.0.0").update()
    plugin_archive("live").update()
    found = entries(configuration.sid)(plugin.sid).fetch()
    same((found.friendly_name, found.description), ("new name", "new description"))
    same((found.plugin_archived, found.plugin_version_archived), (True, True))
    same((found.version, found.phase), ("1.0.0", 3))


@check("configuration: text comes back as sent")
def _():
    created = configurations.create(name=TEXT, description=TEXT)
    for configuration in (created, configurations(created.sid).fetch()):
        same((configuration.name, configuration.description), (TEXT, TEXT))


@check("E43 the same name and content again")
def _():
    first = configure(me, made["a version"])
    second = configure(me, made["a version"])
    same(first.sid == second.sid, False)


@check("configuration: newest first")
def _():
    created = [configurations.create(name=name).sid for name in ("x", "y", "z")]
    same([configuration.sid for configuration in configurations.list(limit=3)], created[::-1])


@check("configuration: archive answers it without links and the URL of the operation (S24)")
def _():
    configuration = configure(me, made["a version"])
    answer = post(me, f"/PluginService/Configurations/{configuration.sid}/Archive")
    same(answer.status, 200)
    has_exactly(answer.body, MEMBERS.replace("links", ""))
    found = [answer.body[name] for name in ("sid", "archived", "url")]
    same(found, [configuration.sid, True, configuration.url + "/Archive"])


@check("configuration: archive through the typed call; it stays readable")
def _():
    configuration = configure(me, made["a version"])
    same(configuration_archive(configuration.sid).update().archived, True)
    fetched = configurations(configuration.sid).fetch()
    same(fetched.archived, True)
    same(len(fetched.plugins.list()), 1)
    same([each.archived for each in configurations.list() if each.sid == configuration.sid], [True])


UNKNOWN = nowhere("FJ")
check("E6 unknown configuration", lambda: not_found(configurations(UNKNOWN).fetch, f"/Configurations/{UNKNOWN}"))
check(
    "E6 plugins of an unknown configuration",
    lambda: not_found(entries(UNKNOWN).list, f"/Configurations/{UNKNOWN}/Plugins"),
)
check(
    "E6 archive of an unknown configuration",
    lambda: not_found(configuration_archive(UNKNOWN).update, f"/Configurations/{UNKNOWN}/Archive"),
)


@check("E6 a plugin that is not in the configuration")
def _():
    configuration = configure(me, made["a version"])
    for name in ("b", made["b"].sid):
        not_found(entries(configuration.sid)(name).fetch, f"/Configurations/{configuration.sid}/Plugins/{name}")


@check("E7 the SID of a version is no configured plugin")
def _():
    configuration = configure(me, made["a version"])
    refused(entries(configuration.sid)(made["a version"].sid).fetch, 404, 20404)


@check("E9 a configuration by name or Active")
def _():
    configurations.create(name="by-name")
    for name in ("by-name", "Active"):
        not_found(configurations(name).fetch, f"/Configurations/{name}")
        refused(entries(name).list, 404, 20404)


NO_NAME = "Missing required parameter Name in the post body"
check(
    "E34 no name",
    lambda: rejected(post(me, "/PluginService/Configurations", {"Description": "d"}), 400, 20001, NO_NAME),
)
check("E34 empty name", lambda: refused(lambda: configurations.create(name=""), 400, 20001, NO_NAME))

for value in ("{", nowhere("FV"), "1", '"x"', "null", "true", "{} {}", "{'a': 1}"):
    @check(f"E35 Plugins={value}")
    def _(value=value):
        rejected(create_raw(Plugins=value), 400, 20001, says("Plugins"))


@check("E35 one good and one bad entry")
def _():
    good = json.dumps(entry(made["a version"]))
    rejected(create_raw(Plugins=[good, "x"]), 400, 20001, says("Plugins"))


@check("E36 all entries as one array")
def _():
    rejected(create_raw(Plugins=json.dumps([entry(made["a version"])])), 400, 20001, says("Plugins"))


for value in (
    {}, {"phase": 3}, {"plugin_version": None}, {"plugin_version": 1}, {"plugin_version": ""},
    {"plugin_version": "1.0.0"}, {"plugin_version": nowhere("FP")}, {"plugin_version": nowhere("FV")[:-1]},
    {"plugin_version": nowhere("FV") + "0"},
):
    # The typed call leaves out members that are `None`, so the entry is sent as JSON text.
    @check(f"E37 entry {json.dumps(value)}")
    def _(value=value):
        rejected(create_raw(Plugins=json.dumps(value)), 400, 20001, says("Plugins"))


check("E38 unknown version", lambda: refused(lambda: create({"plugin_version": nowhere("FV")}), 400, 20001))

for phase in (-1, 1.5, "3", "x", True, [], {}):
    @check(f"E39 phase {phase!r}")
    def _(phase=phase):
        refused(lambda: create({**entry(made["a version"]), "phase": phase}), 400, 20001)


@check("E40 the same version twice")
def _():
    twice = entry(made["a version"])
    refused(lambda: create(twice, twice), 400, 20400, says("duplicate"))


@check("E40 two versions of a plugin")
def _():
    second = new_version(me, "a", "2.0.0")
    refused(lambda: create(entry(made["a version"]), entry(second)), 400, 20400, says("duplicate"))


@check("E41 an archived version")
def _():
    _plugin, version = plugin_with_version(me, "archived-version")
    plugin_version_archive("archived-version", "1.0.0").update()
    refused(lambda: create(entry(version)), 400, 20400, says("archived"))


@check("E41 a version of an archived plugin")
def _():
    _plugin, version = plugin_with_version(me, "archived-plugin")
    plugin_archive("archived-plugin").update()
    refused(lambda: create(entry(version)), 400, 20400, says("archived"))


@check("E44 archive twice")
def _():
    configuration = configure(me)
    configuration_archive(configuration.sid).update()
    refused(configuration_archive(configuration.sid).update, 400, 20400, says("already archived"))


@check("E45 archive the active configuration")
def _():
    configuration, _release = activate(me, made["a version"])
    refused(configuration_archive(configuration.sid).update, 400, 20400, says("part of an active release"))


@check("E45 archive works once another release is active")
def _():
    configuration, _release = activate(me, made["a version"])
    activate(me)
    same(configuration_archive(configuration.sid).update().archived, True)
