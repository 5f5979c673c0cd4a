import { inspectionCase, type CaseState } from '@srd/domain/case';
import type { Id } from '@srd/kernel';
import { organs, type OrganRow } from '@srd/views';
import { refuse } from '../refusals';
import { casesOfObject, yearLoad } from './case-load';
import { opened, type Step } from './case-steps';

/** Organs directly under the case's: those to which it may be entrusted (B二(三); R7). */
export const withSubordinates: Step = (data, facts) => {
  const { organ } = opened(facts).context.opened;
  const { rows } = facts.stores.views.list(organs.name, { where: { superior: organ }, limit: 10_000 });
  return { ...data, subordinates: rows.map(({ row }) => (row as OrganRow).organ) };
};

/** The for-cause case that is merged into this one: its ground and source are read from it, not told (B二(八); trap 11). */
export const mergeCause: Step = async (data, facts) => {
  const { case: id, occurredOn } = data as { case: Id; occurredOn: string };
  const other: CaseState = await facts.evidence.of(inspectionCase, `case-${id}`);
  const { organ } = opened(facts).context.opened;
  if (other?.context.opened.organ !== organ) return refuse('UNKNOWN_SUBJECT', `没有编号为“${id}”的案件`);
  const { cause, object, opened: terms, visits } = other.context;
  return {
    case: id,
    ground: cause?.ground ?? null,
    source: cause?.source ?? { reference: '', receivedOn: occurredOn },
    occurredOn,
    other: {
      object: object?.id ?? null,
      purpose: terms.purpose,
      visited: visits.length > 0 || other.value === 'voided',
    },
  };
};

/** How often the object was inspected this year, for whoever approves one more inspection (R48, C10, C25). */
export const withLoad: Step = async (data, facts) => {
  const { opened: terms, object } = opened(facts).context;
  if (!object) return data;
  const others = await casesOfObject(facts, object.id, facts.id);
  const load = yearLoad(others, Number(facts.context.today.slice(0, 4)), terms.terms);
  return load ? { ...data, load } : data;
};
