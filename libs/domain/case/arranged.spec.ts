import { given } from '@srd/kernel';
import { arrangedFor } from './arranged';
import type { CaseCommand } from './commands';
import type { CaseFact } from './events';
import { inspectionCase } from './rules';
import { by, finding, member, on, played, stateOf } from './sample';
import { publishedFourth, urge } from './sample-4';
import { arrange, cancel, orderedFifth, rearrange, reportedFifth, revisit } from './sample-5';
import { followUp, furtherOrder, remind } from './sample-measures';
import { stage } from './state';
import { revisitParts } from './vocabulary-5';

const inCase = (facts: readonly CaseFact[]) => given(inspectionCase, facts);
const officer = (day: string) => by('rectification-1', day);
const onDay = (day: string, ...commands: readonly CaseCommand[]) =>
  commands.map((command) => [command, 'rectification-1', day] as const);
const standing = (facts: readonly CaseFact[]) => {
  const { context } = stateOf(facts);
  return arrangedFor(context, context.dispositions[0]!);
};

const arranged = played(onDay('2023-10-20', arrange('2023-10-27')), reportedFifth);

describe('R84 a revisit is arranged on the record', () => {
  it('R84 who goes where on which day, for the round that runs; the case stays where it was', () => {
    const [event] = inCase(reportedFifth).when(arrange('2023-10-27'), officer('2023-10-20')).recorded;
    expect(event).toEqual({
      type: 'RevisitArranged',
      data: {
        disposition: 'd1',
        finding: 'f1',
        round: 1,
        on: '2023-10-27',
        part: 'morning',
        inspectors: [member('i1'), member('i2')],
        method: 'onSite',
        elsewhere: null,
        note: null,
      },
    });
    expect(standing(arranged)).toMatchObject({ on: '2023-10-27', by: 'rectification-1', changes: [] });
    expect(stage(stateOf(arranged))).toEqual(stage(stateOf(reportedFifth)));
    for (const part of revisitParts)
      expect(inCase(reportedFifth).when(arrange('2023-10-27', { part }), officer('2023-10-20')).recorded).toHaveLength(
        1,
      );
  });
  it('R84 a second one isn’t made beside it, and another measure’s, or none, isn’t arranged', () => {
    inCase(arranged).when(arrange('2023-10-30'), officer('2023-10-23')).refused('REVISIT_ARRANGED');
    const unknown = arrange('2023-10-27', { disposition: 'd9' });
    inCase(reportedFifth).when(unknown, officer('2023-10-20')).refused('DISPOSITION_UNKNOWN');
    const other = arrange('2023-10-27', { finding: 'f9' });
    inCase(reportedFifth).when(other, officer('2023-10-20')).refused('DISPOSITION_OF_OTHER_FINDING');
    const passed = played(onDay('2023-10-27', revisit('2023-10-27')), arranged);
    expect(standing(passed)).toBeNull();
    inCase(passed).when(arrange('2023-10-30'), officer('2023-10-27')).refused('NOTHING_TO_REVISIT');
  });
  it('R48 R84 the day has not passed, is worked on, comes after the order’s last one, and in good time or with a reason', () => {
    const asked = (day: string, note: string | null = null, today = '2023-10-20', facts = reportedFifth) =>
      inCase(facts).when(arrange(day, { note }), officer(today));
    asked('2023-10-19').refused('REVISIT_DAY_PAST');
    asked('2023-10-28').refused('REVISIT_ON_DAY_OFF');
    asked('2031-10-28').refused('CALENDAR_YEAR_MISSING');
    asked('2023-11-07').refused('REVISIT_AFTER_DUE');
    expect(asked('2023-11-07', '机构搬迁，负责人要求推迟').recorded).toHaveLength(1);
    expect(asked('2023-10-23').recorded).toHaveLength(1);
    asked('2023-10-23', null, '2023-10-20', orderedFifth).refused('REVISIT_BEFORE_DUE');
    expect(asked('2023-10-24', null, '2023-10-20', orderedFifth).recorded).toHaveLength(1);
  });
  it('R48 R84 a make-up day is a working day', () => {
    const late = played(onDay('2023-10-08', urge('2023-10-08')), reportedFifth);
    // The Saturday after the holiday of 2023 is worked on.
    expect(inCase(late).when(arrange('2023-10-08'), officer('2023-10-08')).recorded).toHaveLength(1);
  });
  it('R84 a reminder is followed by a revisit too', () => {
    const reminded = played(
      onDay('2023-10-09', remind('d1', 'f1', '2023-10-09')),
      publishedFourth([finding('f1', 'risk')], { procedure: 'case/5' }),
    );
    expect(inCase(reminded).when(arrange('2023-10-12'), officer('2023-10-09')).recorded).toHaveLength(1);
  });
  it('R84 another place than the registered one has its reason; paper has none', () => {
    const elsewhere = '区司法所会议室';
    const asked = (more: object) => inCase(reportedFifth).when(arrange('2023-10-27', more), officer('2023-10-20'));
    asked({ elsewhere }).refused('NOT_AT_PREMISES');
    expect(asked({ elsewhere, note: '执业场所装修' }).recorded).toHaveLength(1);
    asked({ elsewhere, note: '调卷', method: 'documentary' }).refused('NOT_AT_PREMISES');
  });
});

