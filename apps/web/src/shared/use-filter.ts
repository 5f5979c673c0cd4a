import { useNavigate, useSearchParams } from 'react-router';

type Filter<Name extends string> = { readonly [N in Name]?: string };

/**
 * A page's filter stands in its address: a link to the page is a link to what it shows. A change is made to the address as it is by now and
 * drawn at once: of two in a row none is lost, and what was chosen shows before the next thing is pressed.
 */
export function useFilter<const Name extends string>(names: readonly Name[]) {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const filter = Object.fromEntries(names.map((name) => [name, search.get(name) ?? undefined])) as Filter<Name>;

  function change(changes: { readonly [N in Name]?: string | undefined }): void {
    const after = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries<string | undefined>(changes)) {
      if (value === undefined || value === '') after.delete(name);
      else after.set(name, value);
    }
    void navigate(`?${after}`, { replace: true, flushSync: true });
  }
  return [filter, change] as const;
}
