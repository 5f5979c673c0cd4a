import { mayCommand, roles, type Role } from '@srd/domain/account';
import type { Problem } from '../journeys/client';
import { lawyers } from '../journeys/inspection';
import { PASSWORD } from '../journeys/people';
import { PLAN, task } from '../journeys/preparation';
import type { House } from '../journeys/server';
import {
  CIRCULAR,
  draftCircular,
  CASE,
  counties,
  countEvents,
  holders,
  openFullHouse,
  proposeListing,
  SERIES,
} from './full-house';
import { filled, Interface, PUBLIC, PUBLIC_PAGES, routesOfRouter, type CommandRoute } from './routes';

describe('who may do what, over HTTP', () => {
  let house: House;
  let description: Interface;
  let standing: string;

  /** Subjects that exist and belong to the city's 律师工作管理科, so that nothing but the role can be missing. */
  const subjects = (): Readonly<Record<string, string>> => ({
    organs: 'chaozhou',
    calendar: 'calendar',
    catalogues: 'chaozhou',
    rosters: 'chaozhou.law-firm',
    practitioners: 'chaozhou.law-firm',
    inspectors: 'chaozhou',
    plans: PLAN,
    selections: SERIES,
    cases: CASE,
    standings: standing,
    'integrity-files': standing.replace('.abnormal', ''),
    circulars: CIRCULAR,
    reports: PLAN,
    accounts: 'chaozhou-inspector-7',
  });
  const fixed = {
    organ: 'chaozhou',
    section: 'lawyer-administration',
    plan: PLAN,
    task: SERIES,
    conflict: `${SERIES}:RATIO_MISMATCH`,
    case: CASE,
  };
  /** A command as it would be given, with a revision that nobody can have seen: it never gets as far as being recorded. */
  const attempt = (login: string, route: CommandRoute) => {
    // A plan’s conflict goes by an id; a member’s statement says with yes or no whether there is one.
    const { conflict: _, ...others } = fixed;
    const known = route.aggregate === 'plans' ? fixed : others;
    const form = description.sample(route.form, { ...known, draw: null, transcriptHash: null });
    const body = route.command === 'EnterCalendarYear' ? { ...(form as object), year: '2027' } : form;
    const path = filled(route.path, subjects()[route.aggregate]);
    return house.as(login).send<Problem>('POST', path, body, { 'if-match': '"999999"' });
  };

  beforeAll(async () => {
    house = await openFullHouse();
    standing = await proposeListing(house);
    await draftCircular(house);
    description = await Interface.of(house.anybody);
  });
  afterAll(() => house.close());

  it('answers nobody without login but on the routes that are public', async () => {
    const routes = [...description.routes, ...routesOfRouter(house.server)];
    expect(routes.length).toBeGreaterThan(250);
    const open = new Set<string>();
    for (const { method, path } of routes) {
      const { status } = await house.anybody.send(method, filled(path), method === 'POST' ? {} : undefined);
      if (status !== 401) open.add(`${method} ${path}`);
    }
    expect([...open].filter((route) => !PUBLIC.includes(route))).toEqual([]);
  });

  it('describes each route that the router has, and no other', () => {
    const named = (all: readonly { method: string; path: string }[]) =>
      new Set(all.map((one) => `${one.method} ${one.path}`));
    const described = named(description.routes);
    const routed = named(routesOfRouter(house.server));
    const desk = ['/', '/sign-in', '/desk', '/desk/*', '/witness/{draw}', '/verifier.html', '/verifier.html.sha256'];
    const pages = [...desk, ...PUBLIC_PAGES];
    const undescribed = [...routed].filter((route) => !described.has(route));
    expect(new Set(undescribed)).toEqual(new Set([...pages, '/metrics'].map((path) => `GET ${path}`)));
    expect([...described].filter((route) => !routed.has(route))).toEqual([]);
  });

  it('trap 13 lets each role give its own commands and no others', async () => {
    const commands = description.commands;
    const wrong: string[] = [];
    const before = await countEvents(house);
    for (const route of commands) {
      for (const role of roles) {
        const may = mayCommand[route.command]?.includes(role) ?? false;
        const { status, body } = await attempt(holders[role], route);
        const expected = may ? '412 STALE' : '403 ROLE_MISSING';
        if (`${status} ${body.code}` !== expected) {
          wrong.push(`${route.command} by ${role}: ${status} ${body.code} ${body.detail}, not ${expected}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(commands.length).toBeGreaterThan(90);
    expect(await countEvents(house)).toBe(before);
  });

  it('has a route for each command that some role may give, seals apart, which come by their own links', () => {
    const routed = description.commands.map(({ command }) => command);
    const people = Object.entries(mayCommand).filter(([, who]) => who.length > 0);
    expect(people.map(([command]) => command).filter((command) => !routed.includes(command))).toEqual([]);
  });

  it('refuses another section of the same organ (R1, R2)', async () => {
    const data = { plan: PLAN, contributors: [{ role: '行业协会代表' }] };
    expect(await house.as('chaozhou-service-officer').refused('selections', task(3), 'FreezeObjectDraw', data)).toBe(
      '403 OTHER_SECTION',
    );
  });

  it('refuses wrong names and wrong passwords with the same words', async () => {
    const nobody = await house.signIn('nobody-at-all', PASSWORD);
    const wrong = await house.signIn(lawyers.officer, 'not-the-password');
    expect(nobody.status).toBe(401);
    expect(wrong.status).toBe(401);
    expect(nobody.body).toEqual(wrong.body);
  });

  it('limits attempts to sign in from one address', async () => {
    const attempts = Array.from({ length: 35 }, () =>
      house.anybody.send(
        'POST',
        '/api/v1/session',
        { account: 'x', password: 'y' },
        { 'x-forwarded-for': '192.0.2.7' },
      ),
    );
    const statuses = (await Promise.all(attempts)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
    expect(statuses.every((status) => status === 401 || status === 429)).toBe(true);
  });

  it('R104 ends a role with its revocation: the next request is refused', async () => {
    const login = 'chaozhou-inspector-6';
    const client = house.as(login);
    expect((await client.get('/api/v1/cases')).status).toBe(200);
    const admin = house.as('chaozhou-admin-1');
    const accounts = await admin.list<{ account: string; revision: number }>('/api/v1/accounts');
    const revision = accounts.find(({ account }) => account === login)?.revision ?? -1;
    const revoked = await admin.ask(
      'accounts',
      login,
      'RevokeRole',
      { role: 'inspector', reason: '调离执法岗位' },
      { 'if-match': `"${revision}"` },
    );
    expect(revoked.status).toBe(200);
    // It was the only role: the account has nothing left to come in with.
    expect((await client.get('/api/v1/cases')).status).toBe(401);
    expect((await house.signIn(login, PASSWORD)).status).toBe(401);
  });

  it('keeps a session whose account lost one role of two, without that role', async () => {
    const login = 'fagaiju-inspector-1';
    const admin = house.as('fagaiju-admin-1');
    const accounts = await admin.list<{ account: string; revision: number }>('/api/v1/accounts');
    const revision = accounts.find(({ account }) => account === login)?.revision ?? -1;
    const interest = {
      person: `p-${login}`,
      interest: 'i-1',
      institution: 'lf-01',
      relation: 'kin',
      weight: 'hard',
      source: 'self',
    };
    expect((await house.as(login).get('/api/v1/cases')).status).toBe(200);
    const revocation = { role: 'partner-officer', reason: '改派他人' };
    await admin.ask('accounts', login, 'RevokeRole', revocation, { 'if-match': `"${revision}"` });
    const absence = { person: `p-${login}`, from: '2023-08-01', to: '2023-08-02' };
    expect(await house.as(login).refused('inspectors', 'fagaiju', 'RecordAbsence', absence)).toBe('403 ROLE_MISSING');
    const declared = await house
      .as(login)
      .ask('inspectors', 'fagaiju', 'DeclareInterest', { ...interest, from: '2020-01-01' });
    expect(declared.status).toBe(201);
  });

  it('ends a disabled account’s session, and lets it in again when it is enabled', async () => {
    const login = 'chaozhou-inspector-5';
    expect((await house.as(login).get('/api/v1/session')).status).toBe(200);
    const admin = house.as('chaozhou-admin-2');
    const revision = async () => {
      const accounts = await admin.list<{ account: string; revision: number }>('/api/v1/accounts');
      return `"${accounts.find(({ account }) => account === login)?.revision ?? -1}"`;
    };
    const reason = { reason: '长期病假' };
    await admin.ask('accounts', login, 'DisableAccount', reason, { 'if-match': await revision() });
    expect((await house.as(login).get('/api/v1/session')).status).toBe(401);
    expect((await house.signIn(login, PASSWORD)).status).toBe(401);
    await admin.ask('accounts', login, 'EnableAccount', { reason: '返岗' }, { 'if-match': await revision() });
    expect((await house.signIn(login, PASSWORD)).status).toBe(201);
  });

  it('ends a session with its sign-out, and no other of the same account', async () => {
    const [one, other] = [
      await house.signIn('chaozhou-auditor', PASSWORD),
      await house.signIn('chaozhou-auditor', PASSWORD),
    ];
    const bearing = (token: string) => ({ authorization: `Bearer ${token}` });
    const status = async (method: string, token: string) =>
      (await house.anybody.send(method, '/api/v1/session', undefined, bearing(token))).status;
    expect(await status('DELETE', one.body.token)).toBe(204);
    expect(await status('GET', one.body.token)).toBe(401);
    expect(await status('GET', other.body.token)).toBe(200);
  });

  it('takes no part of a token, and no made-up one', async () => {
    const { body } = await house.signIn('chaozhou-auditor', PASSWORD);
    for (const token of [
      body.token.slice(1),
      `${body.token}A`,
      body.token.toLowerCase(),
      'A'.repeat(43),
      "' OR 1=1 --",
    ]) {
      const { status } = await house.anybody.send('GET', '/api/v1/session', undefined, {
        authorization: `Bearer ${token}`,
      });
      expect(status).toBe(401);
    }
  });

  describe('R5 R7 R100 the city sees its counties, a county no other', () => {
    const [own, sibling] = counties;
    const county = `${own}-2023`;

    beforeAll(async () => {
      await house.as(`${own}-officer`).give('plans', county, 'DraftPlan', {
        title: '县局计划',
        documents: [],
        source: { kind: 'own', note: '测试' },
      });
    });

    it('shows a plan to its county and to the city', async () => {
      expect((await house.as(`${own}-officer`).get(`/api/v1/plans/${county}`)).status).toBe(200);
      expect((await house.as('chaozhou-leader').get(`/api/v1/plans/${county}`)).status).toBe(200);
    });

    it('hides it from the other county as if there were none', async () => {
      const there = await house.as(`${sibling}-officer`).get<Problem>(`/api/v1/plans/${county}`);
      const nowhere = await house.as(`${sibling}-officer`).get<Problem>('/api/v1/plans/nowhere-2023');
      expect([there.status, nowhere.status]).toEqual([404, 404]);
      const plans = await house.as(`${sibling}-officer`).list<{ plan: string }>('/api/v1/plans');
      expect(plans).toEqual([]);
      expect(await house.as(`${sibling}-officer`).list(`/api/v1/plans?organ=${own}`)).toEqual([]);
    });

    it('shows the city’s cases, rosters and accounts to no county', async () => {
      expect((await house.as(`${own}-officer`).get(`/api/v1/cases/${CASE}`)).status).toBe(404);
      expect((await house.as(`${own}-officer`).get(`/api/v1/cases/${CASE}/events`)).status).toBe(404);
      expect(await house.as(`${own}-officer`).list('/api/v1/cases?organ=chaozhou')).toEqual([]);
      expect(await house.as(`${own}-officer`).list('/api/v1/institutions')).toEqual([]);
      const accounts = await house.as(`${own}-admin-1`).list<{ organ: string }>('/api/v1/accounts');
      expect(new Set(accounts.map(({ organ }) => organ))).toEqual(new Set([own]));
      const seen = await house.as('chaozhou-admin-1').list<{ organ: string }>('/api/v1/accounts');
      expect(new Set(seen.map(({ organ }) => organ))).toEqual(new Set(['chaozhou', ...counties]));
    });

    it('lets the city look and not act', async () => {
      const draft = { title: '市局改写', documents: [], source: { kind: 'own', note: '测试' } };
      expect(await house.as(lawyers.officer).refused('plans', `${own}-2024`, 'DraftPlan', draft)).toBe(
        '403 OTHER_ORGAN',
      );
      expect(
        await house.as('chaozhou-leader').refused('organs', own, 'RenameOrgan', {
          name: '新名',
          reason: '测试',
          occurredOn: '2023-07-01',
        }),
      ).toBe('403 OTHER_ORGAN');
    });

    it('gives no office over another organ’s roster, inspectors or accounts', async () => {
      const outsider = house.as(`${own}-officer`);
      const absence = { person: 'p-chaozhou-inspector-1', from: '2023-08-01', to: '2023-08-02' };
      expect(await outsider.refused('inspectors', 'chaozhou', 'RecordAbsence', absence)).toBe('403 OTHER_ORGAN');
      const removal = { institution: 'lf-01', reason: '测试' };
      expect(await outsider.refused('rosters', 'chaozhou.law-firm', 'ProposeRemoval', removal)).toBe('403 OTHER_ORGAN');
      const opened = { organ: 'chaozhou', person: 'p-new', section: null };
      expect(await house.as(`${own}-admin-1`).refused('accounts', 'new-account', 'OpenAccount', opened)).toBe(
        '403 OTHER_ORGAN',
      );
    });
  });

  it('R104 needs a second administrator for a role, whoever asks', async () => {
    const grant = { role: 'leader' satisfies Role, section: null };
    const admin = house.as('chaozhou-admin-1');
    await admin.give('accounts', 'newcomer', 'OpenAccount', { organ: 'chaozhou', person: 'p-newcomer' });
    await admin.give('accounts', 'newcomer', 'ProposeRole', grant);
    expect(await admin.refused('accounts', 'newcomer', 'ConfirmRole', grant)).toMatch(/^403/);
    const mine = { role: 'leader', section: null };
    expect(await admin.refused('accounts', 'chaozhou-admin-1', 'ProposeRole', mine)).not.toContain('went through');
  });
});
