import { chaozhou2023, type OrganRules } from '@srd/domain/organ';
import type { JsonObject } from '@srd/kernel';
import { accountRoutes } from './account.routes';
import { calendarRoutes } from './calendar.routes';
import { catalogueRoutes } from './catalogue.routes';
import { describeForms, faultsOf, formed } from './forms.fixture';
import { inspectorsRoutes } from './inspectors.routes';
import { ReviseRulesDto, type RuleChangesDto } from './organ.dto';
import { organRoutes } from './organ.routes';
import { practitionersRoutes } from './practitioners.routes';
import { rosterRoutes } from './roster.routes';

const reason = '依据局长办公会议决定';
const own = { kind: 'own', note: '本机关自定' };
const document = { kind: 'document', document: '潮司〔2023〕2号', article: '二(五)' };
const occurredOn = '2024-06-30';

describeForms('organs', organRoutes, {
  ReviseRules: {
    good: {
      reason,
      changes: {
        teamSize: { value: 3, source: own },
        publication: { value: { days: 5, unit: 'working' }, source: document },
        sampling: {
          'law-firm': { value: { basisPoints: 1000, rounding: 'ceil', atLeast: 1, perYear: 1 }, source: document },
          'notary-office': null,
        },
        channels: { value: ['portal'], source: own },
        approval: { value: { required: true, inForceFrom: '2025-01-01' }, source: own },
        listNames: { value: { abnormal: '执业异常对象名单', credit: '信用黑名单' }, source: own },
        singleAccountAdmin: { value: false, source: own },
        yearlyCap: null,
        riskWeights: {
          value: { perComplaint: 1, perPenalty: 2, listed: 3, grades: [{ grade: 'C', add: 5 }], atMost: 20 },
          source: own,
        },
      },
    },
    bad: [
      ['/reason', ' '],
      ['/changes', undefined],
      ['/changes/teamSize', null],
      ['/changes/teamSize/source', undefined],
      ['/changes/teamSize/source', null],
      ['/changes/teamSize/source/kind', 'hearsay'],
      ['/changes/teamSize/source/article', '一'],
      ['/changes/publication/value/unit', 'lunar'],
      ['/changes/sampling/bank', null],
      ['/changes/approval/value/inForceFrom', '2025-02-29'],
    ],
  },
  RenameOrgan: { good: { name: '潮州市司法局', reason, occurredOn }, bad: [['/occurredOn', '2024-02-30']] },
  ReviseSections: {
    good: {
      sections: [{ id: 'lawyers', name: '律师工作管理科', kind: 'line', sectors: ['law-firm'] }],
      reason,
      occurredOn,
    },
    bad: [
      ['/sections', []],
      ['/sections/0/id', '科 室'],
      ['/sections/0/kind', 'other'],
      ['/sections/0/sectors/0', 'bank'],
    ],
  },
});

describe('the rules of an organ', () => {
  it('all have their place in the form, as the presets give them', async () => {
    const { rules } = chaozhou2023;
    const body = { reason, changes: rules };
    expect(await faultsOf(ReviseRulesDto, body)).toEqual([]);
    expect((await formed(ReviseRulesDto, body))['changes']).toEqual(rules);
  });

  it('are none that the form doesn’t know', () => {
    const all: [Exclude<keyof OrganRules, keyof RuleChangesDto>] extends [never] ? true : never = true;
    expect(all).toBe(true);
  });

  it('that are left out stay out', async () => {
    const changes = (await formed(ReviseRulesDto, { reason, changes: {} }))['changes'] as JsonObject;
    expect(Object.keys(changes)).toEqual([]);
  });

  it('tell the kind of a source when it isn’t one', async () => {
    const body = { reason, changes: { teamSize: { value: 3, source: { kind: 'x', note: 'y' } } } };
    expect(await faultsOf(ReviseRulesDto, body)).toEqual(['/changes/teamSize/source/kind']);
  });
});

describeForms('calendar', calendarRoutes, {
  EnterCalendarYear: {
    good: {
      year: '2024',
      notice: '国办发明电〔2023〕7号',
      holidays: ['2024-01-01'],
      workdays: ['2024-02-04'],
      reason: null,
    },
    bad: [
      ['/year', '24'],
      ['/holidays', []],
      ['/holidays/0', '2024-13-01'],
      ['/notice', undefined],
    ],
  },
});

