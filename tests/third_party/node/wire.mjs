// What the typed calls hide: paths, methods, headers, and forms as they are on the wire.

import { TEXT, check, client, flex, matches, newVersion, post, raw, rejected, same } from './harness.mjs';

const me = client(10);
const service = flex(me);
const PLUGINS = '/PluginService/Plugins';

check('wire: a plugin to work with', async () => {
  await service.plugins.create({ uniqueName: 'wire' });
  await newVersion(me, 'wire', '1.0.0');
});

for (const path of ['/PluginService/Nothing', '/PluginService', '/PluginService/Plugins/wire/Nothing', '/PluginService/Releases/Active/Archive']) {
  check(`E3 ${path}`, () => rejected(raw(me, 'get', path), 404, 20404, `The requested resource ${path} was not found`));
}

for (const path of ['/PluginService/plugins', '/pluginservice/Plugins', '/PluginService/Plugins/wire/versions', '/PluginService/releases']) {
  check(`E4 ${path}`, () => rejected(raw(me, 'get', path), 404, 20404, `The requested resource ${path} was not found`));
}

const METHODS = {
  '/PluginService/Plugins': 'GET HEAD OPTIONS POST',
  '/PluginService/Plugins/wire': 'GET HEAD OPTIONS POST',
  '/PluginService/Plugins/wire/Archive': 'OPTIONS POST',
  '/PluginService/Plugins/wire/Versions': 'GET HEAD OPTIONS POST',
  '/PluginService/Plugins/wire/Versions/1.0.0': 'GET HEAD OPTIONS',
  '/PluginService/Plugins/wire/Versions/1.0.0/Archive': 'OPTIONS POST',
  '/PluginService/Configurations': 'GET HEAD OPTIONS POST',
  '/PluginService/Configurations/FJ00000000000000000000000000000001': 'GET HEAD OPTIONS',
  '/PluginService/Configurations/FJ00000000000000000000000000000001/Archive': 'OPTIONS POST',
  '/PluginService/Configurations/FJ00000000000000000000000000000001/Plugins': 'GET HEAD OPTIONS',
  '/PluginService/Configurations/FJ00000000000000000000000000000001/Plugins/wire': 'GET HEAD OPTIONS',
  '/PluginService/Releases': 'GET HEAD OPTIONS POST',
  '/PluginService/Releases/Active': 'GET HEAD OPTIONS',
};
const allowed = (headers) => headers.allow?.split(/\s*,\s*/).sort().join(' ');

for (const [path, methods] of Object.entries(METHODS)) {
  for (const method of ['get', 'post', 'put', 'delete', 'patch'].filter((each) => !methods.includes(each.toUpperCase()))) {
    check(`E5 ${method} ${path}`, async () => {
      await rejected(raw(me, method, path), 405, 20004);
      same(allowed((await raw(me, method, path)).headers), methods);
    });
  }

  check(`OPTIONS ${path}`, async () => {
    const { statusCode, headers } = await raw(me, 'options', path, { headers: { Origin: 'https://flex.example' } });
    same([200, 204].includes(statusCode), true, statusCode);
    same(allowed(headers), methods);
  });
}

check('HEAD has the headers of GET and no body', async () => {
  for (const path of [PLUGINS, `${PLUGINS}/wire`, `${PLUGINS}/wire/Versions/1.0.0`]) {
    const head = await raw(me, 'head', path);
    const get = await raw(me, 'get', path);
    same([head.statusCode, head.body], [200, '']);
    same(head.headers['content-type'], get.headers['content-type']);
  }
});

check('S7 answers are JSON in UTF-8', async () => {
  const answers = [await raw(me, 'get', PLUGINS), await raw(me, 'get', `${PLUGINS}/nope`), await post(me, PLUGINS, {})];
  for (const { headers } of answers) same(headers['content-type'], 'application/json; charset=utf-8');
});

check('S28 every answer has a request ID of its own', async () => {
  const answers = [await raw(me, 'get', PLUGINS), await raw(me, 'get', `${PLUGINS}/nope`), await raw(me, 'put', PLUGINS)];
  const found = answers.map(({ headers }) => headers['twilio-request-id']);
  for (const id of found) matches(id, /^RQ[0-9a-f]{32}$/);
  same(new Set(found).size, 3);
});

const CORS = ['origin', 'methods', 'headers', 'credentials'].map((name) => `access-control-allow-${name}`).concat('access-control-expose-headers');

check('S25 the five headers are on answers and on errors', async () => {
  for (const [method, path] of [['get', PLUGINS], ['get', `${PLUGINS}/nope`], ['put', PLUGINS], ['options', PLUGINS]]) {
    const { headers } = await raw(me, method, path, { headers: { Origin: 'https://flex.example' } });
    same(CORS.filter((name) => !headers[name]), [], `${method} ${path}`);
    same(headers['access-control-allow-origin'], 'https://flex.example');
    matches(headers['access-control-allow-headers'], /Flex-Metadata/i);
  }
});

