// What the checks share: clients of the sandbox, and how an answer is compared with what the reference says.
//
// `run` starts the sandboxes and tells their URLs. Accounts are numbered; each file of checks has its own, so that
// none finds what another left behind.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

const twilio = createRequire(import.meta.url)('twilio');

/** Text that does not survive a form that is encoded or decoded carelessly. */
export const TEXT = 'a & b=c+d%41 é 😀 "q" \n';

/** The URLs of the sandboxes: with default options, with limits and strict, and failing all requests. */
export const url = {
  plain: process.env.SANDBOX_URL,
  limited: process.env.SANDBOX_LIMITED_URL,
  busy: process.env.SANDBOX_BUSY_URL,
  broken: process.env.SANDBOX_BROKEN_URL,
};

/** The SID of account `number`. */
export const account = (number) => `AC${number.toString(16).padStart(32, '0')}`;

/** A client of the vendor that talks to a sandbox with these credentials. */
export function clientOf(username, password, base = url.plain) {
  const client = twilio(username, password, { accountSid: username.startsWith('AC') ? undefined : account(1) });
  client.flexApi.baseUrl = base;
  return client;
}

/** A client for account `number`. */
export const client = (number, base) => clientOf(account(number), `secret-${number}`, base);

/** The plugin service of a client, as the vendor's package offers it. */
export const flex = (client) => client.flexApi.v1;

/** A request of the client without the typed layer above it; `path` follows `/v1`. */
export function raw(client, method, path, { data, params, headers = {} } = {}) {
  return client.request({ method, uri: `${client.flexApi.baseUrl}/v1${path}`, data, params, headers });
}

/** Sends a form without the typed layer. */
export const post = (client, path, data) => raw(client, 'post', path, { data });

/** A SID that no resource has. */
export const nowhere = (prefix) => `${prefix}${'0'.repeat(31)}1`;

const checks = [];

/** Adds a check; they run one after the other in the order in which they are added. */
export const check = (name, run) => checks.push({ name, run });

/** Runs all checks, prints those that fail, and returns how many passed and failed. */
export async function runAll() {
  let failed = 0;
  for (const { name, run } of checks) {
    try {
      await run();
    } catch (error) {
      failed += 1;
      console.log(`FAILED ${name}\n${explain(error)}`);
    }
  }
  return { passed: checks.length - failed, failed };
}

function explain(error) {
  const place = error.stack?.split('\n').find((line) => /\/node\/\w+\.mjs/.test(line) && !line.includes('harness.mjs'));
  const what = error instanceof assert.AssertionError
    ? `  expected: ${JSON.stringify(error.expected)}\n  found:    ${JSON.stringify(error.actual)}\n  (${error.message.split('\n')[0]})`
    : `  expected: no error\n  found:    ${error.name ?? 'error'} ${error.status ?? ''} ${error.code ?? ''} ${error.message}`;
  return `${what}\n${place ?? ''}`;
}

/** Both are the same, types included. */
export const same = (found, expected, about) => assert.deepEqual(found, expected, about);

/** The text matches the pattern. */
export function matches(found, pattern, about = 'does not match') {
  if (!pattern.test(found)) throw new assert.AssertionError({ message: about, actual: found, expected: String(pattern) });
}

/** The object has exactly these properties. */
export const hasExactly = (object, names) => same(Object.keys(object).sort(), names.trim().split(/\s+/).sort());

/** The typed call ends with the vendor's exception for this status, code and message (text or pattern). */
export async function refused(promise, status, code, message = /./) {
  let result;
  try {
    result = await promise;
  } catch (error) {
    same(error.constructor.name, 'RestException', error.stack);
    same({ status: error.status, code: error.code }, { status, code }, error.message);
    same(error.moreInfo, `https://www.twilio.com/docs/errors/${code}`);
    return message instanceof RegExp ? matches(error.message, message) : same(error.message, message);
  }
  throw new assert.AssertionError({ message: 'the call succeeded', actual: result, expected: `${status}/${code}` });
}

/** The answer to a raw request is the error envelope of the reference, section 2.11, and nothing more. */
export async function rejected(promise, status, code, message = /./) {
  const { statusCode, body } = await promise;
  same({ statusCode, code: body?.code }, { statusCode: status, code }, JSON.stringify(body));
  hasExactly(body, 'code message more_info status');
  same({ status: body.status, more: body.more_info }, { status, more: `https://www.twilio.com/docs/errors/${code}` });
  return message instanceof RegExp ? matches(body.message, message) : same(body.message, message);
}

/** A 404 with the message that is known from the service, which leaves out the version of the API (E6). */
export const notFound = (promise, path) =>
  refused(promise, 404, 20404, `The requested resource /PluginService${path} was not found`);

/** Creates a plugin with one version; returns both. */
export async function pluginWithVersion(client, uniqueName, versionParam = '1.0.0') {
  const plugin = await flex(client).plugins.create({ uniqueName });
  const version = await newVersion(client, plugin.sid, versionParam);
  return { plugin, version };
}

/** Creates a version of a plugin. */
export const newVersion = (client, plugin, versionParam, more = {}) =>
  flex(client).plugins(plugin).pluginVersions.create({ versionParam, pluginUrl: 'https://example.com/p.js', ...more });

/** Creates a configuration of these versions. */
export const configure = (client, ...versions) =>
  flex(client).pluginConfigurations.create({
    name: 'configuration',
    plugins: versions.map((version) => ({ plugin_version: version.sid, phase: 3 })),
  });

/** Releases a configuration. */
export const release = (client, configuration) =>
  flex(client).pluginReleases.create({ configurationId: configuration.sid });

/** Creates a configuration of these versions and releases it; returns both. */
export async function activate(client, ...versions) {
  const configuration = await configure(client, ...versions);
  return { configuration, release: await release(client, configuration) };
}
