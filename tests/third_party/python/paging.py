"""Paging through the five lists, in both directions."""

import asyncio
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from twilio.http.async_http_client import AsyncTwilioHttpClient
from twilio.rest import Client

from harness import (
    PLAIN, Answer, account, check, client, configure, flex, new_version, post, raw, refused, rejected, release, same, says,
)

me = client(6)
other = client(7)
service = flex(me)


@dataclass
class Listing:
    """A list of seven items: its path, its key, the vendor's calls for it, and what is in it, in order."""

    path: str
    key: str
    calls: object
    items: list


lists = {}


@check("paging: seven items of each kind")
def _():
    plugins, first, configurations, releases = [], [], [], []
    for number in range(1, 8):
        plugin = service.plugins.create(unique_name=f"p{number}")
        plugins.insert(0, plugin.sid)
        first.append(new_version(me, plugin.sid, "1.0.0"))
    versions = [first[0].sid]
    for number in range(2, 8):
        versions.insert(0, new_version(me, "p1", f"{number}.0.0").sid)
    for _number in range(7):
        configuration = configure(me, *first)
        configurations.insert(0, configuration.sid)
        releases.insert(0, release(me, configuration).sid)
    newest = configurations[0]
    p1 = first[0].plugin_sid

    def add(name, path, key, calls, items):
        lists[name] = Listing(f"/PluginService{path}", key, calls, items)

    add("Plugins", "/Plugins", "plugins", service.plugins, plugins)
    add("Versions", f"/Plugins/{p1}/Versions", "plugin_versions", service.plugins("p1").plugin_versions, versions)
    add("Configurations", "/Configurations", "configurations", service.plugin_configurations, configurations)
    add("Releases", "/Releases", "releases", service.plugin_releases, releases)
    # Plugins of a configuration keep the order in which they were given.
    configured = service.plugin_configurations(newest).plugins
    add("Configured", f"/Configurations/{newest}/Plugins", "plugins", configured, [each.plugin_sid for each in first])


def ids(items):
    """What identifies the items of a list; configured plugins have no SID of their own."""
    return [getattr(item, "sid", None) or item.plugin_sid for item in items]


def token_of(calls):
    return parse_qs(urlsplit(calls.page(page_size=2).next_page_url).query)["PageToken"][0]


for name in ("Plugins", "Versions", "Configurations", "Releases", "Configured"):
    @check(f"paging: {name}: forwards to the end in three pages")
    def _(name=name):
        listing = lists[name]
        one = listing.calls.page(page_size=3)
        two = one.next_page()
        three = two.next_page()
        same([ids(one), ids(two), ids(three)], [listing.items[:3], listing.items[3:6], listing.items[6:]])
        same((one.previous_page(), three.next_page()), (None, None))

    @check(f"paging: {name}: backwards to the start")
    def _(name=name):
        listing = lists[name]
        two = listing.calls.page(page_size=3).next_page().next_page().previous_page()
        again = two.previous_page()
        same([ids(two), ids(again)], [listing.items[3:6], listing.items[:3]])
        same(again.previous_page(), None)
        same(ids(again.next_page()), listing.items[3:6])

    @check(f"paging: {name}: list and stream follow the pages, limit stops them")
    def _(name=name):
        listing = lists[name]
        same(ids(listing.calls.list(page_size=2)), listing.items)
        same(ids(listing.calls.list(page_size=2, limit=5)), listing.items[:5])
        same(ids(listing.calls.list(limit=4)), listing.items[:4])
        same(len(listing.calls.list(limit=1000)), 7)
        same(ids(listing.calls.stream(page_size=4)), listing.items)
        same(ids(listing.calls.stream(page_size=3, limit=4)), listing.items[:4])

    @check(f"paging: {name}: list_async")
    def _(name=name):
        same(asyncio.run(listed_async(name)), lists[name].items)

    @check(f"paging: {name}: get_page takes the URL of a page")
    def _(name=name):
        listing = lists[name]
        same(ids(listing.calls.get_page(listing.calls.page(page_size=5).next_page_url)), listing.items[5:])

    @check(f"paging: {name}: meta of all pages")
    def _(name=name):
        listing = lists[name]
        base = f"{PLAIN}/v1{listing.path}"
        url = f"{base}?PageSize=3"
        for page in (0, 1, 2):
            body = Answer(me.request("GET", url)).body
            meta = body["meta"]
            same(sorted(body), sorted([listing.key, "meta"]))
            names = ["first_page_url", "key", "next_page_url", "page", "page_size", "previous_page_url", "url"]
            same(sorted(meta), names)
            same((meta["page"], meta["page_size"], meta["key"]), (page, 3, listing.key))
            same(len(body[listing.key]), 1 if page == 2 else 3)
            same(meta["first_page_url"], f"{base}?PageSize=3&Page=0")
            same(meta["url"].startswith(f"{base}?PageSize=3&Page={page}"), True, meta["url"])
            same((meta["previous_page_url"] is None, meta["next_page_url"] is None), (page == 0, page == 2))
            same(Answer(me.request("GET", meta["url"])).body[listing.key], body[listing.key])
            url = meta["next_page_url"]

    @check(f"paging: {name}: 50 items a page unless asked")
    def _(name=name):
        listing = lists[name]
        body = raw(me, "GET", listing.path).body
        same((body["meta"]["page_size"], body["meta"]["page"], len(body[listing.key])), (50, 0, 7))
        same(body["meta"]["url"], f"{PLAIN}/v1{listing.path}?PageSize=50&Page=0")

    for size in ("0", "-1", "x", "1.5", "9" * 20):
        @check(f"E52 {name}: PageSize {size}")
        def _(name=name, size=size):
            answer = raw(me, "GET", lists[name].path, params={"PageSize": size})
            same((answer.status, answer.body["code"] in (20001, 20007)), (400, True))

    @check(f"E53 {name}: PageSize 1001")
    def _(name=name):
        refused(lambda: lists[name].calls.page(page_size=1001), 400, 20007, says("1000"))

    @check(f"E53 {name}: PageSize 1000 is fine")
    def _(name=name):
        same(len(list(lists[name].calls.page(page_size=1000))), 7)

    for page in ("-1", "x", "1.5"):
        @check(f"E54 {name}: Page {page}")
        def _(name=name, page=page):
            rejected(raw(me, "GET", lists[name].path, params={"Page": page}), 400, 20001, says("Page"))

    @check(f"E55 {name}: a page token that is none")
    def _(name=name):
        refused(lambda: lists[name].calls.page(page_token="nonsense"), 400, 20001, says("PageToken"))


