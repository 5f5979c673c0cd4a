import type { CalendarCommand } from '@srd/domain/calendar';
import type { CatalogueCommand } from '@srd/domain/catalogue';
import type { CircularCommand } from '@srd/domain/circular';
import type { InspectorsCommand } from '@srd/domain/inspectors';
import type { IntegrityCommand } from '@srd/domain/integrity';
import type { OrganCommand } from '@srd/domain/organ';
import type { PractitionersCommand } from '@srd/domain/practitioners';
import type { RosterCommand } from '@srd/domain/roster';
import type { StandingCommand } from '@srd/domain/standing';
import { mayCommand, permits, roles, scopeOf, seesOrgan, type AccountCommand } from './index';

describe('who may do what', () => {
  type Known =
    | CalendarCommand
    | OrganCommand
    | RosterCommand
    | InspectorsCommand
    | PractitionersCommand
    | CatalogueCommand
    | AccountCommand
    | StandingCommand
    | IntegrityCommand
    | CircularCommand;
  const known: Record<Known['type'], true> = {
    EnterCalendarYear: true,
    FoundOrgan: true,
    ReviseRules: true,
    RenameOrgan: true,
    ReviseSections: true,
    RegisterInstitution: true,
    ReviseInstitution: true,
    ChangeInstitutionStatus: true,
    WaiveFault: true,
    ProposeRemoval: true,
    ConfirmRemoval: true,
    DeclineRemoval: true,
    ImportPriorInspection: true,
    RegisterPractitioner: true,
    RevisePractitioner: true,
    MovePractitioner: true,
    ChangePractitionerStatus: true,
    EnrolInspector: true,
    RenewCertificate: true,
    ReassignInspector: true,
    WithdrawInspector: true,
    RecordAbsence: true,
    WithdrawAbsence: true,
    DeclareInterest: true,
    WithdrawInterest: true,
    LendInspector: true,
    ReturnLoan: true,
    StateYearlyInterests: true,
    WaiveRotation: true,
    EnterItem: true,
    ReviseItem: true,
    PublishItems: true,
    WithdrawItem: true,
    OpenAccount: true,
    ProposeRole: true,
    ConfirmRole: true,
    DeclineRole: true,
    RevokeRole: true,
    DisableAccount: true,
    EnableAccount: true,
    ProposeListing: true,
    ServeListingNotice: true,
    RecordHearing: true,
    CloseHearing: true,
    ConfirmListing: true,
    DeclineListing: true,
    WithdrawListing: true,
    ExpireListing: true,
    RequestListingEnd: true,
    GrantListingEnd: true,
    RefuseListingEnd: true,
    PostListing: true,
    AcknowledgeListingPosting: true,
    FailListingPosting: true,
    RemoveForExit: true,
    EnterIntegrity: true,
    SendCreditData: true,
    ReceiveCreditData: true,
    FailCreditData: true,
    RecordSectorExit: true,
    WithdrawSectorExit: true,
    DraftCircular: true,
    IssueCircular: true,
    WithdrawCircular: true,
  };
  it('R62 R104 has a line for each command', () => {
    expect(Object.keys(known).filter((command) => !Object.hasOwn(mayCommand, command))).toEqual([]);
  });
  it('R104 gives the administrator accounts and nothing else, and nobody else accounts', () => {
    const administrative = [
      'OpenAccount',
      'ProposeRole',
      'ConfirmRole',
      'DeclineRole',
      'RevokeRole',
      'DisableAccount',
      'EnableAccount',
    ];
    for (const [command, may] of Object.entries(mayCommand)) {
      if (administrative.includes(command)) expect(may).toEqual(['account-admin']);
      else expect(may).not.toContain('account-admin');
    }
  });
  it('R87 R104 leaves a listing to the leader, and unknown commands to nobody', () => {
    expect([permits('ConfirmListing', ['leader']), permits('ConfirmListing', ['section-head', 'auditor'])]).toEqual([
      true,
      false,
    ]);
    expect([permits('toString', roles), permits('CloseHearing', roles)]).toEqual([false, false]);
  });
});

describe('whose data an organ sees', () => {
  const hierarchy = { chaozhou: null, chaoan: 'chaozhou', raoping: 'chaozhou', kazuo: null };
  it('R5 R7 R100 its own and its subordinates’', () => {
    expect(scopeOf(hierarchy, 'chaozhou')).toEqual(['chaozhou', 'chaoan', 'raoping']);
    expect(scopeOf(hierarchy, 'chaoan')).toEqual(['chaoan']);
  });
  it('R7 trap 13: never a sibling’s, a superior’s or a stranger’s', () => {
    const pairs = [
      ['chaoan', 'raoping'],
      ['chaoan', 'chaozhou'],
      ['chaozhou', 'kazuo'],
      ['kazuo', 'unknown'],
    ] as const;
    expect(pairs.map(([viewer, owner]) => seesOrgan(hierarchy, viewer, owner))).toEqual([false, false, false, false]);
  });
  it('R7 leaves a circle of superiors without end harmless', () => {
    expect(seesOrgan({ a: 'b', b: 'a' }, 'c', 'a')).toBe(false);
  });
});
