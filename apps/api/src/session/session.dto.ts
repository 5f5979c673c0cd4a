import { ApiProperty } from '@nestjs/swagger';
import { roles } from '@srd/domain/account';
import { IsString, MaxLength, MinLength } from 'class-validator';

export class SignInDto {
  /** Sign-in name. */
  @IsString()
  @MinLength(1)
  @MaxLength(128)
  account: string;

  @IsString()
  @MinLength(1)
  @MaxLength(256)
  password: string;
}

export class TakeUpDto extends SignInDto {
  /** The one-time token that `srd init` printed. */
  @IsString()
  @MinLength(20)
  @MaxLength(100)
  token: string;

  /** At least 12 characters. */
  @IsString()
  @MinLength(12)
  @MaxLength(256)
  declare password: string;
}

export class SessionStarted {
  /** For `Authorization: Bearer …`; the cookie holds the same. */
  @ApiProperty() token: string;
}

/** A role that an account holds; null: in the whole organ. */
export class GrantAnswer {
  @ApiProperty({ enum: roles }) role: string;
  @ApiProperty({ type: String, nullable: true }) section: string | null;
}

/** Whose session it is. */
export class WhoAnswer {
  @ApiProperty() account: string;
  @ApiProperty() organ: string;
  /** The natural person behind the account. */
  @ApiProperty() person: string;
  @ApiProperty({ type: [GrantAnswer] }) grants: readonly GrantAnswer[];
}

export class OwnSessionRow {
  @ApiProperty() id: string;
  /** Of the machine's clock, as is `lastSeenAt`. */
  @ApiProperty({ format: 'date-time' }) startedAt: string;
  @ApiProperty({ format: 'date-time' }) lastSeenAt: string;
  /** The session of this request. */
  @ApiProperty() current: boolean;
}

export class OwnSessions {
  @ApiProperty({ type: [OwnSessionRow] }) items: OwnSessionRow[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}
