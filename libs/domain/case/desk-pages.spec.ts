import type { CaseCommand } from './commands';
import { publicationsOf } from './publication-desk';
import { revisitForm } from './revisit';
import { acknowledge, approvedWith, calendar, finding, played, post, stateOf } from './sample';
import { ownRule } from './sample-3';
import { approvedFourth, orderWith, out, paper, publishedFourth, REMEDIES, review, serve, urge } from './sample-4';
import { followUp, furtherOrder, rectified, remind } from './sample-measures';

describe('R84 the revisit form', () => {
  const amend: CaseCommand = {
    type: 'ProposeAmendment',
    data: {
      amendment: 'a1',
      finding: 'f1',
      text: '三件委托手续不全',
      resultClass: null,
      withdrawn: false,
      reason: '件数有误',
    },
  };
  const found = [
    finding('f1', 'correction-ordered', { text: '四件委托手续不全' }),
    finding('f2', 'risk', { item: 'item-2', text: '培训记录不连续' }),
  ];
  const facts = played(
    [
      [amend, 'officer-1', '2023-10-05'],
      [{ type: 'ApproveAmendment', data: { amendment: 'a1', asInspector: null, calendar } }, 'head-1', '2023-10-05'],
      ...out('correction-2', '2023-10-06'),
      [orderWith(REMEDIES), 'officer-1', '2023-10-08'],
      [paper('e'), 'officer-1', '2023-10-08'],
      [serve('2023-10-09'), 'officer-1', '2023-10-09'],
      [urge('2023-10-20'), 'rect-1', '2023-10-20'],
      [rectified('d1', 'f1', '2023-10-21'), 'rect-1', '2023-10-21'],
      [followUp('d1', 'f1', '2023-10-25', false), 'rect-1', '2023-10-25'],
      [furtherOrder('d1', 'f1', '2023-10-26', '2023-11-20', '仍有一件未补齐'), 'officer-1', '2023-10-26'],
      [remind('d2', 'f2', '2023-10-26'), 'officer-1', '2023-10-26'],
    ],
    publishedFourth(found),
  );

  it('R84 trap 14 shows each open finding with its old text beside the one in force', () => {
    const [first, second] = revisitForm(stateOf(facts));
    expect(first).toMatchObject({
      finding: 'f1',
      itemName: '执业许可',
      first: { text: '四件委托手续不全', label: '发现问题，责令改正' },
      now: { text: '三件委托手续不全' },
      earlier: [{ text: '四件委托手续不全', reason: '件数有误' }],
    });
    expect(second).toMatchObject({ finding: 'f2', first: { text: '培训记录不连续' }, now: { text: '培训记录不连续' } });
  });
  it('R84 shows every round: what was ordered, reported, seen, served and urged', () => {
    const [measure] = revisitForm(stateOf(facts))[0]!.measures;
    expect(measure).toMatchObject({
      disposition: 'd1',
      stateLabel: '整改中',
      awaitsRevisit: false,
      revisitBy: '2023-12-04',
      urgings: [{ occurredOn: '2023-10-20' }],
      rounds: [
        {
          round: 1,
          asked: '限期补齐委托手续',
          dueOn: '2023-10-23',
          served: { on: '2023-10-09' },
          report: { on: '2023-10-21', text: '已整改' },
          followUp: { on: '2023-10-25', method: 'onSite', text: '回访' },
          outcome: 'failed',
        },
        { round: 2, asked: '仍有一件未补齐', dueOn: '2023-11-20', report: null, followUp: null },
      ],
    });
  });
  it('R84 leaves out what is settled', () => {
    const heeded = played([[followUp('d2', 'f2', '2023-10-27', true), 'rect-1', '2023-10-27']], facts);
    expect(revisitForm(stateOf(heeded)).map((one) => one.finding)).toEqual(['f1']);
    expect(revisitForm(stateOf(publishedFourth([finding('f1', 'nothing-found')])))).toEqual([]);
  });
});

describe('R74 the publications of a case', () => {
  it('C24 trap 10 shows what would go out, and what has to be looked at in it', () => {
    const state = stateOf(approvedFourth([finding('f1', 'correction-ordered', { text: '三件卷宗无委托人签字' })]));
    expect(publicationsOf(state)).toMatchObject([
      {
        debt: 'result-1',
        status: 'owed',
        draft: true,
        dueOn: '2023-10-03',
        content: { result: '发现问题，责令改正：三件卷宗无委托人签字' },
        doubts: [{ field: 'result', found: ['委托人'] }],
        reviewed: false,
        channels: [
          { channel: 'portal', status: 'waiting', postedOn: null },
          { channel: 'credit-platform', status: 'waiting' },
        ],
      },
    ]);
  });
  it('R74 shows channels with their receipts, and masks as they were read', () => {
    const masked = review('result-1', { redactions: [{ finding: 'f1', text: '签字不全' }] });
    const half = played(
      [
        [masked, 'officer-1', '2023-10-02'],
        [post('result-1', 'portal')],
        [acknowledge('result-1', 'portal'), 'system:channels'],
      ],
      approvedFourth([finding('f1', 'correction-ordered', { text: '委托人签字不全' })], {
        practice: { redaction: ownRule({ words: [], also: ['legal-basis' as const] }) },
      }),
    );
    expect(publicationsOf(stateOf(half))).toMatchObject([
      {
        draft: false,
        reviewed: true,
        doubts: [],
        content: { result: '发现问题，责令改正：签字不全' },
        further: {},
        channels: [
          { channel: 'portal', status: 'acknowledged', receipt: 'result-1-portal-1', postedOn: '2023-10-02' },
          { channel: 'credit-platform', status: 'waiting' },
        ],
      },
    ]);
  });
  it('R74 knows of no reading in the earlier versions', () =>
    expect(publicationsOf(stateOf(approvedWith([finding('f1', 'risk')])))).toMatchObject([
      { reviewed: null, draft: true },
    ]));
});