const basis = [{ law: '中华人民共和国律师法', article: '第五十二条', version: '2017年修正' }];
const item = {
  item: 'L-01',
  number: '1',
  name: '律师事务所执业情况',
  basis,
  subject: '市司法局',
  sector: 'law-firm',
  content: ['遵守律师法律法规情况'],
  methods: ['onSite'],
  joint: false,
  kind: 'general',
  perYearAtMost: 1,
};
describeForms('catalogues', catalogueRoutes, {
  EnterItem: {
    good: item,
    bad: [
      ['/item', ''],
      ['/methods/0', 'phone'],
      ['/basis/0/law', ' '],
      ['/sector', 'bank'],
    ],
  },
  ReviseItem: {
    good: {
      item: 'L-01',
      changes: { content: ['内部管理情况'], perYearAtMost: null, checklist: [{ id: 'e1', text: '是否公示' }] },
      reason,
    },
    bad: [
      ['/changes/name', null],
      ['/changes/organ', 'kazuo'],
      ['/changes/checklist/0/text', ' '],
      ['/reason', undefined],
    ],
  },
  PublishItems: {
    good: { items: ['L-01'], occurredOn },
    bad: [
      ['/items/0', ' '],
      ['/occurredOn', 'today'],
    ],
  },
  WithdrawItem: { good: { item: 'L-01', reason, occurredOn }, bad: [['/item', undefined]] },
});

const particulars = {
  name: '广东某律师事务所',
  formerNames: ['某律师事务所'],
  branchOf: null,
  uscc: '31440000MD0000000X',
  registrationNumber: '24451199900000001',
  licensingAuthority: '广东省司法厅',
  licensedOn: '2010-05-01',
  registeredPremises: '潮州市湘桥区某路1号',
  divisionCode: '445102',
  practising: 12,
  accreditation: { number: 'CNAS-1', validUntil: '2026-01-01' },
  assessment: { year: 2022, result: '合格' },
  creditGrade: { grade: 'A', gradedOn: '2023-03-01' },
  dataSource: '省律师综合管理平台',
  fictional: true,
};
describeForms('practitioners', practitionersRoutes, {
  RegisterPractitioner: {
    good: {
      person: 'p-1',
      institution: 'fi-1',
      particulars: { licensedOn: '2010-05-01', assessment: { year: 2023, result: '称职' }, complaints: 1 },
      occurredOn,
    },
    bad: [
      ['/particulars/name', '张三'],
      ['/institution', undefined],
      ['/organ', 'kazuo'],
      ['/institutionKnown', true],
    ],
  },
  RevisePractitioner: {
    good: { person: 'p-1', changes: { penalties: 1, licensedOn: null }, reason, occurredOn },
    bad: [['/changes', undefined]],
  },
  MovePractitioner: {
    good: { person: 'p-1', from: null, to: 'fi-2', reason, occurredOn },
    bad: [
      ['/to', undefined],
      ['/institutionKnown', true],
    ],
  },
  ChangePractitionerStatus: {
    good: { person: 'p-1', status: 'suspended', reason, occurredOn },
    bad: [['/status', 'gone']],
  },
});

describeForms('rosters', rosterRoutes, {
  RegisterInstitution: {
    good: { institution: 'firm-1', particulars, occurredOn },
    bad: [
      ['/particulars', undefined],
      ['/particulars/name', undefined],
      ['/particulars/head', '张 三'],
      ['/organ', 'kazuo'],
      ['/elsewhere', null],
    ],
  },
  ReviseInstitution: {
    good: { institution: 'firm-1', changes: { actualPremises: null, practising: 14 }, reason, occurredOn },
    bad: [
      ['/changes/name', null],
      ['/elsewhere', null],
    ],
  },
  ChangeInstitutionStatus: {
    good: { institution: 'firm-1', status: 'suspended', reason, occurredOn },
    bad: [['/status', 'gone']],
  },
  WaiveFault: { good: { institution: 'firm-1', reason }, bad: [['/reason', '']] },
  ProposeRemoval: { good: { institution: 'firm-1', reason }, bad: [['/institution', undefined]] },
  ConfirmRemoval: { good: { institution: 'firm-1' }, bad: [['/institution', null]] },
  DeclineRemoval: { good: { institution: 'firm-1', reason }, bad: [['/reason', '\u202e']] },
  ImportPriorInspection: {
    good: {
      institution: 'firm-1',
      inspectedOn: '2022-08-01',
      inspectingBody: 'chaozhou',
      method: 'onSite',
      random: true,
      inspectors: ['p-1'],
      result: '未发现问题',
      dataSource: '纸质档案',
    },
    bad: [
      ['/inspectors/0', '李 四'],
      ['/method', 'online'],
    ],
  },
});

