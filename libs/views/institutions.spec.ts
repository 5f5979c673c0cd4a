import { context, day } from '@srd/kernel';
import { roster, type RosterCommand } from '@srd/domain/roster';
import { institutions } from './institutions';
import { recordedIn, rowsAfter, type Step } from './row.fixture';

const register = (institution: string, more: object = {}): Step<RosterCommand> => [
  {
    type: 'RegisterInstitution',
    data: {
      institution,
      organ: 'chaozhou',
      sector: 'law-firm',
      particulars: {
        name: '虚构甲律师事务所',
        uscc: '31445100MD00000165',
        registrationNumber: '24405200010000001',
        licensingAuthority: '广东省司法厅',
        registeredPremises: '潮州市虚构路1号',
        divisionCode: '445102',
        practising: 9,
        dataSource: '虚构数据',
        fictional: true,
        ...more,
      },
      occurredOn: day('2024-06-01'),
    },
  },
];
const about = { institution: 'firm-1', reason: '工作需要', occurredOn: day('2024-06-02') };
const found = (...steps: readonly Step<RosterCommand>[]) =>
  rowsAfter(institutions, recordedIn(roster, 'roster-chaozhou-law-firm', steps));

describe('the object rosters', () => {
  it('R15 R18 R20 shows an institution under its organ and its sector', () => {
    expect(found(register('firm-1'))).toMatchObject([
      {
        key: 'roster-chaozhou-law-firm/firm-1',
        organ: 'chaozhou',
        row: {
          institution: 'firm-1',
          registrationNumber: '24405200010000001',
          practising: 9,
          statusSince: '2024-06-01',
          usccFault: false,
          fictional: true,
        },
        columns: {
          sector: 'law-firm',
          status: 'active',
          name: '虚构甲律师事务所',
          uscc: '31445100MD00000165',
          removed: 0,
        },
      },
    ]);
  });
  it('R15 R18 R20 follows what changes: particulars, status, and the removal once a second person confirms it', () => {
    const revise: Step<RosterCommand> = [
      {
        type: 'ReviseInstitution',
        data: { ...about, changes: { practising: 12, registeredPremises: '潮州市虚构路2号' } },
      },
    ];
    const suspend: Step<RosterCommand> = [{ type: 'ChangeInstitutionStatus', data: { ...about, status: 'suspended' } }];
    const propose: Step<RosterCommand> = [
      { type: 'ProposeRemoval', data: { institution: 'firm-1', reason: '重复录入' } },
    ];
    const confirm: Step<RosterCommand> = [
      { type: 'ConfirmRemoval', data: { institution: 'firm-1' } },
      context('officer-2'),
    ];
    const steps = [register('firm-1'), revise, suspend, propose];
    expect(found(...steps)[0]).toMatchObject({
      row: {
        practising: 12,
        registeredPremises: '潮州市虚构路2号',
        name: '虚构甲律师事务所',
        statusSince: '2024-06-02',
      },
      columns: { status: 'suspended', removed: 0 },
    });
    expect(found(...steps, confirm)[0]).toMatchObject({ row: { revision: 4 }, columns: { removed: 1 } });
  });
  it('R15 R20 marks a code that does not check, until it is put right', () => {
    const faulty = register('firm-1', { uscc: '31445100MD00000166' });
    const mend: Step<RosterCommand> = [
      { type: 'ReviseInstitution', data: { ...about, changes: { uscc: '31445100MD00000165' } } },
    ];
    expect([found(faulty), found(faulty, mend)].map(([one]) => one?.row.usccFault)).toEqual([true, false]);
  });
});
