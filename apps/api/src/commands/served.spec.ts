import { randomBytes } from 'node:crypto';
import { mayCommand } from '@srd/domain/account';
import { chaozhou2023Table } from '@srd/domain/plan';
import { completeUscc } from '@srd/domain/roster';
import { sealOf } from '@srd/proof/draw';
import { nodeHash } from '@srd/adapters/stores';
import { documentOf } from '../server';
import { commandRoutes } from './index';
import { routeOf } from '../edge/command-controller';
import { PASSWORD, Served, type Answer } from './served.fixture';

const section = 'lawyer-administration';
const reason = '依据局长办公会议决定';
const today = '2023-01-03';
const task = 'chaozhou-2023-1';
let served: Served;

/** Gives a command with the revision that the answer before told. */
async function give(as: string, path: string, body: unknown = {}, seen?: Answer): Promise<Answer> {
  const answer = await served.post(as, path, body, seen?.etag === undefined ? {} : { 'if-match': seen.etag });
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  await served.settled();
  return answer;
}

beforeAll(async () => {
  served = await Served.start();
  await served.found('chaozhou');
  await served.found('kazuo');
  await served.open('admin', 'chaozhou', 'account-admin');
  await served.open('officer', 'chaozhou', 'section-officer', section);
  await served.open('head', 'chaozhou', 'section-head', section);
  await served.open('supervisor', 'chaozhou', 'supervision-officer');
  await served.open('leader', 'chaozhou', 'leader');
  await served.open('stranger', 'kazuo', 'leader');
  await served.open('neighbour', 'kazuo', 'section-officer', section);
  await served.open('inspector', 'chaozhou', 'inspector');
  await served.open('rectification', 'chaozhou', 'rectification-officer');
  await served.open('partner', 'chaozhou', 'partner-officer');
});
afterAll(() => served.stop());

describe('every command’s route', () => {
  const routes = Object.values(commandRoutes).flatMap(({ path, routes: table }) =>
    Object.entries(table).map(([command, route]) => ({ command, path: `${path}/x/${routeOf(command)}`, ...route })),
  );
  /** Somebody who may give each command: who may not learns that first. */
  const holders: Readonly<Record<string, string>> = {
    'section-officer': 'officer',
    'section-head': 'head',
    'supervision-officer': 'supervisor',
    leader: 'leader',
    'account-admin': 'admin',
    inspector: 'inspector',
    'rectification-officer': 'rectification',
    'partner-officer': 'partner',
  };

  it.each(routes)(
    '$path asks for a login, its form and (unless it creates) If-Match',
    async ({ command, path, creates = false }) => {
      const holder = holders[mayCommand[command]?.[0] ?? ''] ?? 'officer';
      expect((await served.post(null, path, {})).status).toBe(401);
      const stray = await served.post(holder, path, { surprise: 1 });
      expect(stray).toMatchObject({ status: 422, body: { code: 'VALIDATION_FAILED' } });
      expect(stray.body.errors?.map(({ pointer }) => pointer)).toContain('/surprise');
      if (!creates) expect([422, 428]).toContain((await served.post(holder, path, {})).status);
    },
  );

  it('stands in the interface’s description with its form', () => {
    const { paths, components } = documentOf(served.server.app);
    for (const { path } of routes) {
      const { post } = paths[`/api/v1/${path.replace('/x/', '/{id}/')}`] ?? {};
      expect(post?.parameters).toContainEqual(expect.objectContaining({ name: 'id', in: 'path', required: true }));
      expect(post?.requestBody).toHaveProperty(['content', 'application/json', 'schema', '$ref']);
    }
    expect(components?.schemas).toHaveProperty('NobodyThereDto');
    expect(components?.schemas?.['FindingDto']).toMatchObject({ required: ['item', 'text', 'resultClass'] });
    expect(components?.schemas?.['RecordFindingsDto']).toMatchObject({
      properties: { signature: { nullable: true, oneOf: expect.anything() }, findings: { type: 'array' } },
    });
  });
});

