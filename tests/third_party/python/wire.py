"""What the typed calls hide: paths, methods, headers, and forms as they are on the wire."""

from concurrent.futures import ThreadPoolExecutor

from harness import TEXT, BUNDLE, check, client, flex, matches, new_version, nowhere, post, raw, rejected, same

me = client(10)
service = flex(me)
PLUGINS = "/PluginService/Plugins"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
ORIGIN = {"Origin": "https://flex.example"}


@check("wire: a plugin to work with")
def _():
    service.plugins.create(unique_name="wire")
    new_version(me, "wire", "1.0.0")


for row, paths in {
    "E3": ("/Nothing", "", "/Plugins/wire/Nothing", "/Releases/Active/Archive"),
    "E4": ("/plugins", "/Plugins/wire/versions", "/releases", "/configurations"),
}.items():
    for path in paths:
        @check(f"{row} /PluginService{path}")
        def _(path=path):
            message = f"The requested resource /PluginService{path} was not found"
            rejected(raw(me, "GET", f"/PluginService{path}"), 404, 20404, message)

METHODS = {
    "/Plugins": "GET HEAD OPTIONS POST",
    "/Plugins/wire": "GET HEAD OPTIONS POST",
    "/Plugins/wire/Archive": "OPTIONS POST",
    "/Plugins/wire/Versions": "GET HEAD OPTIONS POST",
    "/Plugins/wire/Versions/1.0.0": "GET HEAD OPTIONS",
    "/Plugins/wire/Versions/1.0.0/Archive": "OPTIONS POST",
    "/Configurations": "GET HEAD OPTIONS POST",
    f"/Configurations/{nowhere('FJ')}": "GET HEAD OPTIONS",
    f"/Configurations/{nowhere('FJ')}/Archive": "OPTIONS POST",
    f"/Configurations/{nowhere('FJ')}/Plugins": "GET HEAD OPTIONS",
    f"/Configurations/{nowhere('FJ')}/Plugins/wire": "GET HEAD OPTIONS",
    "/Releases": "GET HEAD OPTIONS POST",
    "/Releases/Active": "GET HEAD OPTIONS",
}


def allowed(answer):
    return " ".join(sorted(method.strip() for method in answer.headers.get("Allow", "").split(",")))


for path, methods in METHODS.items():
    for method in ("GET", "POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW"):
        if method in methods:
            continue

        @check(f"E5 {method} {path}")
        def _(method=method, path=path, methods=methods):
            answer = raw(me, method, f"/PluginService{path}")
            rejected(answer, 405, 20004)
            same(allowed(answer), methods)

    @check(f"OPTIONS {path}")
    def _(path=path, methods=methods):
        answer = raw(me, "OPTIONS", f"/PluginService{path}", headers=ORIGIN)
        same((answer.status in (200, 204), allowed(answer)), (True, methods))


