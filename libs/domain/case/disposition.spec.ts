import { given } from '@srd/kernel';
import { deadlines, stage } from './state';
import type { CaseCommand } from './commands';
import { disposition, lives } from './disposition';
import type { CaseFact } from './events';
import { inspectionCase } from './rules';
import { by, calendar, finding, fact, played, published, publishedWith, stateOf, visited } from './sample';
import {
  annul,
  at,
  confirm,
  end,
  followUp,
  forgo,
  investigate,
  order,
  penalize,
  propose,
  remind,
  spot,
  told,
} from './sample-measures';
import type { ResultClass } from './vocabulary';

const inCase = (facts: readonly CaseFact[]) => given(inspectionCase, facts);
const later = by('officer-1', '2024-06-01');
const stageAfter = (facts: readonly CaseFact[]) => stage(stateOf(facts)).code;

describe('the breach ladder', () => {
  const facts = publishedWith([finding('f1', 'breach-investigation')]);
  const penalized = () =>
    played(
      [
        ...at('2023-10-03', investigate('d1', 'f1', '2023-10-03')),
        ...at('2023-11-01', penalize('d1', 'f1', '2023-11-01')),
        ...published('outcome-2', '2023-11-02'),
      ],
      facts,
    );

  it('R81 R84 an order to correct and an investigation on one finding run together', () => {
    const both = played(
      at('2023-10-03', investigate('d1', 'f1', '2023-10-03'), order('d2', 'f1', '2023-10-03')),
      facts,
    );
    expect(stateOf(both).context.dispositions.map((one) => one.state)).toEqual(['investigating', 'rectifying']);
    expect(stageAfter(both)).toBe('rectifying');
  });
  it('R84 an order that lapses is revisited all the same', () => {
    const ordered = played(
      at('2023-10-03', order('d1', 'f1', '2023-10-03')),
      publishedWith([finding('f1', 'correction-ordered')]),
    );
    const deadline = deadlines(stateOf(ordered)).find((one) => one.kind === 'correction');
    expect(deadline).toMatchObject({ on: '2023-10-17', subject: 'd1' });
    const pass: CaseCommand = { type: 'PassCaseDeadline', data: { deadline: deadline?.id ?? '' } };
    const lapsed = played([[pass, 'system:daily', '2023-10-18']], ordered);
    expect(lapsed.slice(-2).map((one) => one.type)).toEqual(['DeadlinePassed', 'RectificationLapsed']);
    expect(stageAfter(lapsed)).toBe('awaiting-revisit');
    expect(deadlines(stateOf(lapsed)).find((one) => one.kind === 'revisit')?.on).toBe('2023-10-31');
  });
  it('trap 9 a deadline that passed is recorded once, job run twice or not', () => {
    const ordered = played(at('2023-10-03', order('d1', 'f1', '2023-10-03')), facts);
    const copy = deadlines(stateOf(ordered)).find((one) => one.kind === 'copy');
    const pass: CaseCommand = { type: 'PassCaseDeadline', data: { deadline: copy?.id ?? '' } };
    const passed = played([[pass, 'system:daily', '2023-10-18']], ordered);
    expect(inCase(passed).when(pass, by('system:daily', '2023-10-18')).recorded).toEqual([]);
    expect(deadlines(stateOf(passed)).find((one) => one.kind === 'copy')?.passed).toBe(true);
    inCase(passed)
      .when({ type: 'PassCaseDeadline', data: { deadline: 'revisit:d9:2023-01-01' } })
      .refused('DEADLINE_UNKNOWN');
  });
  it('R81 refuses an investigation of a day to come, or of what is no breach', () => {
    inCase(facts)
      .when(investigate('d1', 'f1', '2024-06-02'), later)
      .refused('DAY_IN_FUTURE');
    inCase(publishedWith([finding('f1', 'nothing-found')]))
      .when(investigate('d1', 'f1', '2023-10-03'), later)
      .refused('MEASURE_NOT_FITTING');
  });
  it('R84 refuses an order that is due before it is given', () =>
    inCase(facts)
      .when(order('d1', 'f1', '2023-10-03', '2023-10-02'), later)
      .refused('DUE_BEFORE_ORDER'));
  it('R87 a penalty waits for a listing proposal, or for the reason why there is none', () => {
    expect(stageAfter(penalized())).toBe('awaiting-disposition');
    const proposed = played(at('2023-11-05', propose('d1', 'f1', '2023-11-05', 'credit', 'penalty')), penalized());
    inCase(proposed)
      .when(confirm('d1', 'f1', '2023-11-20', 'abnormal'), later)
      .refused('OTHER_STANDING');
    const listed = played(at('2023-11-20', confirm('d1', 'f1', '2023-11-20')), proposed);
    expect(stage(stateOf(listed))).toEqual({ code: 'blacklisted', label: '黑名单' });
    inCase(penalized())
      .when({ type: 'ForgoListing', data: { disposition: 'd1', finding: 'f1', reason: '' } }, later)
      .refused('REASON_MISSING');
    inCase(penalized())
      .when(propose('d1', 'f1', '2023-11-05', 'abnormal', 'unheeded', 'x'), later)
      .refused('LISTING_GROUND_WRONG');
  });
  it('C19 without a basis for a listing the penalty stands alone, with the reason on record', () => {
    const [forgone] = inCase(penalized()).when(forgo('d1', 'f1'), later).recorded;
    expect(forgone).toMatchObject({ type: 'ListingForgone', data: { reason: '无列入依据' } });
    expect(stageAfter(played(at('2023-11-05', forgo('d1', 'f1')), penalized()))).toBe('closed');
  });
  it('R87 a listed penalty that is annulled waits until the entry is withdrawn', () => {
    const listed = played(
      at('2023-11-20', propose('d1', 'f1', '2023-11-05', 'credit', 'penalty'), confirm('d1', 'f1', '2023-11-20')),
      penalized(),
    );
    const annulled = played(
      [...at('2024-01-05', annul('d1', 'f1', '2024-01-05')), ...published('withdrawal-3', '2024-01-06')],
      listed,
    );
    expect(stageAfter(annulled)).toBe('investigating');
    expect(stageAfter(played(at('2024-01-07', end('NoteListingWithdrawn', 'd1', 'f1', '2024-01-07')), annulled))).toBe(
      'closed',
    );
  });
  it('C19 a minor penalty is not published by default; annulling it owes nothing', () => {
    const minor = played(
      [
        ...at('2023-10-03', investigate('d1', 'f1', '2023-10-03')),
        ...at('2023-11-01', penalize('d1', 'f1', '2023-11-01', 'minor')),
      ],
      facts,
    );
    expect(stateOf(minor).context.debts).toHaveLength(1);
    expect(stageAfter(played(at('2023-12-01', annul('d1', 'f1', '2023-12-01')), minor))).toBe('closed');
  });
  it('R87 an annulment overtakes an outcome that was not posted yet', () => {
    const unposted = played(
      [
        ...at('2023-10-03', investigate('d1', 'f1', '2023-10-03')),
        ...at('2023-11-01', penalize('d1', 'f1', '2023-11-01')),
        ...at('2023-11-02', annul('d1', 'f1', '2023-11-02')),
      ],
      facts,
    );
    expect(stateOf(unposted).context.debts.map((debt) => debt.status)).toEqual(['discharged', 'superseded']);
    expect(stageAfter(unposted)).toBe('closed');
  });
  it('R74 a dropped investigation is told to the public too', () => {
    const drop: CaseCommand = {
      type: 'DropInvestigation',
      data: { ...told('d1', 'f1', '2023-11-01'), reason: '事实不成立', calendar },
    };
    const dropped = played(
      [...at('2023-10-03', investigate('d1', 'f1', '2023-10-03')), ...at('2023-11-01', drop)],
      facts,
    );
    expect(stageAfter(dropped)).toBe('awaiting-publication');
    expect(stageAfter(played(published('outcome-2', '2023-11-03'), dropped))).toBe('closed');
  });
  it('R79 what was corrected on the spot is closed by a follow-up, or goes on as uncorrected', () => {
    const onSpot = played(at('2023-10-02', spot('d1', 'f1')), publishedWith([finding('f1', 'corrected-on-spot')]));
    expect(stageAfter(onSpot)).toBe('awaiting-revisit');
    expect(stageAfter(played(at('2023-10-12', followUp('d1', 'f1', '2023-10-12', false)), onSpot))).toBe(
      'awaiting-disposition',
    );
  });
  it.each([
    ['R9 R80 a missing licence', 'licensing', 'ReportToLicensing', 'FileLicensingReceipt', '行政许可审批科'],
    ['R10 R82 a suspected crime', 'crime-suspected', 'ReferToJudiciary', 'FileReferralReceipt', '公安机关'],
  ] as const)('%s is open until the receipt of whom it was told is in', (_, found, tell, file, recipient) => {
    const sent: CaseCommand = {
      type: tell,
      data: { ...told('d1', 'f1', '2023-10-02'), recipient, documentNumber: '函1号' },
    };
    const receipt = (text: string): CaseCommand => ({
      type: file,
      data: { ...told('d1', 'f1', '2023-10-09'), receipt: text },
    });
    const transferred = played(at('2023-10-02', sent), publishedWith([finding('f1', found)]));
    expect(stageAfter(transferred)).not.toBe('closed');
    inCase(transferred).when(receipt(''), later).refused('RECEIPT_MISSING');
    expect(stageAfter(played(at('2023-10-09', receipt('回执1')), transferred))).toBe('closed');
  });
});

