import { roles } from '@srd/domain/account';
import { IsId, IsText } from '../edge/fields';
import { IsOneOf, OrNull } from './members';
import { LONG } from './shared.dto';

/** An account of one person in one organ; the id is the account's. */
export class OpenAccountDto {
  @IsId()
  organ: string;

  /** Id of the register of persons. */
  @IsId()
  person: string;

  @OrNull()
  @IsId()
  section: string | null = null;
}

export class RoleDto {
  @IsOneOf(roles)
  role: string;

  /** For 科室经办 and 科室负责人. */
  @OrNull()
  @IsId()
  section: string | null = null;
}

export class RoleReasonDto extends RoleDto {
  @IsText(LONG)
  reason: string;
}
