import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { listKinds } from '@srd/domain/standing';
import { caseVersions, debtKinds, debtStatuses, purposes, stageCodes } from '@srd/domain/case';
import { inspectionMethods, sectors } from '@srd/domain/organ';
import { day, instant, nullable, part, parts, text } from '../edge/shapes';
import { DeadlineOfCase } from './case-card.dto';

/** 检查表: one line that the inspector answers at the visit, under an id of its own within the item (R23, R70). */
export class ChecklistLineAnswer {
  @ApiProperty() id: string;
  @ApiProperty() text: string;
}

export class StageOfCase {
  @ApiProperty({ enum: stageCodes }) code: string;
  @ApiProperty() label: string;
}

export class ItemOfCase {
  @ApiProperty() id: string;
  @ApiProperty() revision: number;
  @ApiProperty() name: string;
  @ApiProperty({ type: [String] }) basis: readonly string[];
  @ApiProperty({ type: [ChecklistLineAnswer], required: false }) checklist?: readonly ChecklistLineAnswer[];
}

export class DepartmentOfCase {
  @ApiProperty() organ: string;
  @ApiProperty() seats: number;
}

export class WindowOfCase {
  @ApiProperty(day) from: string;
  @ApiProperty(day) to: string;
}

/** What the case was opened with, and pins for its whole life. */
export class OpeningOfCase {
  @ApiProperty({ enum: caseVersions }) procedure: string;
  @ApiProperty() organ: string;
  @ApiProperty({ required: false }) unitName?: string;
  @ApiProperty() plan: string;
  @ApiProperty() task: string;
  @ApiProperty() section: string;
  @ApiProperty({ enum: sectors }) sector: string;
  @ApiProperty() number: string;
  @ApiProperty({ enum: purposes }) purpose: string;
  @ApiProperty({ enum: inspectionMethods }) method: string;
  @ApiProperty({ type: WindowOfCase }) window: WindowOfCase;
  @ApiProperty({ type: [ItemOfCase] }) items: readonly ItemOfCase[];
  @ApiProperty() inspectingBody: string;
  @ApiProperty({ type: [DepartmentOfCase] }) departments: readonly DepartmentOfCase[];
  @ApiProperty({ enum: ['none', 'first', 'alongside'] }) selfInspection: string;
  /** The organ's rules as they were then, each with its source. */
  @ApiProperty(part) terms: object;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true }) practice?: object;
  /** Revisions of rules, item list and calendar that it rests on. */
  @ApiProperty(part) pins: object;
}

export class ObjectOfCase {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty() registrationNumber: string;
  @ApiProperty() premises: string;
  @ApiProperty({ enum: sectors }) sector: string;
  /** Of a practitioner: where they practise. */
  @ApiProperty({ required: false }) institution?: string;
}

export class MemberOfTeam {
  @ApiProperty() inspector: string;
  @ApiProperty() organ: string;
  @ApiProperty(day) certificateValidUntil: string;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true }) loan?: object;
}

export class VisitOfCase {
  @ApiProperty() visit: string;
  @ApiProperty() inspector: string;
  @ApiProperty(parts) present: readonly object[];
  @ApiProperty(day) openedOn: string;
  @ApiProperty({ ...day, ...nullable }) endedOn: string | null;
  @ApiProperty({ ...text, ...nullable }) visitCode: string | null;
  @ApiProperty({ ...part, ...nullable }) signature: object | null;
}

/** One department's part of the result. */
export class ResultOfDepartment {
  @ApiProperty() department: string;
  @ApiProperty({ enum: ['awaited', 'recorded', 'returned', 'approved', 'absent'] }) status: string;
  @ApiProperty({ ...text, ...nullable }) recordedBy: string | null;
  @ApiProperty({ ...day, ...nullable }) recordedOn: string | null;
  @ApiProperty({ ...part, ...nullable }) signature: object | null;
  @ApiProperty({ type: [String] }) evidence: readonly string[];
  @ApiProperty(parts) returned: readonly object[];
  @ApiProperty({ ...text, ...nullable }) approvedBy: string | null;
  @ApiProperty({ ...instant, ...nullable }) approvedAt: string | null;
}

export class FindingOfCase {
  @ApiProperty() finding: string;
  @ApiProperty() department: string;
  @ApiProperty() item: string;
  @ApiProperty() text: string;
  @ApiProperty() resultClass: string;
  @ApiProperty() severity: string;
  @ApiProperty(parts) contacts: readonly object[];
  @ApiProperty() withdrawn: boolean;
  /** Wordings that amendments replaced. */
  @ApiProperty(parts) earlier: readonly object[];
}

/** One measure on one finding. */
export class DispositionOfCase {
  @ApiProperty() disposition: string;
  @ApiProperty() finding: string;
  @ApiProperty() state: string;
  @ApiProperty({ type: [String] }) steps: readonly string[];
  @ApiProperty() round: number;
  @ApiProperty(parts) rounds: readonly object[];
  @ApiProperty({ enum: listKinds, ...nullable }) list: string | null;
  @ApiProperty({ ...text, ...nullable }) standing: string | null;
  @ApiProperty({ ...part, ...nullable }) penalty: object | null;
  @ApiProperty({ ...day, ...nullable }) investigatedOn: string | null;
  @ApiProperty({ ...part, ...nullable }) notice: object | null;
  @ApiProperty({ ...part, ...nullable }) statement: object | null;
  @ApiProperty({ ...text, ...nullable }) outcomeDebt: string | null;
}

