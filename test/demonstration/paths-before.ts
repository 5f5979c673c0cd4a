import { countOf, flagsOf, stage } from '@srd/domain/case';
import { latest, objectsInForce, publicView } from '@srd/domain/selection';
import { caseOf, casesOf, the, typesIn, type Path } from './paths';

/** Before and during the visit: levels, draws, teams, visits, inspections for cause. */
export const before: readonly Path[] = [
  {
    name: 'R5 R37 C27 a county under the city draws each half-year by a plan of its own',
    async shows(built) {
      expect(the<{ superior: string }>(built, 'OrganFounded', /^organ-raoping$/).data.superior).toBe('chaozhou');
      const { tasks } = await built.plan('raoping-2024');
      const told = Object.values(tasks).map(({ status, content }) => [status, content.window.text]);
      expect(told).toEqual([
        ['completed', '2024年上半年'],
        ['completed', '2024年上半年'],
        ['allotted', '2024年下半年'],
        ['completed', '2024年下半年'],
      ]);
    },
  },
  {
    name: 'R49 C13 who is on a list is drawn in a stratum of its own, with the reason',
    async shows(built) {
      const attempt = latest(await built.selection('chaozhou-2024-3'));
      if (attempt?.request.protocol !== 'srd-draw/1') throw new Error('no object draw');
      expect(attempt.request.quotas).toMatchObject([
        { stratum: 'law-firm', of: 47, size: 5 },
        { stratum: 'law-firm.listed', of: 1, size: 1 },
      ]);
      const { object } = (await built.case('chaozhou-2023-4-4')).context;
      expect(objectsInForce(attempt)).toContain(object?.id);
      expect(attempt.raised?.map(({ id }) => id)).toEqual([object?.id]);
    },
  },
  {
    name: 'R57 R11 C23 a lot on the spot, recorded with its evidence, its witnesses and its limits',
    async shows(built) {
      const { stream, data } = the<{ heldBy: string[] }>(built, 'LotRecorded');
      expect(new Set(data.heldBy).size).toBe(2);
      const [attempt] = publicView(await built.selection(stream.slice('selection-'.length))).attempts;
      expect(attempt).toMatchObject({ way: 'lot', state: 'revealed' });
      expect([attempt?.record?.held?.evidence.length, attempt?.record?.witnesses.length]).toEqual([2, 2]);
      expect(attempt?.unproven.length).toBeGreaterThan(0);
    },
  },
  {
    name: 'R62 C23 a draw that the provincial platform held, imported with its receipt',
    async shows(built) {
      const { stream } = the(built, 'PlatformDrawImported');
      const [attempt] = publicView(await built.selection(stream.slice('selection-'.length))).attempts;
      expect(attempt?.record?.receipt?.number).toContain('演示');
      expect(attempt?.record?.receipt?.file.sha256).toMatch(/^[0-9a-f]{64}$/);
    },
  },
  {
    name: 'R19 C5 C24 practitioners are drawn and inspected, under ids',
    async shows(built) {
      const drawn = (await casesOf(built, 2024)).filter(({ context }) => context.object?.institution !== undefined);
      expect(drawn).toHaveLength(2);
      for (const file of drawn) {
        expect(file.context.object?.id).toMatch(/^p-cz-appraiser-/);
        expect(stage(file).code).toBe('closed');
      }
    },
  },
  {
    name: 'R89 C13 trap 11 a complaint is approved, and merged into a drawn visit',
    async shows(built) {
      const merged = the<{ case: string; ground: string }>(built, 'CauseMerged');
      expect(merged.data).toMatchObject({ case: 'fc-chaozhou-2024-1', ground: 'complaint' });
      const cause = await built.case(merged.data.case);
      expect([cause.value, cause.context.cause?.approvedBy]).toEqual(['voided', 'chaozhou-leader']);
      expect(countOf(await caseOf(built, merged))).toMatchObject({ purposes: ['random', 'for-cause'] });
    },
  },
  {
    name: 'R89 trap 11 an urgent inspection goes ahead of its approval, within the set time',
    async shows(built) {
      const { context } = await built.case('fc-raoping-2024-1');
      expect(context.cause).toMatchObject({ approvedBy: null, urgent: { approvalDueOn: '2024-05-16' } });
      const [approved, visited] = [context.approvedAt ?? '', context.visits[0]?.endedOn ?? ''];
      expect([context.approvedBy, visited < approved, approved < '2024-05-17']).toEqual(['raoping-leader', true, true]);
    },
  },
  {
    name: 'R7 a drawn case is entrusted to the county and stays the city’s',
    async shows(built) {
      const file = await caseOf(built, the(built, 'InspectionDelegated'));
      expect(countOf(file).delegatedTo).toBe('raoping');
      expect(file.context.opened.organ).toBe('chaozhou');
      expect(new Set(file.context.team.map(({ organ }) => organ))).toEqual(new Set(['raoping']));
      expect(file.context.sections.map(({ approvedBy }) => approvedBy)).toEqual(['chaozhou-lawyer-head']);
    },
  },
  {
    name: 'R61 R64 trap 6 a drawn member stands back, and the next of the draw comes in',
    async shows(built) {
      const replaced = the<{ outgoing: string; draw: string; recusal: string }>(
        built,
        'InspectorReplaced',
        /^case-chaozhou-/,
      );
      expect(replaced.actor).toBe('system:draw');
      expect(replaced.data.draw).toMatch(/^chaozhou-2024-3:team/);
      const { team, recusals } = (await caseOf(built, replaced)).context;
      expect(recusals).toMatchObject([{ inspector: replaced.data.outgoing, status: 'granted' }]);
      expect(team.map(({ inspector }) => inspector)).not.toContain(replaced.data.outgoing);
    },
  },
  {
    name: 'R61 trap 6 an interest is told of after the result: flagged, the result kept',
    async shows(built) {
      const file = await caseOf(built, the(built, 'InterestDisclosed'));
      expect(flagsOf(file).map(({ code }) => code)).toContain('interest-disclosed');
      expect(stage(file).code).toBe('closed');
    },
  },
  {
    name: 'R4 C6 trap 12 the partner doesn’t turn up, and the visit goes on',
    async shows(built) {
      const file = await caseOf(built, the(built, 'DepartmentAbsent'));
      expect(file.context.sections.map(({ department, status }) => [department, status])).toEqual([
        ['chaozhou', 'approved'],
        ['fagaiju', 'absent'],
      ]);
      expect(stage(file).code).toBe('closed');
    },
  },
  {
    name: 'R83 trap 8 nobody there: two dated attempts, the listing proposed by itself and decided by a leader',
    async shows(built) {
      const { context } = await built.case('raoping-2024-2-1');
      const [finding] = context.findings;
      expect([finding?.resultClass, finding?.contacts.length]).toEqual(['unreachable', 2]);
      const subject = `standing-${context.object?.id ?? ''}-abnormal`;
      const proposed = the<{ proposedBy: string }>(built, 'ListingProposed', new RegExp(`^${subject}$`));
      expect([proposed.actor, proposed.data.proposedBy]).toEqual([
        'system:unreachable',
        expect.stringMatching(/^raoping-inspector-/),
      ]);
      expect(the(built, 'ListingConfirmed', new RegExp(`^${subject}$`)).actor).toBe('raoping-leader');
    },
  },
  {
    name: 'trap 14 a refusal to sign is recorded with its reason',
    async shows(built) {
      const refused = built
        .of<{ signature?: { kind: string; reason: string } }>('VisitEnded')
        .filter(({ data }) => data.signature?.kind === 'refused');
      expect(refused.map(({ data }) => data.signature?.reason)).toEqual([expect.stringContaining('拒绝签字')]);
    },
  },
  {
    name: 'R69 R73 trap 9 self-inspection alongside a visit of two days, whose last day counts',
    async shows(built) {
      const { context } = await built.case('raoping-2024-4-1');
      expect([context.opened.selfInspection, context.selfInspection]).toEqual(['alongside', 'reported']);
      const [visit] = context.visits;
      expect([visit?.openedOn, visit?.endedOn, context.resultOn]).toEqual(['2024-08-06', '2024-08-07', '2024-08-07']);
      expect(stage(await built.case('raoping-2024-4-1')).code).toBe('closed');
    },
  },
  {
    name: 'R50 a visit is moved with its reason, comes unannounced, and has its notice on arrival',
    async shows(built) {
      const moved = the<{ to: { from: string } }>(built, 'VisitMoved');
      expect([moved.stream, moved.data.to.from]).toEqual(['case-raoping-2024-4-2', '2024-08-07']);
      const types = typesIn(built, moved.stream);
      expect((await caseOf(built, moved)).context.unannounced).toBe(true);
      expect(types.indexOf('VisitOpened')).toBeLessThan(types.indexOf('NoticeServed'));
      expect(types.indexOf('NoticeServed')).toBeLessThan(types.indexOf('VisitEnded'));
    },
  },
  {
    name: 'R23 R70 a checklist is filled in the version that its case pinned',
    async shows(built) {
      const filled = built.of<{ revision: number }>('ChecklistFilled');
      expect(filled).toHaveLength(3);
      for (const each of filled) {
        const [item] = (await caseOf(built, each)).context.opened.items;
        expect([item?.revision, item?.checklist?.length]).toEqual([each.data.revision, 3]);
      }
    },
  },
  {
    name: 'R29 R66 R67 papers handed in are inspected without going there',
    async shows(built) {
      const received = the<{ list: string[] }>(built, 'MaterialsReceived');
      const file = await caseOf(built, received);
      expect([file.context.opened.method, countOf(file).method, received.data.list.length]).toEqual([
        'documentary',
        'documentary',
        3,
      ]);
    },
  },
  {
    name: 'R21 trap 5 an inspector is lent by the city with both organs’ consent, and could be drawn',
    async shows(built) {
      const lent = the<{ person: string; borrower: string }>(built, 'InspectorLent');
      expect([lent.stream, lent.data.borrower]).toEqual(['inspectors-chaozhou', 'raoping']);
      const attempt = latest(await built.selection('raoping-2024-4:team'));
      expect(Object.values(attempt?.people ?? {})).toContain(lent.data.person);
    },
  },
  {
    name: 'trap 13 a district is renamed, and what was opened before keeps its name',
    async shows(built) {
      const renamed = the<{ name: string }>(built, 'OrganRenamed');
      expect(renamed.stream).toBe('organ-raoping');
      expect((await built.case('raoping-2024-4-1')).context.opened.unitName).not.toBe(renamed.data.name);
    },
  },
  {
    name: 'R25 C11 legal aid is held back for want of a legal basis',
    async shows(built) {
      const { conflicts } = await built.plan('kazuo-2024');
      expect(conflicts['kazuo-2024-5:ITEM_WITHOUT_BASIS']?.status).toBe('open');
    },
  },
];
