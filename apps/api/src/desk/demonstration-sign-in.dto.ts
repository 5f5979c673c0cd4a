import { IsId } from '../edge/fields';

export class DemonstrationSignInDto {
  /** One of the demonstration's accounts. */
  @IsId()
  account: string;
}
