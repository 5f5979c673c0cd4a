import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { inspectionModes, practitionerScopes, targetings, taskLabels } from '@srd/domain/plan';
import { cessations, disclosures, inspectionMethods, roundings, sectors } from '@srd/domain/organ';
import { day, instant, nullable, part, parts, text } from '../edge/shapes';

export class ObjectsOfTaskContent {
  @ApiProperty({ enum: sectors, isArray: true }) sectors: readonly string[];
  @ApiProperty() practitioners: boolean;
}

export class RatiosOfTaskContent {
  @ApiProperty({ ...part, ...nullable }) table: object | null;
  @ApiProperty({ ...part, ...nullable }) text: object | null;
}

export class TotalsOfTaskContent {
  @ApiProperty({ type: Number, ...nullable }) institutions: number | null;
  @ApiProperty({ type: Number, ...nullable }) practitioners: number | null;
}

/** 抽查时间: the days and the words of the table, 「2023年7-8月」 (R50). */
export class WindowOfTask {
  @ApiProperty(day) from: string;
  @ApiProperty(day) to: string;
  @ApiProperty() text: string;
}

/** The department that inspects jointly (R4, R52, R68). */
export class PartnerAnswer {
  @ApiProperty() organ: string;
  @ApiProperty() name: string;
}

export class HigherDocumentOfTaskContent {
  @ApiProperty() number: string;
  @ApiProperty({ ...text, ...nullable }) link: string | null;
}

/** A catalogue item as the plan quotes it (R23, R34). */
export class ItemReferenceAnswer {
  @ApiProperty() id: string;
  @ApiProperty() revision: number;
}

/** How many practitioners are inspected beside the institutions (R19, C5); `ratio` null: that of the institutions. */
export class PractitionerSampleAnswer {
  /** From those of the drawn institutions, or from all. */
  @ApiProperty({ enum: practitionerScopes }) from: string;
  @ApiProperty({ ...part, ...nullable }) ratio: object | null;
  @ApiProperty(part) atLeast: object;
}

/** One row of the plan table with what the text and the organ's rules add to it (R33, R34). */
export class TaskContentAnswer {
  /** 序号 */
  @ApiProperty() number: number;
  /** 抽查任务名称 */
  @ApiProperty() name: string;
  /** 实施部门, as written. */
  @ApiProperty() inspectingBody: string;
  /** 抽查类型: 不定向 or 定向 (R51). */
  @ApiProperty({ enum: targetings }) targeting: string;
  /** 抽查对象: the sectors whose rosters are drawn from, and whether the practitioners in them are inspected too (R19). */
  @ApiProperty({ type: ObjectsOfTaskContent }) objects: ObjectsOfTaskContent;
  /** 抽取比例: what the table says beside what the text says; `null` where a document is silent (C1, C2). */
  @ApiProperty({ type: RatiosOfTaskContent }) ratios: RatiosOfTaskContent;
  /** How a ratio becomes a number of objects (C3, C4). */
  @ApiProperty(part) rounding: object;
  @ApiProperty(part) atLeast: object;
  /** Ratio for listed objects, which form a stratum of their own (R49, C13); `null`: drawn together with the others. */
  @ApiProperty({ ...part, ...nullable }) listedRatio: object | null;
  /** 抽查对象总数 of the table, institutions and practitioners apart (C5). */
  @ApiProperty({ type: TotalsOfTaskContent }) totals: TotalsOfTaskContent;
  /** 抽查时间 */
  @ApiProperty({ type: WindowOfTask }) window: WindowOfTask;
  /** 是否部门联合抽查 */
  @ApiProperty() joint: boolean;
  @ApiProperty({ type: [PartnerAnswer] }) partners: readonly PartnerAnswer[];
  /** The document of a higher body that a joint task rests on (R53). */
  @ApiProperty({ type: HigherDocumentOfTaskContent, ...nullable }) higherDocument: HigherDocumentOfTaskContent | null;
  /** The line section that carries it out (R1, R2). */
  @ApiProperty() section: string;
  @ApiProperty({ type: [ItemReferenceAnswer] }) items: readonly ItemReferenceAnswer[];
  /** 实地检查 or 书面检查 (R65–R67). */
  @ApiProperty({ enum: inspectionMethods }) method: string;
  /** Direct, after a self-inspection, or alongside one (R69). */
  @ApiProperty({ enum: inspectionModes }) mode: string;
  /** When the drawn names become public (draw protocol, disclosure). */
  @ApiProperty({ enum: disclosures }) disclosure: string;
  /** Whether the reserve takes the place of an object that ceased to exist after the draw (C28). */
  @ApiProperty({ enum: cessations }) afterCessation: string;
  /** Version of the organ's rules that the values above were taken from. */
  @ApiProperty() ruleVersion: number;
  /** How the draw departs from equal chances, as the plan discloses it (R49, R54). */
  @ApiPropertyOptional(part) modes?: object;
  @ApiProperty({ type: PractitionerSampleAnswer, required: false }) practitionerSample?: PractitionerSampleAnswer;
}

export class ConsentAnswer {
  @ApiProperty() partner: string;
  @ApiProperty() name: string;
  @ApiProperty({ ...text, ...nullable }) document: string | null;
  @ApiProperty(day) occurredOn: string;
}

export class MinimumWaiver {
  @ApiProperty() by: string;
  @ApiProperty() reason: string;
}

/** A sample with the way it came about: `exact` as a decimal text (「4.8」), what rounding gave, whether the minimum lifted it. */
export class SampleAnswer {
  @ApiProperty() exact: string;
  @ApiProperty() rounded: number;
  @ApiProperty() liftedByMinimum: boolean;
  @ApiProperty() size: number;
  /** size / of, rounded half up; 0 for an empty pool. */
  @ApiProperty() actualBasisPoints: number;
}

