import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { listKinds } from '@srd/domain/standing';
import { escalations } from '@srd/domain/report';
import { roles } from '@srd/domain/account';
import { stageCodes } from '@srd/domain/case';
import { sectors } from '@srd/domain/organ';
import { day, nullable, text } from '../edge/shapes';

/** Where a rule's value comes from: document and article, or the organ's own note. */
export class RuleSource {
  @ApiProperty({ enum: ['document', 'own'] }) kind: string;
  @ApiProperty({ required: false }) document?: string;
  @ApiProperty({ required: false }) article?: string;
  @ApiProperty({ required: false }) note?: string;
}

export class ShareOf {
  @ApiProperty() numerator: string;
  @ApiProperty() denominator: string;
  @ApiProperty({ type: [Number], minItems: 2, maxItems: 2 }) counts: readonly number[];
}

/** One figure: a number of things that can be opened under its name, or a share of two such numbers. */
export class FigureAnswer {
  @ApiProperty() figure: string;
  @ApiProperty() label: string;
  @ApiProperty() basis: string;
  @ApiProperty({ enum: ['件', '次', '家', '%', '次/家'] }) unit: string;
  /** Null where there is nothing to divide by. */
  @ApiProperty({ type: Number, ...nullable }) value: number | null;
  @ApiProperty({ type: ShareOf, ...nullable }) of: ShareOf | null;
}

export class FiguresOfGroup {
  /** The section, county, sector, task, stage or month. */
  @ApiProperty() key: string;
  @ApiProperty({ type: [FigureAnswer] }) figures: readonly FigureAnswer[];
}

export class FiguresAnswer {
  @ApiProperty() organ: string;
  @ApiProperty({ type: [String] }) organs: readonly string[];
  @ApiProperty() year: number;
  @ApiProperty(day) asOf: string;
  @ApiProperty({ format: 'date-time' }) knownBy: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) selection: object;
  @ApiProperty({ type: [FigureAnswer] }) figures: readonly FigureAnswer[];
  @ApiProperty({ type: [FiguresOfGroup] }) groups: readonly FiguresOfGroup[];
}

/** Something that a figure counts. */
export class CountedItemAnswer {
  @ApiProperty({ enum: ['case', 'measure', 'draw', 'listing', 'institution'] }) kind: string;
  @ApiProperty() id: string;
  @ApiProperty() label: string;
  @ApiProperty() organ: string;
  @ApiProperty({ ...text, ...nullable }) section: string | null;
  @ApiProperty({ enum: sectors, ...nullable }) sector: string | null;
  @ApiProperty({ ...text, ...nullable }) task: string | null;
  @ApiProperty({ enum: stageCodes, ...nullable }) stage: string | null;
  @ApiProperty({ ...text, ...nullable }) case: string | null;
  @ApiProperty({ ...day, ...nullable }) on: string | null;
}

export class BurdenAnswer {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty() organ: string;
  @ApiProperty({ ...text, ...nullable }) section: string | null;
  @ApiProperty({ enum: sectors }) sector: string;
  @ApiProperty() random: number;
  @ApiProperty() directed: number;
  @ApiProperty() visits: number;
  @ApiProperty({ type: [String] }) by: readonly string[];
  @ApiProperty({ type: [String] }) cases: readonly string[];
}

export class SubjectOfDue {
  @ApiProperty({ enum: ['case', 'report', 'standing', 'draw'] }) kind: string;
  @ApiProperty() id: string;
}

/** Something due: by when, by which rule, whose it is, and to whom it has gone since its day passed. */
export class DueAnswer {
  @ApiProperty() id: string;
  @ApiProperty() kind: string;
  @ApiProperty() label: string;
  @ApiProperty({ type: SubjectOfDue }) subject: SubjectOfDue;
  @ApiProperty({ ...text, ...nullable }) name: string | null;
  @ApiProperty() organ: string;
  @ApiProperty({ ...text, ...nullable }) section: string | null;
  @ApiProperty({ enum: roles, isArray: true }) roles: readonly string[];
  @ApiProperty(day) on: string;
  /** The same term counted in the other unit (C8). */
  @ApiProperty({ ...day, ...nullable }) otherUnitOn: string | null;
  @ApiProperty() rule: string;
  @ApiProperty() basis: string;
  /** Calendar days; negative when it has passed. */
  @ApiProperty() daysLeft: number;
  @ApiProperty() overdue: boolean;
  /** Its passing stands in the record. */
  @ApiProperty() recorded: boolean;
  @ApiProperty({ enum: escalations, ...nullable }) escalatedTo: string | null;
}

/** A county's material as the city's section has it. */
export class CountyAnswer {
  @ApiProperty() county: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: ['awaited', 'arrived', 'received'] }) status: string;
  @ApiProperty({ type: 'object', additionalProperties: true, ...nullable }) summary: object | null;
  @ApiProperty({ ...text, ...nullable }) document: string | null;
  @ApiProperty({ ...text, ...nullable }) receipt: string | null;
  @ApiProperty({ ...day, ...nullable }) receivedOn: string | null;
  @ApiProperty({ type: [Object] }) guided: readonly object[];
}

