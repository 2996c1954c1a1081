// Checks the sandbox with the unmodified package `twilio` from npm. Started by `run`.
//
// Numbers such as E14 are rows of section 6 of the API's fact reference, S10 of its section 5.1.

import './plugins.mjs';
import './names.mjs';
import './versions.mjs';
import './configurations.mjs';
import './releases.mjs';
import './paging.mjs';
import './access.mjs';
import './wire.mjs';
import './options.mjs';
import { runAll } from './harness.mjs';

const { passed, failed } = await runAll();
console.log(failed ? `node: ${failed} checks failed, ${passed} passed` : `node: ${passed} checks passed`);
process.exitCode = failed ? 1 : 0;