/** A publication that fell due. */
export class DebtOfCase {
  @ApiProperty() debt: string;
  @ApiProperty({ enum: debtKinds }) kind: string;
  @ApiProperty({ ...text, ...nullable }) about: string | null;
  @ApiProperty(part) due: object;
  @ApiProperty({ enum: debtStatuses }) status: string;
  @ApiProperty(parts) channels: readonly object[];
  @ApiProperty({ ...part, ...nullable }) content: object | null;
  @ApiProperty({ ...text, ...nullable }) statement: string | null;
  @ApiProperty({ ...text, ...nullable }) replaces: string | null;
  @ApiProperty({ type: [String], ...nullable }) on: readonly string[] | null;
  @ApiProperty({ ...part, ...nullable }) review: object | null;
}

export class MovesOfCase {
  @ApiProperty({ type: [String] }) events: readonly string[];
  @ApiProperty({ type: [String] }) commands: readonly string[];
}

export class MovesOfDisposition extends MovesOfCase {
  @ApiProperty() disposition: string;
  @ApiProperty() finding: string;
  @ApiProperty() label: string;
}

export class MovesOfFinding extends MovesOfCase {
  @ApiProperty() finding: string;
}

export class ChannelsOfDebt {
  @ApiProperty() debt: string;
  @ApiProperty({ type: [String] }) channels: readonly string[];
}

/** What the procedure accepts now. */
export class AllowedInCase extends MovesOfCase {
  @ApiProperty({ type: [MovesOfDisposition] }) dispositions: readonly MovesOfDisposition[];
  @ApiProperty({ type: [MovesOfFinding] }) findings: readonly MovesOfFinding[];
  @ApiProperty({ type: [ChannelsOfDebt] }) debts: readonly ChannelsOfDebt[];
}

/** One case as its record adds up to it. Ids of persons stand for people. */
export class CaseAnswer {
  @ApiProperty() id: string;
  @ApiProperty() case: string;
  @ApiProperty({ enum: caseVersions }) procedure: string;
  @ApiProperty({ type: StageOfCase }) stage: StageOfCase;
  /** The states that it is in, in words. */
  @ApiProperty() at: string;
  /** The same in the chart's terms. */
  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'object', additionalProperties: true }] }) value: unknown;
  @ApiProperty({ type: [DeadlineOfCase] }) deadlines: readonly DeadlineOfCase[];
  @ApiProperty({ type: AllowedInCase }) allowed: AllowedInCase;
  @ApiProperty({ type: OpeningOfCase }) opened: OpeningOfCase;
  @ApiProperty({ ...instant, ...nullable }) openedAt: string | null;
  /** Null while nobody is drawn. */
  @ApiProperty({ type: ObjectOfCase, ...nullable }) object: ObjectOfCase | null;
  @ApiProperty({ ...day, ...nullable }) drawnOn: string | null;
  @ApiProperty({ ...part, ...nullable }) cause: object | null;
  @ApiProperty({ ...text, ...nullable }) namedBy: string | null;
  @ApiProperty({ type: WindowOfCase }) window: WindowOfCase;
  @ApiProperty(parts) moves: readonly object[];
  @ApiProperty(parts) merged: readonly object[];
  @ApiProperty({ ...part, ...nullable }) delegation: object | null;
  @ApiProperty(parts) loads: readonly object[];
  @ApiProperty({ type: [MemberOfTeam] }) team: readonly MemberOfTeam[];
  @ApiProperty({ ...day, ...nullable }) teamOn: string | null;
  @ApiProperty(parts) recusals: readonly object[];
  @ApiProperty(parts) statements: readonly object[];
  @ApiProperty(parts) replacements: readonly object[];
  @ApiProperty({ ...text, ...nullable }) approvedBy: string | null;
  @ApiProperty({ ...instant, ...nullable }) approvedAt: string | null;
  @ApiProperty() unannounced: boolean;
  @ApiProperty({ ...day, ...nullable }) noticeOn: string | null;
  @ApiProperty({ enum: ['none', 'awaited', 'reported', 'lapsed'] }) selfInspection: string;
  @ApiProperty({ ...day, ...nullable }) selfInspectionDueOn: string | null;
  @ApiProperty({ type: [VisitOfCase] }) visits: readonly VisitOfCase[];
  @ApiProperty({ ...part, ...nullable }) dues: object | null;
  @ApiProperty(parts) departmentDues: readonly object[];
  @ApiProperty({ type: [String] }) evidence: readonly string[];
  @ApiProperty(parts) materials: readonly object[];
  @ApiProperty(parts) checklists: readonly object[];
  @ApiProperty({ type: [ResultOfDepartment] }) sections: readonly ResultOfDepartment[];
  @ApiProperty({ type: [FindingOfCase] }) findings: readonly FindingOfCase[];
  @ApiProperty({ ...day, ...nullable }) resultOn: string | null;
  @ApiProperty({ type: [DispositionOfCase] }) dispositions: readonly DispositionOfCase[];
  @ApiProperty({ type: [DebtOfCase] }) debts: readonly DebtOfCase[];
  @ApiProperty(parts) redactions: readonly object[];
  @ApiProperty({ ...part, ...nullable }) amendment: object | null;
  @ApiProperty({ type: [String] }) amendments: readonly string[];
  @ApiProperty({ ...text, ...nullable }) copyReceipt: string | null;
  @ApiProperty(parts) copies: readonly object[];
  @ApiProperty({ type: [String] }) grave: readonly string[];
  @ApiProperty(parts) urgings: readonly object[];
  @ApiProperty(parts) revisits: readonly object[];
  @ApiProperty(parts) guidance: readonly object[];
  @ApiProperty(parts) escalations: readonly object[];
  @ApiProperty({ type: [String] }) flags: readonly string[];
  @ApiProperty({ type: [String] }) passed: readonly string[];
  @ApiProperty({ ...text, ...nullable }) voided: string | null;
  @ApiProperty() revision: number;
}
