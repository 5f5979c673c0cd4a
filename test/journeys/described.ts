import type { House } from './server';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}
/** What of the interface's description its answers are held against. */
export interface Description {
  readonly paths: Readonly<Record<string, { readonly get?: { readonly responses: Responses } }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}
type Responses = Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>>;

/** What of an answer isn't as the server's own OpenAPI document says; an answer that it doesn't describe isn't either. */
export async function undescribed(house: House, reader: string, route: string, path: string) {
  const { paths, components } = await house.anybody.read<Description>('/api/openapi.json');
  return differing({ paths, components }, route, await house.as(reader).read<unknown>(path));
}

/** The same of an answer that was read already. */
export function differing({ paths, components }: Description, route: string, answer: unknown): string[] {
  const schema = paths[route]?.get?.responses['200']?.content?.['application/json']?.schema;
  return schema === undefined ? [`${route} answers untyped`] : differences(answer, schema, components.schemas, '');
}

function differences(
  value: unknown,
  schema: Schema,
  known: Description['components']['schemas'],
  at: string,
): string[] {
  if (Object.keys(schema).length === 0) return [];
  if (schema.$ref !== undefined) return differences(value, known[schema.$ref.split('/').at(-1) ?? ''] ?? {}, known, at);
  if (value === null) return schema.nullable === true ? [] : [`${at} is null`];
  if (schema.allOf) return schema.allOf.flatMap((each) => differences(value, each, known, at));
  if (schema.oneOf) {
    const found = schema.oneOf.map((each) => differences(value, each, known, at));
    return found.find(({ length }) => length === 0) ?? found.flat();
  }
  if (schema.enum && !schema.enum.includes(value)) return [`${at} is ${JSON.stringify(value)}`];
  if (Array.isArray(value)) {
    if (schema.type !== 'array') return [`${at} is an array`];
    return value.flatMap((each, index) => differences(each, schema.items ?? {}, known, `${at}/${index}`));
  }
  if (typeof value !== 'object') return schema.type === typeof value ? [] : [`${at} is a ${typeof value}`];
  if (schema.type !== 'object') return [`${at} is an object`];
  const { properties = {}, required = [], additionalProperties } = schema;
  const members = Object.entries(value as object) as [string, unknown][];
  const missing = required.filter((name) => !(name in (value as object))).map((name) => `${at}/${name} is missing`);
  return members.reduce<string[]>((found, [name, member]) => {
    const of = properties[name] ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);
    if (of) return [...found, ...differences(member, of, known, `${at}/${name}`)];
    const free = additionalProperties === true || Object.keys(properties).length === 0;
    return free ? found : [...found, `${at}/${name} isn't described`];
  }, missing);
}
