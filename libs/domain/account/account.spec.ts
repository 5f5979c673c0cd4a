import { context, given, instant } from '@srd/kernel';
import { account, excludes, roles, rolesAt, type AccountCommand, type AccountEvent, type Role } from './index';

const opened: AccountEvent = {
  type: 'AccountOpened',
  data: { account: 'wang', organ: 'chaozhou', person: 'p-1', section: null },
};
const proposed = (role: Role, section: string | null = null): AccountEvent & { actor: string } => ({
  type: 'RoleProposed',
  data: { role, section },
  actor: 'admin-1',
});
const granted = (role: Role, section: string | null = null): (AccountEvent & { actor: string })[] => [
  proposed(role, section),
  { type: 'RoleGranted', data: { role, section, proposedBy: 'admin-1', flagged: null }, actor: 'admin-2' },
];
const propose = (role: Role, section?: string): AccountCommand => ({
  type: 'ProposeRole',
  data: { role, section: section ?? null },
});
const confirm = (role: Role, singleAccountAdmin = false): AccountCommand => ({
  type: 'ConfirmRole',
  data: { role, singleAccountAdmin },
});
const [admin1, admin2, self] = [context('admin-1'), context('admin-2'), context('wang')];

describe('granting a role', () => {
  it('R62 R104 records a role proposed by one and confirmed by another', () => {
    const outcome = given(account, [opened, proposed('leader')]).when(confirm('leader'), admin2);
    expect(outcome.recorded).toEqual([
      { type: 'RoleGranted', data: { role: 'leader', section: null, proposedBy: 'admin-1', flagged: null } },
    ]);
    expect(rolesAt(outcome.state, admin2.at)).toEqual([{ role: 'leader', section: null }]);
  });
  it('R104 refuses the proposer as the second, unless the organ has a single one, which is flagged', () => {
    const { when } = given(account, [opened, proposed('leader')]);
    when(confirm('leader'), admin1).refused('SAME_ACCOUNT_ADMIN');
    expect(when(confirm('leader', true), admin1).recorded[0]?.data).toMatchObject({ flagged: 'single-account-admin' });
    expect(when(confirm('leader', true), admin2).recorded[0]?.data).toMatchObject({ flagged: null });
  });
  it('R104 flags the first roles, which the installation gives', () => {
    const setUp = context('system:set-up');
    const first = { ...proposed('account-admin'), actor: 'system:set-up' };
    expect(given(account, [opened, first]).when(confirm('account-admin'), setUp).recorded[0]?.data).toMatchObject({
      flagged: 'set-up',
    });
  });
  it('R104 refuses a grant to oneself, proposed or confirmed', () => {
    given(account, [opened]).when(propose('leader'), self).refused('SELF_GRANT');
    given(account, [opened, proposed('leader')])
      .when(confirm('leader', true), self)
      .refused('SELF_GRANT');
  });
  it('R104 refuses what was not proposed, is held already, or lacks its section', () => {
    given(account, [opened]).when(confirm('leader'), admin2).refused('ROLE_NOT_PROPOSED');
    given(account, [opened, ...granted('leader')])
      .when(propose('leader'), admin1)
      .refused('ROLE_HELD');
    given(account, [opened]).when(propose('section-officer'), admin1).refused('ROLE_SECTION_INVALID');
    given(account, [opened]).when(propose('leader', 'lawyers'), admin1).refused('ROLE_SECTION_INVALID');
    given(account, []).when(propose('leader'), admin1).refused('ACCOUNT_UNKNOWN');
    given(account, [opened])
      .when(propose('king' as Role), admin1)
      .refused('ACCOUNT_INVALID');
  });
  it('R104 leaves the account without the role while it is proposed, or declined with a reason', () => {
    const { state, when } = given(account, [opened, proposed('leader')]);
    expect(rolesAt(state, admin1.at)).toEqual([]);
    when({ type: 'DeclineRole', data: { role: 'leader', reason: '' } }, admin2).refused('ACCOUNT_REASON_MISSING');
    expect(when({ type: 'DeclineRole', data: { role: 'leader', reason: '无任命' } }, admin2).state?.proposals).toEqual(
      [],
    );
  });
});

