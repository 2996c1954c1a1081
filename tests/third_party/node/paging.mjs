// Paging through the five lists, in both directions.

import { check, client, configure, flex, newVersion, post, raw, refused, rejected, release, same, url } from './harness.mjs';

const me = client(6);
const other = client(7);
const service = flex(me);

/** The lists, each with its path, its key, and seven items in the order of the list. */
const lists = {};
const keyOf = { Versions: 'plugin_versions', Configurations: 'configurations', Releases: 'releases' };

function add(name, path, list, items) {
  lists[name] = { path: `/PluginService${path}`, key: keyOf[name] ?? 'plugins', list, items };
}

check('paging: seven items of each kind', async () => {
  const made = { plugins: [], versions: [], configurations: [], releases: [] };
  const first = [];
  for (let i = 1; i <= 7; i += 1) {
    const plugin = await service.plugins.create({ uniqueName: `p${i}` });
    made.plugins.unshift(plugin.sid);
    first.push(await newVersion(me, plugin.sid, '1.0.0'));
  }
  made.versions.unshift(first[0].sid);
  for (let i = 2; i <= 7; i += 1) made.versions.unshift((await newVersion(me, 'p1', `${i}.0.0`)).sid);
  for (let i = 1; i <= 7; i += 1) {
    const configuration = await configure(me, ...first);
    made.configurations.unshift(configuration.sid);
    made.releases.unshift((await release(me, configuration)).sid);
  }
  const [configuration] = made.configurations;
  add('Plugins', '/Plugins', service.plugins, made.plugins);
  add('Versions', `/Plugins/${first[0].pluginSid}/Versions`, service.plugins('p1').pluginVersions, made.versions);
  add('Configurations', '/Configurations', service.pluginConfigurations, made.configurations);
  add('Releases', '/Releases', service.pluginReleases, made.releases);
  // Plugins of a configuration keep the order in which they were given.
  add('Configured', `/Configurations/${configuration}/Plugins`, service.pluginConfigurations(configuration).plugins,
    first.map((version) => version.pluginSid));
});

/** What identifies an item of a list; configured plugins have no SID of their own. */
const idOf = (item) => item.sid ?? item.pluginSid;
const ids = (page) => page.instances.map(idOf);

for (const name of ['Plugins', 'Versions', 'Configurations', 'Releases', 'Configured']) {
  check(`paging: ${name}: forwards to the end in three pages`, async () => {
    const { list, items } = lists[name];
    const one = await list.page({ pageSize: 3 });
    const two = await one.nextPage();
    const three = await two.nextPage();
    same([...ids(one), ...ids(two), ...ids(three)], items);
    same([one, two, three].map((page) => page.instances.length), [3, 3, 1]);
    same([one.previousPage(), three.nextPage()], [undefined, undefined]);
  });

  check(`paging: ${name}: backwards to the start`, async () => {
    const { list, items } = lists[name];
    const one = await list.page({ pageSize: 3 });
    const three = await (await one.nextPage()).nextPage();
    const two = await three.previousPage();
    const again = await two.previousPage();
    same([ids(two), ids(again)], [items.slice(3, 6), items.slice(0, 3)]);
    same(again.previousPage(), undefined);
    same(ids(await again.nextPage()), items.slice(3, 6));
  });

  check(`paging: ${name}: list follows the pages, limit stops it`, async () => {
    const { list, items } = lists[name];
    same((await list.list({ pageSize: 2 })).map(idOf), items);
    same((await list.list({ pageSize: 2, limit: 5 })).map(idOf), items.slice(0, 5));
    same((await list.list({ limit: 4 })).map(idOf), items.slice(0, 4));
    same((await list.list({ limit: 1000 })).length, 7);
  });

  check(`paging: ${name}: each calls back for each item`, async () => {
    const { list, items } = lists[name];
    const found = [];
    await new Promise((resolve, reject) => {
      list.each({ pageSize: 4, callback: (item) => found.push(idOf(item)), done: (error) => (error ? reject(error) : resolve()) });
    });
    same(found, items);
  });

  check(`paging: ${name}: getPage takes the URL of a page`, async () => {
    const { list, items } = lists[name];
    const { nextPageUrl } = await list.page({ pageSize: 5 });
    same(ids(await list.getPage(nextPageUrl)), items.slice(5));
  });

  check(`paging: ${name}: meta of all pages`, async () => {
    const { path, key, items } = lists[name];
    const base = `${url.plain}/v1${path}`;
    let next = `${base}?PageSize=3`;
    for (const page of [0, 1, 2]) {
      const { body } = await me.request({ method: 'get', uri: next });
      same(Object.keys(body).sort(), [key, 'meta'].sort());
      const { meta } = body;
      same(Object.keys(meta).sort(), ['first_page_url', 'key', 'next_page_url', 'page', 'page_size', 'previous_page_url', 'url']);
      same([meta.page, meta.page_size, meta.key, body[key].length], [page, 3, key, page === 2 ? 1 : 3]);
      same(meta.first_page_url, `${base}?PageSize=3&Page=0`);
      same(meta.url.startsWith(`${base}?PageSize=3&Page=${page}`), true, meta.url);
      same([meta.previous_page_url === null, meta.next_page_url === null], [page === 0, page === 2]);
      const same_page = await me.request({ method: 'get', uri: meta.url });
      same(same_page.body[key], body[key], 'url leads to the same page');
      next = meta.next_page_url;
    }
    const first = await me.request({ method: 'get', uri: `${base}?PageSize=3&Page=0` });
    same(first.body[key].map((item) => item.sid ?? item.plugin_sid), items.slice(0, 3));
  });

  check(`paging: ${name}: 50 items a page unless asked`, async () => {
    const { path, key } = lists[name];
    const { body } = await raw(me, 'get', path);
    same([body.meta.page_size, body.meta.page, body[key].length], [50, 0, 7]);
    same(body.meta.url, `${url.plain}/v1${path}?PageSize=50&Page=0`);
  });

  for (const size of ['0', '-1', 'x', '1.5', '99999999999999999999']) {
    check(`E52 ${name}: PageSize ${size}`, async () => {
      const { statusCode, body } = await raw(me, 'get', lists[name].path, { params: { PageSize: size } });
      same([statusCode, [20001, 20007].includes(body.code), body.status], [400, true, 400]);
    });
  }

  check(`E53 ${name}: PageSize 1001`, () => refused(lists[name].list.page({ pageSize: 1001 }), 400, 20007, /1000/));
  check(`E53 ${name}: list with a limit of 1500 asks for too much`, () => refused(lists[name].list.list({ limit: 1500 }), 400, 20007));
  check(`E53 ${name}: PageSize 1000 is fine`, async () => same((await lists[name].list.page({ pageSize: 1000 })).instances.length, 7));

  for (const page of ['-1', 'x', '1.5']) {
    check(`E54 ${name}: Page ${page}`, () =>
      rejected(raw(me, 'get', lists[name].path, { params: { Page: page } }), 400, 20001, /Page/));
  }

  check(`E55 ${name}: a page token that is none`, () =>
    refused(lists[name].list.page({ pageToken: 'nonsense' }), 400, 20001, /PageToken/));
}