describe('a draw over HTTP', () => {
  let frozen: Answer;
  let link: { by: string; role: string; path: string };
  const value = '三八一';
  const nonce = randomBytes(16).toString('hex');
  const draw = `${task}.1`;
  const tokenOf = () => link.path.split('#')[1] ?? '';

  it('R55 is prepared from roster, list and plan, each by its own command', async () => {
    for (const number of [1, 2, 3]) {
      await give('officer', 'rosters/chaozhou.law-firm/register-institution', {
        institution: `firm-${number}`,
        particulars: {
          name: `演示律师事务所${number}`,
          uscc: completeUscc(`3144510000000000`.slice(0, 8) + `MD00000${number}`),
          registrationNumber: `2445120000000000${number}`,
          licensingAuthority: '省司法厅',
          registeredPremises: `湘桥区某路${number}号`,
          divisionCode: '445102',
          practising: 5,
          dataSource: '演示',
          fictional: true,
        },
        occurredOn: today,
      });
    }
    const basis = [{ law: '中华人民共和国律师法', article: '第五十二条', version: '2017年修正' }];
    const item = {
      item: 'L-01',
      name: '执业情况',
      basis,
      subject: '市司法局',
      sector: 'law-firm',
      content: ['执业情况'],
    };
    const entered = await give('officer', 'catalogues/chaozhou/enter-item', {
      ...item,
      methods: ['onSite'],
      joint: false,
      kind: 'general',
    });
    await give('officer', 'catalogues/chaozhou/publish-items', { items: ['L-01'], occurredOn: today }, entered);

    const source = { kind: 'document', document: '潮司〔2023〕2号', article: '附件' };
    await give('officer', 'plans/chaozhou-2023/draft-plan', { title: '2023年抽查计划', documents: [], source });
    const row = chaozhou2023Table({ 'law-firm': [{ id: 'L-01', revision: 1 }] }).find(({ objects }) =>
      objects.sectors.includes('law-firm'),
    )!;
    const ratios = { table: row.ratios.text, text: row.ratios.text };
    const content = {
      ...row,
      ratios,
      joint: false,
      higherDocument: null,
      section,
      totals: { institutions: 3 },
      objects: { sectors: ['law-firm'], practitioners: false },
    };
    let seen = await give('officer', 'plans/chaozhou-2023/draft-task', { task, content });
    seen = await give('head', 'plans/chaozhou-2023/submit-plan', {}, seen);
    seen = await give('supervisor', 'plans/chaozhou-2023/release-plan', {}, seen);
    await give('supervisor', 'plans/chaozhou-2023/allot-task', { task }, seen);
    frozen = await give('officer', `selections/${task}/freeze-object-draw`, {
      plan: 'chaozhou-2023',
      contributors: [{ role: '人大代表' }],
    });
    expect(frozen).toMatchObject({ status: 201, body: { recorded: ['DrawFrozen'] } });
  });

  it('R11 gives the witnesses’ links to the section and to nobody else', async () => {
    const path = `selections/${task}/links`;
    const { body } = await served.get('officer', path);
    [link] = body['items'] as [typeof link];
    expect(link).toMatchObject({ by: '见证人 1', role: '人大代表' });
    expect(link.path.startsWith(`/witness/${draw}#`)).toBe(true);
    expect((await served.get('head', path)).status).toBe(200);
    expect((await served.get('leader', path)).body.code).toBe('ROLE_MISSING');
    expect((await served.get('neighbour', path)).body.code).toBe('OTHER_ORGAN');
    expect((await served.get(null, path)).status).toBe(401);
    expect((await served.get('officer', 'selections/none/links')).status).toBe(404);
  });

  it('knows no hint for a wrong link', async () => {
    const seal = '0'.repeat(64);
    const wrong = await served.post(null, `public/draws/${draw}/seal`, { token: 'A'.repeat(43), seal });
    const nowhere = await served.post(null, 'public/draws/none.1/seal', { token: tokenOf(), seal });
    expect(wrong).toMatchObject({ status: 404, body: { code: 'UNKNOWN_DRAW_LINK' } });
    expect(nowhere.body).toEqual({ ...wrong.body, instance: nowhere.body['instance'] });
    expect(
      (await served.post(null, `public/draws/${draw}/seal`, { token: tokenOf(), seal, by: '见证人 1' })).status,
    ).toBe(422);
  });

  it('R55 R11 T3 takes one seal for each link, is opened by it, and ends in a result', async () => {
    const [first] = await served.stores.log.read(`selection-${task}`);
    const requestHash = String(first?.data['requestHash']);
    const seal = sealOf('srd-draw/1', requestHash, { by: link.by, role: link.role, value, nonce }, nodeHash);
    const sealed = await served.post(null, `public/draws/${draw}/seal`, { token: tokenOf(), seal });
    expect(sealed).toMatchObject({ status: 201, body: { draw, by: '见证人 1' } });
    const twice = await served.post(null, `public/draws/${draw}/seal`, { token: tokenOf(), seal });
    expect(twice).toMatchObject({ status: 409, body: { code: 'ALREADY_SEALED' } });

    const stale = await served.post('officer', `selections/${task}/close-sealing`, {}, { 'if-match': frozen.etag! });
    expect(stale.status).toBe(412);
    const seen: Answer = { ...sealed, etag: `"${String(sealed.body['revision'])}"` };
    const closed = await give('officer', `selections/${task}/close-sealing`, {}, seen);
    const wrong = await served.post(null, `public/draws/${draw}/open`, { token: tokenOf(), value: '三八二', nonce });
    expect(wrong.body.code).toBe('SEAL_DOES_NOT_OPEN');
    const opened = await served.post(null, `public/draws/${draw}/open`, { token: tokenOf(), value, nonce });
    expect(opened.status).toBe(201);
    expect(closed.status).toBe(200);
    const now: Answer = { ...opened, etag: `"${String(opened.body['revision'])}"` };
    const ended = await give('officer', `selections/${task}/end-opening`, {}, now);
    const revealed = await give('officer', `selections/${task}/reveal`, undefined, ended);
    expect(revealed.body['recorded']).toEqual(['ObjectsDrawn']);
    const events = await served.stores.log.read(`selection-${task}`);
    expect(events.filter(({ type }) => type.startsWith('Seal')).map(({ actor }) => actor)).toEqual([
      `witness:${draw}:1`,
      'officer',
      `witness:${draw}:1`,
    ]);
  });
});