@check("S25 OPTIONS needs no credentials")
def _():
    nobody = client(10)
    nobody.username = None
    preflight = {**ORIGIN, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization"}
    answer = raw(nobody, "OPTIONS", PLUGINS, headers=preflight)
    same(answer.status in (200, 204), True)
    matches(answer.headers.get("Access-Control-Allow-Methods"), "POST")
    matches(answer.headers.get("Access-Control-Allow-Headers").lower(), "authorization")


@check("HEAD has the headers of GET and no body")
def _():
    for path in (PLUGINS, f"{PLUGINS}/wire", f"{PLUGINS}/wire/Versions/1.0.0"):
        head = raw(me, "HEAD", path)
        get = raw(me, "GET", path)
        same((head.status, head.text), (200, ""))
        for name in ("Content-Type", "Content-Length"):
            same(head.headers.get(name), get.headers.get(name), name)


@check("S7 answers are JSON in UTF-8")
def _():
    for answer in (raw(me, "GET", PLUGINS), raw(me, "GET", f"{PLUGINS}/nope"), post(me, PLUGINS)):
        same(answer.headers["Content-Type"], "application/json; charset=utf-8")


@check("S28 every answer has a request ID of its own")
def _():
    answers = (raw(me, "GET", PLUGINS), raw(me, "GET", f"{PLUGINS}/nope"), raw(me, "PUT", PLUGINS))
    found = [answer.headers.get("Twilio-Request-Id") for answer in answers]
    for identifier in found:
        matches(identifier, "^RQ[0-9a-f]{32}$")
    same(len(set(found)), 3)


@check("S25 the five headers are on answers and on errors")
def _():
    for method, path in (("GET", PLUGINS), ("GET", f"{PLUGINS}/nope"), ("PUT", PLUGINS), ("OPTIONS", PLUGINS)):
        headers = raw(me, method, path, headers=ORIGIN).headers
        names = [f"Access-Control-Allow-{name}" for name in ("Origin", "Methods", "Headers", "Credentials")]
        same([name for name in [*names, "Access-Control-Expose-Headers"] if not headers.get(name)], [], (method, path))
        same(headers["Access-Control-Allow-Origin"], ORIGIN["Origin"])
        matches(headers["Access-Control-Allow-Headers"].lower(), "flex-metadata")


# The package sends it on lists twice: as a header, and as a query parameter.
@check("Flex-Metadata on every operation is accepted and changes nothing")
def _():
    meta = {"flex_metadata": "agent/1.0 (a; b)"}
    plugin = service.plugins.create(unique_name="metadata", **meta)
    version = new_version(me, plugin.sid, "1.0.0", **meta)
    entries = [{"plugin_version": version.sid, "phase": 3}]
    configuration = service.plugin_configurations.create(name="metadata", plugins=entries, **meta)
    release = service.plugin_releases.create(configuration_id=configuration.sid, **meta)
    same(service.plugins("metadata").fetch(**meta).sid, plugin.sid)
    same(service.plugins("metadata").update(description="d", **meta).description, "d")
    same(service.plugins.list(**meta)[0].sid, plugin.sid)
    same(service.plugins("metadata").plugin_versions("1.0.0").fetch(**meta).sid, version.sid)
    same(len(service.plugins("metadata").plugin_versions.list(**meta)), 1)
    same(service.plugin_configurations(configuration.sid).fetch(**meta).sid, configuration.sid)
    same(service.plugin_configurations.list(**meta)[0].sid, configuration.sid)
    same(len(service.plugin_configurations(configuration.sid).plugins.list(**meta)), 1)
    same(service.plugin_configurations(configuration.sid).plugins("metadata").fetch(**meta).plugin_sid, plugin.sid)
    same(service.plugin_releases("Active").fetch(**meta).sid, release.sid)
    same(service.plugin_releases.list(**meta)[0].sid, release.sid)
    empty = service.plugin_configurations.create(name="empty", **meta)
    service.plugin_releases.create(configuration_id=empty.sid, **meta)
    same(service.plugin_configuration_archive(configuration.sid).update(**meta).archived, True)
    same(service.plugin_version_archive("metadata", "1.0.0").update(**meta).archived, True)
    same(service.plugin_archive("metadata").update(**meta).archived, True)


for kind, body in {
    "application/json": {"UniqueName": "not-a-form"},
    "text/plain": "UniqueName=not-a-form",
    "multipart/form-data; boundary=x": '--x\r\nContent-Disposition: form-data; name="UniqueName"\r\n\r\nnot-a-form\r\n--x--\r\n',
}.items():
    @check(f"E56 a body of type {kind} has no fields")
    def _(kind=kind, body=body):
        answer = raw(me, "POST", PLUGINS, body, headers={"Content-Type": kind})
        same((answer.status in (400, 415), answer.body["status"], answer.body["code"]), (True, answer.status, 20001))
        same(raw(me, "GET", f"{PLUGINS}/not-a-form").status, 404)


@check("E57 unknown form fields are ignored")
def _():
    answer = post(me, PLUGINS, {"UniqueName": "unknown-fields", "Sid": "x", "a[b]": "c", "": TEXT})
    same((answer.status, answer.body["unique_name"]), (201, "unknown-fields"))


@check("E58 a repeated field: the last one wins, or 400")
def _():
    answer = post(me, PLUGINS, {"UniqueName": ["first", "last"]})
    refusal = answer.status == 400
    same(answer.body["code"] if refusal else answer.body["unique_name"], 20001 if refusal else "last")


@check("E59 a body that is too large")
def _():
    answer = post(me, PLUGINS, {"UniqueName": "large", "Description": "x" * 3_000_000})
    same((answer.status, answer.body["code"], answer.body["status"]), (413, 20413, 413))


@check("S4 a form that is not encoded")
def _():
    sid = service.plugins("wire").plugin_versions("1.0.0").fetch().sid
    entry = '{"plugin_version":"%s","phase":5}' % sid
    body = f"Name=raw é name, with: {{punctuation}}&Plugins={entry}&Description=100% of a+b %zz %"
    answer = raw(me, "POST", "/PluginService/Configurations", body.encode(), headers=FORM)
    same(answer.status, 201, answer.text)
    same(answer.body["name"], "raw é name, with: {punctuation}")
    same(answer.body["description"], "100% of a b %zz %")
    configured = service.plugin_configurations(answer.body["sid"]).plugins.list()
    same([each.phase for each in configured], [5])


@check("S5 the first equals sign separates name and value")
def _():
    url = "https://example.com/p.js?a=1=2"
    body = f"Version=s5&PluginUrl={url}&Changelog==="
    answer = raw(me, "POST", f"{PLUGINS}/wire/Versions", body, headers=FORM)
    same((answer.status, answer.body["plugin_url"], answer.body["changelog"]), (201, url, "=="))


@check("S4 a content type with parameters and in another case")
def _():
    kind = {"Content-Type": "Application/X-WWW-Form-Urlencoded; charset=UTF-8"}
    answer = raw(me, "POST", PLUGINS, "UniqueName=content-type&FriendlyName=%C3%A9", headers=kind)
    same((answer.status, answer.body.get("friendly_name")), (201, "é"))


@check("S4 empty pairs in a form")
def _():
    same(raw(me, "POST", PLUGINS, "&&UniqueName=empty-pairs&&x&", headers=FORM).status, 201)


@check("S6 archive takes an empty form")
def _():
    service.plugins.create(unique_name="empty-form")
    same(raw(me, "POST", f"{PLUGINS}/empty-form/Archive", "", headers=FORM).status, 200)


@check("S6 archive ignores a body")
def _():
    service.plugins.create(unique_name="some-body")
    same(raw(me, "POST", f"{PLUGINS}/some-body/Archive", {"a": "b"}).status, 200)


check("S6 a GET may have the content type of a form", lambda: same(raw(me, "GET", PLUGINS, headers=FORM).status, 200))


@check("2.3 a bundle URL and all texts of a version, encoded by the package")
def _():
    form = {"Version": "2.3", "PluginUrl": BUNDLE, "Changelog": TEXT, "CliVersion": TEXT, "ValidateStatus": "success"}
    answer = post(me, f"{PLUGINS}/wire/Versions", form)
    same((answer.status, answer.body["changelog"], answer.body["validated"]), (201, TEXT, True))


@check("S27 requests side by side")
def _():
    names = [f"parallel-{number}" for number in range(20)]
    with ThreadPoolExecutor(5) as pool:
        created = list(pool.map(lambda name: flex(client(10)).plugins.create(unique_name=name).sid, names))
        fetched = list(pool.map(lambda name: flex(client(10)).plugins(name).fetch().sid, names))
    same((len(set(created)), fetched), (20, created))


@check("S16 of creations side by side with one name, one wins")
def _():
    with ThreadPoolExecutor(8) as pool:
        attempts = pool.map(lambda _: post(client(10), PLUGINS, {"UniqueName": "raced"}).status, range(8))
        same(sorted(attempts), [201] + [409] * 7)