describe('the risk ladder', () => {
  const facts = publishedWith([finding('f1', 'risk')]);
  const interview: CaseCommand = {
    type: 'HoldInterview',
    data: { ...told('d1', 'f1', '2023-10-20'), text: '约谈', calendar },
  };
  const unheeded = () =>
    played(
      [
        ...at('2023-10-02', remind('d1', 'f1', '2023-10-02')),
        ...at('2023-10-17', followUp('d1', 'f1', '2023-10-17', false)),
      ],
      facts,
    );

  it('R85 a reminder that is heeded closes', () =>
    expect(
      stageAfter(
        played(
          [
            ...at('2023-10-02', remind('d1', 'f1', '2023-10-02')),
            ...at('2023-10-17', followUp('d1', 'f1', '2023-10-17', true)),
          ],
          facts,
        ),
      ),
    ).toBe('closed'));
  it('R85 one that is not may be followed by an interview, a round more', () => {
    const again = played(at('2023-10-20', interview), unheeded());
    expect(stateOf(again).context.dispositions[0]).toMatchObject({ state: 'reminded', round: 2 });
  });
  it('R86 C18 listing is discretionary here: the reason is mandatory', () => {
    inCase(unheeded())
      .when(propose('d1', 'f1', '2023-10-20', 'abnormal', 'unheeded', ''), later)
      .refused('REASON_MISSING');
    expect(
      stageAfter(
        played(at('2023-10-20', propose('d1', 'f1', '2023-10-20', 'abnormal', 'unheeded', '两次提醒无果')), unheeded()),
      ),
    ).toBe('investigating');
  });
  it('R85 an interview may come first', () => {
    const held = played(at('2023-10-20', interview), facts);
    expect(stateOf(held).context.dispositions[0]).toMatchObject({ state: 'reminded', round: 1 });
  });
  it('R85 refuses a reminder or an interview of a day to come', () => {
    const early = by('officer-1', '2023-10-01');
    inCase(facts).when(interview, early).refused('DAY_IN_FUTURE');
    inCase(facts)
      .when(remind('d1', 'f1', '2023-10-02'), early)
      .refused('DAY_IN_FUTURE');
  });
  it('R85 a risk is not a breach: no order, no penalty', () => {
    inCase(facts)
      .when(order('d1', 'f1', '2023-10-02'), later)
      .refused('MEASURE_NOT_FITTING');
    inCase(facts)
      .when(investigate('d1', 'f1', '2023-10-02'), later)
      .refused('MEASURE_NOT_FITTING');
  });
  it('R77 guidance settles when it is recorded, yet does not answer a risk by itself', () => {
    const guide: CaseCommand = {
      type: 'RecordGuidance',
      data: { ...told('d9', 'f1', '2023-10-02'), kind: 'advice', text: '建议' },
    };
    const guided = played(at('2023-10-02', guide), facts);
    expect(stateOf(guided).context.dispositions).toMatchObject([{ disposition: 'd9', state: 'guided' }]);
    expect(stageAfter(guided)).toBe('awaiting-disposition');
  });
});

