import { stage, type OpenCase } from '@srd/domain/case';
import { caseOf, casesOf, the, typesIn, type Path } from './paths';

const withState = (files: readonly OpenCase[], state: string) =>
  files.filter(({ context }) => context.dispositions.some((one) => one.state === state));
const debtOf = ({ context }: OpenCase, kind: string) => context.debts.find((debt) => debt.kind === kind);
const stepsOf = ({ context }: OpenCase) => context.dispositions.flatMap(({ steps }) => steps);

/** From the result on: publication, both ladders, standing, integrity files, clocks, the year. */
export const after: readonly Path[] = [
  {
    name: 'R72 trap 9 a result goes back with a reason, too late for the clock: the leader is told and answers',
    async shows(built) {
      const file = await caseOf(built, the(built, 'FindingsReturned'));
      const told = file.context.escalations.map(({ cause, kind, answer }) => [cause, kind, answer !== null]);
      expect(told).toContainEqual(['returned-late', 'approve', true]);
      expect(told).toContainEqual(['deadline-passed', 'publication', true]);
    },
  },
  {
    name: 'R73 trap 9 a day that passes goes up to the leader, in the county as well',
    async shows(built) {
      const { escalations } = (await built.case('raoping-2024-1-1')).context;
      expect(escalations.map(({ kind }) => kind)).toEqual(['approve', 'copy', 'publication']);
      expect(escalations.every(({ answer }) => answer?.instruction.includes('今日内'))).toBe(true);
    },
  },
  {
    name: 'R74 trap 10 one channel stays silent and is posted to again; each has its receipt',
    async shows(built) {
      const failed = the<{ channel: string; reason: string }>(built, 'PublicationFailed');
      expect(failed.data).toMatchObject({ channel: 'credit-platform', reason: '至 2024-04-04 未收到回执' });
      const file = await caseOf(built, failed);
      const { channels = [], status } = debtOf(file, 'result') ?? {};
      expect(status).toBe('discharged');
      expect(channels.map(({ channel, receipt }) => [channel, receipt !== null])).toEqual([
        ['portal', true],
        ['credit-platform', true],
      ]);
    },
  },
  {
    name: 'R75 trap 10 trap 14 an amendment keeps the old text, and 更正 is published with its reason',
    async shows(built) {
      const file = await caseOf(built, the(built, 'AmendmentApproved'));
      const [finding] = file.context.findings;
      expect([finding?.text, finding?.earlier.map(({ text }) => text)]).toEqual([
        '抽查卷宗10件，3件手续不全',
        ['抽查卷宗10件，4件手续不全'],
      ]);
      const correction = debtOf(file, 'correction');
      expect([correction?.status, correction?.replaces]).toEqual(['discharged', 'result-1']);
      expect(correction?.statement).toContain('更正公示');
    },
  },
  {
    name: 'R74 the outcome of a breach is published after its result, and linked to it',
    async shows(built) {
      const penalized = (await casesOf(built, 2024)).filter((file) => debtOf(file, 'outcome'));
      expect(penalized).toHaveLength(3);
      for (const file of penalized) {
        expect(debtOf(file, 'outcome')).toMatchObject({ status: 'discharged', replaces: 'result-1' });
      }
    },
  },
  {
    name: 'R87 trap 8 a penalty falls: entry and publication are taken back with a notice, the history stays',
    async shows(built) {
      const annulled = the<{ disposition: string }>(built, 'PenaltyAnnulled');
      const file = await caseOf(built, annulled);
      expect(debtOf(file, 'withdrawal')?.statement).toContain('撤回公示');
      const { object } = file.context;
      const standing = await built.standing(`${object?.id ?? ''}-credit`);
      expect([standing.stage, standing.publications.map(({ kind, status }) => `${kind} ${status}`)]).toEqual([
        'withdrawn',
        ['listing discharged', 'withdrawal discharged'],
      ]);
    },
  },
  {
    name: 'R76 grave non-cooperation is published on the credit platform',
    async shows(built) {
      const file = await caseOf(built, the(built, 'GraveNonCooperationFound'));
      const { on, status, channels = [] } = debtOf(file, 'non-cooperation') ?? {};
      expect([on, status]).toEqual([['credit-platform'], 'discharged']);
      expect(channels.map(({ channel, receipt }) => [channel, receipt !== null])).toEqual([['credit-platform', true]]);
    },
  },
  {
    name: 'R77 guidance is given all along, of several kinds',
    async shows(built) {
      const kinds = built.of<{ kind: string }>('GuidanceGiven').map(({ data }) => data.kind);
      expect([...new Set(kinds)].sort()).toEqual(['advice', 'demonstration', 'persuasion', 'publicity']);
    },
  },
  {
    name: 'R78 R81 an investigation comes back with a penalty: told, heard or waived, served with its remedies',
    async shows(built) {
      const penalized = (await casesOf(built, 2024)).filter((file) => stepsOf(file).includes('PenaltyDecided'));
      expect(penalized).toHaveLength(3);
      const statements = penalized.map(({ context }) => {
        const [one] = context.dispositions;
        expect([one?.notice !== null, one?.penalty?.served !== null, one?.penalty?.remedies !== null]).toEqual(
          Array(3).fill(true),
        );
        return one?.statement?.waived;
      });
      expect(statements.filter((waived) => waived === false)).toHaveLength(2);
      expect(statements).toContain(true);
    },
  },
  {
    name: 'R84 trap 7 urged, revisited with the old text beside it, ordered again: two rounds to the end',
    async shows(built) {
      const twice = (await casesOf(built, 2024)).filter((file) => stepsOf(file).includes('FurtherCorrectionOrdered'));
      expect(twice).toHaveLength(2);
      for (const { context } of twice) {
        const [one] = context.dispositions;
        expect(one?.rounds.map(({ outcome, served }) => [outcome, served !== null])).toEqual([
          ['failed', true],
          ['passed', true],
        ]);
        expect(one?.state).toBe('corrected');
      }
    },
  },
  {
    name: 'R84 trap 9 an order’s day passes unreported: the leader is told and answers, it is urged, and waits for its revisit',
    async shows(built) {
      expect(built.of('RectificationUrged')).toHaveLength(3);
      expect(built.of('RectificationLapsed')).toHaveLength(2);
      const { context } = await built.case('fc-kazuo-2024-3');
      expect([context.dispositions[0]?.state, context.urgings.length]).toEqual(['revisiting', 1]);
      const told = context.escalations.map(({ kind, answer }) => [kind, answer?.by ?? null]);
      expect(told).toEqual([
        ['correction', 'kazuo-leader'],
        ['revisit', null],
      ]);
    },
  },
  {
    name: 'R60 R84 a revisit is arranged, moved with a reason and made as it stood; another stands for the days to come',
    async shows(built) {
      const { stream } = the(built, 'RevisitChanged');
      expect(typesIn(built, stream)).toEqual(
        expect.arrayContaining(['RevisitArranged', 'RevisitChanged', 'FollowUpFailed', 'FollowUpPassed']),
      );
      const moved = await caseOf(built, the(built, 'RevisitChanged'));
      expect(moved.context.revisits).toMatchObject([{ on: '2024-04-25', changes: [{ from: '2024-04-24' }] }]);
      expect(moved.context.dispositions[0]?.rounds[0]?.followUp).toMatchObject({ on: '2024-04-25', deviation: null });
      const { context } = await built.case('fc-kazuo-2024-2');
      expect(context.revisits).toMatchObject([{ on: '2024-08-23', part: 'morning', cancelled: null }]);
      expect(context.dispositions.map(({ state }) => state)).toEqual(['revisiting']);
    },
  },
  {
    name: 'R85 R86 reminder, interview, listed though nobody has to, and off the list by itself on its day',
    async shows(built) {
      const file = await caseOf(built, the(built, 'InterviewHeld'));
      expect(stepsOf(file)).toEqual([
        'ReminderIssued',
        'FollowUpFailed',
        'InterviewHeld',
        'FollowUpFailed',
        'ListingProposalNoted',
        'ListingConfirmed',
        'ListingEnded',
      ]);
      const expired = the(built, 'ListingExpired');
      expect(expired.stream).toBe(`standing-${file.context.object?.id ?? ''}-abnormal`);
      expect([expired.actor, (await built.standing(expired.stream.slice('standing-'.length))).stage]).toEqual([
        'system:daily',
        'expired',
      ]);
    },
  },
  {
    name: 'R84 R85 R102 both ladders are also in progress, and a late copy waits for the leader’s word',
    async shows(built) {
      const files = await casesOf(built, 2024);
      const under = (state: string) => withState(files, state).map(({ procedure }) => procedure);
      expect(under('rectifying')).toEqual(['case/5', 'case/5']);
      expect(under('reminded')).toEqual(['case/5']);
      const late = await built.case('fc-chaozhou-2024-2');
      expect(late.context.escalations).toMatchObject([{ kind: 'copy', answer: null }]);
    },
  },
  {
    name: 'R80 R9 practice without a valid licence is reported to the licensing department, which signs for it',
    async shows(built) {
      const file = await caseOf(built, the(built, 'LicensingReceiptFiled'));
      expect(file.context.findings.map(({ resultClass }) => resultClass)).toEqual(['licensing']);
      expect([stage(file).code, withState([file], 'licensingInformed').length]).toEqual(['closed', 1]);
    },
  },
  {
    name: 'R82 R10 a suspected crime is referred, and the judiciary signs for it',
    async shows(built) {
      const file = await caseOf(built, the(built, 'ReferralReceiptFiled'));
      expect([stage(file).code, withState([file], 'referralReceived').length]).toEqual(['closed', 1]);
    },
  },
  {
    name: 'R87 C19 a listing is proposed, told, heard, decided, made public on both channels, and stands',
    async shows(built) {
      const [file, ...others] = (await casesOf(built, 2024)).filter((each) => stage(each).code === 'blacklisted');
      expect(others).toEqual([]);
      const subject = `${file?.context.object?.id ?? ''}-credit`;
      expect(typesIn(built, `standing-${subject}`)).toEqual([
        'ListingProposed',
        'ListingNoticeServed',
        'ListingHeard',
        'ListingConfirmed',
        ...Array<string[]>(2).fill(['ListingPosted', 'ListingPostingAcknowledged']).flat(),
      ]);
      expect((await built.standing(subject)).listing?.until).toBe('2025-06-17');
    },
  },
  {
    name: 'C20 one entry is repaired and one removed, each asked for by one and granted by another',
    async shows(built) {
      for (const type of ['ListingRepaired', 'ListingRemoved']) {
        const { stream, actor } = the(built, type);
        const asked = the(built, 'ListingEndRequested', new RegExp(`^${stream}$`));
        expect([asked.actor, actor]).toEqual(['chaozhou-lawyer-officer', 'chaozhou-leader']);
        const { publications } = await built.standing(stream.slice('standing-'.length));
        expect(publications.at(-1)).toMatchObject({ kind: 'end', status: 'discharged' });
      }
    },
  },
  {
    name: 'R94 R95 R96 what is new in a file goes to the credit platform, again after a failure',
    async shows(built) {
      const { stream } = the(built, 'CreditDataReceived');
      const { batches, entries } = await built.integrity(stream.slice('integrity-'.length));
      expect(batches.map(({ status }) => status)).toEqual(['failed', 'received']);
      expect(entries.map(({ entry }) => entry)).toEqual(expect.arrayContaining(['result', 'penalty', 'listed']));
    },
  },
  {
    name: 'R95 a circular names one for good and one for ill, issued by another, and stands in their files',
    async shows(built) {
      const { actor } = the(built, 'CircularDrafted');
      const issued = the<{ named: readonly { object: string }[] }>(built, 'CircularIssued');
      expect([actor, issued.actor]).toEqual(['chaozhou-lawyer-officer', 'chaozhou-lawyer-head']);
      expect(issued.data.named).toHaveLength(2);
      for (const { object } of issued.data.named) {
        const { entries } = await built.integrity(object);
        expect(entries.map(({ entry }) => entry)).toContain('circular');
      }
    },
  },
  {
    name: 'R88 an office leaves the sector on a decision: out of the draw, and out of the roster by a second person',
    async shows(built) {
      const exit = the<{ object: string; ground: string }>(built, 'SectorExitRecorded');
      expect([exit.actor, exit.data.ground]).toEqual(['raoping-leader', 'licence-cancelled']);
      const about = /^roster-raoping-grassroots-office$/;
      expect(the(built, 'InstitutionStatusChanged', about).actor).toBe('system:exit');
      expect(the(built, 'RemovalConfirmed', about)).toMatchObject({
        actor: 'raoping-head',
        data: { institution: exit.data.object },
      });
    },
  },
  {
    name: 'R98 R99 the year is reported with the system’s figures',
    async shows(built) {
      const { sections } = await built.year('chaozhou-2023');
      for (const { status, summary } of Object.values(sections)) {
        expect([status, (summary?.figures.length ?? 0) > 10]).toEqual(['received', true]);
      }
    },
  },
  {
    name: 'R5 R100 the county is guided, hands its material up with figures, and the city signs for it',
    async shows(built) {
      const { sections } = await built.year('chaozhou-2024');
      expect(sections['lawyer-administration']?.status).toBe('summed');
      const handed = the<{ to: string; figures: readonly object[] }>(built, 'CountyMaterialHandedUp');
      expect([handed.data.to, handed.data.figures.length > 10]).toEqual(['chaozhou', true]);
      expect(the(built, 'CountyGuided').at < handed.at).toBe(true);
      expect(handed.at < the(built, 'CountyMaterialReceived').at).toBe(true);
    },
  },
];
