// Unique names: which are allowed (E15), and that they work as identifiers in paths.

import { check, client, flex, refused, rejected, post, raw, same } from './harness.mjs';

const me = client(2);
const { plugins } = flex(me);

const ALLOWED = [
  '@scope~x', 'ü', 'u\u0308', '日本語', '😀', 'a+b', 'a&b', 'a=b', "it's", '"quoted"', '(x)', 'a*b', 'a:b', 'a;b', 'a,b',
  'a.b.c', '.hidden', 'trailing.', 'a$b!', 'a[b]', '{a}', 'a|b', '^a', '<b>', 'a`b', '-', '_', '0', 'null', 'Active',
  'Archive', 'Versions', 'F1' + '0'.repeat(32), 'FP' + '0'.repeat(31), 'FP' + '0'.repeat(33), 'FP' + 'g'.repeat(32), 'x'.repeat(200),
];

for (const uniqueName of ALLOWED) {
  check(`E15 allows ${JSON.stringify(uniqueName)}: create, fetch, list`, async () => {
    const created = await plugins.create({ uniqueName });
    same(created.uniqueName, uniqueName);
    same((await plugins(uniqueName).fetch()).sid, created.sid, 'fetch by the name as it is');
    same((await plugins(encodeURIComponent(uniqueName)).fetch()).sid, created.sid, 'fetch by the encoded name');
    same((await plugins(encodeURIComponent(uniqueName)).update({ description: uniqueName })).description, uniqueName);
    same((await plugins.list()).find((plugin) => plugin.sid === created.sid)?.uniqueName, uniqueName);
  });
}

// The URL class of JavaScript turns the backslash into a slash, so only the encoded name is an identifier here.
check('E15 allows "a\\\\b": create, fetch by the encoded name', async () => {
  const created = await plugins.create({ uniqueName: 'a\\b' });
  same((await plugins(encodeURIComponent('a\\b')).fetch()).sid, created.sid);
});

const REFUSED = [
  'a/b', '/', 'a?b', 'a#b', 'a%b', 'a%20b', '100%', 'a b', ' a', 'a ', '\ta', 'a\n', 'a\rb', 'a\u00a0b', 'a\u2003b', 'a\u2028b',
  '\ufeffa', 'a\u3000', ' ', 'FP' + '0'.repeat(32), 'zz' + 'a'.repeat(32), 'Ab' + 'F'.repeat(32), 'AC' + '1'.repeat(32),
];

for (const uniqueName of REFUSED) {
  check(`E15 refuses ${JSON.stringify(uniqueName)}`, async () => {
    await refused(plugins.create({ uniqueName }), 400, 20001, /UniqueName/);
    await rejected(post(me, '/PluginService/Plugins', { UniqueName: uniqueName }), 400, 20001, /UniqueName/);
  });
}

check('E15 nothing was created by what was refused', async () => {
  const names = (await plugins.list({ pageSize: 1000 })).map((plugin) => plugin.uniqueName);
  same(names.filter((name) => REFUSED.includes(name)), []);
});

check('names are decoded exactly once', async () => {
  const { statusCode } = await raw(me, 'get', `/PluginService/Plugins/${encodeURIComponent(encodeURIComponent('a&b'))}`);
  same(statusCode, 404);
});

check('a plus sign in a path is a plus sign', async () => {
  same((await raw(me, 'get', '/PluginService/Plugins/a+b')).body.unique_name, 'a+b');
  same((await raw(me, 'get', '/PluginService/Plugins/a%2Bb')).body.unique_name, 'a+b');
});

check('an encoded slash does not split a path', () =>
  rejected(raw(me, 'get', '/PluginService/Plugins/Archive%2FVersions'), 404, 20404));
