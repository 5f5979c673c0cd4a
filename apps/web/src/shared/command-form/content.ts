import { branchesOf, kindOf, objectOf, type Forms, type ObjectSchema, type Schema } from './schema';

type Values = Readonly<Record<string, unknown>>;

/**
 * What is sent: the form's values without what was left empty. A member that may lack is left out, one that must stand stays as it is, so
 * that the server says what is missing.
 */
export function contentOf(forms: Forms, { properties }: ObjectSchema, values: Values): Values {
  const content: Record<string, unknown> = {};
  for (const [member, schema] of Object.entries(properties)) {
    const value = tidy(forms, schema, values[member]);
    if (value !== undefined) content[member] = value;
  }
  return content;
}

function tidy(forms: Forms, schema: Schema, value: unknown): unknown {
  if (value === undefined || value === null || value === '') return undefined;
  switch (kindOf(forms, schema)) {
    case 'object':
      return contentOf(forms, objectOf(forms, schema)!, value as Values);
    case 'objects':
      return (value as Values[]).map((each) => contentOf(forms, objectOf(forms, schema.items!)!, each ?? {}));
    case 'either': {
      const branch = branchesOf(forms, schema).find(({ member, word }) => (value as Values)[member] === word);
      return branch && contentOf(forms, branch.object, value as Values);
    }
    case 'texts':
      return (value as unknown[]).filter((each) => each !== undefined && each !== '');
    case 'figures':
      return Object.fromEntries(
        (value as { name?: string; figure?: string }[])
          .filter(({ name }) => name)
          .map(({ name, figure = '' }) => [name, /^-?\d{1,15}$/.test(figure) ? Number(figure) : figure]),
      );
    default:
      return value;
  }
}

/** Where a form begins: the defaults of its members. */
export function beginningOf({ properties }: ObjectSchema): Values {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([, schema]) => schema.default !== undefined && schema.default !== null)
      .map(([member, schema]) => [member, schema.default]),
  );
}

/** `/findings/0/text` → `['findings', 0, 'text']`. */
export function placeOf(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