describe('steps', () => {
  const facts = publishedWith([finding('f1', 'correction-ordered'), finding('f2', 'risk', { item: 'item-2' })]);
  it('refuses a finding that does not exist', () =>
    inCase(facts).when(order('d1', 'f9'), later).refused('FINDING_UNKNOWN'));
  it('trap 14 a correction order of a finding that was withdrawn is moot', () => {
    const ordered = played([...at('2023-10-02', order('d1', 'f1'), remind('d2', 'f2', '2023-10-02'))], facts);
    const heeded = played(at('2023-10-09', followUp('d2', 'f2', '2023-10-09', true)), ordered);
    const withdraw: CaseCommand = {
      type: 'ProposeAmendment',
      data: { amendment: 'a1', finding: 'f1', text: null, resultClass: null, withdrawn: true, reason: '事实有误' },
    };
    const approve: CaseCommand = { type: 'ApproveAmendment', data: { amendment: 'a1', asInspector: null, calendar } };
    const amended = played(
      [
        [withdraw, 'officer-1', '2023-10-10'],
        [approve, 'head-1', '2023-10-10'],
      ],
      heeded,
    );
    expect(stageAfter(played(published('correction-2', '2023-10-11'), amended))).toBe('closed');
    expect(deadlines(stateOf(amended)).some((one) => one.kind === 'correction')).toBe(false);
    inCase(amended).when(order('d3', 'f1'), later).refused('FINDING_UNKNOWN');
  });
  it('refuses a disposition of another finding', () =>
    inCase(played(at('2023-10-02', order('d1', 'f1')), facts))
      .when(remind('d1', 'f2', '2023-10-02'), later)
      .refused('DISPOSITION_OF_OTHER_FINDING'));
  it('refuses a day that has not come', () =>
    inCase(facts).when(order('d1', 'f1'), by('officer-1', '2023-10-01')).refused('DAY_IN_FUTURE'));
  it('refuses dispositions before the approval', () =>
    inCase(visited).when(order('d1', 'f1'), later).refused('OUT_OF_TURN'));
  it('a forged step of a settled disposition is refused by the chart itself', () => {
    const state = stateOf(played(at('2023-10-02', order('d1', 'f1')), facts));
    const forged = fact({
      type: 'PenaltyDecided',
      data: {
        ...told('d1', 'f1', '2023-10-02'),
        documentNumber: 'x',
        penalties: ['x'],
        penaltyClass: 'minor',
        publication: null,
      },
    });
    expect(() => inspectionCase.evolve(state, forged)).toThrow(/不接受/);
  });
});