export class SectionAnswer {
  @ApiProperty() section: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: ['none', 'summed', 'sent', 'returned', 'received'] }) status: string;
  @ApiProperty() label: string;
  @ApiProperty() issue: number;
  @ApiProperty({ type: 'object', additionalProperties: true, ...nullable }) summary: object | null;
  @ApiProperty({ type: [Object] }) sent: readonly object[];
  @ApiProperty({ type: [Object] }) receipts: readonly object[];
  @ApiProperty({ type: [Object] }) returns: readonly object[];
  @ApiProperty({ type: [CountyAnswer] }) counties: readonly CountyAnswer[];
}

export class DutyAnswer {
  @ApiProperty() duty: string;
  @ApiProperty() kind: string;
  @ApiProperty({ ...text, ...nullable }) section: string | null;
  @ApiProperty() label: string;
  @ApiProperty(day) dueOn: string;
  @ApiProperty({ enum: ['rostersBy', 'annualReportBy'] }) rule: string;
  @ApiProperty({ type: RuleSource }) source: RuleSource;
  @ApiProperty({ ...day, ...nullable }) doneOn: string | null;
  @ApiProperty({ type: [String] }) missing: readonly string[];
  @ApiProperty() lapsed: boolean;
}

/** An organ's year: reports, county material, duties. */
export class YearAnswer {
  @ApiProperty() report: string;
  @ApiProperty() organ: string;
  @ApiProperty() name: string;
  @ApiProperty() year: number;
  @ApiProperty(day) dueOn: string;
  @ApiProperty({ type: RuleSource }) source: RuleSource;
  @ApiProperty() daysLeft: number;
  @ApiProperty({ type: [SectionAnswer] }) sections: readonly SectionAnswer[];
  /** By section: what this organ handed up to its superior. */
  @ApiProperty({ type: 'object', additionalProperties: true }) handedUp: object;
  @ApiProperty({ type: [DutyAnswer] }) duties: readonly DutyAnswer[];
  /** -1 before the year's first record. */
  @ApiProperty() revision: number;
}

export class YearDayAnswer {
  @ApiProperty(day) on: string;
  @ApiProperty({ enum: ['rosters-due', 'task-begins', 'task-ends', 'report-due'] }) what: string;
  @ApiProperty({ ...text, ...nullable }) task: string | null;
  @ApiProperty() label: string;
}

export class PlanOverviewAnswer {
  @ApiProperty() organ: string;
  @ApiProperty() year: number;
  @ApiProperty() phase: string;
  @ApiProperty({ enum: sectors }) sector: string;
  @ApiProperty() firstHalf: number;
  @ApiProperty() secondHalf: number;
  @ApiProperty() allotted: number;
  @ApiProperty() cases: number;
}

export class LaterChangeAnswer {
  @ApiProperty() figure: string;
  @ApiProperty() label: string;
  @ApiProperty({ type: Number, ...nullable }) before: number | null;
  @ApiProperty({ type: Number, ...nullable }) after: number | null;
  @ApiProperty({ type: [CountedItemAnswer] }) added: readonly CountedItemAnswer[];
  @ApiProperty({ type: [CountedItemAnswer] }) removed: readonly CountedItemAnswer[];
}

export class FigureDifference {
  @ApiProperty() figure: string;
  @ApiProperty({ type: Number, ...nullable }) recorded: number | null;
  @ApiProperty({ type: Number, ...nullable }) counted: number | null;
}

export class RecountAnswer {
  @ApiProperty() section: string;
  @ApiProperty() issue: number;
  @ApiProperty(day) asOf: string;
  @ApiProperty() same: boolean;
  @ApiProperty({ type: [FigureDifference] }) differences: readonly FigureDifference[];
}

export class ExportPart {
  @ApiProperty({ enum: ['organ', 'section', 'month'] }) by: string;
  @ApiProperty({ type: [FiguresOfGroup] }) groups: readonly FiguresOfGroup[];
}

export class ExportAnswer {
  @ApiProperty() report: string;
  @ApiProperty(day) asOf: string;
  @ApiProperty({ type: [String] }) organs: readonly string[];
  @ApiProperty({ type: [FigureAnswer] }) figures: readonly FigureAnswer[];
  @ApiProperty({ type: [ExportPart] }) parts: readonly ExportPart[];
}

/** JSON as a form, CSV as text. */
export const exported = {
  content: {
    'application/json': { schema: { $ref: getSchemaPath(ExportAnswer) } },
    'text/csv': { schema: { type: 'string' } },
  },
} as const;

export class ListingMark {
  @ApiProperty() revision: number;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty(day) on: string;
  @ApiProperty() type: string;
  @ApiProperty({ ...day, ...nullable }) until: string | null;
}

/** An entry of a list as it stood on a day. */
export class InForceAnswer {
  @ApiProperty() object: string;
  @ApiProperty({ enum: listKinds }) list: string;
  @ApiProperty() organ: string;
  @ApiProperty() case: string;
  @ApiProperty({ type: [ListingMark] }) marks: readonly ListingMark[];
  @ApiProperty(day) proposedOn: string;
  @ApiProperty({ ...day, ...nullable }) confirmedOn: string | null;
  @ApiProperty() inForce: boolean;
}

export class EventLeftOut {
  @ApiProperty() revision: number;
  @ApiProperty() type: string;
}

/** A state at an earlier moment. */
export class ThenAnswer {
  @ApiProperty() id: string;
  /** Folded from the events that count; its members are those of the thing itself. */
  @ApiProperty({ type: 'object', additionalProperties: true, ...nullable }) state: object | null;
  @ApiProperty() revision: number;
  @ApiProperty({ type: [EventLeftOut] }) leftOut: readonly EventLeftOut[];
}
