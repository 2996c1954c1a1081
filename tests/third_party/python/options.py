"""The sandbox with other options: `--strict --clamp-page-size --limit-plugins 3 --limit-versions 4`, and with faults."""

from harness import BROKEN, BUSY, LIMITED, check, client, flex, new_version, raw, refused, rejected, same, says


def limited(number):
    return client(number, LIMITED)


@check("E19 more plugins than the limit; archived ones do not count")
def _():
    service = flex(limited(1))
    for name in ("a", "b", "c"):
        service.plugins.create(unique_name=name)
    refused(lambda: service.plugins.create(unique_name="d"), 400, 20400, says("limit"))
    service.plugin_archive("a").update()
    same(service.plugins.create(unique_name="d").unique_name, "d")
    refused(lambda: service.plugins.create(unique_name="e"), 400, 20400, says("limit"))


check(
    "E19 another account has a limit of its own",
    lambda: same(flex(limited(2)).plugins.create(unique_name="a").unique_name, "a"),
)


@check("E31 more versions than the limit, over all plugins; archived ones do not count")
def _():
    me = limited(3)
    for name in ("a", "b"):
        flex(me).plugins.create(unique_name=name)
    for version in ("1.0.0", "2.0.0"):
        for plugin in ("a", "b"):
            new_version(me, plugin, version)
    refused(lambda: new_version(me, "a", "3.0.0"), 400, 20400, says("limit"))
    flex(me).plugin_version_archive("b", "1.0.0").update()
    same(new_version(me, "a", "3.0.0").version, "3.0.0")
    refused(lambda: new_version(me, "b", "3.0.0"), 400, 20400, says("limit"))


@check("E26 strict: the version must be semantic")
def _():
    me = limited(4)
    flex(me).plugins.create(unique_name="a")
    for version in ("nightly", "1.0", "v1.0.0", "1.0.0.0"):
        refused(lambda version=version: new_version(me, "a", version), 400, 20001, says("Version"))
    for version in ("1.0.0", "1.0.0-rc.1+build"):
        same(new_version(me, "a", version).version, version)


@check("E28 strict: the validation status must be known")
def _():
    me = limited(5)
    flex(me).plugins.create(unique_name="a")
    refused(lambda: new_version(me, "a", "1.0.0", validate_status="unknown"), 400, 20001, says("ValidateStatus"))
    same(new_version(me, "a", "1.0.0", validate_status="success").validated, True)
    same(new_version(me, "a", "1.0.1", validate_status="failure").validated, False)


@check("E53 clamped: a page size over 1000 is taken for 1000")
def _():
    me = limited(1)
    same(len(flex(me).plugins.list(limit=1500)), 4)
    answer = raw(me, "GET", "/PluginService/Plugins", params={"PageSize": 1500})
    same(answer.body["meta"]["page_size"], 1000)
    rejected(raw(me, "GET", "/PluginService/Plugins", params={"PageSize": 0}), 400, 20001)


@check("E60 too many requests")
def _():
    busy = client(1, BUSY)
    refused(flex(busy).plugins("a").fetch, 429, 20429)
    refused(flex(busy).plugins.list, 429, 20429)


@check("E61 unexpected failure")
def _():
    broken = client(1, BROKEN)
    refused(flex(broken).plugins("a").fetch, 500, 20500)
    refused(lambda: flex(broken).plugins.create(unique_name="a"), 500, 20500)
