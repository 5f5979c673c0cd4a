import { NestFactory } from '@nestjs/core';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeStores, openStores } from '@srd/adapters/stores';
import { ApplicationModule, decidersWith, Engine, kindOf, upcasts } from '@srd/application';
import { account } from '@srd/domain/account';
import { inspectionCase, type OpenCase } from '@srd/domain/case';
import { integrity, type IntegrityState } from '@srd/domain/integrity';
import { plan, type PlanState } from '@srd/domain/plan';
import { report, type YearState } from '@srd/domain/report';
import { roster, type RosterState } from '@srd/domain/roster';
import { selectionWith, type SelectionState } from '@srd/domain/selection';
import { standing, type StandingState } from '@srd/domain/standing';
import { sha256, type Decider, type DomainCommand, type DomainEvent, type RecordedEvent } from '@srd/kernel';
import { CommandRunner, seededChance } from '@srd/runtime';
import { buildDemonstration, runDemo } from '../../apps/cli/src/demo';

/** Where a test's demonstration is built. */
export function place() {
  const folder = mkdtempSync(join(tmpdir(), 'srd-demonstration-'));
  return { dataDir: join(folder, 'data'), keyDir: join(folder, 'keys'), host: '127.0.0.1', port: 3000 };
}

/** Builds it, or finds it built. @returns what it printed, and what it reported on the way */
export async function start(where: ReturnType<typeof place>) {
  const [printed, reported]: [string[], string[]] = [[], []];
  await runDemo(
    where,
    (line) => printed.push(line),
    (line) => reported.push(line),
  );
  return { printed, reported };
}

/** The same script with other chance. @returns how many cases rest at which end */
export async function playWith(seed: string) {
  const stores = openStores({ mode: 'demo', ...place() }, seededChance(seed));
  const app = await NestFactory.createApplicationContext(ApplicationModule.over(stores, { mode: 'demo' }), {
    logger: ['error'],
  });
  const engine = app.get(Engine);
  await engine.start();
  await buildDemonstration({ app, stores });
  const { rows } = stores.views.list('cases', { limit: 1_000 });
  const at = rows.map(({ row }) => (row as { stage: string }).stage);
  const count = (stage: string): number => at.filter((each) => each === stage).length;
  await engine.stop();
  await app.close();
  await closeStores(stores);
  const ended = ['closed', 'abnormal', 'blacklisted', 'voided'].map((stage) => [stage, count(stage)] as const);
  const open = at.length - ended.reduce((sum, [, cases]) => sum + cases, 0);
  return { ...Object.fromEntries(ended), open };
}

const deciders = decidersWith(sha256);

/** The decider of a stream, by the first part of its name. */
export function deciderOf(stream: string): Decider<never, never, never> {
  const found = deciders[kindOf(stream)];
  if (!found) throw new Error(`no decider for ${stream}`);
  return found as never;
}

/** A built demonstration, opened for looking at. */
export async function open(where: ReturnType<typeof place>) {
  const stores = openStores({ mode: 'demo', ...where });
  const events: RecordedEvent[] = (await stores.log.readAll({ limit: 100_000 })).map(({ event }) => event);
  const runner = new CommandRunner(stores.log, stores.clock, stores.chance, upcasts);
  const load = async <S, C extends DomainCommand, E extends DomainEvent>(decider: Decider<S, C, E>, stream: string) =>
    (await runner.load(decider, stream)).state;
  return {
    stores,
    events,
    streams: [...new Set(events.map(({ stream }) => stream))],
    of: <T = RecordedEvent['data']>(type: string): RecordedEvent<string, T>[] =>
      events.filter((event) => event.type === type) as unknown as RecordedEvent<string, T>[],
    account: (id: string) => load(account, `account-${id}`),
    case: async (id: string): Promise<OpenCase> => {
      const state = await load(inspectionCase, `case-${id}`);
      if (state === null) throw new Error(`no case ${id}`);
      return state;
    },
    integrity: (object: string): Promise<IntegrityState> => load(integrity, `integrity-${object}`),
    plan: (id: string): Promise<PlanState> => load(plan, `plan-${id}`),
    year: (id: string): Promise<YearState> => load(report, `report-${id}`),
    roster: (id: string): Promise<RosterState> => load(roster, `roster-${id}`),
    selection: (series: string): Promise<SelectionState> => load(selectionWith(sha256), `selection-${series}`),
    standing: (id: string): Promise<StandingState> => load(standing, `standing-${id}`),
    replay: (stream: string) => load(deciderOf(stream), stream),
    close: () => closeStores(stores),
  };
}

export type Built = Awaited<ReturnType<typeof open>>;
