import { canonicalize, isDay, isId, type Context, type Day, type DomainCommand, type Id } from '@srd/kernel';
import { plainLine, plainText, sectors, type Sector } from '@srd/domain/organ';
import {
  practitionerStatuses,
  type PractitionerParticulars,
  type PractitionersEvent,
  type PractitionerStatus,
} from './events';
import { refuse } from './refusals';
import {
  institutionsOf,
  practitionerOf,
  practitionerStatus,
  type Practitioner,
  type PractitionersState,
} from './state';

/** `institutionKnown`: whether the object roster of the sector has the institution; the application looks it up. */
type Known = { readonly institutionKnown: boolean };

export type RegisterPractitioner = DomainCommand<
  'RegisterPractitioner',
  Known & {
    person: Id;
    organ: Id;
    sector: Sector;
    institution: Id;
    particulars: Partial<PractitionerParticulars>;
    occurredOn: Day;
  }
>;
export type RevisePractitioner = DomainCommand<
  'RevisePractitioner',
  { person: Id; changes: Partial<PractitionerParticulars>; reason: string; occurredOn: Day }
>;
export type MovePractitioner = DomainCommand<
  'MovePractitioner',
  Known & { person: Id; from: Id | null; to: Id; reason: string; occurredOn: Day }
>;
export type ChangePractitionerStatus = DomainCommand<
  'ChangePractitionerStatus',
  { person: Id; status: PractitionerStatus; reason: string; occurredOn: Day }
>;
export type PractitionersCommand =
  RegisterPractitioner | RevisePractitioner | MovePractitioner | ChangePractitionerStatus;

const unsaid: PractitionerParticulars = {
  licensedOn: null,
  assessment: null,
  complaints: 0,
  penalties: 0,
  fictional: false,
};

const because = (reason: string): string => plainText(reason) ?? refuse('PRACTITIONERS_REASON_MISSING');
const pastDay = (on: Day, today: Day): Day => (isDay(on) && on <= today ? on : refuse('PRACTITIONERS_DAY_INVALID'));
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

const holds: { readonly [P in keyof PractitionerParticulars]: (value: unknown) => boolean } = {
  licensedOn: (value) => value === null || isDay(value),
  assessment: (value) => {
    if (value === null) return true;
    const { year, result } = (value ?? {}) as { year?: unknown; result?: unknown };
    return isCount(year) && plainLine(result) === result;
  },
  complaints: isCount,
  penalties: isCount,
  fictional: (value) => typeof value === 'boolean',
};

function checked<P extends Partial<PractitionerParticulars>>(particulars: P): P {
  for (const [member, value] of Object.entries(particulars)) {
    const known = Object.hasOwn(holds, member) ? holds[member as keyof typeof holds] : undefined;
    if (!known?.(value)) refuse('PRACTITIONER_INVALID', `“${member}”一栏填写有误`, { member });
  }
  return particulars;
}

function register(
  { person, organ, sector, institution, institutionKnown, ...data }: RegisterPractitioner['data'],
  state: PractitionersState,
  { today }: Context,
): readonly PractitionersEvent[] {
  if (!isId(person) || !isId(organ) || !sectors.includes(sector)) refuse('PRACTITIONER_INVALID', '编号或行业不合格式');
  if ((state.organ ?? organ) !== organ || (state.sector ?? sector) !== sector) refuse('PRACTITIONERS_MISMATCH');
  if (practitionerOf(state, person)) refuse('PRACTITIONER_KNOWN');
  if (!institutionKnown) refuse('PRACTITIONER_INSTITUTION_UNKNOWN');
  const particulars = checked({ ...unsaid, ...data.particulars });
  const occurredOn = pastDay(data.occurredOn, today);
  return [{ type: 'PractitionerRegistered', data: { person, organ, sector, institution, particulars, occurredOn } }];
}

/** Not before what was last told of the person. */
function laterDay(entry: Practitioner, on: Day, today: Day): Day {
  const told = [...entry.practises.map(({ from }) => from), practitionerStatus(entry).since];
  return told.some((day) => day > on) ? refuse('PRACTITIONERS_DAY_INVALID') : pastDay(on, today);
}

function move(
  { from, to, institutionKnown, ...data }: MovePractitioner['data'],
  entry: Practitioner,
  { today }: Context,
): readonly PractitionersEvent[] {
  const now = institutionsOf(entry);
  if (!institutionKnown) refuse('PRACTITIONER_INSTITUTION_UNKNOWN');
  if (from !== null && !now.includes(from)) refuse('PRACTISES_NOT_THERE');
  if (now.includes(to)) refuse('PRACTISES_THERE');
  const occurredOn = laterDay(entry, data.occurredOn, today);
  const reason = because(data.reason);
  return [{ type: 'PractitionerMoved', data: { person: entry.person, from, to, reason, occurredOn } }];
}

export function decide(
  command: PractitionersCommand,
  state: PractitionersState,
  context: Context,
): readonly PractitionersEvent[] {
  if (command.type === 'RegisterPractitioner') return register(command.data, state, context);
  const entry = practitionerOf(state, command.data.person) ?? refuse('PRACTITIONER_UNKNOWN');
  const { person } = entry;
  switch (command.type) {
    case 'RevisePractitioner': {
      const { particulars } = entry;
      const given = Object.entries(checked(command.data.changes));
      const changes = Object.fromEntries(
        given.filter(
          ([member, value]) => canonicalize(value) !== canonicalize(particulars[member as keyof typeof particulars]),
        ),
      );
      if (Object.keys(changes).length === 0) refuse('PRACTITIONERS_UNCHANGED');
      const occurredOn = pastDay(command.data.occurredOn, context.today);
      const reason = because(command.data.reason);
      return [{ type: 'PractitionerRevised', data: { person, changes, reason, occurredOn } }];
    }
    case 'MovePractitioner':
      return move(command.data, entry, context);
    case 'ChangePractitionerStatus': {
      const { status } = command.data;
      if (!practitionerStatuses.includes(status)) refuse('PRACTITIONER_INVALID', `没有“${status}”这一状态`);
      if (practitionerStatus(entry).status === status) refuse('PRACTITIONERS_UNCHANGED', '该人员已是此状态');
      const occurredOn = laterDay(entry, command.data.occurredOn, context.today);
      const reason = because(command.data.reason);
      return [{ type: 'PractitionerStatusChanged', data: { person, status, reason, occurredOn } }];
    }
  }
}
