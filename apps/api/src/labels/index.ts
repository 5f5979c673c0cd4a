import type { OpenAPIObject } from '@nestjs/swagger';
import { memberLabels } from './members';
import { wordLabels } from './words';

type Schema = {
  properties?: Record<string, Schema>;
  title?: string;
  enum?: readonly unknown[];
  items?: Schema;
  'x-labels'?: Record<string, string>;
  $ref?: string;
  allOf?: readonly Schema[];
};

/** What has no Chinese name yet: `Form.member`, or `Form.member=word`. */
export interface Unnamed {
  readonly members: readonly string[];
  readonly words: readonly string[];
}

/**
 * Gives each member of each form its Chinese `title` and each closed list its `x-labels`, so that a page can be made of the description
 * alone. @returns the forms' members and words that have none
 */
export function nameIn(document: OpenAPIObject): Unnamed {
  const unnamed = { members: [] as string[], words: [] as string[] };
  for (const [form, schema] of Object.entries((document.components?.schemas ?? {}) as Record<string, Schema>)) {
    // Answers aren't filled in by anybody.
    if (!form.endsWith('Dto')) continue;
    for (const [member, property] of Object.entries(schema.properties ?? {})) {
      const title = memberLabels[`${form}.${member}`] ?? memberLabels[member];
      if (title === undefined) unnamed.members.push(`${form}.${member}`);
      else property.title = title;
      const list = property.enum ? property : property.items;
      if (list?.enum)
        list['x-labels'] = Object.fromEntries(
          list.enum.map((word): [string, string] => [String(word), labelOf(form, member, String(word))]),
        );
    }
  }
  return unnamed;

  function labelOf(form: string, member: string, word: string): string {
    const label = wordLabels[`${member}=${word}`] ?? wordLabels[word];
    if (label === undefined) unnamed.words.push(`${form}.${member}=${word}`);
    return label ?? word;
  }
}
