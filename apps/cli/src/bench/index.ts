/** `srd bench`: how fast the parts are, side by side in one run, and whether that is what was asked for. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { append } from './append';
import { assignment, draws } from './draws';
import { http } from './http';
import { proofs, signing } from './log';
import { rebuild } from './rebuild';
import { replay } from './replay';
import { machineOf, markdown, merged } from './report';
import { run, type Area, type Options } from './contest';
import { root } from './root';
import { startUp } from './start-up';
import { verify } from './verify';
import { verdicts } from './verdict';

const areas: readonly Area[] = [append, signing, proofs, verify, rebuild, replay, startUp, draws, assignment, http];

const ROUNDS = 7;

const HELP = `用法：srd bench [选项]

  --only <名称>     只测一项，可多次给出：${areas.map(({ name }) => name).join('、')}
  --rounds <轮数>   计入的轮数，默认 ${ROUNDS}
  --quick           试跑：两轮、少量数据，数字无意义
  --peer <目录>     对照产品的安装目录，保留以备下次；不给出则临时安装后删除
  --dir <目录>      测量文件所在目录，默认为系统临时目录；不可在内存文件系统上
  --json            以 JSON 输出全部数字

不少于 ${ROUNDS} 轮的运行写入 docs/benchmarks.md：完整运行重写全页，--only 只换所测各项，注明单独测量。
`;

/** Runs the bench. @returns exit code: 0 also where a goal was missed, 2 when called wrongly */
export async function runBench(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true },
      rounds: { type: 'string' },
      quick: { type: 'boolean', default: false },
      peer: { type: 'string' },
      dir: { type: 'string', default: tmpdir() },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const wanted = areas.filter(({ name }) => values.only?.includes(name) ?? true);
  const unknown = values.only?.filter((name) => !areas.some((area) => area.name === name)) ?? [];
  const rounds = Number(values.rounds ?? (values.quick ? 2 : ROUNDS));
  if (unknown.length > 0 || !Number.isSafeInteger(rounds) || rounds < 1) {
    process.stderr.write(HELP);
    return 2;
  }
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const options: Options = { rounds, quick: values.quick, peer: values.peer && resolve(values.peer), say };
  const folder = mkdtempSync(join(resolve(values.dir), 'srd-bench-'));
  const folderOf = (name: string): string => {
    mkdirSync(join(folder, name));
    return join(folder, name);
  };
  try {
    const machine = machineOf(folder, rounds);
    const measured = await run(wanted, folderOf, options);
    const page = markdown(machine, measured);
    process.stdout.write(
      values.json
        ? `${JSON.stringify({ machine, contests: measured.map((one) => ({ ...one, verdicts: verdicts(one) })) }, null, 2)}\n`
        : page,
    );
    const kept = join(root, 'docs', 'benchmarks.md');
    if (rounds >= ROUNDS && !values.quick && existsSync(kept)) {
      const whole = wanted.length === areas.length;
      const order = areas.map(({ name }) => name);
      writeFileSync(kept, whole ? page : merged(readFileSync(kept, 'utf8'), machine, measured, order));
    }
    return 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
