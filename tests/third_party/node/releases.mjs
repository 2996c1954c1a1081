// Releases, and which of them is active.

import { account, activate, check, client, configure, flex, hasExactly, matches, notFound, nowhere } from './harness.mjs';
import { pluginWithVersion, post, raw, refused, rejected, release, same, url } from './harness.mjs';

const me = client(5);
const { pluginArchive, pluginVersionArchive, pluginConfigurationArchive, pluginReleases } = flex(me);

const createRaw = (form) => post(me, '/PluginService/Releases', form);
const create = (configurationId) => pluginReleases.create({ configurationId });
const active = () => pluginReleases('Active').fetch();

check('E10 Active before the first release', () => notFound(active(), '/Releases/Active'));
check('release: an account without releases has an empty list', async () => same(await pluginReleases.list(), []));

check('release: create answers 201 with every property', async () => {
  const configuration = await configure(me);
  const { statusCode, body } = await createRaw({ ConfigurationId: configuration.sid });
  same(statusCode, 201);
  hasExactly(body, 'sid account_sid configuration_sid date_created url');
  matches(body.sid, /^FK[0-9a-f]{32}$/);
  matches(body.date_created, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  same([body.account_sid, body.configuration_sid], [account(5), configuration.sid]);
  same(body.url, `${url.plain}/v1/PluginService/Releases/${body.sid}`);
});

check('release: the newest is active at once, by its SID and URL', async () => {
  const created = await release(me, await configure(me));
  const found = await active();
  same([found.sid, found.url, found.configurationSid], [created.sid, created.url, created.configurationSid]);
  same(found.dateCreated instanceof Date, true);
  same((await pluginReleases(created.sid).fetch()).toJSON(), found.toJSON());
  same((await found.fetch()).sid, created.sid);
});

check('release: newest first, element 0 is the active one', async () => {
  const created = await release(me, await configure(me));
  const list = await pluginReleases.list();
  same([list[0].sid, list.length], [created.sid, 3]);
});

check('release: rolling back is a new release of the older configuration', async () => {
  const { version } = await pluginWithVersion(me, 'rolled-back');
  const older = await activate(me, version);
  await activate(me);
  const back = await release(me, older.configuration);
  same([(await active()).sid, (await active()).configurationSid], [back.sid, older.configuration.sid]);
  same(back.sid === older.release.sid, false);
});

check('E51 the configuration that is active already', async () => {
  const { configuration, release: first } = await activate(me);
  const second = await release(me, configuration);
  same([(await active()).sid, first.sid === second.sid], [second.sid, false]);
});

check('E6 unknown release', () => notFound(pluginReleases(nowhere('FK')).fetch(), `/Releases/${nowhere('FK')}`));
check('E7 the SID of a configuration is no release', async () => {
  const { configurationSid } = await active();
  await notFound(pluginReleases(configurationSid).fetch(), `/Releases/${configurationSid}`);
});
check('E11 active in lower case', () => notFound(pluginReleases('active').fetch(), '/Releases/active'));

const NO_CONFIGURATION = 'Missing required parameter ConfigurationId in the post body';
check('E46 no configuration', () => rejected(createRaw({ Other: 'x' }), 400, 20001, NO_CONFIGURATION));
check('E46 empty configuration', () => refused(create(''), 400, 20001, NO_CONFIGURATION));

for (const id of ['configuration', 'Active', '1.0.0', nowhere('FP'), nowhere('fj'), nowhere('FJ').slice(0, -1), `FJ${'g'.repeat(32)}`]) {
  check(`E47 ConfigurationId ${id}`, () => refused(create(id), 400, 20001, /ConfigurationId/));
}

check('E48 unknown configuration', () => refused(create(nowhere('FJ')), 404, 20404));
check('E48 hexadecimal digits in upper case are well-formed', () => refused(create(`FJ${'A'.repeat(32)}`), 404, 20404));

check('E49 an archived configuration', async () => {
  const configuration = await configure(me);
  await pluginConfigurationArchive(configuration.sid).update();
  await refused(release(me, configuration), 400, 20400, /archived/);
});

check('E50 a configuration with an archived version', async () => {
  const { version } = await pluginWithVersion(me, 'version-archived-later');
  const configuration = await configure(me, version);
  await pluginVersionArchive('version-archived-later', '1.0.0').update();
  await refused(release(me, configuration), 400, 20400, /archived/);
});

check('E50 a configuration with an archived plugin', async () => {
  const { version } = await pluginWithVersion(me, 'plugin-archived-later');
  const configuration = await configure(me, version);
  await pluginArchive('plugin-archived-later').update();
  await refused(release(me, configuration), 400, 20400, /archived/);
});

check('release: what was refused released nothing', async () => {
  const before = (await active()).sid;
  await refused(create(nowhere('FJ')), 404, 20404);
  same((await active()).sid, before);
});

// Releases cannot be changed, archived or deleted; the package has no calls for it.
for (const method of ['post', 'put', 'delete', 'patch']) {
  check(`E5 ${method} on a release`, async () => {
    const { sid } = await active();
    await rejected(raw(me, method, `/PluginService/Releases/${sid}`), 405, 20004);
  });
}
check('E3 releases have no archive', async () => {
  const { sid } = await active();
  await rejected(raw(me, 'post', `/PluginService/Releases/${sid}/Archive`), 404, 20404);
});
