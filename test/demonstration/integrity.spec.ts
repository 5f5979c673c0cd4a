import { mayCommand, rolesAt } from '@srd/domain/account';
import { accounts } from '../../apps/cli/src/demo';
import { open, place, start, type Built } from './built';

/** What those may do who have no account: nothing but this. */
const withoutAccount: readonly (readonly [actor: RegExp, commands: readonly string[]])[] = [
  [/^system:set-up$/, ['FoundOrgan', 'EnterCalendarYear', 'OpenAccount', 'ProposeRole', 'ConfirmRole']],
  [/^system:plan$/, ['OpenCase', 'VoidCase']],
  [/^system:draw$/, ['TakeDrawnObject', 'TakeDrawnTeam', 'ReplaceInspector']],
  [/^system:merger$/, ['VoidCase']],
  [/^system:unreachable$/, ['ProposeListing']],
  [/^system:penalty$/, ['WithdrawListing']],
  [/^system:exit$/, ['ChangeInstitutionStatus', 'ProposeRemoval']],
  [/^system:material:[a-z-]+$/, ['TakeMaterial']],
  [/^system:disclosure$/, ['DiscloseDraw']],
  [
    /^system:standing$/,
    ['NoteListingProposal', 'NoteListingConfirmed', 'NoteListingDeclined', 'NoteListingWithdrawn', 'NoteListingEnded'],
  ],
  [/^system:integrity$/, ['EnterIntegrity']],
  [
    /^system:daily$/,
    ['PassCaseDeadline', 'CloseHearing', 'MarkOverdue', 'LapseDuty', 'ExpireListing', 'FailCreditData'],
  ],
  [/^system:self-check$/, ['RecordSelfCheck']],
  [/^witness:[A-Za-z0-9.:-]+:\d+$/, ['EnterSeal', 'OpenSeal']],
];

describe('the demonstration’s record', () => {
  let built: Built;

  beforeAll(async () => {
    const where = place();
    await start(where);
    built = await open(where);
  });
  afterAll(() => built.close());

  it('R104 has every event given by an account that held a role for its command at that moment', async () => {
    const known = new Map<string, Awaited<ReturnType<Built['account']>>>();
    for (const { actor, at, meta, stream } of built.events) {
      const command = String(meta['command']);
      const place = `${stream} ${command} by ${actor}`;
      const free = withoutAccount.find(([pattern]) => pattern.test(actor));
      if (free) {
        expect([place, free[1].includes(command)]).toEqual([place, true]);
        continue;
      }
      if (!known.has(actor)) known.set(actor, await built.account(actor));
      const held = rolesAt(known.get(actor) ?? null, at).map(({ role }) => role);
      const allowed = mayCommand[command] ?? [];
      expect([place, held.some((role) => allowed.includes(role))]).toEqual([place, true]);
      expect([place, held]).toEqual([place, expect.arrayContaining([meta['role']])]);
    }
  });

  it('R104 sets up by itself no more than organs, the calendar and the first account-admins', () => {
    const bySystem = built.events.filter(({ actor }) => actor === 'system:set-up');
    const streams = new Set(bySystem.map(({ stream }) => stream));
    expect([...streams].sort()).toEqual([
      ...['chaozhou', 'fagaiju', 'kazuo', 'raoping'].flatMap((organ) =>
        [1, 2].map((number) => `account-${organ}-admin-${number}`),
      ),
      'calendar',
      ...['chaozhou', 'fagaiju', 'kazuo', 'raoping'].map((organ) => `organ-${organ}`),
    ]);
    const others = built.of<{ flagged: string | null; proposedBy: string }>('RoleGranted');
    for (const { actor, data } of others.filter(({ actor: by }) => !by.startsWith('system:'))) {
      expect(data.flagged).toBeNull();
      expect(data.proposedBy).not.toBe(actor);
    }
  });

  it('R101 records in order of date: `at` never decreases', () => {
    let last = '';
    for (const { at } of built.events) {
      expect(at >= last).toBe(true);
      last = at;
    }
    expect(built.stores.clock.now()).toBe('2024-08-20T01:00:00.000Z');
  });

  it('R101 replays: every stream folds to its end', async () => {
    for (const stream of built.streams) await expect(built.replay(stream)).resolves.toBeDefined();
  });

  it('C24 has no person’s name or certificate number in any event', async () => {
    const ids = await built.stores.persons.search('', 1_000);
    const people = [...(await built.stores.persons.get(ids)).values()];
    expect(people.length).toBeGreaterThanOrEqual(accounts.length + 85);
    const canaries = people.flatMap(({ name, certificate }) => [name, ...(certificate ? [certificate] : [])]);
    const text = JSON.stringify(built.events);
    expect(canaries.filter((canary) => text.includes(canary))).toEqual([]);
  });

  it('lets every account sign in with the documented password, as the demonstration’s', async () => {
    const some = accounts.filter(({ login }) => login.startsWith('kazuo-'));
    for (const { login } of some) {
      const credential = await built.stores.credentials.check(login, 'srd-demo-2024');
      expect(credential).toMatchObject({ account: login, demonstration: true });
    }
  });
});
