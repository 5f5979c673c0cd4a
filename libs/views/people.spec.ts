import { context, day } from '@srd/kernel';
import { account, type AccountCommand } from '@srd/domain/account';
import { inspectors, type InspectorsCommand } from '@srd/domain/inspectors';
import { accounts, inspectorRows } from './people';
import { recordedIn, rowsAfter, type Step } from './row.fixture';

const certificate = { kind: 'ministry', validFrom: day('2022-01-01'), validUntil: day('2024-09-03') } as const;
const enrol: Step<InspectorsCommand> = [
  {
    type: 'EnrolInspector',
    data: { person: 'p-1', organ: 'kazuo', section: 'legal-services', fields: ['law-firm'], certificate },
  },
];
const absence = { person: 'p-1', from: day('2024-06-10'), to: day('2024-06-14') };
const later = { person: 'p-1', from: day('2024-07-10'), to: day('2024-07-14') };
const found = (...steps: readonly Step<InspectorsCommand>[]) =>
  rowsAfter(inspectorRows, recordedIn(inspectors, 'inspectors-kazuo', steps));

describe('the rosters of inspectors', () => {
  it('R21 R22 shows an inspector by id, with section, fields and how long the certificate holds', () => {
    const [one] = found(enrol);
    expect(one).toEqual({
      key: 'inspectors-kazuo/p-1',
      organ: 'kazuo',
      row: {
        person: 'p-1',
        organ: 'kazuo',
        section: 'legal-services',
        fields: ['law-firm'],
        certificateValidUntil: '2024-09-03',
        absences: [],
        withdrawnOn: null,
        revision: 0,
      },
      columns: { section: 'legal-services', withdrawn: 0 },
    });
  });
  it('R22 follows a renewal', () => {
    const renewed = { ...certificate, validUntil: day('2028-09-03') };
    const renew: Step<InspectorsCommand> = [
      { type: 'RenewCertificate', data: { person: 'p-1', certificate: renewed } },
    ];
    expect(found(enrol, renew)[0]?.row).toMatchObject({ certificateValidUntil: '2028-09-03', fields: ['law-firm'] });
  });
  it('R21 R22 keeps the absences that were not taken back, also through a second enrolment', () => {
    const away: readonly Step<InspectorsCommand>[] = [
      [{ type: 'RecordAbsence', data: absence }],
      [{ type: 'RecordAbsence', data: later }],
    ];
    const back: Step<InspectorsCommand> = [{ type: 'WithdrawAbsence', data: absence }];
    const withdraw: Step<InspectorsCommand> = [
      { type: 'WithdrawInspector', data: { person: 'p-1', reason: '调离', occurredOn: day('2024-06-01') } },
    ];
    const { from, to } = later;
    expect(found(enrol, ...away, back)[0]?.row.absences).toEqual([{ from, to }]);
    expect(found(enrol, ...away, back, withdraw)[0]).toMatchObject({
      row: { withdrawnOn: '2024-06-01' },
      columns: { withdrawn: 1 },
    });
    expect(found(enrol, ...away, back, withdraw, enrol)[0]).toMatchObject({
      row: { withdrawnOn: null, absences: [{ from, to }] },
      columns: { withdrawn: 0 },
    });
  });
  it('R21 follows section and fields', () => {
    const reassign: Step<InspectorsCommand> = [
      {
        type: 'ReassignInspector',
        data: { person: 'p-1', section: null, fields: ['notary-office'], reason: '分工调整' },
      },
    ];
    expect(found(enrol, reassign)[0]).toMatchObject({ row: { fields: ['notary-office'] }, columns: { section: null } });
  });
});

describe('the accounts', () => {
  const role = { role: 'section-officer', section: 'legal-services' } as const;
  const admin = (name: string) => context(name);
  const open: Step<AccountCommand> = [
    { type: 'OpenAccount', data: { account: 'a-1', organ: 'kazuo', person: 'p-1' } } as AccountCommand,
    admin('admin-1'),
  ];
  const step = (type: string, data: object, by = 'admin-1'): Step<AccountCommand> => [
    { type, data } as unknown as AccountCommand,
    admin(by),
  ];
  const shown = (...steps: readonly Step<AccountCommand>[]) =>
    rowsAfter(accounts, recordedIn(account, 'account-a-1', [open, ...steps]))[0]?.row;

  it('R104 shows a role as proposed until a second administrator grants it', () => {
    expect(shown(step('ProposeRole', role))).toMatchObject({ roles: [], proposed: [role] });
    expect(shown(step('ProposeRole', role), step('ConfirmRole', role, 'admin-2'))).toMatchObject({
      roles: [role],
      proposed: [],
    });
  });
});
