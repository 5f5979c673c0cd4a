import { context, day, given } from '@srd/kernel';
import {
  institutionsOf,
  practisingCount,
  practisingEntries,
  practitionerOf,
  practitioners,
  type PractitionersCommand,
  type PractitionersEvent,
} from './index';

const officer = context('officer-1', '2024-05-06T01:00:00.000Z');
const register = (person = 'p-1', data: object = {}): PractitionersCommand => ({
  type: 'RegisterPractitioner',
  data: {
    person,
    organ: 'kazuo',
    sector: 'forensic-institution',
    institution: 'fi-1',
    institutionKnown: true,
    particulars: { licensedOn: day('2010-03-01') },
    occurredOn: day('2024-01-02'),
    ...data,
  },
});
const move = (data: object = {}): PractitionersCommand => ({
  type: 'MovePractitioner',
  data: {
    person: 'p-1',
    from: 'fi-1',
    to: 'fi-2',
    institutionKnown: true,
    reason: '变更执业机构',
    occurredOn: day('2024-03-01'),
    ...data,
  },
});
const status = (data: object = {}): PractitionersCommand => ({
  type: 'ChangePractitionerStatus',
  data: { person: 'p-1', status: 'cancelled', reason: '本人申请注销', occurredOn: day('2024-04-01'), ...data },
});
const facts = given(practitioners, []).when(register(), officer).recorded as readonly PractitionersEvent[];
const known = given(practitioners, facts);

describe('the roster of practitioners', () => {
  it('R19 R20 takes somebody in under a person id, with the institution in which they practise', () => {
    expect(facts).toEqual([
      {
        type: 'PractitionerRegistered',
        data: {
          person: 'p-1',
          organ: 'kazuo',
          sector: 'forensic-institution',
          institution: 'fi-1',
          particulars: {
            licensedOn: '2010-03-01',
            assessment: null,
            complaints: 0,
            penalties: 0,
            fictional: false,
          },
          occurredOn: '2024-01-02',
        },
      },
    ]);
  });
  it.each([
    ['PRACTITIONER_KNOWN', register()],
    ['PRACTITIONERS_MISMATCH', register('p-2', { sector: 'law-firm' })],
    ['PRACTITIONER_INSTITUTION_UNKNOWN', register('p-2', { institutionKnown: false })],
    ['PRACTITIONER_INVALID', register('张三')],
    ['PRACTITIONER_INVALID', register('p-2', { particulars: { complaints: -1 } })],
    ['PRACTITIONER_INVALID', register('p-2', { particulars: { name: '张三' } })],
    ['PRACTITIONERS_DAY_INVALID', register('p-2', { occurredOn: day('2024-05-07') })],
    ['PRACTITIONER_UNKNOWN', move({ person: 'p-9' })],
    ['PRACTISES_NOT_THERE', move({ from: 'fi-3' })],
    ['PRACTISES_THERE', move({ from: null, to: 'fi-1' })],
    ['PRACTITIONER_INSTITUTION_UNKNOWN', move({ institutionKnown: false })],
    ['PRACTITIONERS_DAY_INVALID', move({ occurredOn: day('2023-12-31') })],
    ['PRACTITIONERS_REASON_MISSING', move({ reason: ' ' })],
    ['PRACTITIONERS_UNCHANGED', status({ status: 'active' })],
    ['PRACTITIONER_INVALID', status({ status: 'retired' })],
  ] as const)('R19 refuses with %s, and leaves the roster as it was', (code, command) => {
    known.when(command, officer).refused(code);
  });
  it('R20 keeps where somebody practised before, and somebody in two institutions', () => {
    const { state } = known.when(move(), officer);
    expect(practitionerOf(state, 'p-1')?.practises).toEqual([
      { institution: 'fi-1', from: '2024-01-02', until: '2024-03-01' },
      { institution: 'fi-2', from: '2024-03-01', until: null },
    ]);
    const second = known.when(move({ from: null }), officer).state;
    expect(institutionsOf(practitionerOf(second, 'p-1')!)).toEqual(['fi-1', 'fi-2']);
    expect(practisingEntries(second).map(({ institution }) => institution)).toEqual(['fi-1', 'fi-2']);
    expect(practisingCount(second)).toBe(1);
  });
  it('R19 C5 lists everybody who practises somewhere, by person and institution, and nobody who left', () => {
    const several = [
      ...given(practitioners, []).when(register('p-2', { institution: 'fi-3' }), officer).recorded,
      ...facts,
    ] as readonly PractitionersEvent[];
    const both = given(practitioners, several).when(move({ from: null }), officer);
    expect(practisingEntries(both.state)).toEqual([
      { person: 'p-1', institution: 'fi-1', status: 'active' },
      { person: 'p-1', institution: 'fi-2', status: 'active' },
      { person: 'p-2', institution: 'fi-3', status: 'active' },
    ]);
    expect(practisingCount(both.state)).toBe(2);
    const moved = given(practitioners, several).when(move(), officer).state;
    expect(practisingEntries(moved).map(({ institution }) => institution)).toEqual(['fi-2', 'fi-3']);
  });
  it('C5 counts who practises now, each once, and says nothing where nobody was registered', () => {
    expect(practisingCount(given(practitioners, []).state)).toBeUndefined();
    expect(practisingCount(known.state)).toBe(1);
    const { state } = known.when(status(), officer);
    expect(practisingCount(state)).toBe(0);
    expect(practisingEntries(state)).toEqual([{ person: 'p-1', institution: 'fi-1', status: 'cancelled' }]);
  });
  it('R20 revises particulars with a reason, and refuses a revision that changes nothing', () => {
    const revise = (changes: object, reason = '年度更新'): PractitionersCommand => ({
      type: 'RevisePractitioner',
      data: { person: 'p-1', changes, reason, occurredOn: day('2024-05-06') },
    });
    const { state } = known.when(revise({ complaints: 2, penalties: 0 }), officer);
    expect(practitionerOf(state, 'p-1')?.particulars).toMatchObject({ complaints: 2, penalties: 0 });
    known.when(revise({ complaints: 0 }), officer).refused('PRACTITIONERS_UNCHANGED');
    known.when(revise({ complaints: 3 }, ''), officer).refused('PRACTITIONERS_REASON_MISSING');
  });
});
