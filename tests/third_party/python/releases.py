"""Releases, and which of them is active."""

from datetime import datetime

from harness import (
    DATE, PLAIN, account, activate, check, client, configure, fields, flex, has_exactly, matches, not_found, nowhere,
    plugin_with_version, post, raw, refused, rejected, release, same, says,
)

me = client(5)
releases = flex(me).plugin_releases


def create(configuration_id):
    return releases.create(configuration_id=configuration_id)


def create_raw(**form):
    return post(me, "/PluginService/Releases", form)


def active():
    return releases("Active").fetch()


check("E10 Active before the first release", lambda: not_found(active, "/Releases/Active"))
check("release: an account without releases has an empty list", lambda: same(releases.list(), []))


@check("release: create answers 201 with every property")
def _():
    configuration = configure(me)
    answer = create_raw(ConfigurationId=configuration.sid)
    body = answer.body
    same(answer.status, 201)
    has_exactly(body, "sid account_sid configuration_sid date_created url")
    matches(body["sid"], "^FK[0-9a-f]{32}$")
    same(bool(DATE.fullmatch(body["date_created"])), True)
    same((body["account_sid"], body["configuration_sid"]), (account(5), configuration.sid))
    same(body["url"], f"{PLAIN}/v1/PluginService/Releases/{body['sid']}")


@check("release: the newest is active at once, by its SID and URL")
def _():
    created = release(me, configure(me))
    found = active()
    same((found.sid, found.url, found.configuration_sid), (created.sid, created.url, created.configuration_sid))
    same(type(found.date_created), datetime)
    same(fields(releases(created.sid).fetch()), fields(found))
    same(found.fetch().sid, created.sid)
    same(created.fetch().sid, created.sid)


@check("release: newest first, element 0 is the active one")
def _():
    created = release(me, configure(me))
    found = releases.list()
    same((found[0].sid, len(found)), (created.sid, 3))


@check("release: rolling back is a new release of the older configuration")
def _():
    _plugin, version = plugin_with_version(me, "rolled-back")
    configuration, older = activate(me, version)
    activate(me)
    back = release(me, configuration)
    same((active().sid, active().configuration_sid, back.sid == older.sid), (back.sid, configuration.sid, False))


@check("E51 the configuration that is active already")
def _():
    configuration, first = activate(me)
    second = release(me, configuration)
    same((active().sid, first.sid == second.sid), (second.sid, False))


check("E6 unknown release", lambda: not_found(releases(nowhere("FK")).fetch, f"/Releases/{nowhere('FK')}"))


@check("E7 the SID of a configuration is no release")
def _():
    sid = active().configuration_sid
    not_found(releases(sid).fetch, f"/Releases/{sid}")


check("E11 active in lower case", lambda: not_found(releases("active").fetch, "/Releases/active"))

NO_CONFIGURATION = "Missing required parameter ConfigurationId in the post body"
check("E46 no configuration", lambda: rejected(create_raw(Other="x"), 400, 20001, NO_CONFIGURATION))
check("E46 empty configuration", lambda: refused(lambda: create(""), 400, 20001, NO_CONFIGURATION))

for identifier in (
    "configuration", "Active", "1.0.0", nowhere("FP"), nowhere("fj"), nowhere("FJ")[:-1], "FJ" + "g" * 32,
):
    @check(f"E47 ConfigurationId {identifier}")
    def _(identifier=identifier):
        refused(lambda: create(identifier), 400, 20001, says("ConfigurationId"))

check("E48 unknown configuration", lambda: refused(lambda: create(nowhere("FJ")), 404, 20404))
check(
    "E48 hexadecimal digits in upper case are well-formed",
    lambda: refused(lambda: create("FJ" + "A" * 32), 404, 20404),
)


@check("E49 an archived configuration")
def _():
    configuration = configure(me)
    flex(me).plugin_configuration_archive(configuration.sid).update()
    refused(lambda: release(me, configuration), 400, 20400, says("archived"))


@check("E50 a configuration with an archived version")
def _():
    _plugin, version = plugin_with_version(me, "version-archived-later")
    configuration = configure(me, version)
    flex(me).plugin_version_archive("version-archived-later", "1.0.0").update()
    refused(lambda: release(me, configuration), 400, 20400, says("archived"))


@check("E50 a configuration with an archived plugin")
def _():
    _plugin, version = plugin_with_version(me, "plugin-archived-later")
    configuration = configure(me, version)
    flex(me).plugin_archive("plugin-archived-later").update()
    refused(lambda: release(me, configuration), 400, 20400, says("archived"))


@check("release: what was refused released nothing")
def _():
    before = active().sid
    refused(lambda: create(nowhere("FJ")), 404, 20404)
    same(active().sid, before)


# Releases cannot be changed, archived or deleted; the package has no calls for it.
for method in ("POST", "PUT", "DELETE", "PATCH"):
    @check(f"E5 {method} on a release")
    def _(method=method):
        rejected(raw(me, method, f"/PluginService/Releases/{active().sid}"), 405, 20004)


@check("E3 releases have no archive")
def _():
    rejected(post(me, f"/PluginService/Releases/{active().sid}/Archive"), 404, 20404)
