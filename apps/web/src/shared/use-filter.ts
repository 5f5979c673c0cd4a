import { useSearchParams } from 'react-router';

type Filter<Name extends string> = { readonly [N in Name]?: string };

/** A page's filter stands in its address: a link to the page is a link to what it shows. */
export function useFilter<const Name extends string>(names: readonly Name[]) {
  const [search, setSearch] = useSearchParams();
  const filter = Object.fromEntries(names.map((name) => [name, search.get(name) ?? undefined])) as Filter<Name>;

  function change(changes: { readonly [N in Name]?: string | undefined }): void {
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries<string | undefined>(changes)) {
          if (value === undefined || value === '') after.delete(name);
          else after.set(name, value);
        }
        return after;
      },
      { replace: true },
    );
  }
  return [filter, change] as const;
}
