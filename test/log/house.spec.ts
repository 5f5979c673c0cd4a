import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeVerify } from '@srd/application';
import { openSigner } from '@srd/adapters/keys';
import { nodeHash } from '@srd/adapters/stores';
import type { RecordedEvent } from '@srd/kernel';
import {
  checkConsistency,
  checkInclusion,
  decodeBase64,
  formatCheckpoint,
  leafBytes,
  leafHash,
  openCheckpoint,
  parseVerifierKey,
  signNote,
} from '@srd/proof/log';
import { verifyBundle } from '@srd/verifier';
import { CASE, openFullHouse, SERIES } from '../edge/full-house';
import type { Problem } from '../journeys/client';
import { lawyers } from '../journeys/inspection';
import { CANARY } from '../journeys/people';
import { task } from '../journeys/preparation';
import type { House } from '../journeys/server';
import { KeepingDoor, srd } from '../journeys/srd';

interface Bundle {
  readonly checkpoint: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly entries: readonly { readonly index: number; readonly event: RecordedEvent }[];
  readonly draws: readonly unknown[];
  readonly commitments: readonly { readonly index: number; readonly checkpoint: string }[];
}

const PURPOSE = `purpose=${encodeURIComponent('年度执法监督')}`;
const decoded = (proof: readonly string[]) => proof.map((each) => decodeBase64(each)!);

