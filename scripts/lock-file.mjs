// Checks package-lock.json: an install must come out the same on every platform and from every registry.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './node24.mjs';

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const faults = Object.entries(packages).flatMap(([place, entry]) => [
  ...missingOptionals(place, entry),
  ...(/^https?:/.test(entry.resolved ?? '') ? [`${place} names a registry address (resolved)`] : []),
  ...(place.includes('node_modules/') && !entry.link && !entry.integrity ? [`${place} has no integrity hash`] : []),
]);

for (const fault of faults) console.error(fault);
if (faults.length > 0) {
  console.error('锁文件不完整。换一个平台或源后 npm ci 会失败 · package-lock.json would not install everywhere.');
  process.exitCode = 1;
}

/** npm leaves out a platform's package that its registry didn't offer; `npm ci` on that platform then fails. */
function missingOptionals(place, { optionalDependencies = {} }) {
  return Object.keys(optionalDependencies)
    .filter((name) => !nearest(place, name))
    .map((name) => `${place || 'package.json'} wants ${name}, which the lock file doesn’t hold`);
}

/** Node's own look-up: in the package's node_modules, then in each one above. */
function nearest(place, name) {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${folder}${folder && '/'}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}
