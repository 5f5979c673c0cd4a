import type { Day, Fact, Id } from '@srd/kernel';
import type { Summary, YearEvent } from './events';
import { refuse } from './refusals';

type Of<T extends YearEvent['type']> = Extract<YearEvent, { type: T }>['data'];

/** 未汇总, 已汇总, 已报送, 已退回, 已签收. */
export type ReportStatus = 'none' | 'summed' | 'sent' | 'returned' | 'received';

export const reportLabels: Readonly<Record<ReportStatus, string>> = {
  none: '未汇总',
  summed: '已汇总',
  sent: '已报送',
  returned: '已退回',
  received: '已签收',
};

/** A section's report: the newest issue as it stands, and every sending. */
export type SectionReport = {
  readonly status: ReportStatus;
  readonly issue: number;
  readonly summary: (Of<'SectionSummedUp'> & { readonly by: Id }) | null;
  readonly sent: readonly (Of<'YearReportSent'> & { readonly by: Id })[];
  readonly receipts: readonly (Of<'YearReportReceived'> & { readonly by: Id })[];
  readonly returns: readonly (Of<'YearReportReturned'> & { readonly by: Id })[];
  readonly counties: Readonly<Record<Id, CountyMaterial>>;
};

/** What a city's section has of a county, and what it did to get it. */
export type CountyMaterial = {
  readonly status: 'awaited' | 'arrived' | 'received';
  readonly summary: (Summary & { readonly from: Id; readonly issue: number }) | null;
  readonly document: string | null;
  readonly receipt: string | null;
  readonly receivedOn: Day | null;
  readonly guided: readonly (Of<'CountyGuided'> & { readonly by: Id })[];
};

export type YearState = {
  readonly organ: Id | null;
  readonly year: number | null;
  readonly sections: Readonly<Record<Id, SectionReport>>;
  /** What this organ's sections handed up to the superior one, the newest issue of each. */
  readonly handedUp: Readonly<Record<Id, Of<'CountyMaterialHandedUp'>>>;
  readonly lapsed: Readonly<Record<Id, Of<'DutyLapsed'>>>;
};

export const initial: YearState = { organ: null, year: null, sections: {}, handedUp: {}, lapsed: {} };

const noReport: SectionReport = {
  status: 'none',
  issue: 0,
  summary: null,
  sent: [],
  receipts: [],
  returns: [],
  counties: {},
};
const noMaterial: CountyMaterial = {
  status: 'awaited',
  summary: null,
  document: null,
  receipt: null,
  receivedOn: null,
  guided: [],
};

export function reportOf(state: YearState, section: Id): SectionReport {
  return (Object.hasOwn(state.sections, section) ? state.sections[section] : undefined) ?? noReport;
}

export function materialOf(state: YearState, section: Id, county: Id): CountyMaterial {
  const { counties } = reportOf(state, section);
  return (Object.hasOwn(counties, county) ? counties[county] : undefined) ?? noMaterial;
}

function withReport(state: YearState, section: Id, change: Partial<SectionReport>): YearState {
  return { ...state, sections: { ...state.sections, [section]: { ...reportOf(state, section), ...change } } };
}

function withMaterial(state: YearState, section: Id, county: Id, change: Partial<CountyMaterial>): YearState {
  const { counties } = reportOf(state, section);
  const material = { ...materialOf(state, section, county), ...change };
  return withReport(state, section, { counties: { ...counties, [county]: material } });
}

function demand(report: SectionReport, ...expected: readonly ReportStatus[]): void {
  if (!expected.includes(report.status)) refuse('OUT_OF_TURN', `现为“${reportLabels[report.status]}”`);
}

/** The year after one more fact. */
export function evolve(state: YearState, fact: Fact<YearEvent>): YearState {
  if (fact.type === 'YearOpened') {
    if (state.organ !== null) refuse('OUT_OF_TURN', '该年度已有记录');
    const { organ, year } = fact.data;
    return { ...state, organ, year };
  }
  if (state.organ === null) return refuse('OUT_OF_TURN', '该年度尚无记录');
  const by = fact.actor;
  switch (fact.type) {
    case 'SectionSummedUp': {
      const { section, issue } = fact.data;
      demand(reportOf(state, section), 'none', 'summed', 'returned', 'received');
      return withReport(state, section, { status: 'summed', issue, summary: { ...fact.data, by } });
    }
    case 'YearReportSent': {
      const report = reportOf(state, fact.data.section);
      demand(report, 'summed');
      return withReport(state, fact.data.section, { status: 'sent', sent: [...report.sent, { ...fact.data, by }] });
    }
    case 'YearReportReceived': {
      const report = reportOf(state, fact.data.section);
      demand(report, 'sent');
      const receipts = [...report.receipts, { ...fact.data, by }];
      return withReport(state, fact.data.section, { status: 'received', receipts });
    }
    case 'YearReportReturned': {
      const report = reportOf(state, fact.data.section);
      demand(report, 'sent');
      const returns = [...report.returns, { ...fact.data, by }];
      return withReport(state, fact.data.section, { status: 'returned', returns });
    }
    case 'CountyMaterialHandedUp':
      return { ...state, handedUp: { ...state.handedUp, [fact.data.section]: fact.data } };
    case 'CountyMaterialArrived': {
      const { section, county, from, issue, asOf, figures } = fact.data;
      return withMaterial(state, section, county, { status: 'arrived', summary: { from, issue, asOf, figures } });
    }
    case 'CountyMaterialReceived': {
      const { section, county, receipt, on } = fact.data;
      if (materialOf(state, section, county).status !== 'arrived') refuse('OUT_OF_TURN', '没有待签收的县区材料');
      return withMaterial(state, section, county, { status: 'received', receipt, receivedOn: on });
    }
    case 'CountyMaterialFiled': {
      const { section, county, document, occurredOn } = fact.data;
      return withMaterial(state, section, county, { status: 'received', document, receivedOn: occurredOn });
    }
    case 'CountyGuided': {
      const { section, county } = fact.data;
      const { guided } = materialOf(state, section, county);
      return withMaterial(state, section, county, { guided: [...guided, { ...fact.data, by }] });
    }
    case 'DutyLapsed':
      if (Object.hasOwn(state.lapsed, fact.data.duty)) refuse('OUT_OF_TURN', '该期限届满已有记录');
      return { ...state, lapsed: { ...state.lapsed, [fact.data.duty]: fact.data } };
    default:
      return refuse('OUT_OF_TURN');
  }
}
