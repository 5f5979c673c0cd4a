import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { itemKinds } from '@srd/domain/catalogue';
import { inspectionMethods, organKinds, organLevels, sectionKinds, sectors } from '@srd/domain/organ';
import { day, instant, nullable, part, text } from '../edge/shapes';
import { ChecklistLineAnswer, WindowOfCase } from './case-detail.dto';

/** One version of the rules: version 1 is the founding's. */
export class RulesVersionAnswer {
  @ApiProperty() version: number;
  @ApiProperty(part) rules: object;
  @ApiProperty({ ...text, ...nullable }) reason: string | null;
  @ApiProperty() revisedBy: string;
  @ApiProperty(instant) revisedAt: string;
}

/** 科室: `line` 业务科室 (B二(三)), `supervision` 法治督察科/法治工作部门 (A二(二), B四(二)), `enforcement` 执法 (B二(四)), `licensing` 行政许可审批 (B三(三)). */
export class SectionOfOrgan {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: sectionKinds }) kind: string;
  /** The sectors that it looks after; a sector has one line section. */
  @ApiProperty({ enum: sectors, isArray: true }) sectors: readonly string[];
}

export class OrganAnswer {
  @ApiProperty() revision: number;
  @ApiProperty({ type: RulesVersionAnswer, required: false }) rules?: RulesVersionAnswer;
  @ApiPropertyOptional(part) drawModes?: object;
  @ApiProperty() name: string;
  /** `partner`: another department in joint inspections (A二(一)). */
  @ApiProperty({ enum: organKinds }) kind: string;
  @ApiProperty({ enum: organLevels }) level: string;
  /** 上级司法行政机关, when it is in this system. */
  @ApiProperty({ ...text, ...nullable }) superior: string | null;
  @ApiProperty({ type: [SectionOfOrgan] }) sections: readonly SectionOfOrgan[];
  @ApiProperty() organ: string;
  @ApiProperty({ type: [String] }) formerNames: readonly string[];
  @ApiProperty({ type: [RulesVersionAnswer] }) versions: readonly RulesVersionAnswer[];
}

export class RemovalAwaited {
  @ApiProperty() reason: string;
  @ApiProperty() proposedBy: string;
}

export class InstitutionCard {
  @ApiProperty() id: string;
  @ApiProperty() institution: string;
  @ApiProperty() organ: string;
  @ApiProperty() sector: string;
  @ApiProperty() name: string;
  @ApiProperty() uscc: string;
  @ApiProperty() registrationNumber: string;
  @ApiProperty() registeredPremises: string;
  @ApiProperty() practising: number;
  @ApiProperty({ enum: ['withdrawn', 'active', 'moved-out', 'suspended', 'cancelled', 'revoked'] }) status: string;
  @ApiProperty() statusSince: string;
  @ApiProperty() usccFault: boolean;
  /** 移出 that somebody proposed and nobody has confirmed or declined. */
  @ApiProperty({ type: RemovalAwaited, ...nullable }) removal: RemovalAwaited | null;
  @ApiProperty() removed: boolean;
  @ApiProperty() fictional: boolean;
  @ApiProperty() revision: number;
}

/** A practitioner by person id; the name stands in the register of persons. */
export class PractitionerCard {
  @ApiProperty() id: string;
  @ApiProperty() person: string;
  @ApiProperty() organ: string;
  @ApiProperty() sector: string;
  /** Where they practise now; several where they practise in more than one. */
  @ApiProperty({ type: [String] }) institutions: readonly string[];
  @ApiProperty({ enum: ['active', 'suspended', 'cancelled', 'revoked'] }) status: string;
  @ApiProperty() statusSince: string;
  @ApiProperty({ ...text, ...nullable }) licensedOn: string | null;
  @ApiProperty() complaints: number;
  @ApiProperty() penalties: number;
  @ApiProperty() fictional: boolean;
  @ApiProperty() revision: number;
}