const certificate = { kind: 'provincial', validFrom: '2022-01-01', validUntil: '2026-12-31' };
const absence = { person: 'p-1', from: '2024-07-01', to: '2024-07-05' };
describeForms('inspectors', inspectorsRoutes, {
  EnrolInspector: {
    good: { person: 'p-1', section: 'lawyers', fields: ['law-firm', 'price'], certificate },
    bad: [
      ['/fields', []],
      ['/fields/1', 'law-firm'],
      ['/certificate/number', '粤V001'],
      ['/certificate', null],
      ['/organ', 'x'],
    ],
  },
  RenewCertificate: { good: { person: 'p-1', certificate }, bad: [['/certificate/validUntil', '2026']] },
  ReassignInspector: {
    good: { person: 'p-1', section: null, fields: ['price'], reason },
    bad: [['/fields', undefined]],
  },
  WithdrawInspector: { good: { person: 'p-1', reason, occurredOn }, bad: [['/person', undefined]] },
  RecordAbsence: {
    good: absence,
    bad: [
      ['/ground', '病假'],
      ['/to', undefined],
    ],
  },
  WithdrawAbsence: { good: absence, bad: [['/from', '7月1日']] },
  DeclareInterest: {
    good: {
      interest: 'i-1',
      person: 'p-1',
      institution: 'firm-1',
      relation: 'former-employment',
      leftOn: '2020-01-01',
      weight: 'hard',
      source: 'self',
      from: '2020-01-01',
      until: null,
    },
    bad: [
      ['/relation', 'friend'],
      ['/weight', undefined],
    ],
  },
  LendInspector: {
    good: {
      person: 'p-1',
      loan: 'loan-1',
      borrower: 'raoping',
      from: occurredOn,
      until: occurredOn,
      reason,
      borrowerConsent: { by: 'a-head', document: '借调函1号', on: occurredOn },
    },
    bad: [
      ['/borrowerConsent', undefined],
      ['/consentOrgan', 'raoping'],
    ],
  },
  ReturnLoan: { good: { loan: 'loan-1', reason, occurredOn }, bad: [['/loan', undefined]] },
  StateYearlyInterests: {
    good: { person: 'p-1', year: 2024, interests: ['i-1'], occurredOn },
    bad: [['/year', 24]],
  },
  WaiveRotation: {
    good: { person: 'p-1', institution: 'lf-1', task: 'chaozhou-2024-1', reason },
    bad: [
      ['/task', undefined],
      ['/asPerson', 'p-2'],
    ],
  },
  WithdrawInterest: { good: { interest: 'i-1', reason }, bad: [['/interest', undefined]] },
});

describeForms('accounts', accountRoutes, {
  OpenAccount: {
    good: { organ: 'chaozhou', person: 'p-1', section: 'lawyers' },
    bad: [
      ['/organ', undefined],
      ['/account', 'x'],
    ],
  },
  ProposeRole: { good: { role: 'section-officer', section: 'lawyers' }, bad: [['/role', 'root']] },
  ConfirmRole: { good: { role: 'leader', section: null }, bad: [['/singleAccountAdmin', true]] },
  DeclineRole: { good: { role: 'leader', section: null, reason }, bad: [['/reason', undefined]] },
  RevokeRole: { good: { role: 'leader', section: null, reason }, bad: [['/reason', undefined]] },
  DisableAccount: { good: { reason }, bad: [['/reason', undefined]] },
  EnableAccount: { good: { reason }, bad: [['/reason', 7]] },
});