async def listed_async(name):
    """The items of a list by the package's asynchronous calls, in pages of three."""
    async with AsyncTwilioHttpClient() as http_client:
        slow = Client(me.username, me.password, http_client=http_client, environment={"-": "-"})
        slow.flex_api.base_url = PLAIN
        service = flex(slow)
        calls = {
            "Plugins": service.plugins,
            "Versions": service.plugins("p1").plugin_versions,
            "Configurations": service.plugin_configurations,
            "Releases": service.plugin_releases,
            "Configured": service.plugin_configurations(lists["Configurations"].items[0]).plugins,
        }
        return ids(await calls[name].list_async(page_size=3))


@check("E55 the page token of another list")
def _():
    token = token_of(service.plugins)
    for name in ("Versions", "Configurations", "Releases", "Configured"):
        refused(lambda name=name: lists[name].calls.page(page_token=token), 400, 20001, says("PageToken"))


@check("E55 the page token of the versions of another plugin")
def _():
    token = token_of(service.plugins("p1").plugin_versions)
    refused(lambda: service.plugins("p2").plugin_versions.page(page_token=token), 400, 20001, says("PageToken"))


@check("E55 the page token of another account")
def _():
    token = token_of(service.plugins)
    flex(other).plugins.create(unique_name="mine")
    refused(lambda: flex(other).plugins.page(page_token=token), 400, 20001, says("PageToken"))


@check("S11 Page without a token is repeated and chooses nothing")
def _():
    body = raw(me, "GET", "/PluginService/Plugins", params={"PageSize": 3, "Page": 5}).body
    same((body["meta"]["page"], [each["sid"] for each in body["plugins"]]), (5, lists["Plugins"].items[:3]))


@check("S10 pages stay as they are while others insert")
def _():
    one = service.plugins.page(page_size=3)
    service.plugins.create(unique_name="inserted")
    two = one.next_page()
    same(ids(two), lists["Plugins"].items[3:6])
    same(ids(two.previous_page()), lists["Plugins"].items[:3])


@check("paging: the URLs have the SID of a plugin that is addressed by name")
def _():
    meta = raw(me, "GET", "/PluginService/Plugins/p1/Versions", params={"PageSize": 3}).body["meta"]
    for name in ("url", "first_page_url", "next_page_url"):
        same(meta[name].startswith(f"{PLAIN}/v1{lists['Versions'].path}?"), True, meta[name])


@check("paging: an empty list")
def _():
    body = raw(other, "GET", "/PluginService/Configurations").body
    same((body["configurations"], body["meta"]["next_page_url"], body["meta"]["previous_page_url"]), ([], None, None))


@check("E57 unknown query parameters are ignored")
def _():
    params = {"Flex-Metadata": "x", "Other": "1", "archived": "true"}
    same(raw(me, "GET", "/PluginService/Plugins", params=params).status, 200)
    same(post(me, "/PluginService/Plugins/p1?PageSize=0&x=y").status, 200)


check("paging: the account of these checks", lambda: same(service.plugins.list(limit=1)[0].account_sid, account(6)))
