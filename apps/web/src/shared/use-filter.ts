import { useNavigate, useSearchParams } from 'react-router';

type Filter<Name extends string> = { readonly [N in Name]?: string };
/** What a name may hold: its words, or what tells whether a value is one. */
type Known = readonly string[] | ((value: string) => boolean);

/**
 * A page's filter stands in its address: a link to the page is a link to what it shows. A value that the page doesn't know, of a link from
 * elsewhere or mistyped, is as good as none. A change is made to the address as it is by now and drawn at once: of two in a row none is lost,
 * and what was chosen shows before the next thing is pressed.
 */
export function useFilter<const Name extends string>(
  names: readonly Name[],
  known: { readonly [N in Name]?: Known } = {},
) {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const filter = Object.fromEntries(names.map((name) => [name, told(search.get(name), known[name])])) as Filter<Name>;

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

function told(value: string | null, known: Known | undefined): string | undefined {
  if (value === null || value === '') return undefined;
  const isKnown = known === undefined || (typeof known === 'function' ? known(value) : known.includes(value));
  return isKnown ? value : undefined;
}

/** For a value that lists several words: each of them is known. */
export function eachOf(words: readonly string[]): (value: string) => boolean {
  return (value) => value.split(',').every((word) => words.includes(word));
}
