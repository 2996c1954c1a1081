// Plugins: create, fetch, update, archive.

import { TEXT, check, client, flex, hasExactly, matches, newVersion, notFound, nowhere } from './harness.mjs';
import { activate, account, pluginWithVersion, post, raw, refused, rejected, same, url } from './harness.mjs';

const me = client(1);
const { plugins, pluginArchive } = flex(me);

const MEMBERS = 'sid account_sid unique_name friendly_name description archived date_created date_updated url links';

check('plugin: create answers 201 with every property', async () => {
  const { statusCode, body } = await post(me, '/PluginService/Plugins', { UniqueName: 'all-properties' });
  same(statusCode, 201);
  hasExactly(body, MEMBERS);
  matches(body.sid, /^FP[0-9a-f]{32}$/);
  same(body.account_sid, account(1));
  same(body.archived, false);
  matches(body.date_created, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  matches(body.date_updated, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  same(body.url, `${url.plain}/v1/PluginService/Plugins/${body.sid}`);
  same(body.links, { plugin_versions: `${body.url}/Versions` });
});

check('plugin: dates are Date objects', async () => {
  const plugin = await plugins('all-properties').fetch();
  same(plugin.dateCreated instanceof Date && plugin.dateUpdated instanceof Date, true);
  same(Number.isNaN(plugin.dateCreated.getTime()), false);
});

check('plugin: the friendly name defaults to the unique name, the description to nothing (S23)', async () => {
  const plugin = await plugins.create({ uniqueName: 'defaults' });
  same({ name: plugin.friendlyName, description: plugin.description ?? '' }, { name: 'defaults', description: '' });
});

check('plugin: an empty description is accepted', async () => {
  const plugin = await plugins.create({ uniqueName: 'empty-description', description: '' });
  same(plugin.description ?? '', '');
});

check('plugin: text of create comes back as sent, by create, fetch and list', async () => {
  const created = await plugins.create({ uniqueName: 'text', friendlyName: TEXT, description: TEXT });
  const fetched = await plugins(created.sid).fetch();
  const listed = (await plugins.list()).find((plugin) => plugin.sid === created.sid);
  for (const plugin of [created, fetched, listed]) same([plugin.friendlyName, plugin.description], [TEXT, TEXT]);
});

check('plugin: text of update comes back as sent', async () => {
  const updated = await plugins('text').update({ friendlyName: `${TEXT}2`, description: `${TEXT}3` });
  same([updated.friendlyName, updated.description], [`${TEXT}2`, `${TEXT}3`]);
  const fetched = await plugins('text').fetch();
  same([fetched.friendlyName, fetched.description], [`${TEXT}2`, `${TEXT}3`]);
});

check('plugin: fetch by SID and by name give the same, with the SID in it', async () => {
  const byName = await plugins('all-properties').fetch();
  const bySid = await plugins(byName.sid).fetch();
  same(byName.toJSON(), bySid.toJSON());
  matches(byName.url, /\/Plugins\/FP[0-9a-f]{32}$/);
});

check('plugin: createWithHttpInfo tells 201, updateWithHttpInfo and fetchWithHttpInfo 200', async () => {
  const created = await plugins.createWithHttpInfo({ uniqueName: 'http-info' });
  const updated = await plugins('http-info').updateWithHttpInfo({ description: 'new' });
  const fetched = await plugins('http-info').fetchWithHttpInfo();
  same([created.statusCode, updated.statusCode, fetched.statusCode], [201, 200, 200]);
  same(fetched.body.description, 'new');
});

check('plugin: update without fields changes nothing', async () => {
  const before = await plugins.create({ uniqueName: 'unchanged', friendlyName: 'f', description: 'd' });
  const after = await plugins(before.sid).update();
  same([after.friendlyName, after.description, after.sid], ['f', 'd', before.sid]);
  same(after.links, before.links);
});

check('plugin: update keeps what is left out', async () => {
  const first = await plugins('unchanged').update({ friendlyName: 'f2' });
  const second = await plugins('unchanged').update({ description: 'd2' });
  same([first.friendlyName, first.description], ['f2', 'd']);
  same([second.friendlyName, second.description], ['f2', 'd2']);
});

check('plugin: update with an empty description clears it', async () => {
  const plugin = await plugins('unchanged').update({ description: '' });
  same([plugin.friendlyName, plugin.description ?? ''], ['f2', '']);
});

check('plugin: update does not go before the creation', async () => {
  const plugin = await plugins('unchanged').fetch();
  same(plugin.dateUpdated >= plugin.dateCreated, true);
});

check('plugin: a fetched instance can fetch and update itself and list its versions', async () => {
  const plugin = await plugins('unchanged').fetch();
  await newVersion(me, plugin.sid, '0.1.0');
  same((await plugin.update({ description: 'by instance' })).description, 'by instance');
  same((await plugin.fetch()).description, 'by instance');
  same((await plugin.pluginVersions().list()).map((version) => version.version), ['0.1.0']);
});

check('plugin: archive answers the plugin without links and the URL of the operation (S24)', async () => {
  const plugin = await plugins.create({ uniqueName: 'to-archive' });
  const { statusCode, body } = await raw(me, 'post', `/PluginService/Plugins/${plugin.sid}/Archive`);
  same(statusCode, 200);
  hasExactly(body, MEMBERS.replace('links', ''));
  same([body.archived, body.sid, body.url], [true, plugin.sid, `${plugin.url}/Archive`]);
});

check('plugin: archive by name, through the typed call', async () => {
  await plugins.create({ uniqueName: 'to-archive-by-name' });
  const archived = await pluginArchive('to-archive-by-name').update();
  same([archived.archived, archived.uniqueName], [true, 'to-archive-by-name']);
});

check('plugin: what is archived can be fetched and listed', async () => {
  same((await plugins('to-archive').fetch()).archived, true);
  same((await plugins.list()).find((plugin) => plugin.uniqueName === 'to-archive').archived, true);
});

check('E6 unknown plugin by name', () => notFound(plugins('does-not-exist').fetch(), '/Plugins/does-not-exist'));
check('E6 unknown plugin by SID', () => notFound(plugins(nowhere('FP')).fetch(), `/Plugins/${nowhere('FP')}`));
check('E6 update of an unknown plugin', () => notFound(plugins('nope').update({ description: 'd' }), '/Plugins/nope'));
check('E6 archive of an unknown plugin', () => notFound(pluginArchive('nope').update(), '/Plugins/nope/Archive'));

check('E7 the SID of a version is no plugin', async () => {
  const { version } = await pluginWithVersion(me, 'wrong-prefix');
  await notFound(plugins(version.sid).fetch(), `/Plugins/${version.sid}`);
});

check('E13 no unique name', () =>
  rejected(post(me, '/PluginService/Plugins', { FriendlyName: 'f' }), 400, 20001,
    'Missing required parameter UniqueName in the post body'));

check('E13 empty unique name', () =>
  refused(plugins.create({ uniqueName: '' }), 400, 20001, 'Missing required parameter UniqueName in the post body'));

check('E14 duplicate unique name', () => refused(plugins.create({ uniqueName: 'unchanged' }), 409, 20409));
check('E14 unique name of an archived plugin', () => refused(plugins.create({ uniqueName: 'to-archive' }), 409, 20409));
check('E14 unique names differ by case', async () => same((await plugins.create({ uniqueName: 'UNCHANGED' })).archived, false));

check('E16 501 characters of description, create', () =>
  refused(plugins.create({ uniqueName: 'long', description: 'x'.repeat(501) }), 400, 20001, /Description/));

check('E16 501 characters of description, update', () =>
  refused(plugins('unchanged').update({ description: 'é'.repeat(501) }), 400, 20001, /Description/));

check('E16 500 characters of description are fine, whatever their size', async () => {
  for (const character of ['x', 'é', '😀']) {
    const description = character.repeat(500);
    same((await plugins('unchanged').update({ description })).description, description);
  }
});

check('E17 update with a unique name ignores it', async () => {
  const { statusCode, body } = await post(me, '/PluginService/Plugins/unchanged', { UniqueName: 'x', FriendlyName: 'f3' });
  same([statusCode, body.unique_name, body.friendly_name], [200, 'unchanged', 'f3']);
});

check('E18 update of an archived plugin', () =>
  refused(plugins('to-archive').update({ description: 'd' }), 400, 20400, /archived/));

check('E20 archive twice', () =>
  refused(pluginArchive('to-archive').update(), 400, 20400, 'Plugin is already archived.'));

check('E21 archive a plugin of the active release', async () => {
  const { plugin, version } = await pluginWithVersion(me, 'active');
  await activate(me, version);
  await refused(pluginArchive(plugin.sid).update(), 400, 20400, 'Plugin is part of an active release');
});

check('E21 archive works once another release is active', async () => {
  await activate(me);
  same((await pluginArchive('active').update()).archived, true);
});