/** An inspector by person id; the name stands in the register of persons. */
export class InspectorCard {
  @ApiProperty() id: string;
  @ApiProperty() person: string;
  @ApiProperty() organ: string;
  @ApiProperty({ ...text, ...nullable }) section: string | null;
  @ApiProperty({ type: [String] }) fields: readonly string[];
  @ApiProperty() certificateValidUntil: string;
  @ApiProperty({ type: [WindowOfCase] }) absences: readonly WindowOfCase[];
  @ApiProperty({ ...text, ...nullable }) withdrawnOn: string | null;
  @ApiProperty() revision: number;
}

/** A year's statement: the interests declared in it, none where the list is empty; undated while it is owed. */
export class StatementAnswer {
  @ApiProperty() person: string;
  @ApiProperty() year: number;
  @ApiProperty({ type: [String] }) interests: readonly string[];
  @ApiProperty({ ...day, ...nullable }) statedOn: string | null;
}

export class BorrowerConsent {
  @ApiProperty() by: string;
  @ApiProperty() document: string;
  @ApiProperty(day) on: string;
}

export class LoanAnswer {
  @ApiProperty(day) endsOn: string;
  @ApiProperty() loan: string;
  @ApiProperty() person: string;
  @ApiProperty() borrower: string;
  @ApiProperty(day) from: string;
  @ApiProperty(day) until: string;
  @ApiProperty() reason: string;
  /** Who asked for the borrower, with the document; the lender's consent is who records the loan. */
  @ApiProperty({ type: BorrowerConsent }) borrowerConsent: BorrowerConsent;
  @ApiProperty() lentBy: string;
  @ApiProperty({ ...day, ...nullable }) returnedOn: string | null;
}

/** Whose rotation is waived for which institution, in the draw of which task. */
export class RotationWaiverAnswer {
  @ApiProperty() person: string;
  @ApiProperty() institution: string;
  @ApiProperty() task: string;
  @ApiProperty() reason: string;
  @ApiProperty() by: string;
  @ApiProperty(instant) at: string;
}

/** 抽查依据: law, regulation or rule, its article, and the version of the law whose numbering is meant (R25, R28). */
export class LegalBasisAnswer {
  @ApiProperty() law: string;
  @ApiProperty() article: string;
  @ApiProperty() version: string;
}

export class ItemAnswer {
  @ApiProperty() number: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: [LegalBasisAnswer] }) basis: readonly LegalBasisAnswer[];
  /** 抽查主体: who inspects, by law. */
  @ApiProperty() subject: string;
  @ApiProperty({ enum: sectors }) sector: string;
  @ApiProperty({ type: [String] }) content: readonly string[];
  @ApiProperty({ enum: inspectionMethods, isArray: true }) methods: readonly string[];
  /** Of the 部门联合抽查事项清单, which is a list of its own (R103). */
  @ApiProperty() joint: boolean;
  /** 一般 or 重点检查事项. */
  @ApiProperty({ enum: itemKinds }) kind: string;
  /** 频次上限 in a year for one institution; null: none set. */
  @ApiProperty({ type: Number, ...nullable }) perYearAtMost: number | null;
  /** Part of the item's version: a case answers the list that it was opened with (trap 15). */
  @ApiProperty({ type: [ChecklistLineAnswer], required: false }) checklist?: readonly ChecklistLineAnswer[];
  @ApiProperty() version: number;
  @ApiProperty({ ...text, ...nullable }) reason: string | null;
  @ApiProperty() item: string;
}

export class RoleOfAccount {
  @ApiProperty() role: string;
  @ApiProperty({ ...text, ...nullable }) section: string | null;
}

export class AccountCard {
  @ApiProperty() id: string;
  @ApiProperty() account: string;
  @ApiProperty() organ: string;
  @ApiProperty() person: string;
  @ApiProperty({ type: [RoleOfAccount] }) roles: readonly RoleOfAccount[];
  @ApiProperty({ type: [RoleOfAccount] }) proposed: readonly RoleOfAccount[];
  @ApiProperty() disabled: boolean;
  @ApiProperty() revision: number;
}
