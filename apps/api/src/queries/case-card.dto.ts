import { ApiProperty } from '@nestjs/swagger';
import { deadlineKinds, purposes, stageCodes } from '@srd/domain/case';
import { organKinds, organLevels, sectors, termUnits } from '@srd/domain/organ';

export class DeadlineOfCase {
  @ApiProperty() id: string;
  @ApiProperty({ enum: deadlineKinds }) kind: string;
  /** The debt or disposition that it is about. */
  @ApiProperty({ type: String, nullable: true }) subject: string | null;
  @ApiProperty({ format: 'date' }) on: string;
  /** In what its distance is told. */
  @ApiProperty({ enum: termUnits }) unit: (typeof termUnits)[number];
  /** The same term counted in the other unit (C8). */
  @ApiProperty({ type: String, format: 'date', nullable: true }) otherUnitOn: string | null;
  @ApiProperty() rule: string;
  @ApiProperty() basis: string;
  /** Its passing stands in the record already. */
  @ApiProperty() passed: boolean;
}

/** A case on a list. */
export class CaseCard {
  @ApiProperty() id: string;
  @ApiProperty() case: string;
  @ApiProperty() organ: string;
  @ApiProperty() plan: string;
  @ApiProperty() task: string;
  @ApiProperty() section: string;
  @ApiProperty({ enum: sectors }) sector: string;
  @ApiProperty() number: string;
  @ApiProperty({ enum: purposes }) purpose: string;
  /** Several departments inspect together (R52). */
  @ApiProperty() joint: boolean;
  @ApiProperty() procedure: string;
  /** Null while nobody is drawn. */
  @ApiProperty({ type: String, nullable: true }) object: string | null;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  /** Ids of persons. */
  @ApiProperty({ type: [String] }) team: readonly string[];
  @ApiProperty({ enum: stageCodes }) stage: string;
  @ApiProperty() stageLabel: string;
  @ApiProperty({ format: 'date-time' }) stageSince: string;
  @ApiProperty({ format: 'date-time' }) openedAt: string;
  @ApiProperty({ type: [DeadlineOfCase] }) deadlines: readonly DeadlineOfCase[];
  @ApiProperty({ type: String, format: 'date', nullable: true }) lastVisitOn: string | null;
  @ApiProperty() revision: number;
}

export class SectionBrief {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty() kind: string;
}

export class OrganCard {
  @ApiProperty() id: string;
  @ApiProperty() organ: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: organKinds }) kind: string;
  @ApiProperty({ enum: organLevels }) level: string;
  @ApiProperty({ type: String, nullable: true }) superior: string | null;
  @ApiProperty({ type: [SectionBrief] }) sections: readonly SectionBrief[];
  @ApiProperty() rulesVersion: number;
  @ApiProperty() revision: number;
}
