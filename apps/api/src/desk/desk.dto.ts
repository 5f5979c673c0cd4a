import { ApiProperty } from '@nestjs/swagger';
import { organKinds, organLevels } from '@srd/domain/organ';

export class HeldRole {
  @ApiProperty() role: string;
  /** In Chinese. */
  @ApiProperty() label: string;
  /** Null: in the whole organ. */
  @ApiProperty({ type: String, nullable: true }) section: string | null;
  @ApiProperty({ type: String, nullable: true }) sectionName: string | null;
}

export class OrganBrief {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: organKinds }) kind: 'judicial' | 'partner';
  @ApiProperty({ enum: organLevels }) level: 'municipal' | 'county';
}

/** Who is signed in, with the roles of this moment. */
export class Me {
  @ApiProperty() account: string;
  @ApiProperty() person: string;
  /** From the register of persons; null when they were forgotten. */
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty({ type: OrganBrief }) organ: OrganBrief;
  @ApiProperty({ type: [HeldRole] }) roles: HeldRole[];
}

/** What a page needs before it shows anything. */
export class DeskStart {
  @ApiProperty({ enum: ['demo', 'serve'] }) mode: 'demo' | 'serve';
  /** Of the procedure's clock, which is another than the machine's in the demonstration. */
  @ApiProperty({ format: 'date-time' }) now: string;
  @ApiProperty({ format: 'date' }) today: string;
  /** Whether the asker may move the demonstration's clock. */
  @ApiProperty() movesClock: boolean;
  /** Null: nobody is signed in. */
  @ApiProperty({ type: Me, nullable: true }) me: Me | null;
}

/** A card of the demonstration's home page: one click signs in. */
export class RoleCard {
  @ApiProperty() account: string;
  @ApiProperty() title: string;
  @ApiProperty() organ: string;
  /** What that role does, and what is worth looking at. */
  @ApiProperty() about: string;
}

export class LogChecked {
  @ApiProperty() events: number;
  @ApiProperty() streams: number;
  @ApiProperty() rows: number;
  @ApiProperty() ok: boolean;
  /** What was found, in words; empty when all is in order. */
  @ApiProperty({ type: [String] }) findings: string[];
}

export class DemonstrationStart {
  @ApiProperty() events: number;
  @ApiProperty({ type: [RoleCard] }) cards: RoleCard[];
}
