import { account, rolesAt, type Role } from '@srd/domain/account';
import { roleLabels, type RotationWaiver, type TeamBar } from '@srd/domain/case';
import { barsOn, inspectors } from '@srd/domain/inspectors';
import { addMonths, type Day, type Id } from '@srd/kernel';
import { refuse } from '../refusals';
import { accountStream } from './accounts';
import { visitsTo } from './case-load';
import { nextId, opened, type CaseFacts, type Data, type Step } from './case-steps';
import { availableFor, certificateUntil, inspectorsStream, loanTerms, memberFor } from './inspector-pool';

/**
 * Somebody whom the asker names beside themselves is an account of the organ with such a role now: a name on a form alone proves nothing.
 * @throws Refusal NOT_THE_HOLDER
 */
export async function demandHolder(
  { evidence, context }: Pick<CaseFacts, 'evidence' | 'context'>,
  id: Id,
  organ: Id,
  roles: readonly Role[],
): Promise<void> {
  const state = await evidence.of(account, accountStream(id));
  const held = rolesAt(state, context.at).some(({ role }) => roles.includes(role));
  if (state?.organ !== organ || !held) {
    refuse(
      'NOT_THE_HOLDER',
      `“${id}”不是本机关下列岗位之一的账户：${roles.map((role) => roleLabels[role]).join('、')}`,
      { account: id },
    );
  }
}

/** What keeps somebody from this object on the day, by the registers and by the earlier visits (R22, R59, R61). */
export async function teamBars(
  facts: Pick<CaseFacts, 'id' | 'state' | 'evidence' | 'stores'>,
  people: readonly Id[],
  day: Day,
): Promise<readonly TeamBar[]> {
  const file = opened(facts);
  const { opened: terms, object } = file.context;
  const visits = await visitsTo(facts, file.context, facts.id, people);
  const bars: TeamBar[] = [];
  for (const inspector of people) {
    const found = await availableFor(facts.evidence, facts.stores, file, inspector, day);
    if (!found) {
      bars.push({ inspector, bar: 'not-enrolled', until: null });
      continue;
    }
    const partner = terms.departments
      .slice(1)
      .some(({ organ }) => organ === (found.loan?.department ?? found.register));
    const field = partner ? 'price' : terms.sector;
    for (const bar of barsOn(found.state, inspector, {
      field,
      institution: object?.institution ?? object?.id ?? '',
      day,
    })) {
      bars.push({ inspector, bar: bar.bar, until: 'until' in bar ? bar.until : null });
    }
    const last = visits
      .filter(({ person }) => person === inspector)
      .map(({ visitedOn }) => visitedOn)
      .toSorted()
      .at(-1);
    const until = last && addMonths(last, terms.terms.rotationMonths.value);
    if (until && until > day) bars.push({ inspector, bar: 'rotation', until });
  }
  return bars;
}

/** The team by person ids; certificates, loans and bars come from the registers, a waiver names a leader of the organ (trap 5). */
export const appointTeam: Step = async (data, facts) => {
  const file = opened(facts);
  const {
    inspectors: people,
    waivers = [],
    ...rest
  } = data as {
    inspectors: readonly Id[];
    waivers?: readonly RotationWaiver[];
  };
  for (const { by } of waivers) await demandHolder(facts, by, file.context.opened.organ, ['leader']);
  const { today } = facts.context;
  const members = [];
  for (const person of people) members.push(await memberFor(facts.evidence, facts.stores, file, person, today));
  const bars = await teamBars(facts, people, today);
  return { ...rest, inspectors: members, bars, ...(waivers.length > 0 ? { waivers } : {}) };
};

/** A replacement by hand names the person alone; one that was drawn comes complete. */
export const replaceInspector: Step = async (data, facts) => {
  if (!facts.who) return data;
  const { incoming } = data as { incoming: Id };
  const { today } = facts.context;
  const member = await memberFor(facts.evidence, facts.stores, opened(facts), incoming, today);
  return { ...data, incoming: member, bars: await teamBars(facts, [incoming], today) };
};

/** Who asks for the end of a case is an officer of the organ; who froze a smaller draw has asked by that. */
export const voidCase: Step = async (data, facts) => {
  const { organ } = opened(facts).context.opened;
  const { requestedBy } = data as { requestedBy: Id };
  if (facts.who) await demandHolder(facts, requestedBy, organ, ['section-officer', 'section-head']);
  return data;
};

/** Who is there, with certificate and loan as they stand on the day (R22, trap 5); the opener is the asker. */
export const openVisit: Step = async (data, facts) => {
  const { context } = opened(facts);
  const { present, occurredOn, ...rest } = data as { present: readonly Id[]; occurredOn: Day } & Data;
  const attendance = [];
  for (const inspector of present) {
    const member = context.team.find((one) => one.inspector === inspector);
    const register = await facts.evidence.of(inspectors, inspectorsStream(member?.organ ?? context.opened.organ));
    const known = register.loans.find(({ loan }) => loan === member?.loan?.loan);
    attendance.push({
      inspector,
      certificateValidUntil: certificateUntil(register, inspector, occurredOn),
      ...(known ? { loan: loanTerms(known) } : {}),
    });
  }
  const code = Buffer.from(facts.stores.chance.bytes(5)).toString('hex').toUpperCase();
  const taken = context.visits.map(({ visit }) => visit);
  return {
    ...rest,
    occurredOn,
    visit: nextId('v', taken),
    institution: context.object?.id ?? '',
    inspector: facts.who?.person ?? '',
    present: attendance,
    visitCode: context.opened.terms.visitCode.value.required ? code : null,
  };
};
