import { inspectionCase, deadlines, labelOf, stage, statesIn, type CaseState, type OpenCase } from '@srd/domain/case';
import { fieldsOf, type Day, type Instant, type RecordedEvent } from '@srd/kernel';
import { foldOne, upcast } from '@srd/runtime';
import { changesBetween, concerns, setBy, together, type FieldChange } from './case-fields';
import { foldThen } from './then';
import { upcasts } from './upcasts';

/** A case as it stood, in the same words as the case of today. */
export interface CaseThen {
  readonly procedure: string;
  readonly stage: ReturnType<typeof stage>;
  readonly at: string;
  readonly value: OpenCase['value'];
  readonly deadlines: ReturnType<typeof deadlines>;
  readonly [member: string]: unknown;
}

/** Where an event left the case: what the state picture and the slider are made of. */
export interface PathStep {
  readonly revision: number;
  readonly type: string;
  readonly at: Instant;
  readonly actor: string;
  /** Day on which it happened, where that was told. */
  readonly occurredOn: string | null;
  /** Names of the chart's states, the outer before the inner. */
  readonly states: readonly string[];
}

/** What led to a state, and what was left out of it. */
export interface Reconstructed {
  readonly state: CaseThen | null;
  /** Revision of the last event that counts; -1 before the first. */
  readonly revision: number;
  /** Events that were recorded by then or told of then, and don't fit without those that weren't. */
  readonly leftOut: readonly { readonly revision: number; readonly type: string }[];
}

/**
 * A case replayed from its events, on the procedure version that its first event names: whoever answers for a state can show how it came
 * about (R101, R104). Pure; the events are those of one case, oldest first.
 */
export class CaseReplay {
  constructor(private readonly events: readonly RecordedEvent[]) {}

  /** Revision of the last event; -1 for none. */
  get last(): number {
    return this.events.length - 1;
  }

  /** The state after an event. @throws CorruptHistory when the procedure doesn't allow the events */
  at(revision: number): CaseThen | null {
    return shown(this.fold(revision));
  }

  /** Where each event left the case, oldest first. @throws CorruptHistory */
  path(): readonly PathStep[] {
    let state: CaseState = inspectionCase.initial;
    return this.events.map((event) => {
      state = step(state, event);
      const { revision, type, at, actor } = event;
      const { occurredOn } = setBy(event);
      return { revision, type, at, actor, occurredOn, states: state === null ? [] : statesIn(state) };
    });
  }

  /** The state that was known at a moment: what had been recorded by then. */
  asKnown(at: Instant): Reconstructed {
    const revision = this.events.findLastIndex((event) => event.at <= at);
    return { state: this.at(revision), revision, leftOut: [] };
  }

  /** The state that was true on a day, as far as it is known today: what had occurred by then, whenever it was recorded. */
  asTrue(on: Day): Reconstructed {
    const { state, ...rest } = foldThen(inspectionCase, this.events, { on });
    return { state: shown(state), ...rest };
  }

  /** What changed from one event to a later one, field by field. */
  diff(from: number, to: number): readonly FieldChange[] {
    const first = fieldsOf(shown(this.fold(from)) ?? {});
    const last = fieldsOf(shown(this.fold(to)) ?? {});
    return together(first, last, this.steps(from, to));
  }

  /** The events that set a field or something below it, oldest first. */
  history(field: string): readonly FieldChange[] {
    return this.steps(-1, this.last).filter(({ path }) => concerns(field, path));
  }

  private steps(from: number, to: number): readonly FieldChange[] {
    const changes: FieldChange[] = [];
    let state = this.fold(from);
    let fields = fieldsOf(shown(state) ?? {});
    for (const event of this.events.slice(from + 1, to + 1)) {
      state = step(state, event);
      const next = fieldsOf(shown(state) ?? {});
      changes.push(...changesBetween(fields, next, setBy(event)));
      fields = next;
    }
    return changes;
  }

  private fold(revision: number): CaseState {
    return this.events.slice(0, revision + 1).reduce<CaseState>(step, inspectionCase.initial);
  }
}

function step(state: CaseState, event: RecordedEvent): CaseState {
  return foldOne(inspectionCase, state, upcast(upcasts, event));
}

function shown(state: CaseState): CaseThen | null {
  if (state === null) return null;
  return {
    ...state.context,
    procedure: state.procedure,
    stage: stage(state),
    at: labelOf(state),
    value: state.value,
    deadlines: deadlines(state),
  };
}
