// Versions of a plugin: create, fetch, list, archive.

import { TEXT, account, activate, check, client, flex, hasExactly, matches, newVersion, notFound, url } from './harness.mjs';
import { nowhere, pluginWithVersion, post, raw, refused, rejected, same } from './harness.mjs';

const me = client(3);
const { plugins, pluginArchive, pluginVersionArchive } = flex(me);

const MEMBERS = 'sid plugin_sid account_sid version plugin_url changelog private archived validated date_created url';
const FORM = { Version: '9.9.9', PluginUrl: 'https://example.com/p.js' };

const versions = (plugin = 'main') => plugins(plugin).pluginVersions;
const create = (versionParam, more) => newVersion(me, 'main', versionParam, more);
const createRaw = (form) => post(me, '/PluginService/Plugins/main/Versions', form);

check('version: create answers 201 with every property', async () => {
  const plugin = await plugins.create({ uniqueName: 'main' });
  const { statusCode, body } = await createRaw({ Version: '1.0.0', PluginUrl: 'https://example.com/p.js' });
  same(statusCode, 201);
  hasExactly(body, MEMBERS);
  matches(body.sid, /^FV[0-9a-f]{32}$/);
  matches(body.date_created, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  same([body.plugin_sid, body.account_sid, body.version], [plugin.sid, account(3), '1.0.0']);
  same([body.plugin_url, body.changelog ?? ''], ['https://example.com/p.js', '']);
  same([body.private, body.archived, body.validated], [false, false, false]);
  same(body.url, `${url.plain}/v1/PluginService/Plugins/${plugin.sid}/Versions/${body.sid}`);
});

check('version: all fields through the typed call', async () => {
  const more = { changelog: 'log', private: true, cliVersion: '6.3.2', validateStatus: 'success' };
  const version = await create('1.1.0', more);
  same([version.changelog, version._private, version.validated], ['log', true, true]);
  same(version.dateCreated instanceof Date, true);
});

for (const [validateStatus, validated] of [['success', true], ['failure', false], [undefined, false]]) {
  check(`version: ValidateStatus ${validateStatus} makes validated ${validated} (S22)`, async () => {
    const version = await create(`1.2.0-${validateStatus}`, { validateStatus });
    same(version.validated, validated);
    same((await versions()(version.sid).fetch()).validated, validated);
  });
}

for (const [sent, found] of [[true, true], [false, false], [undefined, false]]) {
  check(`version: private ${sent} gives ${found}`, async () => {
    same((await create(`1.3.0-${sent}`, { private: sent }))._private, found);
  });
}

for (const [sent, found] of [['True', true], ['TRUE', true], ['False', false], ['false', false]]) {
  check(`version: Private=${sent} is a boolean in any case`, async () => {
    same((await createRaw({ ...FORM, Version: `1.4.0-${sent}`, Private: sent })).body.private, found);
  });
}

check('version: text comes back as sent', async () => {
  const created = await create(TEXT, { changelog: TEXT, cliVersion: TEXT });
  same([created.version, created.changelog], [TEXT, TEXT]);
  same((await versions()(created.sid).fetch()).changelog, TEXT);
  same((await versions()(encodeURIComponent(TEXT)).fetch()).sid, created.sid);
});

check('version: a long changelog is fine', async () => {
  const changelog = 'é'.repeat(5000);
  same((await create('1.5.0', { changelog })).changelog, changelog);
});

check('version: a bundle URL with a query is kept', async () => {
  const pluginUrl = 'https://example.com:8080/a%20b/p.js?a=1&b=c+d&c=é#frag';
  same((await create('1.6.0', { pluginUrl })).pluginUrl, pluginUrl);
});

for (const version of ['2.0.0', '2.0.0+build', '2.0.0-rc.1+b.2', 'one two', 'ü', 'a&b=c;d', '50%', 'a/b', 'a?b#c', 'v2', 'Archive']) {
  check(`version: ${JSON.stringify(version)} is an identifier`, async () => {
    const created = await create(version);
    same((await versions()(encodeURIComponent(version)).fetch()).sid, created.sid);
  });
}

check('version: 2.0.0+build as it is in the path', async () => {
  same((await versions()('2.0.0+build').fetch()).version, '2.0.0+build');
});

check('version: the plugin by SID or name, the version by SID or version string', async () => {
  const version = await versions()('2.0.0').fetch();
  for (const plugin of ['main', version.pluginSid]) {
    for (const id of ['2.0.0', version.sid]) same((await versions(plugin)(id).fetch()).toJSON(), version.toJSON());
  }
});

check('version: a version string is looked up within its plugin', async () => {
  const { version } = await pluginWithVersion(me, 'other', '2.0.0');
  same((await versions('other')('2.0.0').fetch()).sid, version.sid);
  await refused(versions('other')('2.0.0+build').fetch(), 404, 20404);
});

check('version: newest first by creation, not by version string', async () => {
  await plugins.create({ uniqueName: 'order' });
  for (const version of ['2.0.0', '10.0.0', '1.0.0', '3.0.0']) await newVersion(me, 'order', version);
  same((await versions('order').list()).map((version) => version.version), ['3.0.0', '1.0.0', '10.0.0', '2.0.0']);
});

check('version: a fetched instance can fetch itself', async () => {
  const version = await versions('order')('1.0.0').fetch();
  same((await version.fetch()).sid, version.sid);
});

check('version: archive answers the version without validated and the URL of the operation (S24)', async () => {
  const version = await create('3.0.0', { validateStatus: 'success' });
  const { statusCode, body } = await raw(me, 'post', `/PluginService/Plugins/main/Versions/3.0.0/Archive`);
  same(statusCode, 200);
  hasExactly(body, MEMBERS.replace('validated', ''));
  same([body.sid, body.archived, body.url], [version.sid, true, `${version.url}/Archive`]);
});

check('version: archive through the typed call; it stays readable', async () => {
  const version = await create('3.1.0');
  same((await pluginVersionArchive('main', version.sid).update()).archived, true);
  same((await versions()('3.1.0').fetch()).archived, true);
  same((await versions().list()).find((each) => each.sid === version.sid).archived, true);
});

check('version: archiving the plugin does not change the flag of its versions', async () => {
  const { version } = await pluginWithVersion(me, 'archived');
  await pluginArchive('archived').update();
  same((await versions('archived')(version.sid).fetch()).archived, false);
});

check('E6 unknown version', () => notFound(versions()('7.7.7').fetch(), '/Plugins/main/Versions/7.7.7'));
check('E6 version of an unknown plugin', () => notFound(versions('nope')('1.0.0').fetch(), '/Plugins/nope/Versions/1.0.0'));
check('E6 archive of an unknown version', () =>
  notFound(pluginVersionArchive('main', '7.7.7').update(), '/Plugins/main/Versions/7.7.7/Archive'));
check('E6 versions of an unknown plugin', () => refused(versions('nope').list(), 404, 20404));

check('E7 the SID of a plugin is no version', async () => {
  const { sid } = await plugins('main').fetch();
  await notFound(versions()(sid).fetch(), `/Plugins/main/Versions/${sid}`);
});

check('E8 the version of another plugin', async () => {
  const { sid } = await versions('other')('2.0.0').fetch();
  await notFound(versions()(sid).fetch(), `/Plugins/main/Versions/${sid}`);
  await refused(pluginVersionArchive('main', sid).update(), 404, 20404);
});

for (const name of ['Version', 'PluginUrl']) {
  const message = `Missing required parameter ${name} in the post body`;
  check(`E22 no ${name}`, () => rejected(createRaw({ ...FORM, [name]: undefined }), 400, 20001, message));
  check(`E22 empty ${name}`, () => rejected(createRaw({ ...FORM, [name]: '' }), 400, 20001, message));
}

for (const pluginUrl of ['/p.js', '//example.com/p.js', 'example.com/p.js', 'ftp://example.com/p.js', 'https://', 'https:///p.js',
  'https:example.com', 'javascript:alert(1)', 'https://example.com/a b.js', 'https://?x', 'http://:80/']) {
  check(`E23 PluginUrl ${pluginUrl}`, () => refused(create('9.9.9', { pluginUrl }), 400, 20001, /PluginUrl/));
}

for (const pluginUrl of ['http://localhost:3000/p.js', 'HTTPS://EXAMPLE.COM/', 'https://ü.example/p.js', 'http://127.0.0.1']) {
  check(`E23 allows PluginUrl ${pluginUrl}`, async () => same((await create(pluginUrl, { pluginUrl })).pluginUrl, pluginUrl));
}

check('E24 duplicate version', () => refused(create('2.0.0'), 409, 20409));
check('E24 version string of an archived version', () => refused(create('3.0.0'), 409, 20409));
check('E25 a lower version', async () => same((await create('0.0.1')).version, '0.0.1'));
check('E26 a version that is not semantic', async () => same((await create('nightly')).version, 'nightly'));

for (const value of ['yes', '1', '0', 'null', 'truee', ' true']) {
  check(`E27 Private=${value}`, () => rejected(createRaw({ ...FORM, Private: value }), 400, 20001, /Private/));
}

for (const value of ['Success', 'failed', TEXT]) {
  check(`E28 ValidateStatus ${JSON.stringify(value)} is not validated`, async () => {
    same((await create(`E28 ${value}`, { validateStatus: value })).validated, false);
  });
}

check('E29 version of an unknown plugin', () =>
  notFound(newVersion(me, 'nope', '1.0.0'), '/Plugins/nope/Versions'));
check('E29 version of a plugin SID that is not there', () =>
  notFound(newVersion(me, nowhere('FP'), '1.0.0'), `/Plugins/${nowhere('FP')}/Versions`));
check('E30 version of an archived plugin', () => refused(newVersion(me, 'archived', '2.0.0'), 400, 20400, /archived/));

check('E32 archive twice', () =>
  refused(pluginVersionArchive('main', '3.0.0').update(), 400, 20400, 'Plugin version is already archived.'));

check('E33 archive a version of the active release', async () => {
  const { version } = await pluginWithVersion(me, 'active');
  await activate(me, version);
  await refused(pluginVersionArchive('active', '1.0.0').update(), 400, 20400, 'Plugin version is part of an active release');
});

check('E33 another version of an active plugin can be archived', async () => {
  await newVersion(me, 'active', '2.0.0');
  same((await pluginVersionArchive('active', '2.0.0').update()).archived, true);
});

check('E33 archive works once another release is active', async () => {
  await activate(me);
  same((await pluginVersionArchive('active', '1.0.0').update()).archived, true);
});