describe('roles that exclude each other', () => {
  it('R104 refuses audit or administration beside any other role, in either order', () => {
    for (const apart of ['auditor', 'account-admin'] as const) {
      for (const other of roles.filter((role) => role !== apart && !role.startsWith('section-'))) {
        given(account, [opened, ...granted(apart)])
          .when(propose(other), admin1)
          .refused('ROLES_EXCLUDE');
        given(account, [opened, ...granted(other)])
          .when(propose(apart), admin1)
          .refused('ROLES_EXCLUDE');
      }
    }
  });
  it('R104 counts a role that is only proposed', () => {
    given(account, [opened, proposed('auditor')])
      .when(propose('leader'), admin1)
      .refused('ROLES_EXCLUDE');
  });
  it('R104 leaves business roles together, and sections apart', () => {
    expect(excludes('leader', 'section-head')).toBe(false);
    const facts = [opened, ...granted('section-officer', 'lawyers')];
    expect(given(account, facts).when(propose('section-officer', 'notaries'), admin1).recorded).toHaveLength(1);
  });
});

describe('roles in time', () => {
  const at = (time: string) => ({ at: instant(`2024-06-0${time}T01:00:00.000Z`) });
  const timed: (AccountEvent & Partial<ReturnType<typeof at>>)[] = [
    { ...opened, ...at('1') },
    ...granted('leader').map((fact) => ({ ...fact, ...at('2') })),
    { type: 'AccountDisabled', data: { reason: '休假' }, ...at('4') },
    { type: 'AccountEnabled', data: { reason: '返岗' }, ...at('5') },
    { type: 'RoleRevoked', data: { role: 'leader', section: null, reason: '免职' }, ...at('7') },
  ];
  it('R62 tells who had which role when', () => {
    const { state } = given(account, timed);
    const held = ['1', '2', '4', '5', '7'].map((time) => rolesAt(state, at(time).at).length);
    expect(held).toEqual([0, 1, 0, 1, 0]);
  });
  it('R104 refuses a role for a disabled account, and oneself to enable it', () => {
    const disabled = timed.slice(0, 4);
    given(account, disabled).when(propose('inspector'), admin1).refused('ACCOUNT_DISABLED');
    given(account, disabled)
      .when({ type: 'EnableAccount', data: { reason: '返岗' } }, self)
      .refused('SELF_GRANT');
    given(account, disabled)
      .when({ type: 'DisableAccount', data: { reason: '休假' } })
      .refused('ACCOUNT_DISABLED');
    given(account, [opened])
      .when({ type: 'EnableAccount', data: { reason: '返岗' } })
      .refused('ACCOUNT_NOT_DISABLED');
  });
  it('R104 revokes at once with a reason, and leaves what is not held', () => {
    const revoke: AccountCommand = { type: 'RevokeRole', data: { role: 'leader', reason: '免职' } };
    const { when } = given(account, timed.slice(0, 3));
    expect(rolesAt(when(revoke, admin1).state, admin1.at)).toEqual([]);
    when({ type: 'RevokeRole', data: { role: 'leader', reason: ' ' } }).refused('ACCOUNT_REASON_MISSING');
    given(account, timed).when(revoke).refused('ROLE_NOT_HELD');
  });
  it('refuses a record out of turn', () => {
    expect(() => given(account, [opened, opened])).toThrow('OUT_OF_TURN');
    expect(() => given(account, [opened, granted('leader')[1]!])).toThrow('OUT_OF_TURN');
    given(account, [opened])
      .when({ type: 'OpenAccount', data: { account: 'wang', organ: 'chaozhou', person: 'p-1' } })
      .refused('ACCOUNT_OPENED');
    given(account, [])
      .when({ type: 'OpenAccount', data: { account: 'wang', organ: 'chaozhou', person: '王五' } })
      .refused('ACCOUNT_INVALID');
  });
});
