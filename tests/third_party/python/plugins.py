"""Plugins: create, fetch, update, archive."""

from datetime import datetime

from harness import (
    DATE, PLAIN, TEXT, account, activate, check, client, fields, flex, has_exactly, matches, new_version, not_found,
    nowhere, plugin_with_version, post, raw, refused, rejected, same, says,
)

me = client(1)
plugins = flex(me).plugins
plugin_archive = flex(me).plugin_archive

MEMBERS = "sid account_sid unique_name friendly_name description archived date_created date_updated url links"


@check("plugin: create answers 201 with every property")
def _():
    answer = post(me, "/PluginService/Plugins", {"UniqueName": "all-properties"})
    body = answer.body
    same(answer.status, 201)
    has_exactly(body, MEMBERS)
    matches(body["sid"], "^FP[0-9a-f]{32}$")
    same((body["account_sid"], body["archived"]), (account(1), False))
    same(bool(DATE.fullmatch(body["date_created"]) and DATE.fullmatch(body["date_updated"])), True)
    same(body["url"], f"{PLAIN}/v1/PluginService/Plugins/{body['sid']}")
    same(body["links"], {"plugin_versions": body["url"] + "/Versions"})


@check("plugin: dates are datetime objects")
def _():
    plugin = plugins("all-properties").fetch()
    same((type(plugin.date_created), type(plugin.date_updated)), (datetime, datetime))


@check("plugin: the friendly name defaults to the unique name, the description to nothing (S23)")
def _():
    plugin = plugins.create(unique_name="defaults")
    same((plugin.friendly_name, plugin.description or ""), ("defaults", ""))


@check("plugin: an empty description is accepted")
def _():
    same(plugins.create(unique_name="empty-description", description="").description or "", "")


@check("plugin: text of create comes back as sent, by create, fetch and list")
def _():
    created = plugins.create(unique_name="text", friendly_name=TEXT, description=TEXT)
    listed = next(plugin for plugin in plugins.list() if plugin.sid == created.sid)
    for plugin in (created, plugins(created.sid).fetch(), listed):
        same((plugin.friendly_name, plugin.description), (TEXT, TEXT))


@check("plugin: text of update comes back as sent")
def _():
    updated = plugins("text").update(friendly_name=TEXT + "2", description=TEXT + "3")
    for plugin in (updated, plugins("text").fetch()):
        same((plugin.friendly_name, plugin.description), (TEXT + "2", TEXT + "3"))


@check("plugin: fetch by SID and by name give the same, with the SID in it")
def _():
    by_name = plugins("all-properties").fetch()
    same(fields(by_name), fields(plugins(by_name.sid).fetch()))
    matches(by_name.url, "/Plugins/FP[0-9a-f]{32}$")


@check("plugin: create_with_http_info tells 201, update_with_http_info and fetch_with_http_info 200")
def _():
    created = plugins.create_with_http_info(unique_name="http-info")
    updated = plugins("http-info").update_with_http_info(description="new")
    fetched = plugins("http-info").fetch_with_http_info()
    same([each.status_code for each in (created, updated, fetched)], [201, 200, 200])
    same(fetched.data.description, "new")


@check("plugin: update without fields changes nothing")
def _():
    before = plugins.create(unique_name="unchanged", friendly_name="f", description="d")
    after = plugins(before.sid).update()
    same((after.friendly_name, after.description, after.sid), ("f", "d", before.sid))
    same(after.links, before.links)


@check("plugin: update keeps what is left out")
def _():
    first = plugins("unchanged").update(friendly_name="f2")
    second = plugins("unchanged").update(description="d2")
    same((first.friendly_name, first.description), ("f2", "d"))
    same((second.friendly_name, second.description), ("f2", "d2"))


@check("plugin: update with an empty description clears it")
def _():
    plugin = plugins("unchanged").update(description="")
    same((plugin.friendly_name, plugin.description or ""), ("f2", ""))


@check("plugin: update does not go before the creation")
def _():
    plugin = plugins("unchanged").fetch()
    same(plugin.date_updated >= plugin.date_created, True)


@check("plugin: an instance can fetch and update itself and list its versions, whatever it came from")
def _():
    created = plugins.create(unique_name="instance")
    listed = next(plugin for plugin in plugins.list() if plugin.sid == created.sid)
    new_version(me, created.sid, "0.1.0")
    for plugin in (created, listed, plugins("instance").fetch()):
        same(plugin.update(description="by instance").description, "by instance")
        same(plugin.fetch().description, "by instance")
        same([version.version for version in plugin.plugin_versions.list()], ["0.1.0"])


