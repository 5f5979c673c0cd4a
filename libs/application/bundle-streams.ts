import { inspectionCase } from '@srd/domain/case';
import { integrity } from '@srd/domain/integrity';
import { sectors } from '@srd/domain/organ';
import { plan } from '@srd/domain/plan';
import { report } from '@srd/domain/report';
import { practitionerSeries, selectionWith, type SelectionState } from '@srd/domain/selection';
import type { Head, Subject } from '@srd/domain/access';
import type { Hash, Id, RecordedEvent } from '@srd/kernel';
import type { CommandRunner } from '@srd/runtime';
import { integrityStream } from './desks/integrity';
import { planOf, planStream } from './desks/plans';
import { caseId, selectionStream } from './desks/selections';
import { refuse } from './refusals';
import { yearStream } from './years/facts';

/** A subject with its own streams as they stand. */
export interface Resolved {
  readonly subject: Subject;
  readonly organ: Id;
  /** Partner departments of joint inspections, which see their part. */
  readonly partners: readonly Id[];
  readonly heads: readonly Head[];
}

/** Finds which streams are a subject's own, and whose it is. */
export class BundleStreams {
  constructor(
    private readonly runner: CommandRunner,
    private readonly hash: Hash,
  ) {}

  /** @throws Refusal UNKNOWN_SUBJECT */
  async resolve({ kind, id }: Subject): Promise<Resolved> {
    switch (kind) {
      case 'case':
        return this.ofCase(id);
      case 'draw':
        return this.ofDraw(id);
      case 'task':
        return this.ofTask(id);
      case 'organ-year':
        return this.ofYear(id);
      case 'integrity-file':
        return this.ofIntegrity(id);
    }
  }

  private async ofCase(id: Id): Promise<Resolved> {
    const { state, revision } = await this.runner.load(inspectionCase, `case-${id}`);
    if (state === null) return refuse('UNKNOWN_SUBJECT', `没有编号为“${id}”的案件`);
    const { organ, departments } = state.context.opened;
    const partners = departments.map((each) => each.organ).filter((each) => each !== organ);
    return { subject: { kind: 'case', id }, organ, partners, heads: [{ stream: `case-${id}`, revision }] };
  }

  private async ofDraw(id: Id): Promise<Resolved> {
    const series = id.slice(0, Math.max(0, id.lastIndexOf('.')));
    const { state, revision } = await this.selection(series);
    const attempt = state.attempts.find(({ request }) => request.draw === id);
    if (!attempt) return refuse('UNKNOWN_SUBJECT', `没有编号为“${id}”的抽取`);
    const { organ } = attempt.request;
    return {
      subject: { kind: 'draw', id },
      organ,
      partners: [],
      heads: [{ stream: selectionStream(series), revision }],
    };
  }

  private async ofTask(id: Id): Promise<Resolved> {
    const planId = /^(.+-\d{4})-[^-]+$/.exec(id)?.[1];
    const { state, revision } = await this.runner.load(plan, planStream(planId ?? ''));
    const task = state.tasks[id];
    if (planId === undefined || !task) return refuse('UNKNOWN_SUBJECT', `没有编号为“${id}”的任务`);
    return {
      subject: { kind: 'task', id },
      organ: planOf(planId).organ,
      partners: task.content.partners.map(({ organ }) => organ),
      heads: [{ stream: planStream(planId), revision }, ...(await this.underTask(id))],
    };
  }

  private async ofYear(id: Id): Promise<Resolved> {
    const { state, revision } = await this.runner.load(plan, planStream(id));
    const reported = (await this.runner.load(report, yearStream(id))).revision;
    const heads: Head[] = [
      { stream: planStream(id), revision },
      { stream: yearStream(id), revision: reported },
    ].filter((head) => head.revision >= 0);
    if (heads.length === 0) return refuse('UNKNOWN_SUBJECT', `“${id}”既无年度计划，也无年度报告`);
    for (const task of Object.keys(state.tasks)) heads.push(...(await this.underTask(task)));
    return { subject: { kind: 'organ-year', id }, organ: planOf(id).organ, partners: [], heads };
  }

  private async ofIntegrity(id: Id): Promise<Resolved> {
    const { state, revision } = await this.runner.load(integrity, integrityStream(id));
    if (state.organ === null) return refuse('UNKNOWN_SUBJECT', `没有编号为“${id}”的诚信档案`);
    const heads = [{ stream: integrityStream(id), revision }];
    return { subject: { kind: 'integrity-file', id }, organ: state.organ, partners: [], heads };
  }

  /** A task's draws and cases, as far as there are any. */
  private async underTask(task: Id): Promise<readonly Head[]> {
    const heads: Head[] = [];
    const add = (stream: string, revision: number): boolean => {
      if (revision >= 0) heads.push({ stream, revision });
      return revision >= 0;
    };
    for (const drawn of [task, practitionerSeries(task)]) {
      if (!add(selectionStream(drawn), (await this.selection(drawn)).revision) && drawn !== task) continue;
      for (let number = 1; ; number++) {
        const series = number === 1 ? `${drawn}:team` : `${drawn}:team:${number}`;
        if (!add(selectionStream(series), (await this.selection(series)).revision)) break;
      }
      for (let number = 1; ; number++) {
        const stream = `case-${caseId(drawn, number)}`;
        if (!add(stream, (await this.runner.load(inspectionCase, stream)).revision)) break;
      }
    }
    return heads;
  }

  private selection(series: Id): Promise<{ state: SelectionState; revision: number }> {
    return this.runner.load(selectionWith(this.hash), selectionStream(series));
  }
}

/** Whose stream it is, by its name and its first event; null where it belongs to everybody. */
export function organOf(stream: string, first: RecordedEvent | undefined): Id | null {
  const [, kind = '', name = ''] = /^([a-z]+)-?(.*)$/.exec(stream) ?? [];
  switch (kind) {
    case 'organ':
    case 'catalogue':
    case 'inspectors':
      return name;
    case 'plan':
      return planOf(name).organ;
    case 'practitioners':
    case 'roster': {
      const sector = sectors.find((each) => name.endsWith(`-${each}`));
      return sector === undefined ? name : name.slice(0, -sector.length - 1);
    }
    case 'calendar':
    case 'log':
      return null;
    default: {
      const { organ, request } = (first?.data ?? {}) as { organ?: Id; request?: { organ?: Id } };
      return organ ?? request?.organ ?? '';
    }
  }
}

/** Transcripts of the draws that are revealed in these events, in the order of the events. */
export function transcriptsIn(events: readonly RecordedEvent[]): readonly unknown[] {
  return events.flatMap(({ stream, data }) =>
    stream.startsWith('selection-') && typeof data['transcriptHash'] === 'string' && data['transcript'] !== undefined
      ? [data['transcript']]
      : [],
  );
}

/** Each attempt of a draw that somebody sealed, with its first seal; the events of a stream in their order. */
export function sealedDraws(
  events: readonly RecordedEvent[],
): readonly { readonly freeze: RecordedEvent; readonly seal: RecordedEvent }[] {
  const frozen = new Map<string, RecordedEvent>();
  return events.flatMap((event) => {
    const { stream, type } = event;
    if (type === 'DrawFrozen') frozen.set(stream, event);
    const freeze = frozen.get(stream);
    if (type !== 'SealReceived' || !freeze) return [];
    frozen.delete(stream);
    return [{ freeze, seal: event }];
  });
}
