import { IsDay, IsId, IsText } from '../edge/fields';
import { IsOneOf, OrNull } from './members';
import { LONG } from './shared.dto';

class SectionDto {
  @IsId()
  section: string;
}

/** The figures are counted by the system, as of the end of a day that has passed. */
export class SumUpDto extends SectionDto {
  @IsDay()
  asOf: string;

  @IsText(20_000)
  analysis: string;

  @IsText(20_000)
  conclusions: string;
}

export class SendYearReportDto extends SectionDto {
  /** Why it comes after its last day. */
  @OrNull()
  @IsText(LONG)
  lateReason: string | null = null;

  /** Why it goes out without a county's material. */
  @OrNull()
  @IsText(LONG)
  withoutReason: string | null = null;
}

export class ReceiptDto extends SectionDto {
  @IsText(200)
  receipt: string;
}

export class ReturnYearReportDto extends SectionDto {
  @IsText(LONG)
  reason: string;
}

export class HandUpMaterialDto extends SectionDto {
  @IsDay()
  asOf: string;

  @IsText(20_000)
  text: string;
}

class CountyDto extends SectionDto {
  @IsId()
  county: string;
}

export class ReceiveMaterialDto extends CountyDto {
  @IsText(200)
  receipt: string;
}

export class FileMaterialDto extends CountyDto {
  @IsText(300)
  document: string;

  @IsDay()
  occurredOn: string;
}

export class GuideCountyDto extends CountyDto {
  @IsOneOf(['guidance', 'reminder'])
  kind: 'guidance' | 'reminder';

  @IsText(LONG)
  text: string;

  @IsDay()
  occurredOn: string;
}
