"""Unique names: which are allowed (E15), and that they work as identifiers in paths."""

from urllib.parse import quote

from harness import check, client, flex, post, raw, refused, rejected, same, says

me = client(2)
plugins = flex(me).plugins

ALLOWED = [
    "@scope~x", "ü", "u\u0308", "日本語", "😀", "a+b", "a&b", "a=b", "it's", '"quoted"', "(x)", "a*b", "a:b", "a;b", "a,b",
    "a.b.c", ".hidden", "trailing.", "a$b!", "a[b]", "{a}", "a|b", "^a", "<b>", "a`b", "a\\b", "-", "_", "0", "null",
    "Active", "Archive", "Versions", "F1" + "0" * 32, "FP" + "0" * 31, "FP" + "0" * 33, "FP" + "g" * 32, "x" * 200,
]

for name in ALLOWED:
    @check(f"E15 allows {name!r}: create, fetch, list")
    def _(name=name):
        created = plugins.create(unique_name=name)
        same(created.unique_name, name)
        same(plugins(name).fetch().sid, created.sid, "fetch by the name as it is")
        same(plugins(quote(name, safe="")).fetch().sid, created.sid, "fetch by the encoded name")
        same(plugins(quote(name, safe="")).update(description=name).description, name)
        same([plugin.unique_name for plugin in plugins.list() if plugin.sid == created.sid], [name])


REFUSED = [
    "a/b", "/", "a?b", "a#b", "a%b", "a%20b", "100%", "a b", " a", "a ", "\ta", "a\n", "a\rb", "a\u00a0b", "a\u2003b",
    "a\u2028b", "\ufeffa", "a\u3000", " ", "FP" + "0" * 32, "zz" + "a" * 32, "Ab" + "F" * 32, "AC" + "1" * 32,
]

for name in REFUSED:
    @check(f"E15 refuses {name!r}")
    def _(name=name):
        refused(lambda: plugins.create(unique_name=name), 400, 20001, says("UniqueName"))
        rejected(post(me, "/PluginService/Plugins", {"UniqueName": name}), 400, 20001, says("UniqueName"))


@check("E15 nothing was created by what was refused")
def _():
    same([plugin.unique_name for plugin in plugins.list(page_size=1000) if plugin.unique_name in REFUSED], [])


@check("names are decoded exactly once")
def _():
    same(raw(me, "GET", "/PluginService/Plugins/" + quote(quote("a&b"))).status, 404)


@check("a plus sign in a path is a plus sign")
def _():
    same(raw(me, "GET", "/PluginService/Plugins/a+b").body["unique_name"], "a+b")
    same(raw(me, "GET", "/PluginService/Plugins/a%2Bb").body["unique_name"], "a+b")


check(
    "an encoded slash does not split a path",
    lambda: rejected(raw(me, "GET", "/PluginService/Plugins/Archive%2FVersions"), 404, 20404),
)