describe('persons and sign-in', () => {
  it('R104 a person is entered, named and forgotten', async () => {
    const entered = await served.post('officer', 'persons', {
      name: '陈某',
      certificate: '粤V-1',
      phone: '13800000000',
    });
    expect(entered.status).toBe(201);
    const id = String(entered.body['id']);
    expect(id).toMatch(/^p-[0-9a-f]{20}$/);
    expect((await served.get('head', `persons?ids=${id},p-none`)).body).toEqual({ items: [{ id, name: '陈某' }] });
    expect((await served.post('officer', `persons/${id}/forget`)).body.code).toBe('ROLE_MISSING');
    expect((await served.post('leader', `persons/${id}/forget`)).status).toBe(204);
    expect((await served.get('head', `persons?ids=${id}`)).body).toEqual({ items: [] });
    expect((await served.post('leader', `persons/${id}/forget`)).status).toBe(204);
    expect((await served.post('leader', 'persons/p-none/forget')).status).toBe(404);
  });

  it('refuses what isn’t a person', async () => {
    expect((await served.post('leader', 'persons', { name: '陈某' })).body.code).toBe('ROLE_MISSING');
    expect((await served.post('officer', 'persons', { name: ' ' })).body.errors?.[0]?.pointer).toBe('/name');
    expect((await served.get('officer', 'persons?ids=a%20b')).status).toBe(422);
    expect((await served.get('officer', 'persons')).status).toBe(422);
  });

  it('R100 another organ’s leader doesn’t forget people of this one', async () => {
    await served.stores.persons.put('p-officer', { name: '林某' });
    expect((await served.post('stranger', 'persons/p-officer/forget')).body.code).toBe('OTHER_ORGAN');
  });

  it('R104 an administrator gives others of the organ their sign-in, never themselves and nobody elsewhere', async () => {
    const credential = { login: 'officer-lin', password: 'twelve chars!' };
    const path = (account: string) => `accounts/${account}/credential`;
    expect((await served.post('officer', path('head'), credential)).body.code).toBe('ROLE_MISSING');
    expect((await served.post('admin', path('admin'), credential)).body.code).toBe('OWN_CREDENTIAL');
    expect((await served.post('admin', path('stranger'), credential)).body.code).toBe('OTHER_ORGAN');
    expect((await served.post('admin', path('nobody'), credential)).status).toBe(404);
    expect(
      (await served.post('admin', path('head'), { ...credential, password: 'short' })).body.errors?.[0]?.pointer,
    ).toBe('/password');
    expect((await served.post('admin', path('head'), { ...credential, login: 'Stranger' })).body.code).toBe(
      'LOGIN_TAKEN',
    );

    expect((await served.post('admin', path('head'), credential)).status).toBe(204);
    expect((await served.get('head', 'session')).status).toBe(401);
    expect((await served.post(null, 'session', { account: 'head', password: PASSWORD })).status).toBe(401);
    expect((await served.post(null, 'session', { account: 'officer-lin', password: credential.password })).status).toBe(
      201,
    );
  });
});

describe('the demonstration’s clock', () => {
  it('moves forward only, by supervision or a leader', async () => {
    const path = 'demonstration/clock';
    expect((await served.post('officer', path, { day: '2023-03-01' })).body.code).toBe('ROLE_MISSING');
    expect((await served.post('leader', path, { day: today })).body.code).toBe('CLOCK_ONLY_FORWARD');
    expect((await served.post('leader', path, { day: '2033-01-01' })).status).toBe(422);
    expect((await served.post('leader', path, { day: '2023-01-05' })).body).toMatchObject({ today: '2023-01-05' });
  });

  it('isn’t there in real use', async () => {
    const real = await Served.start('serve');
    expect((await real.post(null, 'demonstration/clock', { day: '2033-01-01' })).status).toBe(404);
    await real.stop();
  });
});

it('a reason is told as missing at its place', async () => {
  const answer = await served.post('leader', 'organs/chaozhou/revise-rules', { changes: {} }, { 'if-match': '"0"' });
  expect(answer.body).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ pointer: '/reason' }] });
  const changes = { teamSize: { value: 1, source: { kind: 'own', note: '自定' } } };
  const refused = await served.post(
    'leader',
    'organs/chaozhou/revise-rules',
    { changes, reason },
    { 'if-match': '"0"' },
  );
  expect(refused).toMatchObject({ status: 422, body: { code: 'TEAM_RULE_BELOW_TWO' } });
});
