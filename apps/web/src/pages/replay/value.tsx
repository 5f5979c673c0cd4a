import { useOrgans } from '../../shared/organs';
import { Person } from '../../shared/person';
import { memberOf, partsOf } from './names';
import { told } from './words';

/** Members that name an organ by its id. */
const organMembers = new Set(['organ', 'department', 'departments', 'inspectingBody']);

/** A field's value in words; people and organs by name. */
export function Value({ path, value }: { path: string; value: unknown }) {
  const organs = useOrgans();
  const parts = partsOf(path).filter((part) => !/^\d+$/.test(part));
  const said = told(memberOf(path), parts.at(-2) ?? '', value);
  if (said.person) return <Person id={said.text} />;
  const organ = organMembers.has(memberOf(path)) ? organs.get(said.text) : undefined;
  return <>{organ?.name ?? said.text}</>;
}
