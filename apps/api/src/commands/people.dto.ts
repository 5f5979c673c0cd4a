import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { IsText } from '../edge/fields';
import { IsIds, MayLack } from './members';

export class EnterPersonDto {
  @IsText(100)
  name: string;

  /** Number of the 行政执法证 or of the practising certificate. */
  @MayLack()
  @IsText(100)
  certificate?: string;

  @MayLack()
  @IsText(40)
  phone?: string;
}

export class PersonEntered {
  @ApiProperty() id: string;
}

export class NamesDto {
  /** Ids with commas between them, 200 at most. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsIds(200, 1)
  ids: string[];
}

export class NamedPersonRow {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
}

export class NamedPersons {
  @ApiProperty({ type: [NamedPersonRow] }) items: NamedPersonRow[];
}

export class CredentialDto {
  @IsText(64)
  login: string;

  /** Exactly as it will be typed. */
  @ApiProperty({ type: String, minLength: 12, maxLength: 256 })
  @IsString()
  @MinLength(12)
  @MaxLength(256)
  password: string;
}
