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
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  for (const form of formsOf(document)) {
    for (const [member, property] of Object.entries(schemas[form]?.properties ?? {})) {
      const title = memberLabels[`${form}.${member}`] ?? memberLabels[member];
      if (title === undefined) unnamed.members.push(`${form}.${member}`);
      else property.title = title;
      const list = property.enum ? property : property.items;
      if (list?.enum) {
        list['x-labels'] = Object.fromEntries(
          list.enum.map((word): [string, string] => [String(word), labelOf(form, member, String(word))]),
        );
      }
    }
  }
  return unnamed;

  function labelOf(form: string, member: string, word: string): string {
    const label = wordLabels[`${member}=${word}`] ?? wordLabels[word];
    if (label === undefined) unnamed.words.push(`${form}.${member}=${word}`);
    return label ?? word;
  }
}

/** Names of the forms that people fill in, with the forms inside them. What is only answered isn't among them. */
function formsOf({ paths, components }: OpenAPIObject): ReadonlySet<string> {
  const found = new Set<string>();
  const take = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const [key, value] of Object.entries(part)) {
      const name = key === '$ref' && typeof value === 'string' ? value.slice(value.lastIndexOf('/') + 1) : undefined;
      if (name === undefined) take(value);
      else if (!found.has(name)) {
        found.add(name);
        take(components?.schemas?.[name]);
      }
    }
  };
  for (const path of Object.values(paths)) for (const way of [path.post, path.put]) take(way?.requestBody);
  return found;
}