const tokenOf = async (list) => new URL((await list.page({ pageSize: 2 })).nextPageUrl).searchParams.get('PageToken');

check('E55 the page token of another list', async () => {
  const pageToken = await tokenOf(service.plugins);
  for (const name of ['Versions', 'Configurations', 'Releases', 'Configured']) {
    await refused(lists[name].list.page({ pageToken }), 400, 20001, /PageToken/);
  }
});

check('E55 the page token of the versions of another plugin', async () => {
  const pageToken = await tokenOf(service.plugins('p1').pluginVersions);
  await refused(service.plugins('p2').pluginVersions.page({ pageToken }), 400, 20001, /PageToken/);
});

check('E55 the page token of another account', async () => {
  const pageToken = await tokenOf(service.plugins);
  await flex(other).plugins.create({ uniqueName: 'mine' });
  await refused(flex(other).plugins.page({ pageToken }), 400, 20001, /PageToken/);
});

check('S11 Page without a token is repeated and chooses nothing', async () => {
  const { body } = await raw(me, 'get', '/PluginService/Plugins', { params: { PageSize: 3, Page: 5 } });
  same([body.meta.page, body.plugins.map((plugin) => plugin.sid)], [5, lists.Plugins.items.slice(0, 3)]);
});

check('S10 pages stay as they are while others insert', async () => {
  const one = await service.plugins.page({ pageSize: 3 });
  await service.plugins.create({ uniqueName: 'inserted' });
  const two = await one.nextPage();
  same(ids(two), lists.Plugins.items.slice(3, 6));
  same(ids(await two.previousPage()), lists.Plugins.items.slice(0, 3));
});

check('paging: the URLs have the SID of a plugin that is addressed by name', async () => {
  const { body } = await raw(me, 'get', '/PluginService/Plugins/p1/Versions', { params: { PageSize: 3 } });
  for (const each of [body.meta.url, body.meta.first_page_url, body.meta.next_page_url]) {
    same(each.startsWith(`${url.plain}/v1${lists.Versions.path}?`), true, each);
  }
});

check('paging: an empty list', async () => {
  const { body } = await raw(other, 'get', '/PluginService/Configurations');
  same([body.configurations, body.meta.next_page_url, body.meta.previous_page_url], [[], null, null]);
});

check('E57 unknown query parameters are ignored', async () => {
  const { statusCode } = await raw(me, 'get', '/PluginService/Plugins', { params: { 'Flex-Metadata': 'x', Other: '1', archived: 'true' } });
  same(statusCode, 200);
  same((await post(me, '/PluginService/Plugins/p1?PageSize=0&x=y', {})).statusCode, 200);
});