/** One stratum of the pool on the day of allotment: `<sector>`, or `<sector>.listed` for listed objects (C13). */
export class AllottedQuotaAnswer extends SampleAnswer {
  @ApiProperty() basisPoints: number;
  @ApiProperty({ enum: roundings }) rounding: string;
  @ApiProperty() atLeast: number;
  @ApiProperty() stratum: string;
  @ApiProperty({ enum: sectors }) sector: string;
  @ApiProperty() listed: boolean;
  @ApiProperty() of: number;
}

/** How many practitioners of each sector; `of` and `size` null where the drawn institutions will say. */
export class AllottedPractitionersAnswer {
  @ApiProperty({ enum: practitionerScopes }) from: string;
  @ApiProperty(parts) quotas: readonly object[];
}

export class AllotmentAnswer {
  @ApiProperty(instant) at: string;
  @ApiProperty() pool: number;
  @ApiProperty() cases: number;
  @ApiProperty({ type: [AllottedQuotaAnswer] }) quotas: readonly AllottedQuotaAnswer[];
  @ApiProperty({ type: SampleAnswer }) sample: SampleAnswer;
  @ApiProperty({ type: AllottedPractitionersAnswer, required: false }) practitioners?: AllottedPractitionersAnswer;
}

export class AdjustmentAsked {
  @ApiProperty(part) change: object;
  @ApiProperty() reason: string;
  @ApiProperty() by: string;
}

export class TaskOfPlan {
  @ApiProperty({ type: [String] }) openConflicts: readonly string[];
  @ApiProperty() id: string;
  @ApiProperty({ enum: Object.keys(taskLabels) })
  status: string;
  @ApiProperty({ type: TaskContentAnswer }) content: TaskContentAnswer;
  @ApiProperty({ type: [ConsentAnswer] }) consents: readonly ConsentAnswer[];
  @ApiProperty({ type: MinimumWaiver, ...nullable }) minimumWaived: MinimumWaiver | null;
  @ApiProperty({ type: AllotmentAnswer, ...nullable }) allotted: AllotmentAnswer | null;
  /** 申请调整 that awaits the supervision section. */
  @ApiProperty({ type: AdjustmentAsked, required: false, ...nullable })
  adjustment?: AdjustmentAsked | null;
}

/** A document the plan rests on, with its number (R35, R53). */
export class PlanDocumentAnswer {
  @ApiProperty() name: string;
  @ApiProperty({ ...text, ...nullable }) number: string | null;
}

export class PlanReturn {
  @ApiProperty() reason: string;
  @ApiProperty() by: string;
  @ApiProperty(instant) at: string;
}

export class DecisionOfConflict {
  @ApiProperty() choice: string;
  @ApiProperty() reason: string;
  @ApiProperty() by: string;
  @ApiProperty(instant) at: string;
}

export class ConflictStateAnswer {
  @ApiProperty() id: string;
  @ApiProperty() task: string;
  @ApiProperty({
    enum: [
      'RATIO_MISMATCH',
      'JOINT_PARTNER_MISSING',
      'TOTAL_MISMATCH',
      'PRACTITIONER_TOTAL_MISSING',
      'PRACTITIONER_TOTAL_MISMATCH',
      'MINIMUM_UNREACHABLE',
      'ITEM_WITHOUT_BASIS',
    ],
  })
  code: string;
  @ApiProperty(part) finding: object;
  /** `settled`: mended by a fact, such as the partner's consent; `lapsed`: not found again. */
  @ApiProperty({ enum: ['open', 'decided', 'settled', 'lapsed'] }) status: string;
  @ApiProperty({ type: DecisionOfConflict, ...nullable }) decision: DecisionOfConflict | null;
}

export class ReportStateAnswer {
  @ApiProperty() section: string;
  @ApiProperty() issue: number;
  @ApiProperty(part) figures: object;
  @ApiProperty(day) sentOn: string;
  @ApiProperty() sentBy: string;
  @ApiProperty(day) dueOn: string;
  @ApiProperty() late: boolean;
  @ApiProperty({ ...day, ...nullable }) receivedOn: string | null;
  @ApiProperty({ ...text, ...nullable }) receivedBy: string | null;
}

@ApiExtraModels(ConflictStateAnswer, ReportStateAnswer)
export class PlanAnswer {
  @ApiProperty({ type: [TaskOfPlan] }) tasks: readonly TaskOfPlan[];
  @ApiProperty() revision: number;
  @ApiProperty({ enum: ['drafted', 'submitted', 'returned', 'released', 'undrafted'] }) phase: string;
  @ApiProperty({ ...text, ...nullable }) organ: string | null;
  @ApiProperty({ type: Number, ...nullable }) year: number | null;
  @ApiProperty() title: string;
  @ApiProperty({ type: [PlanDocumentAnswer] }) documents: readonly PlanDocumentAnswer[];
  @ApiProperty({ ...part, ...nullable }) source: object | null;
  @ApiProperty({ ...text, ...nullable }) submittedBy: string | null;
  @ApiProperty({ ...text, ...nullable }) releasedBy: string | null;
  @ApiProperty({ ...instant, ...nullable }) releasedAt: string | null;
  @ApiProperty({ type: [PlanReturn] }) returned: readonly PlanReturn[];
  @ApiProperty({ type: 'object', additionalProperties: { $ref: getSchemaPath(ConflictStateAnswer) } })
  conflicts: Readonly<Record<string, ConflictStateAnswer>>;
  /** The latest issue of each section's annual report. */
  @ApiProperty({ type: 'object', additionalProperties: { $ref: getSchemaPath(ReportStateAnswer) } }) reports: Readonly<
    Record<string, ReportStateAnswer>
  >;
  @ApiProperty() plan: string;
}
