// Configurations and the plugins in them.

import { TEXT, account, activate, check, client, configure, flex, hasExactly, matches, newVersion } from './harness.mjs';
import { notFound, nowhere, pluginWithVersion, post, raw, refused, rejected, same, url } from './harness.mjs';

const me = client(4);
const { plugins, pluginArchive, pluginVersionArchive, pluginConfigurations, pluginConfigurationArchive } = flex(me);

const MEMBERS = 'sid account_sid name description archived date_created url links';
const ENTRY = `account_sid configuration_sid plugin_sid plugin_version_sid phase plugin_url unique_name friendly_name
  description plugin_archived version changelog plugin_version_archived private date_created url`;

const entry = (version, phase) => JSON.stringify({ plugin_version: version.sid, phase });
const createRaw = (form) => post(me, '/PluginService/Configurations', { Name: 'raw', ...form });
const create = (...entries) => pluginConfigurations.create({ name: 'typed', plugins: entries });
const entries = (configuration) => pluginConfigurations(configuration.sid).plugins;

let a;
let b;

check('configuration: create answers 201 with every property', async () => {
  a = await pluginWithVersion(me, 'a');
  b = await pluginWithVersion(me, 'b');
  const { statusCode, body } = await createRaw({ Description: 'd' });
  same(statusCode, 201);
  hasExactly(body, MEMBERS);
  matches(body.sid, /^FJ[0-9a-f]{32}$/);
  matches(body.date_created, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  same([body.account_sid, body.name, body.description, body.archived], [account(4), 'raw', 'd', false]);
  same(body.url, `${url.plain}/v1/PluginService/Configurations/${body.sid}`);
  same(body.links, { plugins: `${body.url}/Plugins` });
});

check('configuration: without plugins, typed', async () => {
  const configuration = await pluginConfigurations.create({ name: 'empty' });
  same([configuration.description ?? '', configuration.dateCreated instanceof Date], ['', true]);
  same(await entries(configuration).list(), []);
});

check('E42 an empty list of plugins', async () => same(await entries(await create()).list(), []));
check('E42 Plugins= with an empty value', async () => {
  const { statusCode, body } = await createRaw({ Plugins: '' });
  same(statusCode, 201);
  same(await entries(body).list(), []);
});

check('configuration: one plugin, with every property of it', async () => {
  const pluginUrl = 'https://example.com/c.js?a=1&b=2';
  const plugin = await plugins.create({ uniqueName: 'c', friendlyName: TEXT, description: TEXT });
  const version = await newVersion(me, 'c', '1.0.0+c', { changelog: TEXT, private: true, pluginUrl });
  const configuration = await create({ plugin_version: version.sid, phase: 7 });
  const { body } = await raw(me, 'get', `/PluginService/Configurations/${configuration.sid}/Plugins/${plugin.sid}`);
  hasExactly(body, ENTRY);
  matches(body.date_created, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  const { date_created: _, ...rest } = body;
  same(rest, {
    account_sid: account(4), configuration_sid: configuration.sid, plugin_sid: plugin.sid, plugin_version_sid: version.sid,
    phase: 7, plugin_url: pluginUrl, unique_name: 'c', friendly_name: TEXT, description: TEXT, plugin_archived: false,
    version: '1.0.0+c', changelog: TEXT, plugin_version_archived: false, private: true,
    url: `${configuration.url}/Plugins/${plugin.sid}`,
  });
});

check('configuration: two plugins keep their order and phases', async () => {
  for (const [first, second] of [[a, b], [b, a]]) {
    const configuration = await create({ plugin_version: first.version.sid, phase: 0 }, { plugin_version: second.version.sid, phase: 12 });
    const found = (await entries(configuration).list()).map((each) => [each.pluginVersionSid, each.phase]);
    same(found, [[first.version.sid, 0], [second.version.sid, 12]]);
  }
});

check('configuration: the phase is 3 unless given', async () => {
  const configuration = await create({ plugin_version: a.version.sid });
  same((await entries(configuration).list()).map((each) => each.phase), [3]);
});

check('configuration: an unknown member of an entry is ignored', async () => {
  const configuration = await create({ plugin_version: a.version.sid, more: [1] });
  same((await entries(configuration).list()).length, 1);
});

check('configuration: a plugin in it by SID and by name', async () => {
  const configuration = await configure(me, a.version);
  const bySid = await entries(configuration)(a.plugin.sid).fetch();
  const byName = await entries(configuration)('a').fetch();
  same(bySid.pluginVersionSid, a.version.sid);
  same({ ...byName.toJSON() }, { ...bySid.toJSON() });
  same(bySid.dateCreated instanceof Date, true);
  same((await bySid.fetch()).uniqueName, 'a');
});

check('configuration: names and flags of its plugins are live, version and phase are fixed (S21)', async () => {
  const { plugin, version } = await pluginWithVersion(me, 'live');
  const configuration = await configure(me, version);
  await newVersion(me, 'live', '2.0.0');
  await plugins('live').update({ friendlyName: 'new name', description: 'new description' });
  await pluginVersionArchive('live', '1.0.0').update();
  await pluginArchive('live').update();
  const found = await entries(configuration)(plugin.sid).fetch();
  same([found.friendlyName, found.description], ['new name', 'new description']);
  same([found.pluginArchived, found.pluginVersionArchived], [true, true]);
  same([found.version, found.phase], ['1.0.0', 3]);
});

check('configuration: text comes back as sent', async () => {
  const created = await pluginConfigurations.create({ name: TEXT, description: TEXT });
  const fetched = await pluginConfigurations(created.sid).fetch();
  same([created.name, created.description, fetched.name, fetched.description], [TEXT, TEXT, TEXT, TEXT]);
});

check('E43 the same name and content again', async () => {
  const first = await configure(me, a.version);
  const second = await configure(me, a.version);
  same(first.sid === second.sid, false);
});

check('configuration: newest first', async () => {
  const created = [];
  for (const name of ['x', 'y', 'z']) created.unshift((await pluginConfigurations.create({ name })).sid);
  same((await pluginConfigurations.list({ limit: 3 })).map((configuration) => configuration.sid), created);
});

check('configuration: archive answers it without links and the URL of the operation (S24)', async () => {
  const configuration = await configure(me, a.version);
  const { statusCode, body } = await raw(me, 'post', `/PluginService/Configurations/${configuration.sid}/Archive`);
  same(statusCode, 200);
  hasExactly(body, MEMBERS.replace('links', ''));
  same([body.sid, body.archived, body.url], [configuration.sid, true, `${configuration.url}/Archive`]);
});

check('configuration: archive through the typed call; it stays readable', async () => {
  const configuration = await configure(me, a.version);
  same((await pluginConfigurationArchive(configuration.sid).update()).archived, true);
  const fetched = await pluginConfigurations(configuration.sid).fetch();
  same(fetched.archived, true);
  same((await fetched.plugins().list()).length, 1);
  same((await pluginConfigurations.list()).find((each) => each.sid === configuration.sid).archived, true);
});

check('E6 unknown configuration', () =>
  notFound(pluginConfigurations(nowhere('FJ')).fetch(), `/Configurations/${nowhere('FJ')}`));
check('E6 plugins of an unknown configuration', () =>
  refused(pluginConfigurations(nowhere('FJ')).plugins.list(), 404, 20404));
check('E6 archive of an unknown configuration', () =>
  notFound(pluginConfigurationArchive(nowhere('FJ')).update(), `/Configurations/${nowhere('FJ')}/Archive`));

check('E6 a plugin that is not in the configuration', async () => {
  const configuration = await configure(me, a.version);
  const path = `/Configurations/${configuration.sid}/Plugins`;
  await notFound(entries(configuration)('b').fetch(), `${path}/b`);
  await notFound(entries(configuration)(b.plugin.sid).fetch(), `${path}/${b.plugin.sid}`);
});

check('E7 the SID of a version is no configured plugin', async () => {
  const configuration = await configure(me, a.version);
  await refused(entries(configuration)(a.version.sid).fetch(), 404, 20404);
});

check('E9 a configuration by name or Active', async () => {
  await pluginConfigurations.create({ name: 'by-name' });
  for (const id of ['by-name', 'Active']) {
    await notFound(pluginConfigurations(id).fetch(), `/Configurations/${id}`);
    await refused(pluginConfigurations(id).plugins.list(), 404, 20404);
  }
});

const NO_NAME = 'Missing required parameter Name in the post body';
check('E34 no name', () => rejected(post(me, '/PluginService/Configurations', { Description: 'd' }), 400, 20001, NO_NAME));
check('E34 empty name', () => refused(pluginConfigurations.create({ name: '' }), 400, 20001, NO_NAME));

for (const value of ['{', 'FV00000000000000000000000000000000', '1', '"x"', 'null', 'true', '{} {}', "{'a': 1}"]) {
  check(`E35 Plugins=${value}`, () => rejected(createRaw({ Plugins: value }), 400, 20001, /Plugins/));
}

check('E35 one good and one bad entry', () =>
  rejected(createRaw({ Plugins: [entry(a.version, 3), 'x'] }), 400, 20001, /Plugins/));
check('E36 all entries as one array', () => rejected(createRaw({ Plugins: `[${entry(a.version, 3)}]` }), 400, 20001, /Plugins/));

for (const value of [{}, { phase: 3 }, { plugin_version: null }, { plugin_version: 1 }, { plugin_version: '' }, { plugin_version: '1.0.0' },
  { plugin_version: nowhere('FP') }, { plugin_version: nowhere('FV').slice(0, -1) }, { plugin_version: `${nowhere('FV')}0` }]) {
  check(`E37 entry ${JSON.stringify(value)}`, () => refused(create(value), 400, 20001, /Plugins/));
}

check('E38 unknown version', () => refused(create({ plugin_version: nowhere('FV') }), 400, 20001));

for (const phase of [-1, 1.5, '3', 'x', true, [], {}]) {
  check(`E39 phase ${JSON.stringify(phase)}`, () => refused(create({ plugin_version: a.version.sid, phase }), 400, 20001));
}

check('E40 the same version twice', () =>
  refused(create({ plugin_version: a.version.sid }, { plugin_version: a.version.sid }), 400, 20400, /duplicate/));

check('E40 two versions of a plugin', async () => {
  const second = await newVersion(me, 'a', '2.0.0');
  await refused(create({ plugin_version: a.version.sid }, { plugin_version: second.sid }), 400, 20400, /duplicate/);
});

check('E41 an archived version', async () => {
  const { version } = await pluginWithVersion(me, 'archived-version');
  await pluginVersionArchive('archived-version', '1.0.0').update();
  await refused(create({ plugin_version: version.sid }), 400, 20400, /archived/);
});

check('E41 a version of an archived plugin', async () => {
  const { version } = await pluginWithVersion(me, 'archived-plugin');
  await pluginArchive('archived-plugin').update();
  await refused(create({ plugin_version: version.sid }), 400, 20400, /archived/);
});

check('E44 archive twice', async () => {
  const configuration = await configure(me);
  await pluginConfigurationArchive(configuration.sid).update();
  await refused(pluginConfigurationArchive(configuration.sid).update(), 400, 20400, /already archived/);
});

check('E45 archive the active configuration', async () => {
  const { configuration } = await activate(me, a.version);
  await refused(pluginConfigurationArchive(configuration.sid).update(), 400, 20400, /part of an active release/);
});

check('E45 archive works once another release is active', async () => {
  const { configuration } = await activate(me, a.version);
  await activate(me);
  same((await pluginConfigurationArchive(configuration.sid).update()).archived, true);
});
