import { ApiProperty } from '@nestjs/swagger';
import { roles } from '@srd/domain/account';
import { caseVersions, causeGrounds, deadlineKinds } from '@srd/domain/case';
import { day, nullable, text } from '../edge/shapes';
import { StageOfCase } from './case-detail.dto';

export class ItemOfPublicVisit {
  @ApiProperty() name: string;
  @ApiProperty({ type: [String] }) basis: readonly string[];
}

/** What the public page says of a visit's code: that it is real, whose it is and on what it rests. No person and no institution (C24). */
export class PublicVisitAnswer {
  @ApiProperty() organ: string;
  /** The unit's name as the case has it; null where the organ's own record tells it. */
  @ApiProperty({ ...text, ...nullable }) unitName: string | null;
  @ApiProperty() caseNumber: string;
  @ApiProperty({ type: [ItemOfPublicVisit] }) items: readonly ItemOfPublicVisit[];
  @ApiProperty() method: string;
  @ApiProperty(day) openedOn: string;
  @ApiProperty({ ...day, ...nullable }) endedOn: string | null;
  @ApiProperty() purpose: string;
  /** The task stands in the organ's record, approved where the duty binds. */
  @ApiProperty() taskOnRecord: boolean;
  @ApiProperty() approved: boolean;
  /** Each of those present is a registered inspector whose certificate is valid that day (R22). */
  @ApiProperty() inspectorsOnRecord: number;
  @ApiProperty() basis: string;
}

export class ProcedureStateAnswer {
  /** Its path in the chart: `inspecting.writing`. */
  @ApiProperty() name: string;
  @ApiProperty() label: string;
  /** The article it rests on. */
  @ApiProperty() basis: string;
  /** The board's columns that it stands in. */
  @ApiProperty({ type: [String] }) stages: readonly string[];
  @ApiProperty() final: boolean;
  /** The states in it are regions: the case is in each of them at once. */
  @ApiProperty() parallel: boolean;
}

export class ProcedureStepAnswer {
  @ApiProperty() from: string;
  /** null: the chart goes on by itself as soon as the condition holds. */
  @ApiProperty({ ...text, ...nullable }) event: string | null;
  @ApiProperty() label: string;
  /** The same as `from` where the fact is only noted. */
  @ApiProperty() to: string;
  @ApiProperty({ ...text, ...nullable }) condition: string | null;
  @ApiProperty({ type: [String] }) commands: readonly string[];
  @ApiProperty({ type: [String] }) roles: readonly string[];
}

export class ProcedureChartAnswer {
  @ApiProperty({ enum: [...caseVersions, 'disposition'] }) version: string;
  @ApiProperty() label: string;
  @ApiProperty({ type: [ProcedureStateAnswer] }) states: readonly ProcedureStateAnswer[];
  @ApiProperty({ type: [ProcedureStepAnswer] }) steps: readonly ProcedureStepAnswer[];
}

export class ClockOfProcedure {
  @ApiProperty({ enum: deadlineKinds }) kind: string;
  @ApiProperty() label: string;
  @ApiProperty() basis: string;
}

export class ResultOfProcedure {
  @ApiProperty() code: string;
  @ApiProperty() label: string;
  @ApiProperty() basis: string;
  @ApiProperty({ type: [String] }) needed: readonly string[];
  @ApiProperty({ type: [String] }) fitting: readonly string[];
}

export class GroundOfProcedure {
  @ApiProperty({
    enum: causeGrounds,
  })
  code: string;
  @ApiProperty() label: string;
  @ApiProperty() basis: string;
}

export class RoleOfProcedure {
  @ApiProperty({ enum: roles }) role: string;
  @ApiProperty() label: string;
  @ApiProperty({ type: [String] }) facts: readonly string[];
}

/** 公开抽查程序 (B一(二)): the whole procedure as data. */
export class PublicProcedureAnswer {
  @ApiProperty() basis: string;
  @ApiProperty({ type: [ProcedureChartAnswer] }) charts: readonly ProcedureChartAnswer[];
  @ApiProperty({ type: [StageOfCase] }) stages: readonly StageOfCase[];
  @ApiProperty({ type: [ClockOfProcedure] }) clocks: readonly ClockOfProcedure[];
  @ApiProperty({ type: [ResultOfProcedure] }) results: readonly ResultOfProcedure[];
  @ApiProperty({ type: [GroundOfProcedure] }) grounds: readonly GroundOfProcedure[];
  @ApiProperty({ type: [RoleOfProcedure] }) roles: readonly RoleOfProcedure[];
}
