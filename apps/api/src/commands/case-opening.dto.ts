import { ApiProperty } from '@nestjs/swagger';
import { Equals } from 'class-validator';
import { IsDay, IsId, IsText } from '../edge/fields';
import { HasDefault, IsFlag, IsHashes, IsIds, IsOneOf, IsParts, MayLack, OrNull } from './members';
import { LONG } from './shared.dto';

export class VoidCaseDto {
  @IsText(LONG)
  reason: string;

  /** Account of who asked for it: an officer or head of a section of the organ, another than the asker. */
  @IsId()
  requestedBy: string;
}

/** The leader lets somebody come in spite of the rotation period (trap 5). */
export class RotationWaiverDto {
  @IsId()
  inspector: string;

  /** Account of the leader who decided it, another than the asker. */
  @IsId()
  by: string;

  @IsText(LONG)
  reason: string;
}

/** Certificates, loans and what bars somebody are read from the registers. */
export class AppointTeamDto {
  /** Ids of the register of persons. */
  @IsIds(20, 1)
  inspectors: string[];

  @IsText(LONG)
  reason: string;

  @IsDay()
  occurredOn: string;

  @HasDefault()
  @IsParts(RotationWaiverDto, 20)
  waivers: RotationWaiverDto[] = [];
}

/** For a team that was appointed; in a drawn one the replacement is drawn too, and this says so by the two nulls. */
export class ReplaceInspectorDto {
  @IsId()
  outgoing: string;

  /** Id of the register of persons. */
  @IsId()
  incoming: string;

  @IsText(LONG)
  reason: string;

  @OrNull()
  @ApiProperty({ type: String })
  @Equals(null)
  draw: null = null;

  @OrNull()
  @ApiProperty({ type: String })
  @Equals(null)
  transcriptHash: null = null;
}

export class RequestRecusalDto {
  /** An id of the sender's making. */
  @IsId()
  recusal: string;

  @IsId()
  inspector: string;

  @IsText(LONG)
  ground: string;

  @IsDay()
  occurredOn: string;

  /** 依职权, 本人, 对象申请 (R61). */
  @MayLack()
  @IsOneOf(['office', 'own', 'institution'])
  origin?: string;
}

export class DecideRecusalDto {
  @IsId()
  recusal: string;

  @IsFlag()
  granted: boolean;

  @IsText(LONG)
  reason: string;
}

export class DiscloseInterestDto {
  @IsId()
  inspector: string;

  @IsText(300)
  relation: string;

  @IsDay()
  occurredOn: string;
}

export class ApproveInspectionDto {
  /** Without notice beforehand; then a reason is asked for. */
  @HasDefault()
  @IsFlag()
  unannounced = false;

  @HasDefault()
  @IsText(LONG, 0)
  reason = '';
}

export class ServeNoticeDto {
  @IsDay()
  occurredOn: string;

  /** Number of the notice. */
  @IsText(200)
  document: string;

  @OrNull()
  @IsDay()
  selfInspectionDueOn: string | null = null;
}

export class ReportSelfInspectionDto {
  @IsDay()
  occurredOn: string;

  @IsText(LONG)
  summary: string;

  @HasDefault()
  @IsHashes()
  evidence: string[] = [];
}