it('B三(三) every state of a disposition has its article, its name and one meaning', () => {
  for (const [name, life] of Object.entries(lives)) {
    expect(life.basis).not.toBe('');
    expect(life.label).not.toBe('');
    expect([name, [...life.tags].filter((tag) => !tag.startsWith('listed')).length]).toEqual([name, 1]);
  }
  const reachable = new Set(['undecided', ...Object.values(lives).flatMap((life) => Object.values(life.next))]);
  expect([...reachable].sort()).toEqual(Object.keys(disposition.states).sort());
});

it('trap 7 no path leads from the breach ladder to the abnormal list', () => {
  const seen = new Set<string>();
  const walk = (state: string): void => {
    if (seen.has(state)) return;
    seen.add(state);
    for (const next of Object.values(lives[state]?.next ?? {})) walk(next);
  };
  for (const start of ['rectifying', 'correctedOnSpot', 'investigating']) walk(start);
  expect(seen).toContain('listedCredit');
  expect([...seen].filter((state) => /abnormal/i.test(state))).toEqual([]);
});

const classes: readonly ResultClass[] = [
  'deregistered',
  'licence-revoked',
  'licence-withdrawn',
  'moved-out',
  'business-suspended',
];
it.each(classes)('C28 %s closes when it is published, nothing else follows', (resultClass) =>
  expect(stageAfter(publishedWith([finding('f1', resultClass)]))).toBe('closed'),
);
