import type { Sector } from '@srd/domain/organ';
import type { Day, DomainCommand, Id } from '@srd/kernel';
import type { Duty } from './duties';
import type { FigureValue } from './figures';

/** What is read for every command: whose year it is, its business sections and the organs below it. */
type Year = {
  readonly organ: Id;
  readonly year: number;
  readonly sections: readonly Id[];
  readonly counties: readonly Id[];
};

export type YearCommand =
  | DomainCommand<
      'SumUp',
      Year & {
        readonly section: Id;
        readonly asOf: Day;
        readonly analysis: string;
        readonly conclusions: string;
        readonly figures: readonly FigureValue[];
      }
    >
  | DomainCommand<
      'SendYearReport',
      Year & {
        readonly section: Id;
        readonly dueOn: Day;
        readonly lateReason?: string | null;
        readonly withoutReason?: string | null;
      }
    >
  | DomainCommand<'ReceiveYearReport', Year & { readonly section: Id; readonly receipt: string }>
  | DomainCommand<'ReturnYearReport', Year & { readonly section: Id; readonly reason: string }>
  | DomainCommand<
      'HandUpMaterial',
      Year & {
        readonly section: Id;
        readonly asOf: Day;
        readonly text: string;
        readonly superior: Id | null;
        readonly sectors: readonly Sector[];
        readonly figures: readonly FigureValue[];
      }
    >
  | DomainCommand<
      'TakeMaterial',
      Year & {
        readonly section: Id;
        readonly county: Id;
        readonly from: Id;
        readonly issue: number;
        readonly asOf: Day;
        readonly figures: readonly FigureValue[];
      }
    >
  | DomainCommand<'ReceiveMaterial', Year & { readonly section: Id; readonly county: Id; readonly receipt: string }>
  | DomainCommand<
      'FileMaterial',
      Year & { readonly section: Id; readonly county: Id; readonly document: string; readonly occurredOn: Day }
    >
  | DomainCommand<
      'GuideCounty',
      Year & {
        readonly section: Id;
        readonly county: Id;
        readonly kind: 'guidance' | 'reminder';
        readonly text: string;
        readonly occurredOn: Day;
      }
    >
  /** `due` is the duty as it stands, undefined when the year has none of that name. */
  | DomainCommand<'LapseDuty', Year & { readonly duty: Id; readonly due: Duty | undefined }>;

export type Asked<T extends YearCommand['type']> = Extract<YearCommand, { type: T }>['data'];
