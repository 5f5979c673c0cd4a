// Makes the checkout ready to run: installs what is missing, builds what is stale. Runs under Node 18 and newer, without any package.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { locked } from './lock.mjs';
import { Halt, node24, root, withNode24 } from './node24.mjs';
import { hashOf, run, say, sources, stampOf } from './steps.mjs';
import { buildWeb, webKey, webStamp } from './web.mjs';

const installStamp = join(root, 'node_modules', '.srd-installed');
const buildStamp = join(root, 'dist', '.stamp');

/** Packages installed and the build fresh. Says on stderr what it does, nothing when there is nothing to do. */
export async function ready() {
  await installed();
  await built();
}

/** `npm ci`, unless node_modules already is what the lock file asks for. */
export async function installed() {
  const wanted = installKey();
  if (stampOf(installStamp) === wanted) return;
  await alone(async () => {
    if (stampOf(installStamp) === wanted) return;
    if (!matchesLockFile()) await npmCi();
    writeFileSync(installStamp, wanted);
  });
}

/** Server and pages built, each unless it was built from just these sources. */
export async function built() {
  await serverBuilt();
  await fresh(webStamp, webKey, buildWeb);
}

/** Everything in dist: the server, the verifier's page, the interface's description. */
export async function serverBuilt() {
  await fresh(buildStamp, buildKey, async () => {
    await nestBuild();
    await verifierPage();
    await describe();
  });
}

async function fresh(stamp, key, build) {
  if (stampOf(stamp) === key()) return;
  await alone(async () => {
    // Taken before the build: a file changed while it runs makes the next call build again.
    const wanted = key();
    if (stampOf(stamp) === wanted) return;
    await build();
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, wanted);
  });
}

async function npmCi() {
  say('正在安装依赖（npm ci），约需半分钟 · Installing packages …');
  // npm removes node_modules first, and with it the Node that an npm script finds there: let it run on the machine's own.
  const path = process.env.PATH.split(delimiter).filter((folder) => !folder.startsWith(join(root, 'node_modules')));
  const { code, output } = await run('npm', ['ci', '--include=dev', '--loglevel=error'], {
    ...process.env,
    PATH: path.join(delimiter),
  });
  if (code !== 0) {
    throw new Halt(
      '依赖安装失败。请检查网络与 npm 源设置（npm config get registry），再运行一次。',
      'Installing the packages failed. Check the network and npm’s registry setting, then run the command again.',
      output.split('\n').slice(0, 12).join('\n'), // npm's own help follows
    );
  }
}

async function nestBuild() {
  say('正在构建 · Building …');
  const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  const { code, output } = await run(node24(), [nest, 'build'], withNode24());
  if (code !== 0) {
    throw new Halt('构建失败，见上面的错误。', 'The build failed: see the errors above.', output);
  }
}

async function verifierPage() {
  const { code, output } = await run(node24(), [join(root, 'scripts', 'verifier-page.mjs')], withNode24());
  if (code !== 0) throw new Halt('构建核验页面失败。', 'Building the verifier page failed.', output);
  say(output.trim());
}

/** dist/openapi.json: the built server describes itself. The pages' client is made of it. */
async function describe() {
  const server = join(root, 'dist', 'apps', 'api', 'src', 'openapi.js');
  const { code, output } = await run(node24(), [server, join(root, 'dist', 'openapi.json')], withNode24());
  if (code !== 0) throw new Halt('生成接口说明失败。', 'Describing the interface failed.', output);
}

/** What an install depends on. The scripts of package.json are left out: they don't change what is installed. */
function installKey() {
  const { scripts, ...manifest } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return createHash('sha256')
    .update(JSON.stringify(manifest))
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
}

/** Whether somebody's own `npm ci` or `npm install` has put every package of the lock file in place. */
function matchesLockFile() {
  const present = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  const asked = packagesOf(join(root, 'package-lock.json'));
  if (!present || !asked) return false;
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const agreed = ['dependencies', 'devDependencies', 'optionalDependencies'].every(
    (kind) => JSON.stringify(manifest[kind] ?? {}) === JSON.stringify(asked['']?.[kind] ?? {}),
  );
  const same = ([place, { version, integrity, link, optional }]) => {
    const found = present[place];
    if (place === '' || (optional && !found) || !place.startsWith('node_modules/')) return true;
    return found !== undefined && found.version === version && found.integrity === integrity && found.link === link;
  };
  return agreed && Object.entries(asked).every(same);
}

function packagesOf(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : undefined;
}

/** Hash over everything that ends up in dist. */
function buildKey() {
  const settings = [
    'package-lock.json',
    'nest-cli.json',
    'tsconfig.base.json',
    'tsconfig.build.json',
    'scripts/verifier-page.mjs',
  ];
  return hashOf([...settings, ...sources('apps', notBuilt), ...sources('libs', notBuilt)]);
}

const notBuilt = /(^apps\/web$|\/node_modules$|\.spec\.ts$|\.md$|\/openapi\.json$)/;

function alone(work) {
  return locked(join(root, '.ready.lock'), work, () =>
    say('另一个进程正在准备，请稍候 · Waiting for another process …'),
  );
}

/** Prints a `Halt` without a trace and ends with 1; anything else is a fault of ours and keeps its trace. */
export function halt(error) {
  process.stderr.write(`${error instanceof Halt ? error.message : error.stack}\n`);
  process.exit(1);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await ready().catch(halt);
}
