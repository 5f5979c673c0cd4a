import { Person } from '../../shared/person';
import { memberOf, partsOf } from './names';
import { told } from './words';

/** A field's value in words; people by name. */
export function Value({ path, value }: { path: string; value: unknown }) {
  const parts = partsOf(path).filter((part) => !/^\d+$/.test(part));
  const said = told(memberOf(path), parts.at(-2) ?? '', value);
  return said.person ? <Person id={said.text} /> : <>{said.text}</>;
}
