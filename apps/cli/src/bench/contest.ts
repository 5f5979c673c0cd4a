import { spawnSync } from 'node:child_process';

/** Something that is measured against others, or alone. */
export interface Contestant {
  readonly name: string;
  readonly label: string;
  /** Its figure for one round, in the contest's unit. */
  measure(): number | Promise<number>;
}

/** What the issue asks for. A ratio is judged by its median, a figure by its median or, where a quiet moment is meant, its best. */
export type Goal =
  | { readonly kind: 'ratio'; readonly of: string; readonly to: string; readonly atLeast: number }
  | { readonly kind: 'rate'; readonly of: string; readonly atLeast: number; readonly by: 'median' | 'best' }
  | { readonly kind: 'time'; readonly of: string; readonly below: number }
  | { readonly kind: 'fact'; readonly text: string; readonly holds: boolean };

/** Contestants that can be compared: they do the same work, or parts of it. */
export interface Contest {
  readonly title: string;
  /** `ms` is better when smaller, a rate when larger. */
  readonly unit: 'ms' | `${string}/s`;
  readonly contestants: readonly Contestant[];
  /** Contestants that couldn't be had, and why. */
  readonly missing?: Readonly<Record<string, string>>;
  readonly goals: readonly Goal[];
  /** What a reader must know to make sense of the figures. */
  readonly notes: readonly string[];
  close(): void | Promise<void>;
}

/** A contest that can be set up in a folder of its own. */
export interface Area {
  readonly name: string;
  open(folder: string, options: Options): Promise<Contest>;
}

export interface Options {
  /** Rounds that count; one more is run before them to warm up. */
  readonly rounds: number;
  /** Smaller data, for trying out: its figures mean nothing. */
  readonly quick: boolean;
  /** Folder in which the peer is kept from one run to the next. */
  readonly peer: string | undefined;
  say(line: string): void;
}

/** The figures of a contest, round by round, for each contestant. */
export interface Measured {
  readonly name: string;
  readonly contest: Contest;
  readonly figures: Readonly<Record<string, readonly number[]>>;
}

/**
 * One interleaved run: in each round every contest has its turn, and within it every contestant, another one first each time.
 * So what the machine does beside this (a neighbour, a warm processor) falls on all of them.
 */
export async function run(
  areas: readonly Area[],
  folderOf: (name: string) => string,
  options: Options,
): Promise<Measured[]> {
  const opened: { readonly name: string; readonly contest: Contest; readonly figures: Record<string, number[]> }[] = [];
  try {
    for (const area of areas) {
      options.say(`准备 ${area.name} …`);
      const contest = await area.open(folderOf(area.name), options);
      opened.push({
        name: area.name,
        contest,
        figures: Object.fromEntries(contest.contestants.map((one) => [one.name, []])),
      });
    }
    for (let round = 0; round <= options.rounds; round++) {
      options.say(round === 0 ? '预热' : `第 ${round} 轮，共 ${options.rounds} 轮`);
      for (const { contest, figures } of opened) {
        settle();
        for (const one of rotated(contest.contestants, round)) {
          const figure = await one.measure();
          if (round > 0) figures[one.name]?.push(figure);
        }
      }
    }
    return opened;
  } finally {
    for (const { contest } of opened) await contest.close();
  }
}

/** Lets the disk finish what the contests before have left to it, where there is a `sync` to ask for that. */
function settle(): void {
  spawnSync('sync', { stdio: 'ignore' });
}

function rotated<T>(list: readonly T[], by: number): T[] {
  const first = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(first), ...list.slice(0, first)];
}

/** Runs some work `count` times over and gives how many were done in a second. */
export async function rateOf(count: number, work: () => void | Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return (count * 1000) / (performance.now() - begun);
}

/** How long some work takes, in milliseconds. */
export async function timeOf(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
