// Credentials: who gets in, what a key or a token may do, and that accounts are separate.

import { account, activate, check, client, clientOf, configure, flex, notFound, pluginWithVersion, raw } from './harness.mjs';
import { refused, rejected, same } from './harness.mjs';

const owner = client(8);
const stranger = client(9);
const key = clientOf(`SK${'1'.repeat(32)}`, 'k:e@y#1'); // a key of account 8
const restricted = clientOf(`SK${'2'.repeat(32)}`, 'restricted'); // of account 8, without the permission
const browser = clientOf('token', 'eyJ.a-b_c.d'); // a Flex token of account 8

let plugin;
let version;
let configuration;
let released;

check('access: something to look at', async () => {
  ({ plugin, version } = await pluginWithVersion(owner, 'owned'));
  ({ configuration, release: released } = await activate(owner, version));
});

const STRANGERS = {
  'a wrong secret': clientOf(account(8), 'wrong'),
  'the secret of another account': clientOf(account(8), 'secret-9'),
  'an unknown account': clientOf(`AC${'f'.repeat(32)}`, 'secret-8'),
  'an unknown key': clientOf(`SK${'f'.repeat(32)}`, 'restricted'),
  'a wrong Flex token': clientOf('token', 'eyJ.a-b_c.e'),
  'the secret of an account as Flex token': clientOf('token', 'secret-8'),
};

for (const [what, nobody] of Object.entries(STRANGERS)) {
  check(`E1 ${what}`, async () => {
    await refused(flex(nobody).plugins.list(), 401, 20003, 'Authenticate');
    await refused(flex(nobody).plugins('owned').fetch(), 401, 20003, 'Authenticate');
    await refused(flex(nobody).plugins.create({ uniqueName: 'x' }), 401, 20003, 'Authenticate');
    const { headers } = await raw(nobody, 'get', '/PluginService/Releases');
    same(/^Basic\b/.test(headers['www-authenticate']), true, headers['www-authenticate']);
  });
}

check('E1 a bearer token', async () => {
  const bearer = client(8);
  bearer.setCredentialProvider({ toAuthStrategy: () => ({ getAuthString: async () => 'Bearer secret-8' }) });
  await refused(flex(bearer).plugins.list(), 401, 20003, 'Authenticate');
});

check('E2 a restricted key', async () => {
  const service = flex(restricted);
  await refused(service.plugins.list(), 403, 70051);
  await refused(service.plugins('owned').fetch(), 403, 70051);
  await refused(service.plugins.create({ uniqueName: 'x' }), 403, 70051);
  await refused(service.plugins('owned').update({ description: 'x' }), 403, 70051);
  await refused(service.pluginArchive('owned').update(), 403, 70051);
  await refused(service.pluginConfigurations.create({ name: 'x' }), 403, 70051);
  await refused(service.pluginReleases('Active').fetch(), 403, 70051);
});

check('access: an API key acts for its account, with names', async () => {
  const service = flex(key);
  same((await service.plugins('owned').fetch()).accountSid, account(8));
  same((await service.plugins.create({ uniqueName: 'by-key' })).accountSid, account(8));
  same((await flex(owner).plugins('by-key').fetch()).accountSid, account(8));
});

check('E12 a Flex token works with SIDs', async () => {
  const service = flex(browser);
  same((await service.plugins(plugin.sid).fetch()).accountSid, account(8));
  same((await service.plugins(plugin.sid).pluginVersions(version.sid).fetch()).sid, version.sid);
  same((await service.pluginConfigurations(configuration.sid).plugins(plugin.sid).fetch()).pluginSid, plugin.sid);
  same((await service.pluginReleases(released.sid).fetch()).sid, released.sid);
  same((await service.pluginReleases.list())[0].sid, released.sid);
  same((await service.plugins(plugin.sid).update({ description: 'by token' })).description, 'by token');
  same((await service.plugins.create({ uniqueName: 'by-token' })).uniqueName, 'by-token');
});

check('E12 a Flex token finds no plugin by name', async () => {
  const service = flex(browser);
  await notFound(service.plugins('owned').fetch(), '/Plugins/owned');
  await notFound(service.plugins('owned').update({ description: 'x' }), '/Plugins/owned');
  await notFound(service.pluginArchive('owned').update(), '/Plugins/owned/Archive');
  await refused(service.plugins('owned').pluginVersions.list(), 404, 20404);
  await refused(service.pluginConfigurations(configuration.sid).plugins('owned').fetch(), 404, 20404);
});

check('E12 a Flex token finds no version by version string', () =>
  refused(flex(browser).plugins(plugin.sid).pluginVersions('1.0.0').fetch(), 404, 20404));
check('E12 a Flex token finds no active release', () => notFound(flex(browser).pluginReleases('Active').fetch(), '/Releases/Active'));

check('accounts are separate: lists are empty', async () => {
  const service = flex(stranger);
  same([await service.plugins.list(), await service.pluginConfigurations.list(), await service.pluginReleases.list()], [[], [], []]);
});

check('accounts are separate: nothing is found', async () => {
  const service = flex(stranger);
  await notFound(service.plugins(plugin.sid).fetch(), `/Plugins/${plugin.sid}`);
  await notFound(service.plugins('owned').fetch(), '/Plugins/owned');
  await refused(service.plugins('owned').update({ description: 'x' }), 404, 20404);
  await refused(service.pluginArchive(plugin.sid).update(), 404, 20404);
  await refused(service.plugins(plugin.sid).pluginVersions(version.sid).fetch(), 404, 20404);
  await refused(service.pluginVersionArchive(plugin.sid, version.sid).update(), 404, 20404);
  await refused(service.pluginConfigurations(configuration.sid).fetch(), 404, 20404);
  await refused(service.pluginConfigurations(configuration.sid).plugins.list(), 404, 20404);
  await refused(service.pluginConfigurationArchive(configuration.sid).update(), 404, 20404);
  await refused(service.pluginReleases(released.sid).fetch(), 404, 20404);
  await refused(service.pluginReleases('Active').fetch(), 404, 20404);
});

check('E38 the version of another account', () => refused(configure(stranger, version), 400, 20001));
check('E48 the configuration of another account', () =>
  refused(flex(stranger).pluginReleases.create({ configurationId: configuration.sid }), 404, 20404));

check('accounts are separate: a unique name can be used in both', async () => {
  const mine = await flex(stranger).plugins.create({ uniqueName: 'owned' });
  same([mine.accountSid, mine.sid === plugin.sid], [account(9), false]);
  same((await flex(stranger).plugins('owned').fetch()).sid, mine.sid);
  same((await flex(owner).plugins('owned').fetch()).sid, plugin.sid);
});

check('accounts are separate: so are their active releases', async () => {
  await activate(stranger);
  same((await flex(owner).pluginReleases('Active').fetch()).sid, released.sid);
});

check('E1 comes before E3: a path that does not exist', async () => {
  const { statusCode } = await raw(STRANGERS['a wrong secret'], 'get', '/PluginService/Nothing');
  same([401, 404].includes(statusCode), true);
});
check('E3 an unknown path with credentials', () => rejected(raw(owner, 'get', '/PluginService/Nothing'), 404, 20404));
