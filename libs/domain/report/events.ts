import type { Sector, Source } from '@srd/domain/organ';
import type { Day, DomainEvent, Id } from '@srd/kernel';
import type { FigureValue } from './figures';

/** What an organ owes in a year beside its cases (R15–R17, R99, C22). */
export type DutyKind = 'rosters' | 'items' | 'joint-items' | 'report';

/** Who is told when a day passes: an inner target is the head's business, an outer one the leader's. */
export const escalations = ['section-head', 'leader'] as const;
export type Escalation = (typeof escalations)[number];

/** What a section or a county counted, and as of which day: run again for that day, it gives the same numbers. */
export type Summary = { readonly asOf: Day; readonly figures: readonly FigureValue[] };

export type YearEvent =
  /** The organ's year has something on record: names the rules that the stream goes by. */
  | DomainEvent<'YearOpened', { readonly procedure: 'report/1'; readonly organ: Id; readonly year: number }>
  /** 汇总、分析、总结 by the section (A三末段, B四(三); R98). */
  | DomainEvent<
      'SectionSummedUp',
      Summary & {
        readonly section: Id;
        readonly issue: number;
        readonly analysis: string;
        readonly conclusions: string;
      }
    >
  /** 送法治督察科 before November (A三末段; R99). Its day is the day of sending. */
  | DomainEvent<
      'YearReportSent',
      {
        readonly section: Id;
        readonly issue: number;
        readonly on: Day;
        readonly dueOn: Day;
        readonly late: boolean;
        readonly lateReason: string | null;
        /** Counties whose material isn't in yet, and why it goes out without (R100). */
        readonly withoutCounties: readonly Id[];
        readonly withoutReason: string | null;
      }
    >
  /** 法治督察科's receipt (R3, R99). */
  | DomainEvent<
      'YearReportReceived',
      { readonly section: Id; readonly issue: number; readonly receipt: string; readonly on: Day }
    >
  | DomainEvent<'YearReportReturned', { readonly section: Id; readonly issue: number; readonly reason: string }>
  /** A county's section hands its material up (A三末段; R5, R100), with its own figures. */
  | DomainEvent<
      'CountyMaterialHandedUp',
      Summary & {
        readonly section: Id;
        readonly issue: number;
        readonly to: Id;
        readonly sectors: readonly Sector[];
        readonly text: string;
        readonly on: Day;
      }
    >
  /** It has reached the city's section, carried over from the county's own record. */
  | DomainEvent<
      'CountyMaterialArrived',
      Summary & {
        readonly section: Id;
        readonly county: Id;
        readonly from: Id;
        readonly issue: number;
        readonly on: Day;
      }
    >
  | DomainEvent<
      'CountyMaterialReceived',
      { readonly section: Id; readonly county: Id; readonly receipt: string; readonly on: Day }
    >
  /** Material that came on paper: the document's number instead of figures of this system. */
  | DomainEvent<
      'CountyMaterialFiled',
      { readonly section: Id; readonly county: Id; readonly document: string; readonly occurredOn: Day }
    >
  /** 指导 and 催报 (A三末段; R5). */
  | DomainEvent<
      'CountyGuided',
      {
        readonly section: Id;
        readonly county: Id;
        readonly kind: 'guidance' | 'reminder';
        readonly text: string;
        readonly occurredOn: Day;
      }
    >
  /** A day of the plan's year passed without what was due on it (R15–R17, R99): recorded once, shown to the leader. */
  | DomainEvent<
      'DutyLapsed',
      {
        readonly duty: Id;
        readonly kind: DutyKind;
        readonly section: Id | null;
        readonly label: string;
        readonly dueOn: Day;
        readonly rule: string;
        readonly source: Source;
        readonly missing: readonly string[];
        readonly escalatedTo: Escalation;
      }
    >;