describe('the log over HTTP', () => {
  let house: House;
  beforeAll(async () => {
    house = await openFullHouse();
  });
  afterAll(() => house.close());

  const keys = () => house.anybody.read<{ items: string[] }>('/api/v1/public/log/keys');
  const checkpoint = () => house.anybody.read<string>('/api/v1/public/log/checkpoint');
  const opened = async (note: string) =>
    openCheckpoint(
      note,
      (await keys()).items.map((key) => parseVerifierKey(key, nodeHash)),
      nodeVerify,
    ).checkpoint;
  const eventsOf = (id: string) => house.as(lawyers.officer).list<RecordedEvent>(`/api/v1/cases/${id}/events`);

  it('publishes a signed checkpoint, and each event of a case is in it', async () => {
    const answer = await house.anybody.get<string>('/api/v1/public/log/checkpoint');
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    const { size, root, origin } = await opened(answer.body);
    expect(origin).toMatch(/^srd\//);
    const bundle = await house.as('chaozhou-leader').read<Bundle>(`/api/v1/cases/${CASE}/bundle?${PURPOSE}`);
    for (const { index, event } of bundle.entries.filter(({ index: at }) => at < size).slice(0, 20)) {
      const path = `/api/v1/public/log/inclusion?index=${index}&size=${size}`;
      const { proof, leaf } = await house.anybody.read<{ proof: string[]; leaf: string }>(path);
      const hash = leafHash(leafBytes(event, nodeHash), nodeHash);
      expect(decodeBase64(leaf)).toEqual(hash);
      expect(checkInclusion(decoded(proof), index, size, hash, root, nodeHash)).toBe(true);
    }
  });

  it('T13 T16 grows by what was there: any earlier checkpoint is consistent with the newest', async () => {
    const older = await opened(await checkpoint());
    await house.as('chaozhou-leader').read(`/api/v1/cases/${CASE}/bundle?${PURPOSE}`);
    const newer = await opened(await checkpoint());
    expect(newer.size).toBeGreaterThan(older.size);
    const path = `/api/v1/public/log/consistency?from=${older.size}&to=${newer.size}`;
    const { proof } = await house.anybody.read<{ proof: string[] }>(path);
    expect(checkConsistency(decoded(proof), older.size, newer.size, older.root, newer.root, nodeHash)).toBe(true);
    const again = await house.anybody.read<string>(`/api/v1/public/log/checkpoint?size=${older.size}`);
    expect((await opened(again)).root).toEqual(older.root);
  });

  it.each([
    ['/consistency', 422],
    ['/consistency?from=2&to=1', 422],
    ['/consistency?from=0&to=1000000', 404],
    ['/consistency?from=-1&to=4', 422],
    ['/inclusion?index=5&size=5', 422],
    ['/inclusion?index=x&size=5', 422],
    ['/inclusion?index=0&size=99999999', 404],
    ['/checkpoint?size=999999', 404],
    ['/checkpoint?witnessed=true', 404],
  ])('refuses in Chinese what it can’t prove: %s', async (path, status) => {
    const answer = await house.anybody.get<Problem>(`/api/v1/public/log${path}`);
    expect(answer.status).toBe(status);
    expect(answer.body.detail).toMatch(/[一-鿿]/);
  });

  it('takes no co-signature of a witness that nobody entered', async () => {
    const note = await checkpoint();
    const answer = await house.anybody.send<Problem>('POST', '/api/v1/public/log/cosignatures', { note });
    expect([answer.status, answer.body.code]).toEqual([403, 'UNKNOWN_LOG_WITNESS']);
  });

  it('R11 lets witnesses seal only after a published checkpoint covers the commitment, and names it', async () => {
    for (const series of [SERIES, `${SERIES}:team`]) {
      const path = `/api/v1/public/draws/${encodeURIComponent(`${series}.1`)}`;
      const { checkpoint: covered } = await house.anybody.read<{ checkpoint: { leaf: number; size: number } }>(path);
      expect(covered.size).toBeGreaterThan(covered.leaf);
      const bundle = await house
        .as('chaozhou-leader')
        .read<Bundle>(`/api/v1/draws/${encodeURIComponent(`${series}.1`)}/bundle?${PURPOSE}`);
      const frozen = bundle.entries.find(
        ({ event }) => event.stream === `selection-${series}` && event.type === 'DrawFrozen',
      );
      const enclosed = bundle.commitments.find(({ index }) => index === frozen?.index);
      expect([covered.leaf, covered.size]).toEqual([frozen?.index, (await opened(enclosed!.checkpoint)).size]);
      const seals = bundle.entries.filter(({ event }) => event.type === 'SealReceived');
      expect(seals.length).toBeGreaterThanOrEqual(2);
      for (const { index, event } of seals) {
        if (event.stream !== `selection-${series}`) continue;
        expect(event.meta['checkpoint']).toBe(String(covered.size));
        expect(index).toBeGreaterThanOrEqual(covered.size);
      }
    }
  });

  describe('the auditor’s readings', () => {
    it('T17 R104 opens a file with a purpose, once a day, and leaves one event', async () => {
      const auditor = house.as('chaozhou-auditor');
      expect((await auditor.get(`/api/v1/cases/${CASE}?${PURPOSE}`)).status).toBe(200);
      for (const path of ['', '/events', '/at/0', '/diff?from=0&to=1', '/fields/object/history'])
        expect((await auditor.get(`/api/v1/cases/${CASE}${path}`)).status).toBe(200);
      const header = { 'srd-purpose': encodeURIComponent('信访核查') };
      expect((await auditor.send('GET', `/api/v1/cases/${SERIES}-2/events`, undefined, header)).status).toBe(200);

      const { items } = await house.as('chaozhou-leader').read<{
        items: { kind: string; by: string; subject: { id: string }; purpose: string }[];
      }>('/api/v1/accesses?day=2023-07-10');
      const readings = items.filter(({ kind }) => kind === 'reading');
      expect(readings.map(({ by, subject, purpose }) => [by, subject.id, purpose])).toEqual([
        ['chaozhou-auditor', CASE, '年度执法监督'],
        ['chaozhou-auditor', `${SERIES}-2`, '信访核查'],
      ]);
      expect(items.filter(({ kind }) => kind === 'bundle').length).toBeGreaterThan(0);
    });

    it('T17 leaves other roles as they are, and shows who looked to those who oversee', async () => {
      expect((await house.as(lawyers.officer).get(`/api/v1/cases/${CASE}`)).status).toBe(200);
      const answer = await house.as(lawyers.officer).get<Problem>('/api/v1/accesses?day=2023-07-10');
      expect([answer.status, answer.body.code]).toEqual([403, 'ROLE_MISSING']);
      const county = await house.as('raoping-leader').read<{ items: unknown[] }>('/api/v1/accesses?day=2023-07-10');
      expect(county.items).toEqual([]);
    });
  });

  describe('the audit bundle', () => {
    const bundleOf = (path: string, login = 'chaozhou-auditor') =>
      house.as(login).read<Bundle>(`${path}/bundle?${PURPOSE}`);
    const judge = async (bundle: Bundle) =>
      verifyBundle(JSON.stringify(bundle), {
        keys: (await keys()).items,
        hash: nodeHash,
        verifySignature: nodeVerify,
      });

    it.each([
      ['case', `/api/v1/cases/${CASE}`],
      ['draw', `/api/v1/draws/${encodeURIComponent(`${SERIES}.1`)}`],
      ['task', `/api/v1/tasks/${SERIES}`],
      ['organ-year', '/api/v1/organs/chaozhou/years/2023'],
    ])('of a %s is proved without the house', async (kind, path) => {
      const bundle = await bundleOf(path);
      expect(bundle.subject.kind).toBe(kind);
      const verdict = await judge(bundle);
      expect([verdict.finding, verdict.verdict]).toEqual([verdict.finding, 'yes']);
      expect(verdict.notes.join('')).not.toContain('未核');
    });

    it('R99 R101 of a year holds its reports and the days that passed, with a plan or without one', async () => {
      const summary = { section: 'lawyer-administration', asOf: '2023-07-09', analysis: '测试', conclusions: '测试' };
      await house.as(lawyers.officer).give('reports', 'chaozhou-2023', 'SumUp', summary);
      for (const organ of ['chaozhou', 'raoping']) {
        const login = `${organ}-auditor`;
        const bundle = await bundleOf(`/api/v1/organs/${organ}/years/2023`, login);
        const told = bundle.entries.filter(({ event }) => event.stream === `report-${organ}-2023`);
        expect(told.map(({ event }) => event.type)).toContain(organ === 'chaozhou' ? 'SectionSummedUp' : 'DutyLapsed');
        const verdict = await judge(bundle);
        expect([verdict.finding, verdict.verdict]).toEqual([verdict.finding, 'yes']);
        const cut = { ...bundle, entries: bundle.entries.filter((entry) => entry !== told.at(-1)) };
        expect(await judge(cut)).toMatchObject({ verdict: 'wrong', code: 'STREAM_END_MISSING' });
      }
      const nothing = await house
        .as('chaozhou-auditor')
        .get<Problem>(`/api/v1/organs/chaozhou/years/2019/bundle?${PURPOSE}`);
      expect([nothing.status, nothing.body.code]).toEqual([404, 'UNKNOWN_SUBJECT']);
    });

    it('holds what the case rests on: plan, both draws, roster, inspectors, rules, items, calendar', async () => {
      const { entries } = await bundleOf(`/api/v1/cases/${CASE}`);
      const streams = new Set(entries.map(({ event }) => event.stream));
      for (const stream of [
        `case-${CASE}`,
        'plan-chaozhou-2023',
        `selection-${SERIES}`,
        `selection-${SERIES}:team`,
        'roster-chaozhou-law-firm',
        'inspectors-chaozhou',
        'organ-chaozhou',
        'catalogue-chaozhou',
        'calendar',
      ])
        expect(streams).toContain(stream);
      expect(entries.at(-1)?.event.type).toBe('BundleIssued');
    });

    it('T11 is refused by the verifier after any change, by name', async () => {
      const bundle = await bundleOf(`/api/v1/cases/${CASE}`);
      const changed = structuredClone(bundle) as unknown as { entries: { event: { data: Record<string, unknown> } }[] };
      const at = changed.entries.findIndex(({ event }) => 'data' in event);
      changed.entries[at]!.event.data = { ...changed.entries[at]!.event.data, forged: 1 };
      expect(await judge(changed as unknown as Bundle)).toMatchObject({ verdict: 'wrong' });
      const cut = {
        ...bundle,
        entries: bundle.entries.filter(({ event }) => event.type !== 'NoticeServed').slice(0, -2),
      };
      expect(await judge(cut)).toMatchObject({ verdict: 'wrong' });
    });

    it('differs each time, asks for a purpose, and is not for everybody', async () => {
      const [one, other] = [await bundleOf(`/api/v1/cases/${CASE}`), await bundleOf(`/api/v1/cases/${CASE}`)];
      expect(one.entries.at(-1)?.index).toBeLessThan(other.entries.at(-1)?.index ?? 0);
      const asked = async (login: string, path: string) => {
        const { status, body } = await house.as(login).get<Problem>(path);
        return `${status} ${body.code}`;
      };
      expect(await asked('chaozhou-leader', `/api/v1/cases/${CASE}/bundle`)).toBe('403 PURPOSE_REQUIRED');
      expect(await asked('chaozhou-inspector-1', `/api/v1/cases/${CASE}/bundle?${PURPOSE}`)).toBe('403 ROLE_MISSING');
      expect(await asked('raoping-leader', `/api/v1/cases/${CASE}/bundle?${PURPOSE}`)).toBe('404 UNKNOWN_SUBJECT');
      expect(await asked('chaozhou-leader', `/api/v1/cases/nothing/bundle?${PURPOSE}`)).toBe('404 UNKNOWN_SUBJECT');
    });
  });

  describe('srd bundle and srd verify', () => {
    const folder = mkdtempSync(join(tmpdir(), 'srd-bundle-'));
    const file = join(folder, 'case.json');
    const written = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    let key: string;
    let token: string;
    let older: string;
    const verify = (...args: string[]) => srd(['verify', ...args, '--key', key]);

    beforeAll(async () => {
      key = written('log.vkey', `${(await keys()).items[0]}\n`);
      token = written('token', (await house.as('chaozhou-auditor').session())!);
      older = await checkpoint();
    });

    it.each([
      ['case', CASE],
      ['draw', `${SERIES}:team.1`],
      ['task', SERIES],
      ['organ-year', 'chaozhou-2023'],
    ])('saves what the server answers of a %s, to the byte', async (kind, id) => {
      const door = await KeepingDoor.before(house.url);
      const out = join(folder, `${kind}.json`);
      const place = ['--server', door.url, '--token-file', token, '--out', out];
      const saved = await srd(['bundle', kind, id, '--purpose', '年度审计', ...place]);
      door.close();
      expect([saved.err, saved.code]).toEqual(['', 0]);
      expect(readFileSync(out).equals(door.kept)).toBe(true);
      const again = await srd(['bundle', kind, id, '--purpose', '年度审计', ...place]);
      expect([again.code, again.err]).toEqual([1, expect.stringContaining('已存在')]);
    });

    it('says what the server says where there is nothing, and keeps no file', async () => {
      const out = join(folder, 'none.json');
      const place = ['--server', house.url, '--token-file', token, '--out', out];
      const said = await srd(['bundle', 'integrity-file', 'nobody', '--purpose', '年度审计', ...place]);
      expect([said.code, said.err, existsSync(out)]).toEqual([1, expect.stringContaining('没有编号为“nobody”'), false]);
      const unknown = await srd(['bundle', 'roster', 'x', '--purpose', '年度审计', ...place]);
      expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('integrity-file')]);
    });

    it('T11 T31 judges it with a key from elsewhere, in a process without a network: 0, 1 or 2', async () => {
      const yes = await srd(['verify', file, '--key', key], ['unshare', '-rn']);
      expect([yes.out.split('\n')[0], yes.code]).toEqual([expect.stringContaining('通过'), 0]);
      expect((await srd(['verify', file])).code).toBe(2);
      const forged = written('forged.json', readFileSync(file, 'utf8').replace('年度审计', '年度考核'));
      const no = await verify(forged, '--json');
      expect([no.code, (JSON.parse(no.out) as { code: string }).code]).toEqual([
        1,
        expect.stringMatching(/PROOF_FAILS|CONTENT_DIFFERS/),
      ]);
    });

    it('T12 T13 T16 holds it against a checkpoint that the auditor kept: smaller, larger, or another root', async () => {
      const codeOf = async (...args: string[]): Promise<readonly [number | null, string]> => {
        const { code, out } = await verify(file, ...args, '--json');
        return [code, (JSON.parse(out) as { code: string }).code];
      };
      const own = (JSON.parse(readFileSync(file, 'utf8')) as Bundle).checkpoint;
      const [from, to] = [older, own].map((note) => note.split('\n')[1]);
      const smaller = ['--checkpoint', written('smaller.note', older)];
      expect(await codeOf(...smaller)).toEqual([2, 'CONSISTENCY_NEEDED']);
      const proof = await house.anybody.read(`/api/v1/public/log/consistency?from=${from}&to=${to}`);
      const consistency = written('consistency.json', JSON.stringify(proof));
      expect(await codeOf(...smaller, '--consistency', consistency)).toEqual([0, 'VERIFIED']);

      expect(await codeOf('--checkpoint', written('larger.note', await checkpoint()))).toEqual([
        1,
        'SHORTER_THAN_HELD',
      ]);

      // What only the house itself can do: sign two histories of one length.
      const signer = openSigner(join(house.place.keyDir, 'log.key'));
      const vkey = parseVerifierKey(readFileSync(key, 'utf8').trim(), nodeHash);
      const fork = formatCheckpoint(signer.name, Number(to), nodeHash(Buffer.from('another history')));
      const forked = written('forked.note', signNote(fork, [{ key: vkey, sign: (bytes) => signer.sign(bytes) }]));
      expect(await codeOf('--checkpoint', forked)).toEqual([1, 'SPLIT_VIEW']);
      expect((await verify(file, '--checkpoint', forked)).out).toContain('SPLIT VIEW');
    });
  });

  describe('the draws for everybody', () => {
    interface Told {
      words: string[];
      attempts: unknown[];
      excluded: unknown[] | null;
      chances: { stratum: string; chance: { numerator: string; denominator: string } }[] | null;
      cannotShow: string[];
    }
    const explained = (draw: string) =>
      house.anybody.read<Told>(`/api/v1/public/draws/${encodeURIComponent(draw)}/explanation`);

    it('R12 R55 tells in plain words what chance each candidate had, and what can’t be shown', async () => {
      const told = await explained(`${SERIES}.1`);
      expect(told.words.join('')).toMatch(/固定了名录：12 家参加抽取.*检查点.*已揭晓，抽中：/s);
      expect(told.chances).toHaveLength(12);
      const drawn = (
        await house.anybody.read<{ transcript: { selected: string[] } }>(`/api/v1/public/draws/${SERIES}.1`)
      ).transcript;
      const sum = told.chances!.reduce(
        (all, { chance }) => all + Number(chance.numerator) / Number(chance.denominator),
        0,
      );
      expect(sum).toBeCloseTo(drawn.selected.length, 9);
      expect(told.cannotShow.join('')).toMatch(/名录是否齐全/);
      expect(told.attempts).toHaveLength(1);
    });

    it('C24 shows inspectors by number only, and a draw under way as far as it is public', async () => {
      const team = await explained(`${SERIES}:team.1`);
      expect([team.chances, team.excluded]).toEqual([null, null]);
      expect(JSON.stringify(team)).not.toContain(CANARY);
      const under = await explained(`${task(3)}.1`);
      expect(under.words.at(-1)).toMatch(/封存中/);
      expect((await house.anybody.get('/api/v1/public/draws/nothing.1/explanation')).status).toBe(404);
      expect((await house.anybody.get('/api/v1/public/draws/nothing/explanation')).status).toBe(404);
    });

    it('R55 counts a year’s draws against what was to be expected', async () => {
      type Year = {
        draws: number;
        objects: { observed: number; expectedBasisPoints: number }[];
        strata: { observed: number; expected: number }[];
      };
      const year = await house.anybody.read<Year & { statistic: unknown; words: string[] }>(
        '/api/v1/public/fairness?organ=chaozhou&year=2023',
      );
      expect(year.draws).toBe(1);
      expect(year.objects).toHaveLength(12);
      const [observed, expected] = [
        year.objects.reduce((sum, each) => sum + each.observed, 0),
        year.objects.reduce((sum, each) => sum + each.expectedBasisPoints, 0),
      ];
      expect(Math.abs(10_000 * observed - expected)).toBeLessThan(100);
      for (const stratum of year.strata) expect(stratum.observed).toBe(stratum.expected);
      expect([year.statistic, year.words.join('')]).toEqual([null, expect.stringContaining('次数太少')]);
      expect((await house.anybody.get('/api/v1/public/fairness?organ=chaozhou')).status).toBe(422);
    });
  });

  describe('replay', () => {
    const officer = () => house.as(lawyers.officer);

    it('R101 shows the case after each of its events, and the last as it is now', async () => {
      const events = await eventsOf(CASE);
      const now = await officer().read<Record<string, unknown>>(`/api/v1/cases/${CASE}`);
      for (const { revision } of events) {
        const then = await officer().read<Record<string, unknown>>(`/api/v1/cases/${CASE}/at/${revision}`);
        expect(then['procedure']).toBe('case/1');
        if (revision === events.length - 1) {
          for (const member of Object.keys(then)) expect([member, then[member]]).toEqual([member, now[member]]);
        }
      }
      expect((await officer().get(`/api/v1/cases/${CASE}/at/${events.length}`)).status).toBe(404);
      expect((await officer().get(`/api/v1/cases/${CASE}/at/x`)).status).toBe(404);
    });

    it('R101 R104 tells where each event left the case, in the states of the chart that it runs on', async () => {
      const events = await eventsOf(CASE);
      type Path = { items: { revision: number; type: string; at: string; states: string[] }[] };
      const { items } = await officer().read<Path>(`/api/v1/cases/${CASE}/path`);
      expect(items.map(({ revision, type, at }) => [revision, type, at])).toEqual(
        events.map(({ revision, type, at }) => [revision, type, at]),
      );
      expect(items[0]?.states).toEqual(['planned']);
      expect(items.find(({ type }) => type === 'ObjectDrawn')?.states).toEqual(['drawn', 'drawn.awaitingTeam']);
      expect((await house.anybody.get(`/api/v1/cases/${CASE}/path`)).status).toBe(401);
    });

    it('R104 tells what changed between two events, by whom, and which events set a field', async () => {
      const events = await eventsOf(CASE);
      const drawn = events.find(({ type }) => type === 'ObjectDrawn')!;
      type Changes = { items: { path: string; change: string; by: { type: string; actor: string } }[] };
      const path = `/api/v1/cases/${CASE}/diff?from=${drawn.revision - 1}&to=${drawn.revision}`;
      const { items } = await officer().read<Changes>(path);
      const object = items.find((each) => each.path.startsWith('/object'));
      expect(object?.by).toMatchObject({ type: 'ObjectDrawn', actor: drawn.actor });
      for (const field of ['object', encodeURIComponent('/object'), 'object.id']) {
        const history = await officer().read<Changes>(`/api/v1/cases/${CASE}/fields/${field}/history`);
        expect(new Set(history.items.map(({ by }) => by.type))).toContain('ObjectDrawn');
      }
      const none = await officer().read<Changes>(`/api/v1/cases/${CASE}/fields/no-such-field/history`);
      expect(none.items).toEqual([]);
    });

    it.each([
      ['/at/-1', 404],
      ['/at/1.0', 404],
      ['/at/99999999', 404],
      ['/diff', 422],
      ['/diff?from=0', 422],
      ['/diff?from=x&to=1', 422],
      ['/diff?from=-2&to=1', 422],
      ['/diff?from=3&to=1', 422],
      ['/diff?from=0&to=99999', 404],
      ['/as-known', 422],
      ['/as-known?at=2023-07-10', 422],
      ['/as-true?on=2023-02-30', 422],
      [`/fields/${'x'.repeat(301)}/history`, 422],
      ['/fields/%zz/history', 400],
    ])('refuses in Chinese what is no place of the case: %s', async (path, status) => {
      const { status: found, body } = await officer().get<Problem>(`/api/v1/cases/${CASE}${path}`);
      expect([path, found]).toEqual([path, status]);
      expect(body.detail).toMatch(/[一-鿿]/);
    });

    it('answers an empty history to a name that no event ever set, whatever the name', async () => {
      for (const path of ['__proto__', 'constructor', 'object.', '~', '%2F', '%2F~2']) {
        const answer = await officer().get<{ items: unknown[] }>(`/api/v1/cases/${CASE}/fields/${path}/history`);
        expect([path, answer.status, answer.body.items]).toEqual([path, 200, []]);
      }
    });

    it('R101 shows what was known at a moment, and what was true on a day', async () => {
      const events = await eventsOf(CASE);
      const first = events[0]!;
      type Then = { revision: number; state: { stage: { code: string } } | null; leftOut: unknown[] };
      const known = await officer().read<Then>(`/api/v1/cases/${CASE}/as-known?at=${first.at}`);
      expect(known.revision).toBeLessThan(events.length - 1);
      const before = await officer().read<Then>(`/api/v1/cases/${CASE}/as-known?at=2020-01-01T00:00:00.000Z`);
      expect([before.revision, before.state]).toEqual([-1, null]);
      const truth = await officer().read<Then>(`/api/v1/cases/${CASE}/as-true?on=2023-12-31`);
      expect([truth.revision, truth.leftOut]).toEqual([events.length - 1, []]);
      expect((await officer().get(`/api/v1/cases/${CASE}/as-true?on=yesterday`)).status).toBe(422);
    });
  });
});