@check("plugin: archive answers the plugin without links and the URL of the operation (S24)")
def _():
    plugin = plugins.create(unique_name="to-archive")
    answer = post(me, f"/PluginService/Plugins/{plugin.sid}/Archive")
    same(answer.status, 200)
    has_exactly(answer.body, MEMBERS.replace("links", ""))
    found = [answer.body[name] for name in ("archived", "sid", "url")]
    same(found, [True, plugin.sid, plugin.url + "/Archive"])


@check("plugin: archive by name, through the typed call")
def _():
    plugins.create(unique_name="to-archive-by-name")
    archived = plugin_archive("to-archive-by-name").update()
    same((archived.archived, archived.unique_name), (True, "to-archive-by-name"))
    same(type(archived.date_updated), datetime)


@check("plugin: what is archived can be fetched and listed")
def _():
    same(plugins("to-archive").fetch().archived, True)
    same([plugin.archived for plugin in plugins.list() if plugin.unique_name == "to-archive"], [True])


check("E6 unknown plugin by name", lambda: not_found(plugins("does-not-exist").fetch, "/Plugins/does-not-exist"))
check("E6 unknown plugin by SID", lambda: not_found(plugins(nowhere("FP")).fetch, f"/Plugins/{nowhere('FP')}"))
check("E6 update of an unknown plugin", lambda: not_found(plugins("nope").update, "/Plugins/nope"))
check("E6 archive of an unknown plugin", lambda: not_found(plugin_archive("nope").update, "/Plugins/nope/Archive"))


@check("E7 the SID of a version is no plugin")
def _():
    _plugin, version = plugin_with_version(me, "wrong-prefix")
    not_found(plugins(version.sid).fetch, f"/Plugins/{version.sid}")


NO_NAME = "Missing required parameter UniqueName in the post body"


@check("E13 no unique name")
def _():
    rejected(post(me, "/PluginService/Plugins", {"FriendlyName": "f"}), 400, 20001, NO_NAME)
    rejected(post(me, "/PluginService/Plugins"), 400, 20001, NO_NAME)


check("E13 empty unique name", lambda: refused(lambda: plugins.create(unique_name=""), 400, 20001, NO_NAME))
check("E14 duplicate unique name", lambda: refused(lambda: plugins.create(unique_name="unchanged"), 409, 20409))
check(
    "E14 unique name of an archived plugin",
    lambda: refused(lambda: plugins.create(unique_name="to-archive"), 409, 20409),
)
check("E14 unique names differ by case", lambda: same(plugins.create(unique_name="UNCHANGED").archived, False))
check(
    "E16 501 characters of description, create",
    lambda: refused(lambda: plugins.create("long", description="x" * 501), 400, 20001, says("Description")),
)
check(
    "E16 501 characters of description, update",
    lambda: refused(lambda: plugins("unchanged").update(description="é" * 501), 400, 20001, says("Description")),
)


@check("E16 500 characters of description are fine, whatever their size")
def _():
    for character in ("x", "é", "😀"):
        same(plugins("unchanged").update(description=character * 500).description, character * 500)


@check("E17 update with a unique name ignores it")
def _():
    answer = post(me, "/PluginService/Plugins/unchanged", {"UniqueName": "x", "FriendlyName": "f3"})
    same((answer.status, answer.body["unique_name"], answer.body["friendly_name"]), (200, "unchanged", "f3"))


check(
    "E18 update of an archived plugin",
    lambda: refused(lambda: plugins("to-archive").update(description="d"), 400, 20400, says("archived")),
)
check(
    "E20 archive twice",
    lambda: refused(plugin_archive("to-archive").update, 400, 20400, "Plugin is already archived."),
)


@check("E21 archive a plugin of the active release")
def _():
    plugin, version = plugin_with_version(me, "active")
    activate(me, version)
    refused(plugin_archive(plugin.sid).update, 400, 20400, "Plugin is part of an active release")


@check("E21 archive works once another release is active")
def _():
    activate(me)
    same(plugin_archive("active").update().archived, True)
    same(raw(me, "GET", "/PluginService/Plugins/active").body["archived"], True)
