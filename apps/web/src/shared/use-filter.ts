import { useEffect } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { setAside } from './set-aside';

type Filter<Name extends string> = { readonly [N in Name]?: string };
/** What a name may hold: its words, or what tells whether a value is one. What that depends on may still be on its way: until then any is. */
type Known = readonly string[] | ((value: string) => boolean);

/**
 * A page's filter stands in its address: a link to the page is a link to what it shows. A value that the page doesn't know, of a link from
 * elsewhere or mistyped, is as good as none; the head of the page says so and takes it out of the address. A change is made to the address
 * as it is by now and drawn at once: of two in a row none is lost, and what was chosen shows before the next thing is pressed.
 */
export function useFilter<const Name extends string>(
  names: readonly Name[],
  known: { readonly [N in Name]?: Known } = {},
) {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const filter = Object.fromEntries(names.map((name) => [name, told(search.get(name), known[name])])) as Filter<Name>;
  const unknown = names
    .filter((name) => search.get(name) && filter[name] === undefined)
    .map((name) => `${name}=${search.get(name)}`);
  useEffect(() => setAside(unknown));

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

/** For the id of something that a page loads: until it is there, any may be one. */
export function oneOf(things: { readonly size: number; has: (id: string) => boolean }): (value: string) => boolean {
  return (value) => things.size === 0 || things.has(value);
}

/** For a whole number from one to another, both with it. */
export function whole(from: number, to: number): (value: string) => boolean {
  return (value) => /^(0|-?[1-9]\d{0,8})$/.test(value) && Number(value) >= from && Number(value) <= to;
}
