import { causeGrounds } from '@srd/domain/case';
import { sectors } from '@srd/domain/organ';
import { ApiProperty } from '@nestjs/swagger';
import { Equals } from 'class-validator';
import { IsDay, IsId, IsText } from '../edge/fields';
import { HasDefault, IsFlag, IsHashes, IsOneOf, IsPart, IsParts, MayLack, OrNull } from './members';
import { LONG } from './shared.dto';

/** The institution as its roster has it. */
export class InspectedObjectDto {
  @IsId()
  id: string;

  @IsText(200)
  name: string;

  @IsText(100)
  registrationNumber: string;

  @IsText(300)
  premises: string;

  @IsOneOf(sectors)
  sector: string;
}

/** 线索来源 with its number. */
export class CauseSourceDto {
  @IsText(300)
  reference: string;

  @IsDay()
  receivedOn: string;
}

export class UrgencyDto {
  @IsText(LONG)
  reason: string;

  @IsDay()
  approvalDueOn: string;
}

/** For cause, outside the draw (B二(九)1–4). */
export class NameObjectDto {
  @IsPart(InspectedObjectDto)
  institution: InspectedObjectDto;

  @IsOneOf(causeGrounds)
  ground: string;

  @IsPart(CauseSourceDto)
  source: CauseSourceDto;

  /** Account of who approved, another than the asker. */
  @OrNull()
  @IsId()
  approvedBy: string | null = null;

  @OrNull()
  @IsPart(UrgencyDto)
  urgent: UrgencyDto | null = null;

  @IsDay()
  occurredOn: string;
}

export class VoidCaseDto {
  @IsText(LONG)
  reason: string;

  /** Account of who asked for it, another than the asker. */
  @IsId()
  requestedBy: string;
}

export class TeamMemberDto {
  /** Id of the register of persons. */
  @IsId()
  inspector: string;

  @IsId()
  organ: string;

  @IsDay()
  certificateValidUntil: string;
}

export class AppointTeamDto {
  @IsParts(TeamMemberDto, 20)
  inspectors: TeamMemberDto[];

  @IsText(LONG)
  reason: string;

  @IsDay()
  occurredOn: string;
}

/** For a team that was appointed; in a drawn one the replacement is drawn too, and this says so by the two nulls. */
export class ReplaceInspectorDto {
  @IsId()
  outgoing: string;

  @IsPart(TeamMemberDto)
  incoming: TeamMemberDto;

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
