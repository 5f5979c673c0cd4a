import { cpus, loadavg, release } from 'node:os';
import { statfsSync } from 'node:fs';
import type { Measured } from './contest';
import { figureText, median, verdicts } from './verdict';

/** On what and when it was measured. */
export interface Machine {
  readonly on: string;
  readonly cores: number;
  readonly processor: string;
  readonly node: string;
  readonly system: string;
  readonly fileSystem: string;
  /** Load over a minute before and after: above some tenths the machine wasn't this run's alone. */
  readonly loadBefore: number;
  readonly rounds: number;
}

const FILE_SYSTEMS: Readonly<Record<number, string>> = {
  0x01021994: 'tmpfs（在内存中，同步写不落盘，写入数字无意义）',
  0xef53: 'ext4',
  0x58465342: 'xfs',
  0x9123683e: 'btrfs',
  0x794c7630: 'overlayfs',
};

/** The machine as it is now; `folder` is where the files of the run lie. */
export function machineOf(folder: string, rounds: number): Machine {
  const { type } = statfsSync(folder);
  return {
    on: new Date().toISOString().slice(0, 10),
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    node: process.versions.node,
    system: `${process.platform} ${release()}`,
    fileSystem: FILE_SYSTEMS[type] ?? `0x${type.toString(16)}`,
    loadBefore: loadavg()[0] ?? 0,
    rounds,
  };
}

/** The page `docs/benchmarks.md`. */
export function markdown(machine: Machine, all: readonly Measured[]): string {
  return [
    '# 性能测量 · Benchmarks',
    '',
    '由 `npm run bench` 写成，请勿手改。一次运行内各项交替进行：每一轮所有对手各跑一次，先后次序逐轮轮换，另有一轮预热不计。',
    '比值在同一轮内求得，列出最差一轮和中位数，按中位数判定；绝对数字针对两核机器。',
    'Written by `npm run bench`: one interleaved run, contestants rotated, ratios within a round, judged by their median.',
    '',
    ...table(
      ['日期', '核', '处理器', 'Node', '系统', '文件系统', '轮数', '运行前一分钟负载'],
      [
        [
          machine.on,
          String(machine.cores),
          machine.processor,
          machine.node,
          machine.system,
          machine.fileSystem,
          String(machine.rounds),
          machine.loadBefore.toFixed(2),
        ],
      ],
    ),
    '',
    GOALS,
    '',
    ...table(GOAL_HEADS, goalRows(all)),
    ...all.flatMap((one) => ['', ...section(one)]),
    '',
  ].join('\n');
}

const GOALS = '## 目标 · Goals';
const GOAL_HEADS = ['项目', '目标', '最差一轮', '判定值', '结果'];

function goalRows(all: readonly Measured[]): string[][] {
  return all.flatMap((one) =>
    verdicts(one).map(({ goal, least, typical, mark }) => [one.name, goal, least, typical, `**${mark}**`]),
  );
}

/**
 * The page with the goals and sections of what was measured alone put in place of the earlier ones, each saying so with its own date and load;
 * all else stands as it was. `order`: the areas as a whole run has them.
 */
export function merged(page: string, machine: Machine, all: readonly Measured[], order: readonly string[]): string {
  const [head = '', ...parts] = page.trimEnd().split(/\n\n(?=## )/);
  const anew = new Set(all.map(({ name }) => name));
  const goals = rowsIn(parts.find((part) => part.startsWith(GOALS)) ?? '').filter(([name = '']) => !anew.has(name));
  const kept = parts.flatMap((text) => {
    const name = /^## .*\(`--only ([\w-]+)`\)/.exec(text)?.[1];
    return name === undefined || anew.has(name) ? [] : [{ name, text }];
  });
  const { on, node, rounds, loadBefore } = machine;
  const alone = `单独测量：${on}，Node ${node}，${rounds} 轮，运行前一分钟负载 ${loadBefore.toFixed(2)}。`;
  const measured = all.map((one) => {
    const notes = [...one.contest.notes, alone];
    return { name: one.name, text: section({ ...one, contest: { ...one.contest, notes } }).join('\n') };
  });
  const place = (name = ''): number => order.indexOf(name);
  const rows = [...goals, ...goalRows(all)].toSorted((a, b) => place(a[0]) - place(b[0]));
  const sections = [...kept, ...measured].toSorted((a, b) => place(a.name) - place(b.name));
  return (
    [head, [GOALS, '', ...table(GOAL_HEADS, rows)].join('\n'), ...sections.map(({ text }) => text), '']
      .join('\n\n')
      .trimEnd() + '\n'
  );
}

/** Cells of a table that `table` wrote, without its head. */
function rowsIn(text: string): string[][] {
  const lines = text.split('\n').filter((line) => line.startsWith('| '));
  return lines.slice(2).map((line) =>
    line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.trim().replaceAll('\\|', '|')),
  );
}

function section({ name, contest, figures }: Measured): string[] {
  const { unit } = contest;
  const best = (values: readonly number[]): number => (unit === 'ms' ? Math.min(...values) : Math.max(...values));
  const worst = (values: readonly number[]): number => (unit === 'ms' ? Math.max(...values) : Math.min(...values));
  const rows = contest.contestants.map(({ name: key, label }) => {
    const own = figures[key] ?? [];
    return [label, figureText(median(own)), figureText(best(own)), figureText(worst(own))];
  });
  const missing = Object.values(contest.missing ?? {}).map((reason) => `- NOT MEASURED：${reason}`);
  return [
    `## ${contest.title} (\`--only ${name}\`)`,
    '',
    ...table([`${unit}`, '中位数', '最好', '最差'], rows),
    ...(contest.notes.length + missing.length > 0 ? ['', ...contest.notes.map((note) => `- ${note}`), ...missing] : []),
  ];
}

/** A Markdown table as prettier writes it, so that the page passes the format check; a Chinese character is two columns wide. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')));
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => widthOf(row[column] ?? ''))));
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, column) => (row[column] ?? '') + ' '.repeat(width - widthOf(row[column] ?? ''))).join(' | ')} |`;
  const [first = [], ...others] = cells;
  return [line(first), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...others.map(line)];
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width +=
      /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : 1;
  return width;
}