check('Flex-Metadata on every operation is accepted and changes nothing', async () => {
  const flexMetadata = 'agent/1.0 (é)'.normalize('NFD').replace(/[^ -~]/g, '');
  const meta = { flexMetadata };
  const plugin = await service.plugins.create({ uniqueName: 'metadata', ...meta });
  const version = await newVersion(me, plugin.sid, '1.0.0', meta);
  const entries = [{ plugin_version: version.sid, phase: 3 }];
  const configuration = await service.pluginConfigurations.create({ name: 'metadata', plugins: entries, ...meta });
  const release = await service.pluginReleases.create({ configurationId: configuration.sid, ...meta });
  same((await service.plugins('metadata').fetch(meta)).sid, plugin.sid);
  same((await service.plugins('metadata').update({ description: 'd', ...meta })).description, 'd');
  same((await service.plugins.list(meta))[0].sid, plugin.sid);
  same((await service.plugins('metadata').pluginVersions('1.0.0').fetch(meta)).sid, version.sid);
  same((await service.plugins('metadata').pluginVersions.list(meta)).length, 1);
  same((await service.pluginConfigurations(configuration.sid).fetch(meta)).sid, configuration.sid);
  same((await service.pluginConfigurations.list(meta))[0].sid, configuration.sid);
  same((await service.pluginConfigurations(configuration.sid).plugins.list(meta)).length, 1);
  same((await service.pluginConfigurations(configuration.sid).plugins('metadata').fetch(meta)).pluginSid, plugin.sid);
  same((await service.pluginReleases('Active').fetch(meta)).sid, release.sid);
  same((await service.pluginReleases.list(meta))[0].sid, release.sid);
  const empty = await service.pluginConfigurations.create({ name: 'empty', ...meta });
  await service.pluginReleases.create({ configurationId: empty.sid, ...meta });
  same((await service.pluginConfigurationArchive(configuration.sid).update(meta)).archived, true);
  same((await service.pluginVersionArchive('metadata', '1.0.0').update(meta)).archived, true);
  same((await service.pluginArchive('metadata').update(meta)).archived, true);
});

check('E56 a JSON body has no fields', async () => {
  const headers = { 'Content-Type': 'application/json' };
  const { statusCode, body } = await raw(me, 'post', PLUGINS, { data: { UniqueName: 'json' }, headers });
  same([[400, 415].includes(statusCode), body.status, body.code], [true, statusCode, 20001]);
  same((await raw(me, 'get', `${PLUGINS}/json`)).statusCode, 404);
});

check('E57 unknown form fields are ignored', async () => {
  const { statusCode, body } = await post(me, PLUGINS, { UniqueName: 'unknown-fields', Sid: 'x', 'a[b]': 'c', '': TEXT });
  same([statusCode, body.unique_name], [201, 'unknown-fields']);
});

check('E58 a repeated field: the last one wins, or 400', async () => {
  const { statusCode, body } = await post(me, PLUGINS, { UniqueName: ['first', 'last'] });
  same(statusCode === 400 ? body.code : body.unique_name, statusCode === 400 ? 20001 : 'last');
});

check('E59 a body that is too large', async () => {
  const { statusCode, body } = await post(me, PLUGINS, { UniqueName: 'large', Description: 'x'.repeat(3_000_000) });
  same([statusCode, body.code, body.status], [413, 20413, 413]);
});

check('S6 archive takes an empty form, and no body at all', async () => {
  await service.plugins.create({ uniqueName: 'empty-form' });
  same((await post(me, `${PLUGINS}/empty-form/Archive`, {})).statusCode, 200);
  await service.plugins.create({ uniqueName: 'no-body' });
  same((await raw(me, 'post', `${PLUGINS}/no-body/Archive`)).statusCode, 200);
});

check('S6 a GET may have the content type of a form', async () => {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  same((await raw(me, 'get', PLUGINS, { headers })).statusCode, 200);
});

check('S27 requests side by side', async () => {
  const names = Array.from({ length: 20 }, (_, i) => `parallel-${i}`);
  const created = await Promise.all(names.map((uniqueName) => service.plugins.create({ uniqueName })));
  same(new Set(created.map((plugin) => plugin.sid)).size, 20);
  const fetched = await Promise.all(names.map((name) => service.plugins(name).fetch()));
  same(fetched.map((plugin) => plugin.uniqueName), names);
});

check('S16 of creations side by side with one name, one wins', async () => {
  const attempts = await Promise.all(Array.from({ length: 8 }, () => post(me, PLUGINS, { UniqueName: 'raced' })));
  same(attempts.map(({ statusCode }) => statusCode).sort(), [201, 409, 409, 409, 409, 409, 409, 409]);
});
