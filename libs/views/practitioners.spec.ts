import { day } from '@srd/kernel';
import { practitioners, type PractitionersCommand } from '@srd/domain/practitioners';
import { practitionerRows } from './practitioners';
import { recordedIn, rowsAfter, type Step } from './row.fixture';

const register: Step<PractitionersCommand> = [
  {
    type: 'RegisterPractitioner',
    data: {
      person: 'p-1',
      organ: 'kazuo',
      sector: 'forensic-institution',
      institution: 'fi-1',
      institutionKnown: true,
      particulars: { licensedOn: day('2010-03-01') },
      occurredOn: day('2024-01-02'),
    },
  },
];
const move = (from: string | null, to: string): Step<PractitionersCommand> => [
  {
    type: 'MovePractitioner',
    data: {
      person: 'p-1',
      from,
      to,
      institutionKnown: true,
      reason: '变更执业机构',
      occurredOn: day('2024-03-01'),
    },
  },
];
const found = (...steps: readonly Step<PractitionersCommand>[]) =>
  rowsAfter(practitionerRows, recordedIn(practitioners, 'practitioners-kazuo-forensic-institution', steps))[0];

describe('the rosters of practitioners', () => {
  it('R19 shows somebody by id, in the sector and the institution in which they practise', () => {
    expect(found(register)).toEqual({
      key: 'practitioners-kazuo-forensic-institution/p-1',
      organ: 'kazuo',
      row: {
        person: 'p-1',
        organ: 'kazuo',
        sector: 'forensic-institution',
        institutions: ['fi-1'],
        status: 'active',
        statusSince: '2024-01-02',
        licensedOn: '2010-03-01',
        complaints: 0,
        penalties: 0,
        fictional: false,
        revision: 0,
      },
      columns: { sector: 'forensic-institution', status: 'active', person: 'p-1' },
    });
  });
  it('R19 follows who moves, and who practises in two institutions', () => {
    expect(found(register, move('fi-1', 'fi-2'))?.row.institutions).toEqual(['fi-2']);
    expect(found(register, move(null, 'fi-2'))?.row.institutions).toEqual(['fi-1', 'fi-2']);
  });
  it('R19 follows particulars and status', () => {
    const data = { person: 'p-1', reason: '年度更新', occurredOn: day('2024-05-06') };
    const revise: Step<PractitionersCommand> = [
      { type: 'RevisePractitioner', data: { ...data, changes: { complaints: 2 } } },
    ];
    const cancel: Step<PractitionersCommand> = [
      { type: 'ChangePractitionerStatus', data: { ...data, status: 'cancelled' } },
    ];
    expect(found(register, revise, cancel)).toMatchObject({
      row: { complaints: 2, penalties: 0, licensedOn: '2010-03-01', statusSince: '2024-05-06', revision: 2 },
      columns: { status: 'cancelled' },
    });
  });
});