describe('R60 R22 R61 who goes to a revisit', () => {
  const asked = (more: object) => inCase(reportedFifth).when(arrange('2023-10-27', more), officer('2023-10-20'));
  it('R60 refuses one alone and one twice', () => {
    asked({ inspectors: [member('i1')] }).refused('TOO_FEW_INSPECTORS');
    asked({ inspectors: [member('i1'), member('i1')] }).refused('INSPECTOR_TWICE');
  });
  it('R22 the certificate is valid on the day itself', () => {
    const ending = { ...member('i2'), certificateValidUntil: on('2023-10-26') };
    asked({ inspectors: [member('i1'), ending] }).refused('CERTIFICATE_INVALID');
    const enough = { ...member('i2'), certificateValidUntil: on('2023-10-27') };
    expect(asked({ inspectors: [member('i1'), enough] }).recorded).toHaveLength(1);
  });
  it('R61 nobody with an interest, on leave, or recused', () => {
    asked({ bars: [{ inspector: 'i2', bar: 'interest', until: null }] }).refused('INSPECTOR_BARRED');
    asked({ bars: [{ inspector: 'i2', bar: 'absent', until: '2023-10-30' }] }).refused('INSPECTOR_BARRED');
    expect(asked({ bars: [{ inspector: 'i9', bar: 'interest', until: null }] }).recorded).toHaveLength(1);
    const withRecusal = (status: 'granted' | 'requested') =>
      played(
        onDay(
          '2023-10-20',
          {
            type: 'RequestRecusal',
            data: { recusal: 'r1', inspector: 'i2', ground: '近亲属任职', occurredOn: on('2023-10-20') },
          },
          ...(status === 'granted'
            ? [
                {
                  type: 'DecideRecusal',
                  data: { recusal: 'r1', granted: true, reason: '属实', asInspector: null },
                } as const,
              ]
            : []),
        ),
        reportedFifth,
      );
    const going = arrange('2023-10-27');
    inCase(withRecusal('granted')).when(going, officer('2023-10-20')).refused('RECUSED_INSPECTOR');
    inCase(withRecusal('requested')).when(going, officer('2023-10-20')).refused('RECUSAL_UNDECIDED');
  });
});

describe('R84 an appointment is changed or given up with a reason', () => {
  it('R84 the day before stays on record', () => {
    const changed = played(onDay('2023-10-23', rearrange('2023-10-30', { part: 'afternoon' })), arranged);
    expect(standing(changed)).toMatchObject({
      on: '2023-10-30',
      part: 'afternoon',
      changes: [{ from: '2023-10-27', reason: '机构负责人当日外出', by: 'rectification-1' }],
    });
    inCase(arranged).when(rearrange('2023-10-27'), officer('2023-10-23')).refused('REVISIT_UNCHANGED');
    inCase(arranged)
      .when(rearrange('2023-10-30', {}, ' '), officer('2023-10-23'))
      .refused('REASON_MISSING');
    inCase(arranged).when(rearrange('2023-10-29'), officer('2023-10-23')).refused('REVISIT_ON_DAY_OFF');
    inCase(reportedFifth).when(rearrange('2023-10-30'), officer('2023-10-23')).refused('REVISIT_NOT_ARRANGED');
  });
  it('R84 what was cancelled makes room for another', () => {
    const cancelled = played(onDay('2023-10-23', cancel()), arranged);
    expect(standing(cancelled)).toBeNull();
    expect(stateOf(cancelled).context.revisits[0]?.cancelled).toEqual({
      reason: '机构申请延期，另行安排',
      by: 'rectification-1',
    });
    inCase(arranged).when(cancel(''), officer('2023-10-23')).refused('REASON_MISSING');
    inCase(cancelled).when(cancel(), officer('2023-10-23')).refused('REVISIT_NOT_ARRANGED');
    const again = played(onDay('2023-10-24', arrange('2023-11-01')), cancelled);
    expect(standing(again)?.on).toBe('2023-11-01');
  });
  it('R84 a new round has no appointment', () => {
    const failed = onDay('2023-10-27', revisit('2023-10-27', { passed: false }));
    const further = onDay('2023-10-30', furtherOrder('d1', 'f1', '2023-10-30', '2023-11-10'));
    expect(standing(played([...failed, ...further], arranged))).toBeNull();
  });
});

