import { IsHash, IsText } from '../edge/fields';
import { IsEither, IsOneOf, OrNull } from './members';
import { LONG } from './shared.dto';

export class SignedDto {
  @IsOneOf(['signed'])
  kind: 'signed';

  @OrNull()
  @IsHash()
  evidence: string | null = null;
}

export class SignatureRefusedDto {
  @IsOneOf(['refused'])
  kind: 'refused';

  @IsText(LONG)
  reason: string;
}

export class NobodyThereDto {
  @IsOneOf(['nobody-there'])
  kind: 'nobody-there';

  @IsText(LONG)
  reason: string;
}

export type SignatureDto = SignedDto | SignatureRefusedDto | NobodyThereDto;

/** The institution signed, refused to, or nobody was there (trap 14). */
export function IsSignature(): PropertyDecorator {
  return IsEither('kind', { signed: SignedDto, refused: SignatureRefusedDto, 'nobody-there': NobodyThereDto });
}
