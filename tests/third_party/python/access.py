"""Credentials: who gets in, what a key or a token may do, and that accounts are separate."""

from harness import (
    account, activate, check, client, client_of, configure, flex, matches, not_found, plugin_with_version, raw, refused,
    rejected, same,
)

owner = client(8)
stranger = client(9)
key = client_of("SK" + "1" * 32, "k:e@y#1")  # A key of account 8.
restricted = client_of("SK" + "2" * 32, "restricted")  # Of account 8, without the permission.
browser = client_of("token", "eyJ.a-b_c.d")  # A Flex token of account 8.

made = {}


@check("access: something to look at")
def _():
    made["plugin"], made["version"] = plugin_with_version(owner, "owned")
    made["configuration"], made["release"] = activate(owner, made["version"])


def without_credentials():
    nobody = client(8)
    nobody.username = None
    return nobody


STRANGERS = {
    "no credentials": without_credentials(),
    "a wrong secret": client_of(account(8), "wrong"),
    "the secret of another account": client_of(account(8), "secret-9"),
    "an unknown account": client_of("AC" + "f" * 32, "secret-8"),
    "an unknown key": client_of("SK" + "f" * 32, "restricted"),
    "a wrong Flex token": client_of("token", "eyJ.a-b_c.e"),
    "the secret of an account as Flex token": client_of("token", "secret-8"),
}

for what, nobody in STRANGERS.items():
    @check(f"E1 {what}")
    def _(nobody=nobody):
        refused(flex(nobody).plugins.list, 401, 20003, "Authenticate")
        refused(flex(nobody).plugins("owned").fetch, 401, 20003, "Authenticate")
        refused(lambda: flex(nobody).plugins.create(unique_name="x"), 401, 20003, "Authenticate")
        matches(raw(nobody, "GET", "/PluginService/Releases").headers.get("WWW-Authenticate"), r"^Basic\b")

for header in ("Basic", "Basic ", "Basic !!!", "Basic bm9jb2xvbg==", "Bearer secret-8", "Digest x"):
    @check(f"E1 Authorization: {header}")
    def _(header=header):
        answer = raw(without_credentials(), "GET", "/PluginService/Plugins", headers={"Authorization": header})
        rejected(answer, 401, 20003, "Authenticate")


@check("E2 a restricted key")
def _():
    service = flex(restricted)
    refused(service.plugins.list, 403, 70051)
    refused(service.plugins("owned").fetch, 403, 70051)
    refused(lambda: service.plugins.create(unique_name="x"), 403, 70051)
    refused(service.plugins("owned").update, 403, 70051)
    refused(service.plugin_archive("owned").update, 403, 70051)
    refused(lambda: service.plugin_configurations.create(name="x"), 403, 70051)
    refused(service.plugin_releases("Active").fetch, 403, 70051)


@check("access: an API key acts for its account, with names")
def _():
    service = flex(key)
    same(service.plugins("owned").fetch().account_sid, account(8))
    same(service.plugins.create(unique_name="by-key").account_sid, account(8))
    same(flex(owner).plugins("by-key").fetch().account_sid, account(8))


@check("E12 a Flex token works with SIDs")
def _():
    service = flex(browser)
    plugin, version = made["plugin"].sid, made["version"].sid
    same(service.plugins(plugin).fetch().account_sid, account(8))
    same(service.plugins(plugin).plugin_versions(version).fetch().sid, version)
    same(service.plugin_configurations(made["configuration"].sid).plugins(plugin).fetch().plugin_sid, plugin)
    same(service.plugin_releases(made["release"].sid).fetch().sid, made["release"].sid)
    same(service.plugin_releases.list()[0].sid, made["release"].sid)
    same(service.plugins(plugin).update(description="by token").description, "by token")
    same(service.plugins.create(unique_name="by-token").unique_name, "by-token")


@check("E12 a Flex token finds no plugin by name")
def _():
    service = flex(browser)
    not_found(service.plugins("owned").fetch, "/Plugins/owned")
    not_found(service.plugins("owned").update, "/Plugins/owned")
    not_found(service.plugin_archive("owned").update, "/Plugins/owned/Archive")
    not_found(service.plugins("owned").plugin_versions.list, "/Plugins/owned/Versions")
    refused(service.plugin_configurations(made["configuration"].sid).plugins("owned").fetch, 404, 20404)


check(
    "E12 a Flex token finds no version by version string",
    lambda: refused(flex(browser).plugins(made["plugin"].sid).plugin_versions("1.0.0").fetch, 404, 20404),
)
check(
    "E12 a Flex token finds no active release",
    lambda: not_found(flex(browser).plugin_releases("Active").fetch, "/Releases/Active"),
)


@check("accounts are separate: lists are empty")
def _():
    service = flex(stranger)
    same([calls.list() for calls in (service.plugins, service.plugin_configurations, service.plugin_releases)], [[]] * 3)


@check("accounts are separate: nothing is found")
def _():
    service = flex(stranger)
    plugin, version = made["plugin"].sid, made["version"].sid
    configuration, release = made["configuration"].sid, made["release"].sid
    not_found(service.plugins(plugin).fetch, f"/Plugins/{plugin}")
    not_found(service.plugins("owned").fetch, "/Plugins/owned")
    refused(service.plugins("owned").update, 404, 20404)
    refused(service.plugin_archive(plugin).update, 404, 20404)
    refused(service.plugins(plugin).plugin_versions(version).fetch, 404, 20404)
    refused(service.plugin_version_archive(plugin, version).update, 404, 20404)
    refused(service.plugin_configurations(configuration).fetch, 404, 20404)
    refused(service.plugin_configurations(configuration).plugins.list, 404, 20404)
    refused(service.plugin_configuration_archive(configuration).update, 404, 20404)
    refused(service.plugin_releases(release).fetch, 404, 20404)
    refused(service.plugin_releases("Active").fetch, 404, 20404)


check(
    "E38 the version of another account",
    lambda: refused(lambda: configure(stranger, made["version"]), 400, 20001),
)


@check("E48 the configuration of another account")
def _():
    sid = made["configuration"].sid
    refused(lambda: flex(stranger).plugin_releases.create(configuration_id=sid), 404, 20404)


@check("accounts are separate: a unique name can be used in both")
def _():
    mine = flex(stranger).plugins.create(unique_name="owned")
    same((mine.account_sid, mine.sid == made["plugin"].sid), (account(9), False))
    same(flex(stranger).plugins("owned").fetch().sid, mine.sid)
    same(flex(owner).plugins("owned").fetch().sid, made["plugin"].sid)


@check("accounts are separate: so are their active releases")
def _():
    activate(stranger)
    same(flex(owner).plugin_releases("Active").fetch().sid, made["release"].sid)


check("E3 an unknown path with credentials", lambda: rejected(raw(owner, "GET", "/PluginService/Nothing"), 404, 20404))