describe('R84 the revisit as it was made', () => {
  const made = (more: object = {}, day = '2023-10-27') => inCase(arranged).when(revisit(day, more), officer(day));
  const people = (...ids: readonly string[]) =>
    ids.map((inspector) => ({ inspector, certificateValidUntil: on('2025-12-31') }));
  it('R84 as arranged needs no word, otherwise what differs is said and asked for', () => {
    const [event] = made().recorded;
    expect(event).toMatchObject({ type: 'FollowUpPassed', data: { present: people('i1', 'i2') } });
    expect(event?.data).not.toHaveProperty('deviation');
    made({}, '2023-10-30').refused('REVISIT_DIFFERS');
    made({ present: people('i1', 'i3') }).refused('REVISIT_DIFFERS');
    made({ method: 'documentary' }).refused('REVISIT_DIFFERS');
    const deviation = 'i2 临时抽调，改由 i3 到场';
    const told = made({ present: people('i3', 'i1'), deviation }).recorded;
    expect(told[0]?.data).toMatchObject({ deviation });
    const after = stateOf(played(onDay('2023-10-30', revisit('2023-10-30', { deviation })), arranged));
    expect(after.context.dispositions[0]?.rounds[0]?.followUp).toMatchObject({ present: ['i1', 'i2'], deviation });
  });
  it('R60 R22 R61 two people on the spot with certificates, even where nothing was arranged', () => {
    const unarranged = (more: object) => inCase(reportedFifth).when(revisit('2023-10-27', more), officer('2023-10-27'));
    unarranged({ present: people('i1') }).refused('TOO_FEW_INSPECTORS');
    unarranged({ present: [] }).refused('TOO_FEW_INSPECTORS');
    const lapsed = { inspector: 'i2', certificateValidUntil: on('2023-10-26') };
    unarranged({ present: [...people('i1'), lapsed] }).refused('CERTIFICATE_INVALID');
    unarranged({ bars: [{ inspector: 'i2', bar: 'interest', until: null }] }).refused('INSPECTOR_BARRED');
    expect(unarranged({ bars: [{ inspector: 'i2', bar: 'absent', until: null }] }).recorded).toHaveLength(1);
    expect(unarranged({ method: 'documentary', present: [] }).recorded).toHaveLength(1);
  });
  it('R84 a revisit out of its turn is refused as before', () => {
    inCase(orderedFifth).when(revisit('2023-10-20'), officer('2023-10-20')).refused('OUT_OF_TURN');
    const unknown = revisit('2023-10-27', { disposition: 'd9' });
    inCase(reportedFifth).when(unknown, officer('2023-10-27')).refused('DISPOSITION_UNKNOWN');
  });
});

describe('trap 15 the earlier versions stay as they are', () => {
  it('trap 15 case/4 knows no appointment and asks no names', () => {
    const fourth = publishedFourth([finding('f1', 'risk')]);
    const reminded = played(onDay('2023-10-09', remind('d1', 'f1', '2023-10-09')), fourth);
    inCase(reminded).when(arrange('2023-10-12'), officer('2023-10-09')).refused('OUT_OF_TURN');
    const plain = followUp('d1', 'f1', '2023-10-12', true);
    expect(inCase(reminded).when(plain, officer('2023-10-12')).recorded).toHaveLength(1);
  });
});
