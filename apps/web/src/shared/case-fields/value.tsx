import { useContext } from 'react';
import { useOrgans } from '../organs';
import { Person } from '../person';
import { BookContext, nameOfId } from './book';
import type { Change } from './changes';
import { memberOf, partsOf } from './names';
import { told } from './words';
import './case-fields.css';

/** Members that name an organ by its id; of some, what it is called stands under other members too. */
const organMembers = new Set(['organ', 'department', 'departments', 'inspectingBody', 'subject', 'to']);

/** A field's value in words: people, organs, and what the case knows by ids, by name. The id is a hint for who compares it with the record. */
export function Value({ path, value }: { path: string; value: unknown }) {
  const organs = useOrgans();
  const book = useContext(BookContext);
  const parts = partsOf(path).filter((part) => !/^\d+$/.test(part));
  const [member, above] = [memberOf(path), parts.at(-2) ?? ''];
  const said = told(member, above, value);
  if (said.person) return <Person id={said.text} />;
  const name =
    nameOfId(member, above, said.text, book) ?? (organMembers.has(member) ? organs.get(said.text)?.name : undefined);
  return name === undefined ? <>{said.text}</> : <span title={`编号 ${said.text}`}>{name}</span>;
}

/** What stood in a field before it changed. */
export function Before({ of: { change, path, before } }: { of: Change }) {
  if (change === '+') return null;
  if (before === null) return '（空）';
  return (
    <del>
      <Value path={path} value={before} />
    </del>
  );
}

/** What stands in it since. */
export function After({ of: { change, path, after } }: { of: Change }) {
  if (change === '-') return null;
  if (after === null) return '（空）';
  return (
    <ins>
      <Value path={path} value={after} />
    </ins>
  );
}
