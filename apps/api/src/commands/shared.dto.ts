import { IsText } from '../edge/fields';
import { IsEither, IsOneOf } from './members';

/** Longest text of a reason, a finding, an order. */
export const LONG = 4_000;

/** The command says everything; the body is empty or `{}`. */
export class NothingDto {}

export class ReasonDto {
  @IsText(LONG)
  reason: string;
}

/** A rule's value as a document gives it. */
export class DocumentSourceDto {
  @IsOneOf(['document'])
  kind: 'document';

  @IsText(300)
  document: string;

  @IsText(200)
  article: string;
}

/** A value of the organ's own. */
export class OwnSourceDto {
  @IsOneOf(['own'])
  kind: 'own';

  @IsText(500)
  note: string;
}

export type SourceDto = DocumentSourceDto | OwnSourceDto;

/** Where a value comes from. */
export function IsSource(): PropertyDecorator {
  return IsEither('kind', { document: DocumentSourceDto, own: OwnSourceDto });
}

/** Law, article and the version of the law whose numbering is meant. */
export class LegalBasisDto {
  @IsText(300)
  law: string;

  @IsText(200)
  article: string;

  @IsText(200)
  version: string;
}
