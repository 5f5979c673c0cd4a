// Sees to the programs and fonts of scripts/apt.txt: installs missing ones where it may, else says what to install.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './node24.mjs';

const tools = readFileSync(join(root, 'scripts', 'apt.txt'), 'utf8')
  .split('\n')
  .map((line) => line.replace(/#.*/, '').trim().split(/\s+/))
  .filter(([tool]) => tool);
const missing = () => tools.filter(([tool]) => !(tool.startsWith('font:') ? hasFont(tool.slice(5)) : onPath(tool)));

if (missing().length > 0 && process.getuid?.() === 0 && onPath('apt-get')) {
  const packages = missing().map(([, name]) => name);
  console.error(`正在安装系统软件包 · Installing ${packages.join(' ')} …`);
  if (!aptGet('install', ...packages) && aptGet('update')) aptGet('install', ...packages);
}
if (missing().length > 0) {
  const packages = missing().map(([, name]) => name);
  console.error(
    `测试需要这些系统软件包，请先安装 · The tests need these packages: sudo apt-get install ${packages.join(' ')}`,
  );
  process.exitCode = 1;
}

function aptGet(verb, ...packages) {
  const args = ['-qq', '-y', verb, ...(verb === 'install' ? ['--no-install-recommends'] : []), ...packages];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}

function hasFont(family) {
  const { stdout } = spawnSync('fc-list', [`:family=${family.replaceAll('_', ' ')}`], { encoding: 'utf8' });
  return Boolean(stdout?.trim());
}

function onPath(program) {
  return process.env.PATH.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
