// The sandbox with other options: `--strict --clamp-page-size --limit-plugins 3 --limit-versions 4`, and with faults.

import { check, client, flex, newVersion, refused, rejected, raw, same, url } from './harness.mjs';

const limited = (number) => client(number, url.limited);

check('E19 more plugins than the limit; archived ones do not count', async () => {
  const { plugins, pluginArchive } = flex(limited(1));
  for (const uniqueName of ['a', 'b', 'c']) await plugins.create({ uniqueName });
  await refused(plugins.create({ uniqueName: 'd' }), 400, 20400, /limit/);
  await pluginArchive('a').update();
  same((await plugins.create({ uniqueName: 'd' })).uniqueName, 'd');
  await refused(plugins.create({ uniqueName: 'e' }), 400, 20400, /limit/);
});

check('E19 another account has a limit of its own', async () => {
  same((await flex(limited(2)).plugins.create({ uniqueName: 'a' })).uniqueName, 'a');
});

check('E31 more versions than the limit, over all plugins; archived ones do not count', async () => {
  const me = limited(3);
  const { plugins, pluginVersionArchive } = flex(me);
  for (const uniqueName of ['a', 'b']) await plugins.create({ uniqueName });
  for (const version of ['1.0.0', '2.0.0']) for (const plugin of ['a', 'b']) await newVersion(me, plugin, version);
  await refused(newVersion(me, 'a', '3.0.0'), 400, 20400, /limit/);
  await pluginVersionArchive('b', '1.0.0').update();
  same((await newVersion(me, 'a', '3.0.0')).version, '3.0.0');
  await refused(newVersion(me, 'b', '3.0.0'), 400, 20400, /limit/);
});

check('E26 strict: the version must be semantic', async () => {
  const me = limited(4);
  await flex(me).plugins.create({ uniqueName: 'a' });
  for (const version of ['nightly', '1.0', 'v1.0.0', '1.0.0.0']) await refused(newVersion(me, 'a', version), 400, 20001, /Version/);
  for (const version of ['1.0.0', '1.0.0-rc.1+build']) same((await newVersion(me, 'a', version)).version, version);
});

check('E28 strict: the validation status must be known', async () => {
  const me = limited(5);
  await flex(me).plugins.create({ uniqueName: 'a' });
  await refused(newVersion(me, 'a', '1.0.0', { validateStatus: 'unknown' }), 400, 20001, /ValidateStatus/);
  same((await newVersion(me, 'a', '1.0.0', { validateStatus: 'success' })).validated, true);
  same((await newVersion(me, 'a', '1.0.1', { validateStatus: 'failure' })).validated, false);
});

check('E53 clamped: a page size over 1000 is taken for 1000', async () => {
  const me = limited(1);
  same((await flex(me).plugins.list({ limit: 1500 })).length, 4);
  const { body } = await raw(me, 'get', '/PluginService/Plugins', { params: { PageSize: 1500 } });
  same(body.meta.page_size, 1000);
  await rejected(raw(me, 'get', '/PluginService/Plugins', { params: { PageSize: 0 } }), 400, 20001);
});

check('E60 too many requests', async () => {
  const busy = client(1, url.busy);
  await refused(flex(busy).plugins('a').fetch(), 429, 20429);
  await refused(flex(busy).plugins.list(), 429, 20429);
});

check('E61 unexpected failure', async () => {
  const broken = client(1, url.broken);
  await refused(flex(broken).plugins('a').fetch(), 500, 20500);
  await refused(flex(broken).plugins.create({ uniqueName: 'a' }), 500, 20500);
});
